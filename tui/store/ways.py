"""The ways back to a good store from whatever is wrong with one."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from tui.clock import Today

from . import disk
from .backups import counts, good
from .engine import Gone
from .errors import StoreError, StoreUnreadable
from .opening import Newer, OtherMachine
from .places import Places
from .rescue import begun_anew, readable_now, rescue
from .snapshot import Documents
from .store import Store

Does = Literal["try-again", "restore", "carry-on", "take-over", "begin-anew"]


@dataclass(frozen=True)
class Way:
    """One of them: what it does, and what takes the store's place: its name, its instant, what it holds."""

    does: Does
    name: str = ""
    at: datetime | None = None
    holds: str = ""


TRY_AGAIN = Way("try-again")


def ways_back(path: Path, problem: StoreError) -> tuple[Way, ...]:
    """What can be done about a problem with the store at `path`, the surest first. Nothing is written."""
    match problem:
        case OtherMachine():
            return (Way("take-over"), TRY_AGAIN)
        case Newer() | Gone():
            return (TRY_AGAIN,)
        case StoreUnreadable():
            return (*_replacements(path), TRY_AGAIN)
        case _:
            return (TRY_AGAIN,)


def put_right(path: Path, way: Way, today: Today) -> None:
    """Go a way; what is replaced is put aside. The store is opened anew afterwards. Raises `StoreError`."""
    match way.does:
        case "restore" | "carry-on":
            rescue(path, way.name, today)
        case "begin-anew":
            begun_anew(path, today)
        case "take-over":
            store = Store(path, origin="dashboard", today=today)
            try:
                store.fold()
            finally:
                store.close()
        case "try-again":
            pass


def _replacements(path: Path) -> list[Way]:
    places = Places.of(path)
    ways = [
        Way("restore", backup.name, backup.at, counts(documents))
        for backup, documents in [next(good(places.backups), (None, {}))]
        if backup is not None
    ]
    if (documents := _still_readable(places)) is not None:
        ways.append(Way("carry-on", places.snapshot.name, holds=counts(documents)))
    if not ways and _was_ours(places):
        ways.append(Way("begin-anew"))
    return ways


def _still_readable(places: Places) -> Documents | None:
    with suppress(StoreError, OSError):
        return readable_now(places)
    return None


def _was_ours(places: Places) -> bool:
    """Whether a store of Allies was there, and not a file of some other program that was named by mistake."""
    with suppress(OSError):
        mark = disk.mark(places.snapshot)
        empty = mark is not None and mark.size == 0
        return empty or places.history.exists() or places.journal.exists()
    return False
