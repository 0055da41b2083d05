"""Writes supporters as CSV with the headers that address books know; formulas in it are made harmless."""

import csv
import io
from collections.abc import Sequence

from tui.domain.records.supporter import Supporter

from .csv_in import BETWEEN
from .formulas import harmless
from .name_parts import is_organisation, name_parts

_MANY = {"aliases": "Nickname", "emails": "E-mail {} - Value", "phones": "Phone {} - Value"}


def csv_of(supporters: Sequence[Supporter]) -> bytes:
    """The supporters as a table in UTF-8, with the mark by which spreadsheets know it."""
    most = {field: max((len(getattr(one, field)) for one in supporters), default=0) for field in _MANY}
    odd = max((len(_odd_tags(one)) for one in supporters), default=0)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_headers(most, odd))
    for one in supporters:
        writer.writerow([harmless(cell) for cell in _cells(one, most, odd)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _headers(most: dict[str, int], odd: int) -> list[str]:
    return [
        "Name",
        "First Name",
        "Last Name",
        *("Nickname" if number == 1 else f"Nickname {number}" for number in _numbers(most["aliases"])),
        "Organization Name",
        "Birthday",
        "Notes",
        "Labels",
        *(f"Labels {number + 1}" for number in _numbers(odd)),
        *(_MANY["emails"].format(number) for number in _numbers(most["emails"])),
        *(_MANY["phones"].format(number) for number in _numbers(most["phones"])),
        "Circle",
        "Relationship",
    ]


def _cells(one: Supporter, most: dict[str, int], odd: int) -> list[str]:
    whole = is_organisation(one.name, one.organisation, one.relationship)
    given, family, suffix = ("", "", "") if whole else name_parts(one.name)
    return [
        one.name,
        given,
        f"{family} {suffix}".rstrip(),
        *_padded(one.aliases, most["aliases"]),
        one.organisation,
        one.birthday,
        one.notes,
        "" if _odd_tags(one) else f" {BETWEEN} ".join(one.tags),
        *_padded(_odd_tags(one), odd),
        *_padded(one.emails, most["emails"]),
        *_padded(one.phones, most["phones"]),
        one.circle,
        one.relationship or "",
    ]


def _odd_tags(one: Supporter) -> Sequence[str]:
    """The tags, if one of them would be taken apart in one cell; then each gets a column of its own."""
    return one.tags if any(BETWEEN[0] in tag for tag in one.tags) else ()


def _padded(values: Sequence[str], width: int) -> list[str]:
    return [*values, *([""] * (width - len(values)))]


def _numbers(count: int) -> range:
    return range(1, count + 1)
