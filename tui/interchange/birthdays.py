"""Birthdays as address books write them, read into YYYY-MM-DD or --MM-DD."""

import re
from datetime import date

_WHOLE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_YEARLESS = re.compile(r"--?-?(\d\d)-?(\d\d)(?:[T ].*)?")
_PARTS = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})(?:\s*\2\s*(\d{2,4}))?\.?(?: .*)?")
_NO_YEAR = ("0000", "1604")
"""Years that programs write where the year is not known."""

NO_DAY = re.compile(r"[0/.:\-\sT]*Z?")
"""What stands for no day at all, such as 0/0/00 or 0000-00-00."""


def birthday(written: str, today: date, *, no_year: str = "", month_first: bool = False) -> str | None:
    """The birthday, or None where it is no day that could be one.

    `no_year` is the year that stands for an unknown one here; `month_first` reads 5/14/1985 as 14 May.

    >>> birthday("19850514", date(2026, 3, 18)), birthday("--0514", date(2026, 3, 18))
    ('1985-05-14', '--05-14')
    """
    text = written.strip().strip('"')
    if (found := _YEARLESS.fullmatch(text)) is not None:
        return _day("", found[1], found[2], today)
    if (found := _WHOLE.fullmatch(text)) is not None:
        year = "" if found[1] in (*_NO_YEAR, no_year) else found[1]
        return _day(year, found[2], found[3], today)
    if (found := _PARTS.fullmatch(text)) is not None:
        return _parts(found, today, month_first=month_first)
    return None


def _parts(found: re.Match[str], today: date, *, month_first: bool) -> str | None:
    one, between, two, three = found.groups()
    if len(one) == 4:
        return _day(one, two, three or "", today)
    if len(one) > 2:
        return None
    year = three or ""
    if len(year) == 2:
        century = today.year // 100 * 100
        year = f"{century + int(year) - (100 if century + int(year) > today.year else 0)}"
    day, month = one, two
    if between == "/" and (month_first or int(two) > 12):
        day, month = (one, two) if int(one) > 12 else (two, one)
    return _day("" if year in _NO_YEAR else year, month, day, today)


def _day(year: str, month: str, day: str, today: date) -> str | None:
    try:
        found = date(int(year or 2000), int(month), int(day))
    except ValueError:
        return None
    if not year:
        return f"--{found:%m-%d}"
    return f"{found}" if found <= today else None
