"""The store: the one door to what is kept on disk."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tui.clock import Today, civil_today, utc_now
from tui.domain.records.network import Network
from tui.domain.records.record import Record, instant

from . import backups, disk, undo
from .backups import Backup
from .codec import NotValid
from .drafts import Drafts
from .engine import Engine
from .entry import Entry, Origin
from .errors import Refused, StoreError, StoreUnreadable, refusals
from .ids import Mint
from .notices import notices
from .places import Places
from .snapshot import GONE, Change, Documents
from .state import record_of
from .transaction import Transaction
from .undecoded import Document

if TYPE_CHECKING:
    from .documents import Database, JournalStorage


class Store:
    """A network on disk, shared with other processes.

    Safe to use from several threads; one transaction runs at a time. Reading the network takes no lock.
    """

    def __init__(
        self,
        path: Path,
        *,
        origin: Origin = "command",
        today: Today = civil_today,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        """Open the store at `path`; where there is none, the first transaction makes it.

        Raises `StoreUnreadable` where what is there cannot be shown, `DiskRefused` where it may not be read.
        """
        self.places = Places.of(path)
        self.drafts = Drafts(self.places)
        self._engine = Engine(self.places, origin, today, now)
        self._mint = Mint(now, self._taken)

    # What is there

    @property
    def path(self) -> Path:
        """Where the snapshot is, with links resolved."""
        return self.places.snapshot

    @property
    def network(self) -> Network:
        """Everything, as this process last saw it."""
        return self._engine.state.network

    @cached_property
    def database(self) -> "Database":
        """The TinyDB database over the same documents, for reading."""
        from .documents import Database

        return Database(storage=lambda: self._storage)

    @cached_property
    def _storage(self) -> "JournalStorage":
        """What the database reads and writes; TinyDB is imported where it is first used, not at the start."""
        from .documents import JournalStorage

        return JournalStorage(lambda: self._engine.state.documents)

    @property
    def problem(self) -> StoreError | None:
        """Why nothing can be saved, None where it can."""
        return self._engine.problem

    @property
    def read_only(self) -> str | None:
        """The sentence that says why nothing can be saved, None where it can."""
        return None if self.problem is None else str(self.problem)

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to tell the person once after opening."""
        return (*self._engine.notices, *notices(self.places))

    def new_id(self) -> str:
        """An id that nothing has or had."""
        return self._mint.new()

    def history(self, limit: int | None = None) -> list[Entry]:
        """The newest transactions, the newest last, each with whether it is undone now."""
        entries = list(self._engine.newest_first())
        taken_back = undo.undone(entries)
        return [replace(entry, undone=entry.seq in taken_back) for entry in entries[:limit]][::-1]

    # Writing

    @contextmanager
    def transaction(self, label: str) -> Iterator[Transaction]:
        """All that is put or deleted in the block is durable when it ends, or nothing is written.

        `label` says in few words what is done, for undo and history. Raises `StoreError`.
        """
        with self._engine.writing() as now:
            if self._storage.staged is not None:
                raise StoreError("One transaction cannot begin inside another.")
            self._storage.staged = {}
            try:
                transaction = Transaction(self.database, self.network, self._mint.new, self._earlier, now)
                yield transaction
                self._engine.commit(self._engine.entry(label, now, self._staged()), transaction.network)
            finally:
                self._storage.staged = None

    def save(self, *records: Record, label: str) -> tuple[Record, ...]:
        """Put records in one transaction of their own."""
        with self.transaction(label) as transaction:
            return tuple(transaction.put(record) for record in records)

    def undo(self, seq: int | None = None) -> Entry:
        """Take back a transaction; without a number the newest that can be meant.

        That is the newest one made in a dashboard for a dashboard, the newest of all for a command. Gives the
        transaction taken back. Raises `Refused` where a record was changed since.
        """
        with self._engine.writing() as now:
            newest_first = self._engine.newest_first()
            wanted = undo.next_to_undo(newest_first, self._own) if seq is None else self._numbered(seq)
            if wanted.undoes is not None:
                return self._bring_back(self._numbered(wanted.undoes), now)
            return self._take_back(wanted if wanted.redoes is None else self._numbered(wanted.redoes), now)

    def redo(self) -> Entry:
        """Bring back what was undone last; gives that transaction. Raises `Refused`."""
        with self._engine.writing() as now:
            last = undo.next_to_redo(self._engine.newest_first(), self._own)
            return self._bring_back(self._numbered(last.undoes or 0), now)

    # Following

    def moved(self) -> bool:
        """Whether anybody has written since this process last looked: two looks at the file system."""
        return self._engine.moved()

    def refresh(self) -> bool:
        """Take in what others wrote; whether anything was new. Raises `StoreError`."""
        return self._engine.refresh()

    # Keeping

    def fold(self) -> None:
        """Write the snapshot and begin a fresh journal. Raises `StoreError`."""
        self._engine.fold()

    def tidy(self) -> bool:
        """Fold if this process wrote and it is worth while; whether it did. Raises `StoreError`."""
        return self._engine.tidy()

    def backup(self) -> Backup:
        """Keep a copy of everything as it is now. Raises `StoreError`."""
        with self._engine.writing() as now, refusals("The backup could not be written"):
            self._engine.fold()
            found = disk.read(self.path)
            if found is None:
                raise Refused("There is nothing to back up yet.")
            return backups.keep_copy(self.places.backups, found[0], self.network.seq, now)

    def backups(self) -> list[Backup]:
        """The backups there are, the oldest first."""
        return backups.made(self.places.backups)

    @staticmethod
    def backups_at(path: Path) -> list[Backup]:
        """The backups of a store that may not be open, the oldest first."""
        return backups.made(Places.of(path).backups)

    def restore(self, name: str) -> Entry:
        """Make everything as it is in a backup, in one transaction that can be undone.

        What is there now becomes a backup before. Raises `StoreError`.
        """
        wanted = backups.named(self.places.backups, name)
        try:
            documents = backups.read(wanted)
        except NotValid as error:
            raise StoreUnreadable(f"The backup {wanted.name} {error}.") from error
        with self._engine.writing() as now:
            self.backup()
            changes = _renewed(self._differences(documents), self._engine.state.document, now)
            entry = self._engine.entry(f"restored the backup {wanted.name}", now, changes)
            self._engine.commit(entry)
            return entry

    def close(self) -> StoreError | None:
        """Fold if this process wrote and it is worth while, and let go of the files.

        Gives what kept the snapshot from being written, if anything; what was acknowledged is in the journal.
        """
        return self._engine.close()

    # How it is done

    @property
    def _own(self) -> Origin | None:
        """Whose transactions undo and redo mean without a number; None: anybody's."""
        return "dashboard" if self._engine.origin == "dashboard" else None

    def _staged(self) -> list[Change]:
        state = self._engine.state
        return [
            Change(table, id_, before, after)
            for (table, id_), after in (self._storage.staged or {}).items()
            if (before := state.document(table, id_)) != after
        ]

    def _earlier(self, record: Record) -> Record | None:
        """The version of a record that has its revision, from journal and history."""
        for entry in self._engine.newest_first():
            for table, id_, _, after in entry.changes:
                if (
                    (table, id_) == (record.table, record.id)
                    and after
                    and after["revision"] == record.revision
                ):
                    return record_of(table, after)
        return None

    def _numbered(self, seq: int) -> Entry:
        for entry in self._engine.newest_first():
            if entry.seq == seq:
                return entry
        raise Refused(f"There is no transaction {seq} in the history.")

    def _take_back(self, entry: Entry, now: datetime) -> Entry:
        if entry.seq in undo.undone(self._engine.newest_first()):
            raise Refused(f'"{entry.label}" is taken back already.')
        changes = self._possible(entry, undo.reversal(entry))
        renewed = _renewed(changes, self._engine.state.document, now)
        self._engine.commit(self._engine.entry(entry.label, now, renewed, undoes=entry.seq))
        return entry

    def _bring_back(self, entry: Entry, now: datetime) -> Entry:
        if entry.seq not in undo.undone(self._engine.newest_first()):
            raise Refused(f'"{entry.label}" is not taken back.')
        changes = self._possible(entry, entry.changes)
        renewed = _renewed(changes, self._engine.state.document, now)
        self._engine.commit(self._engine.entry(entry.label, now, renewed, redoes=entry.seq))
        return entry

    def _possible(self, entry: Entry, changes: Sequence[Change]) -> Sequence[Change]:
        """The changes, if every record still is what they start from. Raises `Refused` otherwise."""
        if not changes:
            raise Refused(f'"{entry.label}" changed nothing that can be changed back.')
        obstacle = undo.first_obstacle(changes, self._engine.state.document)
        if obstacle is None:
            self._refuse_taken_names(changes)
            return changes
        for later in self._engine.newest_first():
            if any((change.table, change.id) == (obstacle.table, obstacle.id) for change in later.changes):
                raise Refused(
                    f'"{entry.label}" stays: "{later.label}" (transaction {later.seq}) came after it.'
                )
        raise Refused(f'"{entry.label}" stays: the {obstacle.table} is not as it left it.')

    def _refuse_taken_names(self, changes: Iterable[Change]) -> None:
        """Raises `Refused` where a record that comes back has a name that another has taken since."""
        from tui.domain.entry import name_taken

        back: dict[str, dict[str, Record | None]] = {}
        for table, id_, _, after in changes:
            back.setdefault(table, {})[id_] = None if after is None else record_of(table, after)
        records = [record for table in back.values() for record in table.values() if record is not None]
        then = self.network.with_changes(self.network.seq, back)
        if sentence := name_taken(records, self.network, then):
            raise Refused(sentence)

    def _differences(self, documents: Documents) -> Iterator[Change]:
        """The changes that make everything as `documents` are; what was forgotten is not brought back."""
        here = self._engine.state.documents
        forgotten = {id_ for id_, trace in here.get(GONE, {}).items() if "forgotten" in trace}
        for table in sorted((documents.keys() | here.keys()) - {GONE}):
            ours, wanted = here.get(table, {}), documents.get(table, {})
            for id_ in sorted((ours.keys() | wanted.keys()) - forgotten):
                if undo.content(ours.get(id_)) != undo.content(wanted.get(id_)):
                    yield Change(table, id_, ours.get(id_), wanted.get(id_))

    def _taken(self, id_: str) -> bool:
        state = self._engine.state
        return id_ in state.documents.get(GONE, {}) or any(
            id_ in shelf for shelf in state.network.shelves.values()
        )


def _renewed(
    changes: Iterable[Change], now_there: Callable[[str, str], Document | None], now: datetime
) -> list[Change]:
    """The changes from what is there now, each record with the revision after every one it had."""
    renewed = []
    for table, id_, before, after in changes:
        current = now_there(table, id_)
        if after is not None:
            known = [document["revision"] for document in (before, after, current) if document]
            after = {**after, "revision": max(known) + 1, "changed": instant(now)}  # noqa: PLW2901
        renewed.append(Change(table, id_, current, after))
    return renewed
