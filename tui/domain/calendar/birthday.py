"""Birthdays: a day of the year, with the year of birth where that is known."""

import re
from datetime import date

from .days import day_in_full, said_day, written_day

_YEARLESS = "2000"
"""A leap year, so that every day of a year exists in it."""

_WITH_YEAR = re.compile(r"\b[0-9]{4}\b")


def said_birthday(text: str, today: date) -> str:
    """The birthday meant by `text`, as records hold it. Raises `ValueError` with a sentence.

    >>> said_birthday("20 Mar", date(2026, 3, 18)), said_birthday("20 Mar 1980", date(2026, 3, 18))
    ('--03-20', '1980-03-20')
    """
    words = text.strip()
    if words.startswith("--"):
        return f"--{_day(f'{_YEARLESS}-{words[2:]}'):%m-%d}"
    if not any(character.isdigit() for character in words):
        raise ValueError("Write a day, such as 20 Mar or 20 Mar 1980.")
    day = said_day(words, today, past=True)
    if day > today:
        raise ValueError("That day is still to come.")
    return f"{day}" if _WITH_YEAR.search(words) else f"--{day:%m-%d}"


def birthday_in_words(written: str) -> str:
    """A birthday as people say it; as it is written where it is no day."""
    try:
        if written.startswith("--"):
            return day_in_full(written_day(f"{_YEARLESS}{written[1:]}")).rpartition(" ")[0]
        return day_in_full(written_day(written)) if written else ""
    except ValueError:
        return written


def _day(written: str) -> date:
    try:
        return written_day(written)
    except ValueError:
        raise ValueError("That day does not exist.") from None
