"""Reads vCard 2.1, 3.0 and 4.0 as programs write them: bytes in, contacts and what is left out."""

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import unquote

from tui.domain.records.contact import Contact, Found, Left

from .birthdays import NO_DAY, birthday
from .draft import Draft, without_lists
from .vcard_left import left_word
from .vcard_lines import Card, ContentLine, cards

_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_NO_VOICE = frozenset({"FAX", "PAGER", "MODEM", "BBS", "TELEX", "TLX"})


def read_vcards(data: bytes, name: str, today: date) -> Found:
    """The contacts in a vCard file; `name` is what the file is called."""
    contacts: list[Contact] = []
    left: list[Left] = []
    for number, card in enumerate(cards(data), 1):
        where = f"{name}, card {number} (line {card.line})"
        contact = _contact(card, where, today)
        if isinstance(contact, Contact):
            contacts.append(contact)
        else:
            left.append(Left(where, contact))
    return Found(tuple(contacts), tuple(left))


def _contact(card: Card, where: str, today: date) -> Contact | str:
    """The contact of a card, or why there is none."""
    if card.fault:
        return card.fault
    if _is_list(card):
        return "It is a list of people, not a person."
    draft = Draft()
    draft.book = "vCard"
    company = any(line.name == "X-ABSHOWAS" and "COMPANY" in line.value.upper() for line in card.lines)
    for line in card.lines:
        _take(draft, line, card, today)
    if company:
        draft.given = draft.middle = draft.family = ""
    return draft.contact(where) or "It has no name, no e-mail and no phone."


def _is_list(card: Card) -> bool:
    kinds = ("KIND", "X-ADDRESSBOOKSERVER-KIND")
    return any(line.name in kinds and line.value.strip().lower() == "group" for line in card.lines)


def _take(draft: Draft, line: ContentLine, card: Card, today: date) -> None:
    match line.name:
        case "FN":
            draft.full_name = draft.full_name or _text(line.value)
        case "N":
            _take_parts(draft, line)
        case "NICKNAME" | "X-NICKNAME":
            for nickname in _split(line.value, ","):
                draft.add("aliases", _text(nickname))
        case "X-ANDROID-CUSTOM":
            _take_android(draft, line)
        case "EMAIL":
            _take_email(draft, line)
        case "TEL":
            if line.types() & _NO_VOICE:
                draft.leave("a number of a machine")
            else:
                draft.add("phones", _uri(_text(line.value), "tel:"), _rank(line))
        case "BDAY" | "X-EVOLUTION-BIRTHDAY":
            _take_birthday(draft, line, today)
        case "ORG":
            parts = [_text(part).strip() for part in _split(line.value, ";")]
            draft.organisation = draft.organisation or ", ".join(filter(None, parts))
        case "NOTE":
            draft.note(_text(line.value))
        case "CATEGORIES" | "CATEGORY":
            own = any(other.name == "X-ALLIES-CIRCLE" for other in card.lines)
            for tag in _split(line.value, ","):
                draft.add("tags", _text(tag) if own else without_lists(_text(tag)))
        case "PRODID":
            draft.book = f"vCard {_maker(line.value)}".strip()
        case "UID":
            draft.uid = draft.uid or line.value.strip().removeprefix("urn:uuid:")
        case "X-ALLIES-CIRCLE":
            draft.circle = line.value.strip()
        case "X-ALLIES-RELATIONSHIP":
            draft.relationship = line.value.strip()
        case _:
            if word := left_word(line):
                draft.leave(word)


def _take_parts(draft: Draft, line: ContentLine) -> None:
    if draft.given or draft.family:
        return
    parts = [" ".join(_text(one) for one in _split(part, ",")) for part in _split(line.value, ";")]
    family, given, middle, prefix, suffix = (*parts, "", "", "", "", "")[:5]
    draft.family, draft.given, draft.middle = family, given, middle
    draft.prefix, draft.suffix = prefix, suffix


def _take_android(draft: Draft, line: ContentLine) -> None:
    """Android writes nicknames and relations into a property of its own."""
    parts = line.value.split(";")
    if parts[0].endswith("/nickname") and len(parts) > 1:
        draft.add("aliases", _text(parts[1]))
    elif parts[0].endswith("/relation"):
        draft.leave("a relation")
    elif parts[0].endswith("/contact_event"):
        draft.leave("an anniversary")


def _take_email(draft: Draft, line: ContentLine) -> None:
    address = _uri(_text(line.value), "mailto:")
    if "X400" in line.types() or (address and "@" not in address and "=" in address):
        draft.leave("an address of another mail system")
    else:
        draft.add("emails", address, _rank(line))


def _take_birthday(draft: Draft, line: ContentLine, today: date) -> None:
    no_year = (line.parameters.get("X-APPLE-OMIT-YEAR") or ("",))[0]
    written = line.value.strip()
    if NO_DAY.fullmatch(written):
        return
    day = birthday(written, today, no_year=no_year)
    if day is None:
        draft.leave("a birthday that is no day of the past")
    elif not draft.birthday:
        draft.birthday = day


def _maker(prodid: str) -> str:
    """Who made the program, from `-//Maker//Program//EN`; the version changes too often."""
    parts = prodid.split("//")
    return parts[1] if len(parts) > 1 else ""


def _rank(line: ContentLine) -> int:
    """How much it is preferred: 1 most."""
    preference = (line.parameters.get("PREF") or ("",))[0]
    if preference.isdigit():
        return int(preference[:3])
    return 1 if "PREF" in line.types() else 101


def _uri(text: str, scheme: str) -> str:
    """The address in a link of a scheme; as it is where it is none."""
    if text[: len(scheme)].lower() != scheme:
        return text
    return unquote(text[len(scheme) :].partition(";")[0] if scheme == "tel:" else text[len(scheme) :])


def _text(value: str) -> str:
    """A value as it was meant before it was escaped."""
    if "\\" not in value:
        return value
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _split(value: str, at: str) -> Iterator[str]:
    """The parts of a value between characters that are not escaped; each still escaped."""
    if "\\" not in value:
        yield from value.split(at)
        return
    start = place = 0
    while place < len(value):
        if value[place] == "\\":
            place += 2
            continue
        if value[place] == at:
            yield value[start:place]
            start = place + 1
        place += 1
    yield value[start:]
