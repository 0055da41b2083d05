"""Writes supporters as vCard 3.0, the version that every address book reads."""

import re
from collections.abc import Iterable, Iterator

from tui.domain.records.source import OWN_UID
from tui.domain.records.supporter import Supporter

from .name_parts import is_organisation, name_parts

_WIDEST = 75
_SPECIAL = re.compile(r"([\\;,\n])")
_NO_YEAR = "1604"
"""The year of a birthday without one, as Apple, DAVx5, Nextcloud and Fastmail know it in vCard 3.0.

Those who do not, such as khard and Evolution, show it, and keep the day; of --04-12 many lose even that.
"""


def vcards(supporters: Iterable[Supporter], uids: dict[str, str]) -> bytes:
    """The supporters as one vCard file. `uids` gives the id an address book knows a supporter by."""
    return b"".join(_card(one, uids.get(one.id, f"{OWN_UID}{one.id}")) for one in supporters)


def _card(supporter: Supporter, uid: str) -> bytes:
    lines = ["BEGIN:VCARD", "VERSION:3.0", "PRODID:-//Allies//EN", *_lines(supporter, uid), "END:VCARD"]
    return b"".join(folded(line) for line in lines)


def _lines(supporter: Supporter, uid: str) -> Iterator[str]:
    group = is_organisation(supporter.name, supporter.organisation, supporter.relationship)
    yield f"UID:{_escaped(uid)}"
    yield f"FN:{_escaped(supporter.name)}"
    yield f"N:{_parts(supporter.name, whole=group)}"
    if group:
        yield "X-ABShowAs:COMPANY"
    if supporter.aliases:
        yield f"NICKNAME:{_joined(supporter.aliases)}"
    for email in supporter.emails:
        yield f"EMAIL;TYPE=INTERNET:{_escaped(email)}"
    for phone in supporter.phones:
        yield f"TEL;TYPE=VOICE:{_escaped(phone)}"
    if supporter.birthday.startswith("--"):
        yield f"BDAY;X-APPLE-OMIT-YEAR={_NO_YEAR}:{_NO_YEAR}{supporter.birthday[1:]}"
    elif supporter.birthday:
        yield f"BDAY:{supporter.birthday}"
    if supporter.organisation:
        yield f"ORG:{_escaped(supporter.organisation)}"
    if supporter.notes:
        yield f"NOTE:{_escaped(supporter.notes)}"
    if supporter.tags:
        yield f"CATEGORIES:{_joined(supporter.tags)}"
    yield f"X-ALLIES-CIRCLE:{supporter.circle}"
    if supporter.relationship:
        yield f"X-ALLIES-RELATIONSHIP:{supporter.relationship}"


def folded(line: str) -> bytes:
    """A content line in pieces of at most 75 octets, never cut within a character."""
    pieces: list[bytes] = []
    piece = b""
    for character in line:
        octets = character.encode()
        if len(piece) + len(octets) > _WIDEST - bool(pieces):
            pieces.append(piece)
            piece = b""
        piece += octets
    return b"\r\n ".join([*pieces, piece]) + b"\r\n"


def _parts(name: str, *, whole: bool) -> str:
    given, family, suffix = ("", name, "") if whole else name_parts(name)
    return f"{_escaped(family)};{_escaped(given)};;;{_escaped(suffix)}"


def _joined(values: Iterable[str]) -> str:
    return ",".join(map(_escaped, values))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\n" if found[1] == "\n" else f"\\{found[1]}", text)
