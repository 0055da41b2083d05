"""Taking over a store that another program changed, or an older Allies wrote."""

from collections.abc import Iterator
from datetime import date, datetime

from . import backups, disk, history
from .codec import digest
from .commit import Position, at_start
from .entry import Entry, Origin
from .folding import fold
from .journal import Head
from .migrations import SCHEMA, migrated
from .places import Places
from .reading import Reading
from .snapshot import GONE, Change, Documents, Meta, put, render
from .state import State
from .undo import content

OUTSIDE = "changed outside Allies"

Adopted = tuple[State, Position, str]
"""The state taken over, our place in its new journal, and a sentence for the person."""


def migrate(places: Places, reading: Reading, now: datetime) -> Adopted:
    """Bring an older shape to the present one, with a backup before. Raises `NotValid`, `OSError`."""
    documents = reading.documents
    for entry in reading.entries:
        for change in entry.changes:
            put(documents, change, entry.at)
    state = State(completed(migrated(documents, reading.schema)), reading.last_seq)
    if reading.torn:
        disk.cut_back(places.journal, reading.good)
    backup = backups.keep_copy(places.backups, reading.raw, reading.seq, now, reading.schema)
    folded = fold(places, state.documents, state.seq, reading.entries, now=now)
    told = f"The store was brought to shape {SCHEMA}; the old one is the backup {backup.name}."
    return state, at_start(places, state.seq, folded), told


def adopt_outside(places: Places, reading: Reading, origin: Origin, today: date, now: datetime) -> Adopted:
    """Take over a snapshot that another program changed, as one transaction that can be undone.

    Journal lines not yet folded are applied where what they started from is still there; the rest stay in
    the history. Raises `NotValid` where the snapshot is not valid, `OSError`.
    """
    expected = _reconstructed(places, reading)
    wanted = completed(reading.documents)
    backups.keep_copy(places.backups, reading.raw, reading.seq, now)
    if reading.torn:
        disk.cut_back(places.journal, reading.good)
    clashes = _replay(wanted, reading)
    seq = reading.last_seq + 1
    if expected is None:
        changes: tuple[Change, ...] = ()
        final = wanted
    else:
        for entry in reading.entries:
            for change in entry.changes:
                put(expected, change, entry.at)
        changes = tuple(_differences(expected, wanted))
        final = expected
        for change in changes:
            put(final, change, now)
    outside = Entry(seq, now, today, origin, OUTSIDE, changes)
    state = State(final, seq, clean=False)
    folded = fold(places, state.documents, seq, [*reading.entries, outside], now=now)
    return state, at_start(places, seq, folded), _told(places, clashes, undoable=expected is not None)


def completed(documents: Documents) -> Documents:
    """The documents of another program as records of ours: valid, with every field, an id and a revision.

    Raises `NotValid`.
    """
    for table, records in documents.items():
        if table != GONE:
            for id_, document in records.items():
                document.setdefault("id", id_)
                document["revision"] = document.get("revision") or 1
    state = State(documents, 0, clean=False)
    complete: Documents = {
        table: {id_: record.document() for id_, record in shelf.items()}
        for table, shelf in state.network.shelves.items()
    }
    complete[GONE] = documents.get(GONE, {})
    return complete


def _reconstructed(places: Places, reading: Reading) -> Documents | None:
    """The documents of the snapshot the journal names, from backups and history; None if they are lost."""
    head = reading.head
    if head is None:
        return None
    for backup in [*reversed(backups.made(places.backups)), None]:
        if backup is None or backup.seq <= head.seq:
            documents = {} if backup is None else backups.readable(backup)
            if documents is not None and _brought_up_to(documents, backup.seq if backup else 0, head, places):
                return documents
    return None


def _brought_up_to(documents: Documents, since: int, head: Head, places: Places) -> bool:
    """Replay the history on documents as of `since`; whether they are then what the head names."""
    entries = [entry for entry in history.backwards(places.history) if since < entry.seq <= head.seq]
    for entry in reversed(entries):
        for change in entry.changes:
            put(documents, change, entry.at)
    return digest(render(documents, Meta(SCHEMA, head.seq))) == head.digest


def _replay(documents: Documents, reading: Reading) -> int:
    """Apply the journal where it still fits; how many changes did not."""
    clashes = 0
    for entry in reading.entries:
        for change in entry.changes:
            if content(documents.get(change.table, {}).get(change.id)) == content(change.before):
                put(documents, change, entry.at)
            else:
                clashes += 1
    return clashes


def _differences(expected: Documents, wanted: Documents) -> Iterator[Change]:
    for table in sorted((expected.keys() | wanted.keys()) - {GONE}):
        ours, theirs = expected.get(table, {}), wanted.get(table, {})
        for id_ in sorted(ours.keys() | theirs.keys()):
            before, after = ours.get(id_), theirs.get(id_)
            if content(before) == content(after):
                continue
            if after is not None:
                known = [document["revision"] for document in (before, after) if document]
                after = {**after, "revision": max(known) + (before is not None)}
            yield Change(table, id_, before, after)


def _told(places: Places, clashes: int, *, undoable: bool) -> str:
    sentence = f"{places.snapshot.name} was changed outside Allies; the change was taken over"
    sentence += " and can be undone." if undoable else ", but cannot be undone."
    if clashes:
        sentence += f" {clashes} newer changes did not fit it any more; the history holds them."
    return sentence
