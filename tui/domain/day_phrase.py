"""The day a person means by a date or by a span from today."""

import re
from datetime import date

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SPAN = re.compile(r"([0-9]{1,4}) ?([dwmy])")
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}


def day_meant(phrase: str, today: date | None, within_years: int) -> date | None:
    """The day meant by `2027-03-31`, `10d`, `12w`, `6m` or `1y`; None where it is none or out of range.

    The day is from today to `within_years` ahead. Without `today` only a date is understood, of any day.
    """
    day = _day(phrase.strip().casefold(), today)
    if day is None or today is None:
        return day
    return day if today <= day <= _later(today, "years", within_years) else None


def _day(phrase: str, today: date | None) -> date | None:
    try:
        if _ISO.fullmatch(phrase):
            return date.fromisoformat(phrase)
        if today is not None and (span := _SPAN.fullmatch(phrase)):
            return _later(today, _UNITS[span[2]], int(span[1]))
    except (ValueError, OverflowError):
        return None
    return None


def _later(today: date, unit: str, count: int) -> date:
    from dateutil.relativedelta import relativedelta

    later: date = today + relativedelta(**{unit: count})  # type: ignore[arg-type]  # one unit of several
    return later
