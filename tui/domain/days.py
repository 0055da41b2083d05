"""Days as people write them."""

import re
from datetime import date, timedelta

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_AHEAD = re.compile(r"([1-9][0-9]{0,3})([dwmy])")
_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}


def written_day(text: str) -> date:
    """The day written YYYY-MM-DD. Raises `ValueError` for anything else and for days that do not exist."""
    if not _WRITTEN.fullmatch(text):
        raise ValueError("not written YYYY-MM-DD")
    return date.fromisoformat(text)


def said_day(text: str, today: date) -> date:
    """The day meant by YYYY-MM-DD, today, yesterday, tomorrow, or a span from today such as 10d, 12w, 6m, 1y.

    Raises `ValueError` where there is no such day.
    """
    said = text.strip().casefold()
    if said in _NAMED:
        return today + timedelta(days=_NAMED[said])
    if (span := _AHEAD.fullmatch(said)) is None:
        return written_day(said)
    count = int(span[1])
    try:
        if span[2] in "dw":
            return today + timedelta(days=count * (7 if span[2] == "w" else 1))
        from dateutil.relativedelta import relativedelta

        return today + (relativedelta(months=count) if span[2] == "m" else relativedelta(years=count))
    except OverflowError as too_far:
        raise ValueError("too far ahead") from too_far
