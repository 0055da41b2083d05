"""Reading a store from its files, and saying in what state they are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from . import disk, history
from .codec import NotValid, decode_strictly, digest
from .disk import Mark, NotAFile
from .entry import Entry
from .errors import DiskRefused, StoreUnreadable
from .journal import Head, Lines, this_machine
from .journal import parse as parse_lines
from .migrations import SCHEMA
from .places import Places
from .snapshot import Documents, Meta, parse_own
from .snapshot import parse as parse_snapshot
from .state import looks_clean

_TRIES = 20

Found = Literal[
    "nothing",  # no store here yet
    "whole",  # snapshot and journal belong together
    "unjournalled",  # a valid snapshot alone
    "outside",  # a valid snapshot the journal does not name, at the same transaction
    "ahead",  # a valid snapshot later than its journal, which holds nothing more
    "older-copy",  # a valid snapshot from before its journal
    "apart",  # snapshot and journal went separate ways, both with changes
    "other-machine",  # a journal with changes that another machine wrote
]


class Damaged(StoreUnreadable):
    """A file of the store is not what it should be. `raw` is what it held, if it could be read."""

    def __init__(self, sentence: str, raw: bytes | None = None) -> None:
        super().__init__(sentence)
        self.raw = raw


@dataclass(frozen=True)
class Reading:
    """The files of a store at one moment. `entries` are the transactions the snapshot has not in it."""

    found: Found
    documents: Documents = field(default_factory=dict)
    schema: int = SCHEMA
    seq: int = 0
    clean: bool = True
    entries: Sequence[Entry] = ()
    head: Head | None = None
    snapshot: Mark | None = None
    journal: Mark | None = None
    good: int = 0
    torn: bool = False
    digest: str = ""
    raw: bytes = b""

    @property
    def last_seq(self) -> int:
        """The number of the last transaction anywhere in it."""
        return max([self.seq, self.head.seq if self.head else 0, *(entry.seq for entry in self.entries)])


def read(places: Places) -> Reading:
    """Read snapshot and journal as they stood together at one moment, without a lock.

    Raises `Damaged`, or `DiskRefused` where they may not be read.
    """
    for _ in range(_TRIES):
        journal = _bytes(places, "journal")
        snapshot = _bytes(places, "snapshot")
        if _same(disk.mark(places.journal), journal) and disk.mark(places.snapshot) == _mark(snapshot):
            break
    return _diagnosed(places, snapshot, journal)


def _bytes(places: Places, which: Literal["snapshot", "journal"]) -> tuple[bytes, Mark] | None:
    path = places.snapshot if which == "snapshot" else places.journal
    try:
        return disk.read(path)
    except NotAFile as error:
        raise Damaged(f"{path} is not a file, so it cannot be the store; nothing was changed.") from error
    except PermissionError as error:
        raise DiskRefused(f"{path} may not be read by you.") from error
    except OSError as error:
        raise DiskRefused(
            f"{path} cannot be read ({(error.strerror or 'unknown error').lower()})."
        ) from error


def _mark(found: tuple[bytes, Mark] | None) -> Mark | None:
    return found[1] if found else None


def _same(now: Mark | None, found: tuple[bytes, Mark] | None) -> bool:
    """Whether the journal is the file that was read; it may have grown."""
    return (now.inode if now else None) == (found[1].inode if found else None)


def _diagnosed(
    places: Places, snapshot: tuple[bytes, Mark] | None, journal: tuple[bytes, Mark] | None
) -> Reading:
    name = places.snapshot.name
    if snapshot is None:
        if journal is None and not _remembered(places):
            return Reading("nothing")
        raise Damaged(f"{name} is missing, although {places.folder.name} or its journal is there.")
    raw, snapshot_mark = snapshot
    lines = _lines(places, journal)
    found = digest(raw)
    head = lines.head
    own = head is not None and found in {head.digest, *(folding.digest for folding in lines.foldings)}
    documents, meta = _decoded(name, raw, own=own)
    entries = [entry for entry in lines.entries if meta is None or entry.seq > meta.seq]
    seq = 0 if meta is None else meta.seq
    return Reading(
        found=_found(places, own, seq, lines, entries),
        documents=documents,
        schema=1 if meta is None else meta.schema,
        seq=seq,
        clean=own and looks_clean(raw),
        entries=entries,
        head=head,
        snapshot=snapshot_mark,
        journal=_mark(journal),
        good=lines.size,
        torn=lines.end == "torn",
        digest=found,
        raw=raw,
    )


def _lines(places: Places, journal: tuple[bytes, Mark] | None) -> Lines:
    if journal is None:
        return Lines()
    name = places.journal.name
    try:
        lines = parse_lines(journal[0])
    except NotValid as error:
        raise Damaged(f"{name} {error}.", journal[0]) from error
    if lines.head is None:
        raise Damaged(f"{name} has lost its beginning.", journal[0])
    return lines


def _decoded(name: str, raw: bytes, *, own: bool) -> tuple[Documents, Meta | None]:
    try:
        return parse_own(raw) if own else parse_snapshot(decode_strictly(raw))
    except NotValid as error:
        raise Damaged(f"{name} {error}.", raw) from error


def _found(places: Places, own: bool, seq: int, lines: Lines, entries: Sequence[Entry]) -> Found:
    head = lines.head
    if head is None:
        kept = history.last_seq(places.history)
        return "unjournalled" if kept is None or kept <= seq else "older-copy"
    if own:
        elsewhere = bool(entries) and head.machine != this_machine()
        return "other-machine" if elsewhere else "whole"
    if seq < head.seq:
        return "older-copy"
    if seq in {head.seq, *(folding.seq for folding in lines.foldings)}:
        return "outside"
    return "apart" if entries else "ahead"


def _remembered(places: Places) -> bool:
    """Whether the folder beside the store shows that there was one."""
    return bool(disk.names(places.history) or disk.names(places.backups))
