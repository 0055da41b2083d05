"""A transaction: what is to be written together."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from tui.domain.records.cleaning import NotStorable, cleaned
from tui.domain.records.network import Network
from tui.domain.records.record import Record

from .errors import Deleted, Refused
from .joining import joined
from .snapshot import GONE

if TYPE_CHECKING:
    from .documents import Database

R = TypeVar("R", bound=Record)


class Transaction:
    """Gathers records to put and delete. Nothing is written before the transaction's block ends well."""

    def __init__(
        self,
        database: "Database",
        network: Network,
        new_id: Callable[[], str],
        earlier: Callable[[Record], Record | None],
        now: datetime,
    ) -> None:
        self._database = database
        self._earlier = earlier
        self._new_id = new_id
        self._now = now
        self.network = network
        """The newest network, with what this transaction has put and deleted so far."""

    def new_id(self) -> str:
        """An id that nothing has or had."""
        return self._new_id()

    def put(self, record: R, base: R | None = None) -> R:
        """Add or change a record; gives it as it will be saved, cleaned and with its new revision.

        `base` is the version the change started from; without it, the stored version of the same revision.
        Where the store's is newer, both are joined field by field. Raises `Conflict` where both changed the
        same field, `Deleted` where the record is gone, `Refused` where it cannot be kept.
        """
        current = self.network.of(type(record)).get(record.id)
        if current is None:
            if record.revision or base is not None:
                raise Deleted(
                    f"This {_noun_of(record)} was deleted elsewhere meanwhile; undo brings it back."
                )
            return self._stage(record, None)
        if record.revision == 0 and base is None:
            raise Refused("Something else was given the same id just now; please try again.")
        opened = base or (record if record.revision == current.revision else None)
        if opened is not None and opened.revision == current.revision:
            return self._stage(record, current)
        return self._stage(joined(base or self._version_of(record), record, current), current)

    def bring_back(self, record: R) -> R:
        """Put a record that was deleted meanwhile, as it is meant now; what refers to it does so again.

        Raises `Refused` where it was forgotten.
        """
        if record.id in self.network.of(type(record)):
            return self.put(record)
        if (trace := self._database.table(GONE).get(doc_id=int(record.id))) and "forgotten" in trace:
            raise Refused(f"This {_noun_of(record)} was forgotten for good.")
        return self._stage(record, None)

    def delete(self, record: Record) -> None:
        """Take a record out of the network; what refers to it stays. Raises `Refused` where it is gone."""
        if record.id not in self.network.of(type(record)):
            raise Refused(f"This {record.table} was deleted already.")
        self._database.table(record.table).remove(doc_ids=[int(record.id)])
        self.network = self.network.with_changes(self.network.seq, {record.table: {record.id: None}})

    def _version_of(self, record: R) -> R:
        """The stored version of the revision a record was made from."""
        version = self._earlier(record)
        if not isinstance(version, type(record)):
            raise Refused(f"This {record.table} was changed elsewhere meanwhile; nothing was saved.")
        return version

    def _stage(self, record: R, current: R | None) -> R:
        if current is not None and record.content() == current.content():
            return current
        from tinydb.table import Document

        marks = {
            "id": record.id or self._new_id(),
            "revision": (current or record).revision + 1,
            "created": (current or record).created or self._now,
            "changed": self._now,
        }
        saved = _cleaned(record).model_copy(update=marks)
        document = saved.document()
        self._database.table(record.table).upsert(Document(document, doc_id=int(saved.id)))
        self.network = self.network.with_changes(self.network.seq, {record.table: {saved.id: saved}})
        return saved


def _noun_of(record: Record) -> str:
    from tui.domain.entry import noun_of  # its rules are read where something is entered, not at a start

    return noun_of(record.table)


def _cleaned(record: R) -> R:
    """The record with clean text, validated again where cleaning changed it. Raises `Refused`."""
    document = record.document()
    try:
        clean = cleaned(type(record), document)
        return record if clean is document else type(record).model_validate(clean)
    except NotStorable as error:
        raise Refused(str(error)) from error
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        raise Refused(f"What {place} holds cannot be kept.") from error
