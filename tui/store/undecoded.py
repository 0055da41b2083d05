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
        self.lines = lines
        """All of them while it is untouched, and nothing after."""

    @cached_property
    def _documents(self) -> dict[str, bytes | Document]:
        """The line of each document by its id, or the document once somebody has asked for it."""
        lines, self.lines = self.lines.split(b"\n"), b""
        return {line[1 : line.index(b'"', 1)].decode(): line for line in lines}

    @property
    def untouched(self) -> bool:
        """Whether it is still what the snapshot held, with nothing decoded."""
        return "_documents" not in self.__dict__

    def parts(self) -> Iterator[bytes]:
        """All lines, while untouched, as JSON objects of a few, so that no other thread is held up."""
        start = 0
        while start < len(self.lines):
            end = self.lines.find(b"\n", start + _PART)
            end = len(self.lines) if end < 0 else end
            yield b"{%s}" % self.lines[start:end].removesuffix(b",")
            start = end + 1

    def line(self, id_: str) -> bytes:
        """A document under its id, as a snapshot holds it, without a comma."""
        document = self._documents[id_]
        if isinstance(document, bytes):
            return document.removesuffix(b",")
        return b"%s: %s" % (encode(id_), encode(document))

    def __getitem__(self, id_: str) -> Document:
        document = self._documents[id_]
        if isinstance(document, bytes):
            document = self._documents[id_] = decode_quickly(self.line(id_).partition(b": ")[2])
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

    def __bool__(self) -> bool:
        return bool(self.lines if self.untouched else self._documents)
