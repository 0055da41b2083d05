"""Our place in the files: how far we have read, and how a line is added so that all of it counts or none."""

import errno
import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime

from . import disk
from .codec import NotValid, digest
from .disk import Mark
from .errors import DiskRefused
from .folding import Folded, fold
from .journal import Lines, parse
from .migrations import SCHEMA
from .places import Places
from .state import State

_SENTENCES = {
    errno.ENOSPC: "The disk is full; nothing was saved.",
    errno.EDQUOT: "Your disk quota is used up; nothing was saved.",
    errno.EROFS: "The disk may not be written to; nothing was saved.",
    errno.EACCES: "The store may not be written to by you; nothing was saved.",
}


@dataclass
class Position:
    """How far a process has read: the files' marks then, and the good bytes of the journal.

    `seq` and `digest` are those of the snapshot that the journal continues.
    """

    places: Places
    seq: int
    digest: str
    snapshot: Mark | None
    journal: Mark | None
    offset: int
    usable: bool = True
    _descriptor: int | None = field(default=None, repr=False)

    def at_the_end(self, journal: Mark, snapshot: Mark) -> bool:
        """Whether files with these marks hold nothing we have not read."""
        return journal == self.journal and snapshot == self.snapshot and journal.size == self.offset

    def same_journal(self, journal: Mark) -> bool:
        """Whether this is the mark of the journal we know; it may have grown."""
        return self.journal is not None and journal.inode == self.journal.inode

    def read_on(self) -> bytes | None:
        """What the journal holds after our place; None where it is another file or was cut behind us."""
        found = disk.read(self.places.journal, self.offset)
        if found is None:
            return None
        raw, mark = found
        if self.journal is None or mark.inode != self.journal.inode or mark.size < self.offset:
            return None
        self.journal = mark
        return raw

    def folding(self) -> bool:
        """Whether somebody is in the middle of a fold: announced, with the journal not yet replaced."""
        with suppress(OSError, NotValid):
            found = disk.read(self.places.journal, self.offset)
            return found is not None and bool(parse(found[0]).foldings)
        return False

    def successor(self) -> tuple["Position", Lines] | None:
        """Our place at the end of a journal that took over after a fold, and its lines.

        None where the snapshot is not the one the journal names, or its shape is another. Raises `OSError`,
        `NotValid`.
        """
        journal, snapshot = disk.read(self.places.journal), disk.read(self.places.snapshot)
        if journal is None or snapshot is None:
            return None
        lines = parse(journal[0])
        if lines.head is None or lines.head.schema != SCHEMA or digest(snapshot[0]) != lines.head.digest:
            return None
        head = lines.head
        return Position(self.places, head.seq, head.digest, snapshot[1], journal[1], lines.size), lines

    def look(self) -> None:
        """Note how the journal is now; only while nobody else may write."""
        self.journal = disk.mark(self.places.journal)

    def descriptor(self) -> int:
        """The journal, open for appending."""
        if self._descriptor is None:
            self._descriptor = disk.open_to_append(self.places.journal)
        return self._descriptor

    def release(self) -> None:
        """Let go of the journal."""
        if self._descriptor is not None:
            with suppress(OSError):
                disk.close(self._descriptor)
            self._descriptor = None


def append(position: Position, line: bytes) -> None:
    """Add a line to the journal and return once it is durable. The caller holds the lock.

    After a failure the journal is as before, and `position.usable` says whether that could be made sure.
    Raises `DiskRefused`.
    """
    try:
        descriptor = position.descriptor()
        disk.write(descriptor, line)
        disk.make_durable(descriptor)
    except OSError as error:
        position.release()
        try:
            disk.cut_back(position.places.journal, position.offset)
        except OSError:
            position.usable = False
        position.look()
        raise DiskRefused(_sentence(error)) from error
    position.offset += len(line)
    found = os.fstat(descriptor)
    position.journal = Mark(found.st_ino, found.st_size, found.st_mtime_ns)


def fold_now(places: Places, state: State, position: Position | None, now: datetime) -> Position:
    """Fold what the state holds; gives our place in the fresh journal. The caller holds the lock."""
    entries = []
    if position is not None:
        found = disk.read(places.journal)
        entries = [entry for entry in parse(found[0]).entries if entry.seq > position.seq] if found else []
    replaces = None if position is None else (position.digest, position.seq)
    folded = fold(places, state.documents, state.seq, entries, now=now, replaces=replaces)
    if position is not None:
        position.release()
    return at_start(places, state.seq, folded)


def at_start(places: Places, seq: int, folded: Folded) -> Position:
    """Our place in the journal a fold began."""
    return Position(places, seq, folded.digest, folded.snapshot, folded.journal, folded.journal.size)


def _sentence(error: OSError) -> str:
    fallback = f"The disk reported a failure ({(error.strerror or 'unknown').lower()}); nothing was saved."
    return _SENTENCES.get(error.errno or 0, fallback)
