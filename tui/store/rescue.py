"""Bringing back a store that cannot be opened."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from tui.clock import Today, utc_now

from . import backups, disk, history
from .codec import NotValid, body_of, decode_quickly, decode_strictly, digest
from .entry import Entry
from .errors import StoreUnreadable, refusals
from .folding import fold
from .guard import Guard
from .migrations import SCHEMA, migrated
from .places import Places
from .snapshot import Documents
from .snapshot import parse as parse_snapshot
from .state import State


def rescue(path: Path, name: str, today: Today, now: Callable[[], datetime] = utc_now) -> None:
    """Put a backup in the place of a store that cannot be opened or is not the newest.

    `name` is that of a backup, or of the snapshot itself: then it goes on with what can be read of it. What
    was there is put aside. Raises `StoreError`.
    """
    places = Places.of(path)
    with Guard(places.lock).held(), refusals("The backup could not be brought back"):
        documents = readable_now(places) if name == places.snapshot.name else _from_backup(places, name)
        _replace(places, documents, f"brought back {name}", today, now)


def begun_anew(path: Path, today: Today, now: Callable[[], datetime] = utc_now) -> None:
    """Put an empty store in the place of one of which nothing can be read and no backup is left.

    What was there is put aside. Raises `StoreError`.
    """
    places = Places.of(path)
    with Guard(places.lock).held(), refusals("A new store could not be begun"):
        _replace(places, {}, "began anew", today, now)


def _replace(
    places: Places, documents: Documents, label: str, today: Today, now: Callable[[], datetime]
) -> None:
    """Make these the documents of the store, whatever there was. The caller holds the lock."""
    seq = _highest_seq(places) + 1
    documents = State(documents, seq, clean=False).documents
    for records in documents.values():
        for document in records.values():
            if "revision" in document:
                document["revision"] = seq  # higher than any it can have had: a transaction adds one
    kept = _entries(places)
    _put_aside(places, now())
    entry = Entry(seq, now(), today(), "command", label, ())
    fold(places, documents, seq, [*kept, entry], now=now())


def _from_backup(places: Places, name: str) -> Documents:
    backup = backups.named(places.backups, name)
    try:
        return backups.read(backup)
    except NotValid as error:
        raise StoreUnreadable(f"The backup {name} {error}.") from error


def readable_now(places: Places) -> Documents:
    """The documents of the snapshot on disk. Raises `StoreUnreadable`, `OSError`."""
    found = disk.read(places.snapshot)
    if found is None:
        raise StoreUnreadable(f"{places.snapshot.name} is not there.")
    try:
        documents, meta = parse_snapshot(decode_strictly(found[0]))
        if meta is None:
            raise NotValid("does not say that it is a store of Allies")
        if meta.schema > SCHEMA:
            raise NotValid(f"has the shape {meta.schema}, which a newer Allies wrote")
        documents = migrated(documents, meta.schema)
        State(documents, meta.seq, clean=False)
    except NotValid as error:
        raise StoreUnreadable(f"{places.snapshot.name} {error}.") from error
    return documents


def _highest_seq(places: Places) -> int:
    """The highest number any transaction can have had."""
    known = [history.last_seq(places.history) or 0, *(backup.seq for backup in backups.made(places.backups))]
    with suppress(OSError, NotValid):
        found = disk.read(places.journal)
        for line in found[0].split(b"\n") if found else ():
            if (body := body_of(line)) is not None:
                value = decode_quickly(body)
                known.append(int(value.get("seq", 0) or value.get("journal", {}).get("seq", 0)))
    with suppress(OSError, NotValid):
        found = disk.read(places.snapshot)
        meta = parse_snapshot(decode_strictly(found[0]))[1] if found else None
        known.append(meta.seq if meta else 0)
    return max(known)


def _entries(places: Places) -> list[Entry]:
    """The transactions of the journal that can still be read, for the history."""
    entries: list[Entry] = []
    with suppress(OSError):
        found = disk.read(places.journal)
        for line in found[0].split(b"\n") if found else ():
            with suppress(NotValid):
                if (body := body_of(line)) is not None:
                    entries.append(Entry.parse(body))
    return entries


def _put_aside(places: Places, now: datetime) -> None:
    """Keep copies of what is there, and take the journal out of the way."""
    disk.make_folder(places.folder)
    for path in (places.snapshot, places.journal):
        try:
            found = disk.read(path)
        except disk.NotAFile:
            disk.rename(path, places.folder / f"replaced-{now:%Y%m%dT%H%M%SZ}-{path.name}")
            continue
        if found is not None:
            aside = places.folder / f"replaced-{now:%Y%m%dT%H%M%SZ}-{digest(found[0])[:8]}-{path.name}"
            if disk.mark(aside) is None:
                disk.write_whole(aside, found[0])
    disk.remove(places.journal)
