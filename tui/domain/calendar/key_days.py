"""Their key days: lines such as "12 May exam", each a day and what it is.

The day stands at either end, written with its month: 12 May, May 12, 12.5., --05-12. With a year
it is that day alone, without one it comes every year. Other lines are kept and never come up.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .days import said_day, written_day

_EVERY_YEAR = "2000"
"""Stands for every year; a leap year, so that every day of one exists in it."""

_MOST_WORDS = 3
_HAS_DIGIT = re.compile(r"[0-9]")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_YEARLESS = re.compile(r"--[0-9]{2}-[0-9]{2}")
_BETWEEN = " \t:,;-–—="
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class KeyDay:
    """A day that matters, and what it is; `year` is None where it comes every year."""

    month: int
    day: int
    year: int | None
    what: str

    def next_from(self, today: date) -> date | None:
        """The day it comes next, today included; None where it is past for good."""
        if self.year is not None:
            found = date(self.year, self.month, self.day)
            return found if found >= today else None
        this_year = yearly(self.month, self.day, today.year)
        if this_year >= today:
            return this_year
        return yearly(self.month, self.day, today.year + 1) if today.year < date.max.year else None


def read_key_day(line: str) -> KeyDay | None:
    """The day in a line; None where there is none.

    >>> read_key_day("12 May exam")
    KeyDay(month=5, day=12, year=None, what='exam')
    """
    words = line[:_LONGEST].split()
    for day_words, rest in _ends(words):
        if (found := _day(day_words)) is not None:
            day, has_year = found
            return KeyDay(day.month, day.day, day.year if has_year else None, rest.strip(_BETWEEN))
    return None


def yearly(month: int, day: int, year: int) -> date:
    """The day of a year; 29 February is the 28th where there is none."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, month, day - 1)


def _ends(words: list[str]) -> Iterator[tuple[str, str]]:
    """What the day may be and what is left, the longest first, from the beginning and then from the end."""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        yield " ".join(words[:count]), " ".join(words[count:])
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        yield " ".join(words[-count:]), " ".join(words[:-count])


def _day(text: str) -> tuple[date, bool] | None:
    text = text.rstrip(":,;")
    if not _HAS_DIGIT.search(text):
        return None
    try:
        if _YEARLESS.fullmatch(text):
            return written_day(f"{_EVERY_YEAR}{text[1:]}"), False
        if _YEAR.search(text):
            return said_day(text, date.min), True
        return said_day(f"{text} {_EVERY_YEAR}", date.min), False
    except ValueError:
        return None
