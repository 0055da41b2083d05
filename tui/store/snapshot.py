"""The snapshot: `network.json`, a plain TinyDB store with one record a line."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from tui.domain.records.record import instant

from .codec import NotValid, decode_quickly, encode

Document = dict[str, Any]
Documents = dict[str, dict[str, Document]]
"""Plain JSON records by table and id, with `gone` and without `meta`."""

META = "meta"
GONE = "gone"
PROGRAM = "allies"

_LARGE = 1_000_000
_PART = 200_000  # bytes that are decoded in about a millisecond


class Change(NamedTuple):
    """One record before and after; None where it was not there."""

    table: str
    id: str
    before: Document | None
    after: Document | None


@dataclass(frozen=True)
class Meta:
    """What a snapshot says of itself: the schema of its records and the last transaction in it."""

    schema: int
    seq: int


def render(documents: Documents, meta: Meta) -> bytes:
    """The bytes of a snapshot: tables and ids in order, one record a line."""
    tables = {
        **documents,
        META: {"1": {"program": PROGRAM, "schema": meta.schema, "seq": meta.seq}},
    }
    parts = [
        b"%s: {%s}" % (encode(name), _records(records)) for name, records in sorted(tables.items()) if records
    ]
    return b"{\n%s\n}\n" % b",\n".join(parts)


def _records(records: dict[str, Document]) -> bytes:
    lines = (b"\n%s: %s" % (encode(id_), encode(records[id_])) for id_ in sorted(records, key=_numeric))
    return b",".join(lines) + b"\n"


def _numeric(id_: str) -> tuple[int, str]:
    return len(id_), id_


def decode(raw: bytes) -> Any:
    """The JSON value of a snapshot known to be our own by its digest, as `decode_quickly` would give it.

    Its lines are decoded some at a time, so that a thread that reads a large store holds up no other.
    Raises `NotValid`.
    """
    if len(raw) < _LARGE:
        return decode_quickly(raw)
    tables: dict[str, dict[str, Any]] = {}
    records: dict[str, Any] = {}
    gathered: list[bytes] = []
    size = 0
    for line in raw.splitlines():
        if line.startswith(b'"') and line.endswith(b": {"):
            records = tables.setdefault(line[1:-4].decode(), {})
        elif line.startswith(b'"'):
            gathered.append(line)
            size += len(line)
        if gathered and (size > _PART or line.startswith(b"}")):
            records.update(decode_quickly(b"{%s}" % b"".join(gathered).removesuffix(b",")))
            gathered, size = [], 0
    return tables


def parse(value: Any) -> tuple[Documents, Meta | None]:
    """The documents of a decoded snapshot and what it says of itself; None where it says nothing.

    `value` is whatever JSON held. Raises `NotValid` where it has not the shape of a TinyDB store.
    """
    if not isinstance(value, dict):
        raise NotValid("is not a store")
    for records in value.values():
        if not isinstance(records, dict) or not all(isinstance(record, dict) for record in records.values()):
            raise NotValid("is not a store")
    documents: Documents = {table: records for table, records in value.items() if table != META}
    if META not in value:
        return documents, None
    said = value[META].get("1", {})
    schema, seq = said.get("schema"), said.get("seq")
    if (
        said.get("program") != PROGRAM
        or type(schema) is not int
        or type(seq) is not int
        or schema < 1
        or seq < 0
    ):
        raise NotValid("was not written by Allies")
    return documents, Meta(schema, seq)


def put(documents: Documents, change: Change, at: datetime) -> None:
    """Make one change in plain documents. What was deleted leaves its id and table in `gone`."""
    table, id_, _, after = change
    if after is None:
        documents.get(table, {}).pop(id_, None)
        documents.setdefault(GONE, {})[id_] = {"id": id_, "table": table, "changed": instant(at)}
    else:
        documents.setdefault(table, {})[id_] = after
        documents.get(GONE, {}).pop(id_, None)
