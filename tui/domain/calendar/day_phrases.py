"""Days as people say them without naming a date: tonight, last night, next week, the end of the month."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from .feasts import feast, is_feast

MONTH_NAMES = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)

_COUNTED: Mapping[str, str] = {
    **dict.fromkeys(("a", "an", "one"), "1"),
    **dict.fromkeys(("two", "couple", "a couple", "a couple of", "couple of"), "2"),
    **dict.fromkeys(("three", "a few", "few"), "3"),
    **{word: str(n) for n, word in enumerate(("four", "five", "six", "seven", "eight", "nine", "ten"), 4)},
    "twelve": "12",
}
_COUNT = re.compile(
    rf"(?<!\S)({'|'.join(sorted(_COUNTED, key=len, reverse=True))}) (?=(?:day|week|month|year))"
)
_BEFORE = re.compile(r"^before ([0-9]{1,3}) (day|week|month|year)s?$")
"""How those say it in whose language it is so: before three days."""
_FORTNIGHT = re.compile(r"(?:(?:1|a|one) )?fortnight")

_NTH: Mapping[str, str] = {
    word: f"{n}"
    for n, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), 1
    )
}
_OF_MONTH = re.compile(
    rf"^(?:on )?(?:the )?([0-9]{{1,2}}(?:st|nd|rd|th)|{'|'.join(_NTH)}) of (?=[a-z]{{3,9}}$)"
)
"""The day of a month said with "of": the first of june."""

_AWAY: Mapping[str, int] = {
    **dict.fromkeys(("today", "tonight", "later today", "earlier today", "just now", "this lunchtime"), 0),
    **dict.fromkeys(("tomorrow", "first thing tomorrow"), 1),
    **dict.fromkeys(("yesterday", "last night"), -1),
    **dict.fromkeys(("the day after tomorrow", "day after tomorrow"), 2),
    **dict.fromkeys(("the day before yesterday", "day before yesterday", "the night before last"), -2),
    **dict.fromkeys(("the other day", "the other night", "the other evening"), -3),
    **dict.fromkeys(("last week", "a week ago today"), -7),
    **dict.fromkeys(("a week today", "this day week"), 7),
    **dict.fromkeys(("a week tomorrow", "tomorrow week"), 8),
}
_PART = re.compile(
    r" (?:early |late )?(?:morning|afternoon|evening|night|lunchtime|lunch|noon|midday|teatime"
    r"|am|pm|morn|aft|eve)$"
)
_SATURDAY, _SUNDAY = 5, 6
_WEEKEND = re.compile(r"(?:(?:at|over|on) )?(?:(the|this|last|next) )?(?:week ?end)")
_END = re.compile(r"(?:at |by )?(?:the )?end of (?:the |this )?([a-z]+)")
_OUT = re.compile(r"(?:before )?(?:the |this )([a-z]+)(?: is|s) (?:out|over|up|done)")
"""The end of it as well: before the month is out."""
_BEGINNING = re.compile(r"(?:(?:at |by )?(?:the )?(?:start|beginning) of |early )([a-z]{3,9})")
_MIDDLE = re.compile(r"(?:(?:in |by )?(?:the )?middle of |mid )([a-z]{3,9})")
_MID = 15
_MONTHDAY = re.compile(r"(?:the )?([0-9]{1,2})(?:st|nd|rd|th)")


def plainly(words: str) -> str:
    """The same phrase with its numbers as digits, and without the time of day it ends in."""
    if words in _AWAY:
        return words
    words = _FORTNIGHT.sub("2 weeks", words)
    words = _OF_MONTH.sub(lambda found: f"{_NTH.get(found[1], found[1])} ", words)
    words = _COUNT.sub(lambda found: f"{_COUNTED[found[1]]} ", words)
    words = _BEFORE.sub(r"\1 \2s ago", words)
    words = words.replace("within ", "in ", 1) if words.startswith("within ") else words
    if words in _AWAY or is_feast(words):
        return words
    day = _PART.sub("", words)
    return "today" if day == "this" != words else day


def said_without_date(words: str, today: date, past: bool) -> date | None:
    """The day meant by a phrase that `plainly` has gone over; None where it is none of these."""
    if words in _AWAY:
        return today + timedelta(days=_AWAY[words])
    if words == "this week":
        return today if past else today + timedelta(days=_SUNDAY - today.weekday())
    if words == "next week":
        return today + timedelta(days=7 - today.weekday())
    if words in ("the week after next", "week after next"):
        return today + timedelta(days=14 - today.weekday())
    if words == "next month":
        return _end_of_month(today) + timedelta(days=1)
    if words == "last month":
        return today.replace(day=1) - timedelta(days=1)
    if found := _WEEKEND.fullmatch(words):
        return _weekend(today, found[1] or "", past)
    if found := _END.fullmatch(words) or _OUT.fullmatch(words):
        return _end(found[1], today, past)
    for pattern, day in ((_BEGINNING, 1), (_MIDDLE, _MID)):
        if found := pattern.fullmatch(words):
            return _in_month(found[1], day, today, past)
    if found := _MONTHDAY.fullmatch(words):
        return _monthday(int(found[1]), today, past)
    return feast(words, today, past)


def _weekend(today: date, which: str, past: bool) -> date:
    """Its Saturday; on a weekend the last and the next one are not this one, and this one is today."""
    monday = today - timedelta(days=today.weekday())
    if which == "next":
        return monday + timedelta(days=7 + _SATURDAY)
    if which == "last":
        return monday + timedelta(days=_SATURDAY - 7)
    if past:
        return today - timedelta(days=(today.weekday() - _SATURDAY) % 7 or 7)
    return max(today, monday + timedelta(days=_SATURDAY))


def _end(of: str, today: date, past: bool) -> date | None:
    """The last day of this week, month or year, or of a month by its name; None for anything else."""
    if of == "week":
        return today + timedelta(days=_SUNDAY - today.weekday())
    if of in ("month", "year"):
        return _end_of_month(today) if of == "month" else date(today.year, 12, 31)
    month = _month(of)
    if month is None:
        return None
    last = _end_of_month(date(today.year, month, 1))
    if past:
        return last if last <= today else _end_of_month(last.replace(year=last.year - 1, day=1))
    return last if last >= today else _end_of_month(last.replace(year=last.year + 1, day=1))


def _in_month(of: str, day: int, today: date, past: bool) -> date | None:
    """A day of the next month of that name, or with `past` of the last one."""
    month = _month(of)
    if month is None:
        return None
    meant = date(today.year, month, day)
    if past:
        return meant if meant <= today else meant.replace(year=meant.year - 1)
    return meant if meant >= today else meant.replace(year=meant.year + 1)


def _month(name: str) -> int | None:
    return next((n for n, one in enumerate(MONTH_NAMES, 1) if len(name) >= 3 and one.startswith(name)), None)


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _monthday(day: int, today: date, past: bool) -> date:
    """The nearest such day of a month, ahead or behind. Raises `ValueError` where there is none."""
    if not 1 <= day <= 31:
        raise ValueError
    step = -1 if past else 1
    month = today.replace(day=1)
    while True:
        if day <= monthrange(month.year, month.month)[1]:
            meant = month.replace(day=day)
            if (meant - today).days * step >= 0:
                return meant
        month = month - timedelta(days=1) if past else month + timedelta(days=31)
        month = month.replace(day=1)
