"""Folding: history, then a new snapshot, then a fresh journal; each step harmless to repeat."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from . import backups, disk, history
from .codec import digest
from .disk import Mark
from .entry import Entry
from .journal import Folding, Head, this_machine
from .migrations import SCHEMA
from .places import Places
from .snapshot import Documents, Meta, render


class Folded(NamedTuple):
    """What a fold left: the marks of both files, the journal's size and the snapshot's digest."""

    snapshot: Mark
    journal: Mark
    digest: str


def fold(
    places: Places,
    documents: Documents,
    seq: int,
    entries: Sequence[Entry],
    *,
    now: datetime,
    replaces: tuple[str, int] | None = None,
) -> Folded:
    """Write everything into a new snapshot. The caller holds the lock. Raises `OSError`.

    `entries` are the transactions to move to the history. `replaces` is the digest and transaction of the
    snapshot on disk, which becomes a backup.
    """
    disk.sweep(places.home, places.snapshot.name, places.journal.name)
    history.append(places.history, entries)
    raw = render(documents, Meta(SCHEMA, seq))
    name = digest(raw)
    _announce(places, Folding(seq, name))
    if replaces is not None:
        backups.keep_old_snapshot(places.backups, places.snapshot, *replaces, now)
    snapshot = disk.write_whole(places.snapshot, raw)
    journal = disk.write_whole(places.journal, Head(SCHEMA, seq, len(raw), name, this_machine()).line())
    return Folded(snapshot, journal, name)


def _announce(places: Places, folding: Folding) -> None:
    """Say in the old journal which snapshot is about to come."""
    if disk.mark(places.journal) is None:
        return
    descriptor = disk.open_to_append(places.journal)
    try:
        disk.write(descriptor, folding.line())
        disk.make_durable(descriptor)
    finally:
        disk.close(descriptor)
