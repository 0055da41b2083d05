"""The journal: a head that names its snapshot, then one checked line a transaction."""

import platform
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Literal, NamedTuple

from .codec import NotValid, body_of, checked_line, decode_quickly
from .entry import Entry


class Head(NamedTuple):
    """Which snapshot a journal continues: its schema, last transaction, length and digest; and where."""

    schema: int
    seq: int
    length: int
    digest: str
    machine: str

    def line(self) -> bytes:
        """The head as a checked line."""
        return checked_line({"journal": self._asdict()})


class Folding(NamedTuple):
    """A line that announces the snapshot about to replace the one the head names."""

    seq: int
    digest: str

    def line(self) -> bytes:
        """The announcement as a checked line."""
        return checked_line({"folding": self._asdict()})


End = Literal["clean", "torn"]


class Lines(NamedTuple):
    """What a stretch of a journal holds; `size` is how many bytes of it are good."""

    head: Head | None = None
    entries: Sequence[Entry] = ()
    foldings: Sequence[Folding] = ()
    size: int = 0
    end: End = "clean"


@dataclass
class _Gathered:
    head: Head | None = None
    entries: list[Entry] = field(default_factory=list)
    foldings: list[Folding] = field(default_factory=list)


def parse(raw: bytes) -> Lines:
    """All good lines from the start of `raw`. Raises `NotValid` where good lines follow a bad one.

    A bad end with nothing good after it is what an interrupted write leaves: `end` is then torn.
    """
    gathered = _Gathered()
    position = 0
    while (newline := raw.find(b"\n", position)) >= 0:
        body = body_of(raw[position:newline])
        if body is None:
            break
        _gather(gathered, body)
        position = newline + 1
    rest = raw[position:]
    if any(body_of(line) for line in rest.split(b"\n")[1:]):
        raise NotValid("is damaged in the middle")
    return Lines(
        gathered.head, gathered.entries, gathered.foldings, position, end="torn" if rest else "clean"
    )


def _gather(gathered: _Gathered, body: bytes) -> None:
    value = decode_quickly(body)
    if not isinstance(value, dict):
        raise NotValid("holds a line that is not a transaction")
    try:
        if "journal" in value:
            gathered.head = Head(
                **_typed(value["journal"], schema=int, seq=int, length=int, digest=str, machine=str)
            )
        elif "folding" in value:
            gathered.foldings.append(Folding(**_typed(value["folding"], seq=int, digest=str)))
        else:
            gathered.entries.append(Entry.of(value))
    except (TypeError, KeyError) as error:
        raise NotValid("holds a line that is not a transaction") from error


def _typed(value: Any, **types: type) -> dict[str, Any]:
    # Any: decoded JSON, checked here.
    if not all(type(value[name]) is type_ for name, type_ in types.items()):
        raise TypeError(value)
    return {name: value[name] for name in types}


def this_machine() -> str:
    """A short id of this machine that says nothing about it."""
    try:
        name = Path("/etc/machine-id").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        name = ""
    name = name or platform.node()
    return blake2b(name.encode(), digest_size=6).hexdigest()
