"""Opening a store: what to make of the state its files are in."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime

from . import disk
from .adoption import adopt_outside, completed, migrate
from .backups import counts, good
from .codec import NotValid, digest
from .commit import Position, at_start
from .entry import Origin
from .errors import DiskRefused, StoreError, StoreLocked, StoreUnreadable, refusals
from .folding import fold
from .guard import Guard
from .migrations import SCHEMA
from .places import Places
from .reading import Damaged, Reading, read
from .snapshot import Documents, put
from .state import State, without_unknown


class OtherMachine(StoreUnreadable):
    """The journal holds changes another machine wrote; folding here takes them over."""


class Newer(StoreUnreadable):
    """A newer program wrote the store; only that one can write to it."""


@dataclass(frozen=True)
class Opened:
    """A store ready for use. `problem` says why nothing can be saved; `notices` are for the person."""

    state: State
    position: Position | None = None
    problem: StoreError | None = None
    notices: tuple[str, ...] = ()


def opened(places: Places, guard: Guard, origin: Origin, today: date, now: Callable[[], datetime]) -> Opened:
    """Read the store; whatever is not as it should be is looked at again as the only writer, and settled.

    Raises `StoreUnreadable` where nothing can be shown, `DiskRefused` where it may not be read.
    """
    with collection_paused():
        return _opened(places, guard, origin, today, now)


@contextmanager
def collection_paused() -> Iterator[None]:
    """No search for reference cycles meanwhile: a store has none, and loads three times as fast."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _opened(places: Places, guard: Guard, origin: Origin, today: date, now: Callable[[], datetime]) -> Opened:
    reading: Reading | None = None
    damage: Damaged | NotValid | None = None
    try:
        reading = read(places)
        if reading.found == "nothing":
            return Opened(State({}, 0))
        if reading.found == "whole" and reading.schema == SCHEMA:
            return _whole(places, reading)
    except (Damaged, NotValid) as error:
        damage = error
    try:
        with guard.held(), refusals("The store could not be set right"):
            reading = read(places)
            return _settled(places, reading, origin, today, now())
    except (Damaged, NotValid) as error:
        raise _damaged(places, error, reading) from error
    except (DiskRefused, StoreLocked) as error:
        if damage is not None or reading is None:
            raise _damaged(places, damage or NotValid(str(error)), reading) from error
        return _shown_only(places, reading, error)


def _shown_only(places: Places, reading: Reading, error: StoreError) -> Opened:
    """What can be shown of a store that nobody may set right now."""
    try:
        if reading.schema > SCHEMA:
            return _newer(places, reading)
        if (found := _question(places, reading)) is not None:
            return found
        return Opened(_state(reading), _position(places, reading), error)
    except NotValid as damage:
        raise _damaged(places, damage, reading) from damage


def _settled(places: Places, reading: Reading, origin: Origin, today: date, now: datetime) -> Opened:
    """What to make of a reading. The caller holds the lock. Raises `NotValid` for damage."""
    name = places.snapshot.name
    if reading.found == "nothing":
        return Opened(State({}, 0))
    if reading.schema > SCHEMA:
        return _newer(places, reading)
    if (question := _question(places, reading)) is not None:
        return question
    if reading.found == "outside":
        return _fresh(*adopt_outside(places, reading, origin, today, now))
    if reading.schema < SCHEMA:
        return _fresh(*migrate(places, reading, now))
    if reading.found == "whole":
        return _whole(places, reading)
    if reading.torn:
        disk.cut_back(places.journal, reading.good)
    state = State(completed(reading.documents), reading.seq)
    folded = fold(places, state.documents, state.seq, [], now=now)
    told = f"The journal of {name} was not there or not its own; a new one was begun."
    return Opened(state, at_start(places, state.seq, folded), None, (told,))


def _question(places: Places, reading: Reading) -> Opened | None:
    """A store shown without being written to, because only the person can say what is right; else None."""
    name = places.snapshot.name
    match reading.found:
        case "older-copy":
            return _apart(places, reading, f"{name} is an older copy than its journal and history.")
        case "apart":
            return _apart(places, reading, f"{name} and its journal come from different copies of the store.")
        case "other-machine":
            sentence = (
                f"The last {len(reading.entries)} changes were made on another machine and not folded there;"
                " if no Allies runs on it any more, `allies fold` takes them over here."
            )
            return Opened(_state(reading), _position(places, reading), OtherMachine(sentence))
    return None


def _whole(places: Places, reading: Reading) -> Opened:
    return Opened(_state(reading), _position(places, reading))


def _fresh(state: State, position: Position, told: str) -> Opened:
    return Opened(state, position, None, (told,))


def _apart(places: Places, reading: Reading, sentence: str) -> Opened:
    advice = f"{sentence} Nothing is saved; `allies restore` lists what can be brought back."
    state = State(reading.documents, reading.seq, clean=False)
    return Opened(state, _position(places, reading), StoreUnreadable(advice))


def _newer(places: Places, reading: Reading) -> Opened:
    sentence = (
        f"This store has the shape {reading.schema}, this Allies knows shapes up to {SCHEMA}:"
        " it is shown, but nothing is saved. Use the newer Allies, and restart this one."
    )
    documents = _replayed(reading)
    try:
        state = State(without_unknown(documents), reading.last_seq, clean=False)
    except NotValid as error:
        raise Newer(sentence.replace("it is shown, but nothing is saved", "it cannot be shown")) from error
    return Opened(state, _position(places, reading), Newer(sentence))


def _state(reading: Reading) -> State:
    state = State(reading.documents, reading.seq, clean=reading.clean)
    for entry in reading.entries:
        state.apply(entry)
    return state


def _replayed(reading: Reading) -> Documents:
    for entry in reading.entries:
        for change in entry.changes:
            put(reading.documents, change, entry.at)
    return reading.documents


def _position(places: Places, reading: Reading) -> Position:
    return Position(
        places,
        reading.head.seq if reading.head else reading.seq,
        reading.digest,
        reading.snapshot,
        reading.journal,
        reading.good,
    )


def _damaged(places: Places, error: Damaged | NotValid, reading: Reading | None) -> StoreUnreadable:
    """The sentence for a damaged store. The damaged file is copied aside; nothing else is written."""
    raw = error.raw if isinstance(error, Damaged) else reading.raw if reading else None
    what = str(error) if isinstance(error, Damaged) else f"{places.snapshot.name} {error}."
    kept = _copied_aside(places, raw) if raw else ""
    newest = next(good(places.backups), None)
    if newest is None:
        return StoreUnreadable(f"{what}{kept} Nothing was changed; there is no backup.")
    backup, documents = newest
    return StoreUnreadable(
        f"{what}{kept} Nothing was changed."
        f" The newest good backup is of {backup.at.astimezone():%Y-%m-%d %H:%M} with {counts(documents)}:"
        f" `allies restore {backup.name}` brings it back."
    )


def _copied_aside(places: Places, raw: bytes) -> str:
    path = places.folder / f"damaged-{digest(raw)[:8]}.json"
    try:
        if disk.mark(path) is None:
            disk.make_folder(places.folder)
            disk.write_whole(path, raw)
    except OSError:
        return ""
    return f" A copy was put aside as {places.folder.name}/{path.name}."
