"""Which files and folders make up one store."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tui.domain.language.text import clean_line

from .errors import Refused


@dataclass(frozen=True)
class Places:
    """The paths of a store, all beside its snapshot. `snapshot` is the path with links resolved once."""

    snapshot: Path

    @classmethod
    def of(cls, path: Path) -> "Places":
        """The places of the store at `path`. Raises `Refused` where no store can be."""
        try:
            snapshot = path.expanduser().resolve()
        except (OSError, RuntimeError, ValueError):
            snapshot = Path("/")
        if not snapshot.name:
            raise Refused(f"{clean_line(str(path))} is no place for a store.")
        return cls(snapshot)

    @cached_property
    def home(self) -> Path:
        """The folder the store is in."""
        return self.snapshot.parent

    @cached_property
    def journal(self) -> Path:
        return self._beside(".journal")

    @cached_property
    def lock(self) -> Path:
        return self._beside(".lock")

    @cached_property
    def folder(self) -> Path:
        return self._beside(".d")

    @cached_property
    def history(self) -> Path:
        return self.folder / "history"

    @cached_property
    def backups(self) -> Path:
        return self.folder / "backups"

    @cached_property
    def drafts(self) -> Path:
        return self.folder / "drafts"

    def _beside(self, ending: str) -> Path:
        return self.snapshot.with_name(self.snapshot.name + ending)
