"""Drafts: half-typed forms and unfinished answers, kept quietly beside the store."""

from pathlib import Path
from typing import Any

from . import disk
from .codec import NotValid, decode_strictly, encode
from .home import make_default_home
from .places import Places

_ENDING = ".json"


class Drafts:
    """Named JSON values outside undo and history. Their files are their owner's alone."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._folder = places.drafts

    def save(self, name: str, value: Any) -> None:
        """Keep a JSON value of any shape under a name of letters, digits and dashes. Raises `OSError`."""
        path = self._path(name)
        make_default_home(self._places)
        disk.make_folder(self._folder.parent)
        disk.make_folder(self._folder)
        disk.sweep(self._folder, path.name)
        disk.write_whole(path, encode(value))

    def load(self, name: str) -> Any | None:
        """The value kept under a name; None where there is none, or none that can be read."""
        try:
            found = disk.read(self._path(name))
            return None if found is None else decode_strictly(found[0])
        except (OSError, NotValid):
            return None

    def drop(self, name: str) -> None:
        """Forget what is kept under a name. Raises `OSError`."""
        disk.remove(self._path(name))

    def names(self) -> list[str]:
        """The names something is kept under."""
        return [name.removesuffix(_ENDING) for name in disk.names(self._folder) if name.endswith(_ENDING)]

    def _path(self, name: str) -> Path:
        if not name or not name.replace("-", "").isalnum() or not name.isascii():
            raise ValueError(f"not a name for a draft: {name!r}")
        return self._folder / f"{name}{_ENDING}"
