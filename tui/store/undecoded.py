"""The documents of a table as the lines of a snapshot, each decoded when somebody asks for it."""

from collections.abc import Iterator, MutableMapping
from functools import cached_property
from typing import Any

from .codec import decode_quickly, encode

Document = dict[str, Any]

_PART = 175_000  # bytes, some 500 records, that are validated in about two milliseconds


class Undecoded(MutableMapping[str, Document]):
    """A table of a snapshot known to be our own by its digest: one `"id": {document}` a line, with commas.

    A start validates the lines as they are, and a fold writes most of them again as they are.
    """

    def __init__(self, lines: bytes) -> None:
        self._lines = lines

    @cached_property
    def _documents(self) -> dict[str, bytes | Document]:
        """Each document by its id; from here on the lines may be behind what is kept here."""
        found: dict[str, bytes | Document] = {}
        for line in self._lines.splitlines():
            id_, _, document = line.partition(b": ")
            found[id_[1:-1].decode()] = document.removesuffix(b",")
        self._lines = b""
        return found

    @property
    def untouched(self) -> bool:
        """Whether it is still what the snapshot held, with nothing decoded."""
        return "_documents" not in self.__dict__

    def parts(self) -> Iterator[bytes]:
        """All lines, while untouched, as JSON objects of a few, so that no other thread is held up."""
        start = 0
        while start < len(self._lines):
            end = self._lines.find(b"\n", start + _PART)
            end = len(self._lines) if end < 0 else end
            yield b"{%s}" % self._lines[start:end].removesuffix(b",")
            start = end + 1

    def line(self, id_: str) -> bytes:
        """A document as a snapshot holds it."""
        document = self._documents[id_]
        return document if isinstance(document, bytes) else encode(document)

    def __getitem__(self, id_: str) -> Document:
        document = self._documents[id_]
        if isinstance(document, bytes):
            document = self._documents[id_] = decode_quickly(document)
        return document

    def __setitem__(self, id_: str, document: Document) -> None:
        self._documents[id_] = document

    def __delitem__(self, id_: str) -> None:
        del self._documents[id_]

    def __contains__(self, id_: object) -> bool:
        return id_ in self._documents

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)
