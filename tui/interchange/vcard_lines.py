"""vCard files taken apart into cards and their lines, however they were folded.

Our own, because nothing else there is copes with all that is written: soft breaks of quoted-printable without
a space, base64 without one, underscores in names, cards in cards, and cards that never end.
"""

import binascii
import quopri
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

from tui.domain.records.contact import LONGEST_NOTE

from .charsets import as_utf8, text_of

MOST_LINES = 5_000
"""Lines of one card that are looked at; one with more is no card of a person."""

LONGEST_PARAMETERS = 8_192
_LONGEST_HEAD = 9_000
"""Octets within which a property says its name and its parameters."""


_BREAK = re.compile(rb"\r*\n|\r")
_HEAD = re.compile(rb"(?:([A-Za-z0-9_.-]+)\.)?([A-Za-z0-9_-]+)\s*((?:;(?:\"[^\"]*\"|[^\":])*)?):", re.DOTALL)
_PARAMETER = re.compile(r';((?:"[^"]*"|[^";])*)')
_HAT = {"^n": "\n", "^'": '"', "^^": "^"}
_MARK = b"\xef\xbb\xbf"
_MARKER = 80
"""Octets that the line of a beginning or an end never has."""

_BEGIN, _END = b"BEGIN:VCARD", b"END:VCARD"
VALUELESS = frozenset({"PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE", "AGENT"})
"""Properties whose values are never wanted; they are passed over without being put together."""


@dataclass(frozen=True, slots=True)
class ContentLine:
    """One property: its name in capitals, parameters, group, and the text of its value, still escaped."""

    name: str
    value: str
    parameters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    group: str = ""

    def types(self) -> frozenset[str]:
        """What sort it is, in capitals: from TYPE, or as vCard 2.1 has it without a name."""
        given = (*self.parameters.get("TYPE", ()), *self.parameters.get("", ()))
        return frozenset(part.strip().upper() for one in given for part in one.split(","))


@dataclass(slots=True)
class Card:
    """One card: the number of its first line, its version, its lines, and what is wrong with it."""

    line: int
    version: str = ""
    lines: list[ContentLine] = field(default_factory=list)
    fault: str = ""
    bare: list[bytes] = field(default_factory=list)
    """Lines after the last property that are none themselves."""

    room: int = LONGEST_NOTE
    """Octets of such lines that are still kept."""

    def settle(self) -> None:
        """Let lines that are no properties go on with the note before them, as some programs break notes."""
        if self.bare:
            note = self.lines[-1]
            self.lines[-1] = replace(note, value="\n".join((note.value, *map(text_of, self.bare))))
            self.bare.clear()


def cards(data: bytes) -> Iterator[Card]:
    """The cards of a file, in their order; cards within cards (agents) are passed over."""
    lines = _lines(as_utf8(data))
    card: Card | None = None
    depth = 0
    agent = False
    place = 0
    while place < len(lines):
        here, raw = place, lines[place]
        place += 1
        bare = raw.strip().removeprefix(_MARK).upper() if len(raw) < _MARKER else raw
        if bare == _BEGIN:
            if card is not None and agent:
                depth += 1
            else:
                if card is not None:
                    yield _cut_off(card)
                card, depth = Card(here + 1), 0
            agent = False
            continue
        if card is None or not bare:
            continue
        if bare == _END:
            if depth:
                depth -= 1
            else:
                card.settle()
                yield card
                card = None
            continue
        if depth:
            agent = bare.startswith(b"AGENT")
            continue
        place, joined = _joined(lines, place, raw, card)
        if card.fault:
            continue
        if len(card.lines) >= MOST_LINES:
            card.fault = f"It has more than {MOST_LINES} lines."
            card.lines.clear()
            card.bare.clear()
            continue
        agent = _put(card, joined)
    if card is not None:
        yield _cut_off(card)


def _lines(data: bytes) -> list[bytes]:
    """The lines, whatever ends them."""
    data = data.replace(b"\r\n", b"\n")
    return _BREAK.split(data) if b"\r" in data else data.split(b"\n")


def _cut_off(card: Card) -> Card:
    card.fault = card.fault or "It is cut off: its end is missing."
    return card


def _joined(lines: list[bytes], place: int, raw: bytes, card: Card) -> tuple[int, bytes]:
    """A whole line from the one at hand and those after it that belong to it, and where the next begins."""
    parts = [raw]
    head = raw.partition(b":")[0].upper()
    keep = 0 if card.version.startswith("2") and b"BASE64" not in head else 1
    soft = b"QUOTED-PRINTABLE" in head
    while place < len(lines):
        line = lines[place]
        if soft and parts[-1].rstrip(b" \t").endswith(b"="):
            if line.strip().upper() in (_END, _BEGIN):
                break
            parts[-1] = parts[-1].rstrip(b" \t") + b"\n"
            parts.append(line)
        elif line[:1] in (b" ", b"\t") and line.strip():
            parts.append(line[keep:] if not soft else line)
        else:
            break
        place += 1
    return place, b"".join(parts)


def _put(card: Card, raw: bytes) -> bool:
    """Put a line into its card; whether it announces an agent, whose card follows."""
    found = _HEAD.match(raw, 0, _LONGEST_HEAD)
    if found is None or len(found[3]) > LONGEST_PARAMETERS:
        _hang_on(card, raw)
        return False
    card.settle()
    name = found[2].decode("ascii").upper()
    if name in VALUELESS:
        card.lines.append(ContentLine(name, ""))
        return name == "AGENT"
    parameters = _parameters(text_of(found[3])) if found[3] else {}
    value = _decoded(raw[found.end() :], parameters)
    if name == "VERSION":
        card.version = value.strip()
        return False
    group = (found[1] or b"").decode("ascii").lower()
    card.lines.append(ContentLine(name, value, parameters, group))
    return False


def _hang_on(card: Card, raw: bytes) -> None:
    """Keep a line that is no property, if it can belong to a note before it."""
    if card.lines and card.lines[-1].name == "NOTE" and len(raw) < card.room:
        card.bare.append(raw)
        card.room -= len(raw) + 1


def _parameters(written: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for match in _PARAMETER.finditer(written):
        name, equals, value = match[1].partition("=")
        key = name.strip().upper() if equals else ""
        values = tuple(
            re.sub(r"\^[n'^]", lambda hat: _HAT[hat[0]], part.strip().strip('"'))
            for part in re.findall(r'"[^"]*"|[^,"]+', value if equals else name)
        )
        found[key] = found.get(key, ()) + values
    return found


def _decoded(raw: bytes, parameters: Mapping[str, tuple[str, ...]]) -> str:
    """The text of a value, out of its encoding and its charset."""
    if not parameters:
        return text_of(raw)
    bare = {word.upper() for word in (*parameters.get("", ()), *parameters.get("ENCODING", ()))}
    if bare & {"QUOTED-PRINTABLE", "Q"}:
        raw = quopri.decodestring(raw.rstrip(b"="))
    elif bare & {"BASE64", "B"}:
        with suppress(binascii.Error, ValueError):
            raw = binascii.a2b_base64(raw)
    return text_of(raw, (parameters.get("CHARSET") or ("",))[0])
