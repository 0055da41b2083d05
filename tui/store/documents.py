"""TinyDB on our own storage: tables over the documents in memory, changes gathered for one journal line."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from .errors import StoreError
from .snapshot import Documents

Staged = dict[tuple[str, str], dict[str, Any] | None]
Updater = Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None]


class JournalStorage(Storage):
    """Reads the documents a process has in memory. Writing goes through `stage`, not whole files."""

    def __init__(self, current: Callable[[], Documents]) -> None:
        self._current = current
        self.staged: Staged | None = None
        """Changes since a transaction began, None outside of one."""

    def read(self) -> dict[str, dict[str, Any]]:
        return cast("dict[str, dict[str, Any]]", self._current())  # TinyDB only reads what it is given

    def write(self, data: dict[str, dict[str, Any]]) -> None:  # noqa: ARG002 - TinyDB's signature
        raise StoreError("The store is written one transaction at a time.")

    def stage(self, table: str, doc_id: int, document: Mapping[str, Any] | None) -> None:
        """Note a document's next version, or None for its end. Raises `StoreError` outside a transaction."""
        if self.staged is None:
            raise StoreError("The store is written inside a transaction only.")
        self.staged[table, str(doc_id)] = None if document is None else dict(document)

    def newest(self, table: str, doc_id: int) -> dict[str, Any] | None:
        """A document as this transaction has it so far."""
        key = (table, str(doc_id))
        if self.staged is not None and key in self.staged:
            return self.staged[key]
        return self._current().get(table, {}).get(str(doc_id))


class RecordTable(Table):
    """A table whose writes are staged; documents carry their own ids."""

    default_query_cache_capacity = 0  # another process's write would make it stale

    @property
    def _journal(self) -> JournalStorage:
        storage = self.storage
        if not isinstance(storage, JournalStorage):
            raise TypeError(storage)
        return storage

    def insert(self, document: Mapping[str, Any]) -> int:
        if not isinstance(document, Document):
            raise ValueError("a record comes with its id")
        if self._journal.newest(self.name, document.doc_id) is not None:
            raise ValueError(f"Document with ID {document.doc_id} already exists")
        self._journal.stage(self.name, document.doc_id, document)
        return document.doc_id

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        return [self.insert(document) for document in documents]

    def update(
        self, fields: Updater, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None
    ) -> list[int]:
        wanted = self._matching(cond, doc_ids)
        for doc_id in wanted:
            document = dict(self._journal.newest(self.name, doc_id) or {})
            if callable(fields):
                fields(document)
            else:
                document.update(fields)
            self._journal.stage(self.name, doc_id, document)
        return wanted

    def update_multiple(self, updates: Iterable[tuple[Updater, QueryLike]]) -> list[int]:
        return [doc_id for fields, cond in updates for doc_id in self.update(fields, cond)]

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        if isinstance(document, Document):
            self._journal.stage(self.name, document.doc_id, document)
            return [document.doc_id]
        if cond is None:
            raise ValueError("a record comes with its id, or a query finds it")
        return self.update(document, cond)

    def remove(self, cond: QueryLike | None = None, doc_ids: Iterable[int] | None = None) -> list[int]:
        if cond is None and doc_ids is None:
            raise RuntimeError("Use truncate() to remove all documents")
        wanted = self._matching(cond, doc_ids)
        for doc_id in wanted:
            self._journal.stage(self.name, doc_id, None)
        return wanted

    def truncate(self) -> None:
        for document in self.all():
            self._journal.stage(self.name, document.doc_id, None)

    def _matching(self, cond: QueryLike | None, doc_ids: Iterable[int] | None) -> list[int]:
        ids = [document.doc_id for document in self] if doc_ids is None else list(doc_ids)
        found = ((doc_id, self._journal.newest(self.name, doc_id)) for doc_id in ids)
        return [
            doc_id for doc_id, document in found if document is not None and (cond is None or cond(document))
        ]


class Database(TinyDB):
    """The TinyDB database of one store."""

    table_class = RecordTable
