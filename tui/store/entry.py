"""One transaction as the journal and the history keep it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, get_args

from tui.domain.records.record import instant

from .codec import NotValid, checked_line, decode_quickly
from .snapshot import Change

Origin = Literal["dashboard", "command"]


@dataclass(frozen=True)
class Entry:
    """A transaction: its number in the store, when and from where it came, and all it changed.

    `undoes` and `redoes` name the transaction that this one takes back, or brings back; `undone` is set
    where a history is listed.
    """

    seq: int
    at: datetime
    day: date
    origin: Origin
    label: str
    changes: tuple[Change, ...]
    undoes: int | None = None
    redoes: int | None = None
    undone: bool = False

    @property
    def plain(self) -> bool:
        """Whether it is a change of its own, not the undoing or redoing of one."""
        return self.undoes is None and self.redoes is None

    def line(self) -> bytes:
        """The entry as a checked line."""
        value: dict[str, Any] = {
            "seq": self.seq,
            "at": instant(self.at),
            "day": self.day.isoformat(),
            "origin": self.origin,
            "label": self.label,
            "changes": [tuple(change) for change in self.changes],
        }
        if self.undoes is not None:
            value["undoes"] = self.undoes
        if self.redoes is not None:
            value["redoes"] = self.redoes
        return checked_line(value)

    @classmethod
    def parse(cls, body: bytes) -> "Entry":
        """The entry of a line's body. Raises `NotValid`."""
        return cls.of(decode_quickly(body))

    @classmethod
    def of(cls, value: Any) -> "Entry":
        """The entry of a decoded line, whatever it held. Raises `NotValid`."""
        try:
            return cls(
                seq=_number(value["seq"]),
                at=datetime.fromisoformat(value["at"]),
                day=date.fromisoformat(value["day"]),
                origin=_origin(value["origin"]),
                label=str(value["label"]),
                changes=tuple(_changes(value["changes"])),
                undoes=None if value.get("undoes") is None else _number(value["undoes"]),
                redoes=None if value.get("redoes") is None else _number(value["redoes"]),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise NotValid("holds a line that is not a transaction") from error


def _number(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise ValueError(value)
    return value


def _origin(value: Any) -> Origin:
    if value not in get_args(Origin):
        raise ValueError(value)
    origin: Origin = value
    return origin


def _changes(value: Any) -> Iterator[Change]:
    for table, id_, before, after in value:
        if not (isinstance(table, str) and isinstance(id_, str) and id_.isdigit()):
            raise ValueError(id_)
        if not all(document is None or isinstance(document, dict) for document in (before, after)):
            raise TypeError(id_)
        yield Change(table, id_, before, after)
