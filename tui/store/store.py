"""The store: the one door to what is kept on disk."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TypeVar

import orjson
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document

from tui.clock import Today, civil_today, utc_now
from tui.domain.network import RECORD_TYPES, Network
from tui.domain.record import Record
from tui.domain.shelf import Shelf

R = TypeVar("R", bound=Record)

Origin = Literal["dashboard", "command"]


class _WholeFile(Storage):
    """Rewrites the whole document through a temporary file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> dict[str, dict[str, Any]] | None:
        if not self._path.exists():
            return None
        data: dict[str, dict[str, Any]] = orjson.loads(self._path.read_bytes())
        return data

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        descriptor, name = tempfile.mkstemp(dir=self._path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(orjson.dumps(data, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS))
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(self._path)


class Transaction:
    """What is to be written together. Nothing is written before the transaction's block ends well."""

    def __init__(self, store: "Store", label: str) -> None:
        self.label = label
        self._store = store
        self.changes: dict[str, dict[str, Record | None]] = {}

    @property
    def network(self) -> Network:
        """The newest network, as this transaction found it."""
        return self._store.network

    def new_id(self) -> str:
        """An id nothing else has."""
        return self._store.new_id()

    def put(self, record: R, base: R | None = None) -> R:  # noqa: ARG002
        """Add or change a record; gives it as it will be saved.

        `base` is the version the change started from: where the store's is newer, both are joined field by
        field. Raises `Conflict` where both changed the same field, or no base says what changed here.
        """
        now = utc_now()
        saved = record.changed_to(
            id=record.id or self.new_id(),
            revision=record.revision + 1,
            created=record.created or now,
            changed=now,
        )
        self.changes.setdefault(record.table, {})[saved.id] = saved
        return saved

    def delete(self, record: Record) -> None:
        """Take a record out of the network. Undoable."""
        self.changes.setdefault(record.table, {})[record.id] = None


class Store:
    """A network on disk, shared with other processes.

    Safe to use from several threads; one transaction runs at a time.
    """

    def __init__(self, path: Path, *, origin: Origin = "command", today: Today = civil_today) -> None:
        """Open the store at `path`, or make a new one. Raises `StoreError`."""
        self.path = path
        self.origin = origin
        self.today = today
        self.read_only: str | None = None
        self._db = TinyDB(path, storage=_WholeFile)
        self.network = self._load()

    def _load(self) -> Network:
        shelves = {
            table: Shelf({str(doc.doc_id): type_.model_validate(doc) for doc in self._db.table(table)})
            for table, type_ in RECORD_TYPES.items()
        }
        return Network(shelves=shelves)

    @contextmanager
    def transaction(self, label: str) -> Iterator[Transaction]:
        """All that is put or deleted in the block is written at its end, or nothing. Raises `StoreError`."""
        transaction = Transaction(self, label)
        yield transaction
        for table, records in transaction.changes.items():
            for id_, record in records.items():
                if record is None:
                    self._db.table(table).remove(doc_ids=[int(id_)])
                else:
                    self._db.table(table).upsert(Document(record.document(), doc_id=int(id_)))
        self.network = self.network.with_changes(self.network.seq + 1, transaction.changes)

    def save(self, *records: Record, label: str) -> tuple[Record, ...]:
        """Put records in one transaction of their own."""
        with self.transaction(label) as transaction:
            return tuple(transaction.put(record) for record in records)

    def new_id(self) -> str:
        """An id nothing else has."""
        now = int(utc_now().timestamp() * 1000)
        return str(now << 21)

    def refresh(self) -> bool:
        """Take in what other processes wrote; whether anything was new."""
        fresh = self._load()
        self.network = fresh
        return True

    def close(self) -> None:
        """Leave the store in order."""
        self._db.close()
