"""Days as people write and read them."""

import re
from contextlib import suppress
from datetime import date, timedelta

from .day_phrases import MONTH_NAMES, plainly, said_without_date

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SPAN = re.compile(r"(?:in )?([0-9]{1,3}) (day|week|month|year)s?(?: (ago))?")
_SHORT_SPAN = re.compile(r"([1-9][0-9]{0,3})([dwmy])")
_UNITS = {"d": "day", "w": "week", "m": "month", "y": "year"}
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)? ([a-z]+)(?: ([0-9]{4}))?")
_MONTH_DAY = re.compile(r"([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)?(?: ([0-9]{4}))?")
_DIGITS_ONLY = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\.(?: ?([0-9]{4}))?")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_A_WEEK_ON = re.compile(r"(?:(?:(?:a |1 )?week on) ([a-z]{3,9})|(?:on )?([a-z]{3,9}) week)")
_LEADING = ("next ", "last ", "this ")
_MONTHS_A_YEAR = 12
_ABOUT_HALF_A_YEAR = 183
_JUST_PASSED = 31

FIRST_TODAY, LAST_TODAY = date(1000, 1, 1), date(9000, 12, 31)
"""The first and the last day that may be taken for today, so that days can be counted back and on from it."""


def written_day(text: str) -> date:
    """The day written YYYY-MM-DD. Raises `ValueError` for anything else and for days that do not exist."""
    if not _WRITTEN.fullmatch(text):
        raise ValueError("not written YYYY-MM-DD")
    return date.fromisoformat(text)


def written_today(text: str) -> date:
    """The day to take for today, written YYYY-MM-DD. Raises `ValueError` where none are left to count on."""
    if not FIRST_TODAY <= (day := written_day(text)) <= LAST_TODAY:
        raise ValueError(f"not from {FIRST_TODAY} to {LAST_TODAY}")
    return day


def day_in_words(day: date, today: date) -> str:
    """A day as it stands on the screen: with its weekday, and with the year if that is another.

    >>> day_in_words(date(2026, 3, 20), date(2026, 3, 18)), day_in_words(date(2027, 3, 20), date(2026, 3, 18))
    ('Fri 20 Mar', 'Sat 20 Mar 2027')
    """
    said = f"{_WEEKDAYS[day.weekday()]} {day.day} {_MONTHS[day.month - 1]}"
    return said if day.year == today.year else f"{said} {day.year}"


def day_in_full(day: date) -> str:
    """A day as it stands in a field: always with its year, so that it is read back as the same day."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year:04}"


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def said_day(text: str, today: date, *, past: bool = False) -> date:
    """The day meant by `text`: a date, a weekday, "tonight", "in two weeks", "end of the month", 10d, 6m.

    A weekday or a date without its year is the next one, or with `past` the last one. Raises `ValueError`
    with a sentence for the person.
    """
    words = " ".join(text.replace(",", " ").casefold().split())
    try:
        found = _understood(words, today, past)
    except (ValueError, OverflowError):
        raise ValueError("That day does not exist.") from None
    if found is None:
        raise ValueError("Write a day, such as 20 Mar, Friday, tomorrow or 2026-03-20.")
    return found


def coming_day(text: str, today: date) -> date:
    """The day to come meant by `text`: a date without its year that passed over a month ago is the next one.

    Raises `ValueError` with a sentence for the person.
    """
    day = said_day(text, today)
    if (today - day).days > _JUST_PASSED:
        with suppress(ValueError):
            return said_day(f"{text} {today.year + 1}", today)
    return day


def _understood(words: str, today: date, past: bool) -> date | None:
    if _WRITTEN.fullmatch(words):
        return date.fromisoformat(words)
    words = plainly(words)
    if (day := said_without_date(words, today, past)) is not None:
        return day
    if span := _SPAN.fullmatch(words):
        return _later(today, int(span[1]) * (-1 if span[3] else 1), span[2])
    if short := _SHORT_SPAN.fullmatch(words):
        return _later(today, int(short[1]), _UNITS[short[2]])
    if (on := _A_WEEK_ON.fullmatch(words)) and (
        weekday := _named(on[1] or on[2], _WEEKDAY_NAMES)
    ) is not None:
        return today + timedelta(days=(weekday - today.weekday()) % 7 + 7)
    first, _, rest = words.partition(" ")
    if first in ("next", "last", "this", "on"):
        if rest.startswith(_LEADING):
            return None
        if (weekday := _named(rest, _WEEKDAY_NAMES)) == today.weekday() and first in ("next", "last"):
            return today + timedelta(days=7 if first == "next" else -7)
        past = first == "last" or (past and first == "on")
        return _understood(rest, today, past) if rest else None
    weekday = _named(first, _WEEKDAY_NAMES)
    if weekday is not None:
        if rest:
            monthday = said_without_date(rest, today, past) if rest[0].isdigit() else None
            return monthday or _dated(rest, today, past)
        ahead = (weekday - today.weekday()) % 7
        return today + timedelta(days=ahead - 7 if past and ahead else ahead)
    return _dated(words, today, past)


def _dated(words: str, today: date, past: bool) -> date | None:
    if _WRITTEN.fullmatch(words):
        return date.fromisoformat(words)
    day: str
    month: int
    year: str | None
    if found := _DIGITS_ONLY.fullmatch(words):
        day, month, year = found[1], int(found[2]), found[3]
    elif (found := _SLASHED.fullmatch(words)) is not None:
        if (one := _day_and_month(int(found[1]), int(found[2]))) is None:
            return None
        (day, month), year = one, None
    elif found := _DAY_MONTH.fullmatch(words):
        day, month, year = found[1], 1 + _at(found[2]), found[3]
    elif found := _MONTH_DAY.fullmatch(words):
        day, month, year = found[2], 1 + _at(found[1]), found[3]
    else:
        return None
    if month == 0:
        return None
    if year:
        return date(int(year), month, int(day))
    return _nearest_year(int(day), month, today, past)


def _day_and_month(one: int, other: int) -> tuple[str, int] | None:
    """Which of two numbers is the day, where only one of them can be."""
    if one > _MONTHS_A_YEAR >= other:
        return f"{one}", other
    if other > _MONTHS_A_YEAR >= one:
        return f"{other}", one
    return None


def _nearest_year(day: int, month: int, today: date, past: bool) -> date:
    """This year's day where it lies the right way, or passed less than half a year ago; else the nearest."""
    this = date(today.year, month, day) if _exists(today.year, month, day) else None
    if this is not None:
        away = (this - today).days
        if (past and away <= 0) or (not past and away >= -_ABOUT_HALF_A_YEAR):
            return this
    step = -1 if past else 1
    for year in range(today.year + step, today.year + 9 * step, step):
        if _exists(year, month, day):
            return date(year, month, day)
    raise ValueError


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _later(today: date, count: int, unit: str) -> date:
    if unit in ("day", "week"):
        return today + timedelta(days=count * (7 if unit == "week" else 1))

    from dateutil.relativedelta import relativedelta

    return today + (relativedelta(months=count) if unit == "month" else relativedelta(years=count))


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """The place of the only name that begins so; three letters are needed."""
    fits = [place for place, name in enumerate(names) if len(word) >= 3 and name.startswith(word)]
    return fits[0] if len(fits) == 1 else None


def _at(word: str) -> int:
    place = _named(word, MONTH_NAMES)
    return -1 if place is None else place
