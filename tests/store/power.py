"""A power cut: only what was synced is there afterwards.

Follows every file call and keeps, beside the real folder, what the disk itself would hold: contents as of
each file's last sync, names as of each folder's last sync. After a rename without a sync of its folder
either name may be found, so both are tried.
"""

import os
import shutil
from pathlib import Path

from tui.store import disk

from .faults import DAY, live, look


class PowerCut:
    """Lives a day on a copy of a store, cutting the power after each call."""

    def __init__(self, prepared: Path, folder: Path) -> None:
        self._work = folder / "work"
        self._after = folder / "after"
        shutil.copytree(prepared.parent, self._work)
        self._path = self._work / prepared.name
        self._contents: dict[int, bytes] = {}
        self._names: dict[Path, int] = {}
        self._acknowledged: list[str] = []
        self._pending: tuple[str, tuple[object, ...]] | None = None
        self._call = 0
        self._wrong: dict[int, list[str]] = {}
        for file in self._files():
            self._names[file] = file.stat().st_ino
            self._contents[file.stat().st_ino] = file.read_bytes()

    def all_cuts(self) -> dict[int, list[str]]:
        """What was wrong after which call; empty when all is well."""
        disk.before = self._before
        try:
            live(self._path, DAY, self._acknowledged.append)
        finally:
            disk.before = None
        return self._wrong

    def _before(self, name: str, arguments: tuple[object, ...]) -> None:
        if self._pending is not None:
            self._note(*self._pending)
        self._pending = (name, arguments)
        self._call += 1
        if name in ("read", "names", "close"):
            return
        watching, disk.before = disk.before, None
        for renamed in (False, True):
            self._cut(renamed=renamed)
        disk.before = watching

    def _note(self, name: str, arguments: tuple[object, ...]) -> None:
        """What a finished call made durable."""
        if name in ("sync", "make_durable"):
            descriptor = arguments[0]
            assert isinstance(descriptor, int)
            found = os.fstat(descriptor)
            file = next((file for file in self._files() if file.stat().st_ino == found.st_ino), None)
            if file is not None:
                self._contents[found.st_ino] = file.read_bytes()
        elif name == "sync_folder":
            folder = arguments[0]
            assert isinstance(folder, Path)
            self._names = {file: inode for file, inode in self._names.items() if file.parent != folder}
            self._names.update({file: file.stat().st_ino for file in self._files() if file.parent == folder})

    def _cut(self, *, renamed: bool) -> None:
        """Look at what is left; `renamed`: names not yet synced happen to be on the disk."""
        names = {file: file.stat().st_ino for file in self._files()} if renamed else self._names
        shutil.rmtree(self._after, ignore_errors=True)
        for file, inode in names.items():
            place = self._after / file.relative_to(self._work)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(self._contents.get(inode, b""))
        try:
            wrong = look(self._after / self._path.name, self._acknowledged)
        except Exception as error:  # noqa: BLE001 - a store that cannot be opened is what this looks for
            wrong = [repr(error)]
        if wrong:
            self._wrong.setdefault(self._call, []).extend(wrong)

    def _files(self) -> list[Path]:
        return [file for file in self._work.rglob("*") if file.is_file()]
