"""What a process knows of the store: plain documents for TinyDB, and the network of validated records."""

import re
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import suppress
from functools import cache
from itertools import islice

from pydantic import TypeAdapter, ValidationError

from tui.domain.records.cleaning import NotStorable, cleaned
from tui.domain.records.network import RECORD_TYPES, Network
from tui.domain.records.record import Record
from tui.domain.records.shelf import Shelf

from .codec import NotValid
from .entry import Entry
from .snapshot import GONE, Documents, put
from .undecoded import Document, Undecoded

_UNCLEAN = tuple(
    (pattern[:1], re.compile(pattern))
    for pattern in (
        rb"\\(?:[bfr]|u00[01789]|u[dD][89a-fA-F]|u20[26]|ufff)",
        b"\x7f",
        b"\xc2[\x80-\x9f]",
        b"\xe2(?:\x80[\xa8-\xae]|\x81[\xa6-\xa9])",
        b"\xf3\xa0[\x80\x81]",
        b"\xef\xbf[\xb9-\xbb]",
    )
)
"""What cleaning would change, by the byte it begins with; looking for one byte is far quicker."""

_SLICE = 500  # records that are validated in about two milliseconds
_STRETCH = 1_000_000  # bytes that are looked through in a few


class State:
    """Documents and records side by side, changed one entry at a time."""

    def __init__(self, documents: Documents, seq: int, *, clean: bool = True) -> None:
        """Validate everything in `documents`. Raises `NotValid`, saying which record is wrong.

        `clean`: whether their text has been found clean already (`looks_clean`).
        """
        self.documents = documents
        _check_traces(documents.get(GONE, {}))
        self.network = Network(
            seq, {table: Shelf(_validated(table, documents.get(table, {}), clean)) for table in RECORD_TYPES}
        )
        unknown = sorted(documents.keys() - RECORD_TYPES.keys() - {GONE})
        if unknown:
            raise NotValid(f"has a table {unknown[0]!r} that Allies does not know")

    @property
    def seq(self) -> int:
        """The number of the last transaction taken in."""
        return self.network.seq

    def after(self, entry: Entry) -> Network:
        """The network that a transaction leads to. Raises `NotValid` where a record of it is not valid."""
        records: dict[str, dict[str, Record | None]] = {}
        for table, id_, _, after in entry.changes:
            records.setdefault(table, {})[id_] = None if after is None else record_of(table, after)
        return self.network.with_changes(entry.seq, records)

    def apply(self, entry: Entry, network: Network | None = None) -> None:
        """Take in a transaction; `network` is what it leads to, where that is known already.

        Raises `NotValid` and changes nothing.
        """
        network = self.after(entry) if network is None else network.with_changes(entry.seq, {})
        for change in entry.changes:
            put(self.documents, change, entry.at)
        self.network = network

    def document(self, table: str, id_: str) -> Document | None:
        """The plain document of a record, or None where there is none."""
        return self.documents.get(table, {}).get(id_)


def without_unknown(documents: Documents) -> Documents:
    """Only the tables and fields this program knows, of a store a newer one wrote."""
    return {
        table: {
            id_: {name: value for name, value in document.items() if name in type_.model_fields}
            for id_, document in documents.get(table, {}).items()
        }
        for table, type_ in RECORD_TYPES.items()
    }


def looks_clean(raw: bytes) -> bool:
    """Whether encoded text surely holds nothing that cleaning would change the look of."""
    return not any(
        raw.find(first, start, start + _STRETCH) >= 0 and pattern.search(raw, start, start + _STRETCH + 8)
        for start in range(0, len(raw), _STRETCH)
        for first, pattern in _UNCLEAN
    )


def record_of(table: str, document: Document) -> Record:
    """The validated record of a document. Raises `NotValid`."""
    type_ = RECORD_TYPES.get(table)
    if type_ is None:
        raise NotValid(f"has a table {table!r} that Allies does not know")
    try:
        return type_.model_validate(cleaned(type_, document))
    except (ValidationError, NotStorable) as error:
        raise NotValid(_what_is_wrong(table, error)) from error


def _check_traces(traces: Mapping[str, Document]) -> None:
    """Raises `NotValid` where what deleted records left is not an id, a table and an instant."""
    for id_, trace in traces.items():
        told = all(isinstance(trace.get(name), str) for name in ("id", "table", "changed"))
        if not id_.isdecimal() or not id_.isascii() or not told or trace["id"] != id_:
            raise NotValid("has a trace of a deleted record that is not valid")


def slices(documents: MutableMapping[str, Document]) -> Iterator[Mapping[str, Document]]:
    """The same documents a few at a time, so that a thread that reads a large store holds up no other."""
    if len(documents) <= _SLICE:
        yield documents
        return
    items = iter(documents.items())
    while part := dict(islice(items, _SLICE)):
        yield part


@cache
def _adapter(type_: type[Record]) -> TypeAdapter[dict[str, Record]]:
    """What validates a table; it takes longer to make than to use on a small one, so it is made once."""
    return TypeAdapter(dict[str, type_])  # type: ignore[valid-type]


def _validated(table: str, documents: MutableMapping[str, Document], clean: bool) -> dict[str, Record]:
    if isinstance(documents, Undecoded) and documents.untouched and clean:
        with suppress(ValidationError):  # what is wrong is said below
            return _under_their_ids(table, _of_lines(table, documents))
    if not documents:
        return {}  # what is not needed is not even made ready: a start is short of milliseconds
    type_ = RECORD_TYPES[table]
    try:
        if not clean:
            for id_, document in documents.items():
                documents[id_] = cleaned(type_, document)
        records: dict[str, Record] = {}
        for part in slices(documents):
            records.update(_adapter(type_).validate_python(part))
    except (ValidationError, NotStorable) as error:
        raise NotValid(_what_is_wrong(table, error)) from error
    return _under_their_ids(table, records)


def _of_lines(table: str, documents: Undecoded) -> dict[str, Record]:
    """The records of lines nobody has asked for yet, without decoding them. Raises `ValidationError`."""
    adapter = _adapter(RECORD_TYPES[table])
    records: dict[str, Record] = {}
    for part in documents.parts():
        records.update(adapter.validate_json(part))
    return records


def _under_their_ids(table: str, records: dict[str, Record]) -> dict[str, Record]:
    """The same records. Raises `NotValid` where one is under another's id."""
    for id_, record in records.items():
        if record.id != id_:
            raise NotValid(f"has a {table} under an id that is not its own")
    return records


def _what_is_wrong(table: str, error: Exception) -> str:
    if isinstance(error, ValidationError):
        place = ".".join(str(part) for part in error.errors(include_input=False)[0]["loc"])
        return f"has a {table} that is not valid ({place})" if place else f"has a {table} that is not valid"
    return f"has a {table} that is not valid"
