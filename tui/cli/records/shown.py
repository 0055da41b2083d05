"""Records as they are printed: JSON with names beside ids, and lines for reading."""

from collections.abc import Iterable, Mapping
from typing import Any

from tui.domain.records.lookup import MIN_ENDING
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.references import name_of, shown_name

from .fields import Field, fields_of

_BESIDE = {"supporter": "name", "goal": "title"}


def beside(fields: Mapping[str, Field]) -> frozenset[str]:
    """The keys that `show --json` adds for reading: what stands beside each id of a supporter or goal."""
    return frozenset(
        key for field in fields.values() if field.sort == "reference" and (key := _beside(field))
    )


def as_document(record: Record, network: Network) -> dict[str, Any]:
    """The whole record as JSON values, with names beside ids; null beside the id of a record that is gone."""
    document = record.document()
    for field in fields_of(type(record)).values():
        if field.sort == "reference" and (key := _beside(field)):
            ids = document[field.name]
            if field.many:
                document[key] = [name_of(network, field.name, id_) for id_ in ids]
            else:
                document[key] = None if ids is None else name_of(network, field.name, ids)
    return document


def as_lines(record: Record, network: Network) -> str:
    """What is in the record, a field a line; a text of several lines is set in."""
    rows = [("id", record.id), ("revision", str(record.revision))]
    rows += [
        (name.replace("_", " "), text)
        for name in fields_of(type(record))
        if (text := words(record, name, network))
    ]
    width = max(len(name) for name, _ in rows)
    indent = "\n" + " " * (width + 2)
    return "\n".join(f"{name:<{width}}  {text.replace(chr(10), indent)}" for name, text in rows)


def words(record: Record, name: str, network: Network) -> str:
    """The value of a field, or of a property, for reading; empty where there is nothing to say."""
    field = fields_of(type(record)).get(name)
    value = getattr(record, name)
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return "yes"
    if value == 0 and field is not None and field.cleared == 0:
        return ""
    if field is None or field.sort in ("line", "note", "day", "word", "number"):
        return "\n".join(value) if isinstance(value, tuple) else str(value)
    if field.sort == "reference":
        ids = value if field.many else (value,)
        return ", ".join(shown_name(network, name, id_) for id_ in ids)
    if field.sort == "strengths":
        return ", ".join(f"{kind} {strength}" for kind, strength in value.items())
    return "\n".join(f"{change.what}: {change.before} -> {change.after}" for change in value)


def endings(ids: Iterable[str]) -> int:
    """How many last digits tell these ids apart, at least as many as a person has to type."""
    known = list(ids)
    length = MIN_ENDING
    while len({id_[-length:] for id_ in known}) < len(known):
        length += 1
    return length


def _beside(field: Field) -> str:
    word = _BESIDE.get(field.target)
    return f"{field.name}_{word}{'s' if field.many else ''}" if word else ""
