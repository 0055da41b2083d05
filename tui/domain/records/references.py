"""Which fields of records hold the ids of other records, and what those are called."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .network import Network
from .record import Record

REFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "goal": "goal",
        "goals": "goal",
        "supporter": "supporter",
        "supporters": "supporter",
        "knows": "supporter",
        "not_same": "supporter",
        "shared_with": "supporter",
        "because_feedback": "feedback",
        "because_progress": "progress",
    }
)
"""The table each of these fields points to; the same in every class of record."""

_GONE = {"supporter": "someone", "goal": "a goal let go of"}


@cache
def _naming(type_: type[Record]) -> tuple[str, ...]:
    """The fields a class has that name its records; asking for one it has not takes ten times as long."""
    return tuple(name for name in ("name", "title", "text", "did", "note") if name in type_.model_fields)


def called(record: Record) -> str:
    """What a person would call the record: its name, its title, or its first words."""
    for field in _naming(type(record)):
        words = str(getattr(record, field)).split("\n", 1)[0]
        if words:
            return words
    return f"{record.table} of {day}" if (day := getattr(record, "date", None)) else record.table


def name_of(network: Network, field: str, id_: str) -> str | None:
    """What the record with that id is called; None if it is gone."""
    shelf = network.shelves.get(REFERENCES[field])
    record: Record | None = shelf.get(id_) if shelf is not None else None
    return None if record is None else called(record)


def shown_name(network: Network, field: str, id_: str) -> str:
    """The same for reading, with kind words for a record that is gone."""
    return name_of(network, field, id_) or _GONE.get(REFERENCES[field], "a note let go of")
