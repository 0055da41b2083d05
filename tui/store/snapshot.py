"""The snapshot: `network.json`, a plain TinyDB store with one record a line."""

from collections.abc import MutableMapping
from datetime import datetime
from typing import Any, NamedTuple

from tui.domain.records.record import instant

from .codec import NotValid, decode_quickly, encode
from .undecoded import Document, Undecoded

Documents = dict[str, MutableMapping[str, Document]]
"""Plain JSON records by table and id, with `gone` and without `meta`."""

META = "meta"
GONE = "gone"
PROGRAM = "allies"

_OPENS, _ENDS = b"{\n", b"\n}\n}\n"
_TABLE_OPENS, _TABLE_ENDS = b'": {\n', b"\n}"


class Change(NamedTuple):
    """One record before and after; None where it was not there."""

    table: str
    id: str
    before: Document | None
    after: Document | None


class Meta(NamedTuple):
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


def _records(records: MutableMapping[str, Document]) -> bytes:
    if isinstance(records, Undecoded) and records.untouched:
        return b"\n%s\n" % records.lines
    return b"\n%s\n" % b",\n".join(_line(records, id_) for id_ in sorted(records, key=_numeric))


def _line(records: MutableMapping[str, Document], id_: str) -> bytes:
    if isinstance(records, Undecoded):
        return records.line(id_)
    return b"%s: %s" % (encode(id_), encode(records[id_]))


def _numeric(id_: str) -> tuple[int, str]:
    return len(id_), id_


def parse_own(raw: bytes) -> tuple[Documents, Meta | None]:
    """The documents and the meta of a snapshot known to be our own by its digest.

    Its records stay undecoded; only what deleted ones left is decoded at once. Raises `NotValid`.
    """
    lines = _lines_by_table(raw)
    if lines is None:
        return parse(decode_quickly(raw))
    small = {table: decode_quickly(b"{%s}" % lines.pop(table)) for table in (META, GONE) if table in lines}
    documents, meta = parse(small)
    return {**{table: Undecoded(records) for table, records in lines.items()}, **documents}, meta


def _lines_by_table(raw: bytes) -> dict[str, bytes] | None:
    """The lines of each table's records, as `render` writes them; None where they are not so."""
    found: dict[str, bytes] = {}
    at = len(_OPENS)
    while raw.startswith(b'"', at):
        head, records = raw.find(_TABLE_OPENS, at), raw.find(b"\n", at) + 1
        end = raw.find(_TABLE_ENDS, records)
        if end < 0 or head + len(_TABLE_OPENS) != records:
            return None
        found[raw[at + 1 : head].decode()] = raw[records:end]
        at = end + len(_TABLE_ENDS) + len(b",\n")
    ends = raw.startswith(_OPENS) and raw.endswith(_ENDS) and at == len(raw) - 1
    return found if ends and META in found else None


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
