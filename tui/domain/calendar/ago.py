"""How long ago a day is, as people say it."""

from datetime import date

_WEEK, _YEAR = 7, 365.25
_MONTH = _YEAR / 12
_MOST_WEEKS = 8  # more of them are two months


def ago(day: date, today: date) -> str:
    """In plain words, the larger the span the rounder. A day ahead is said to be ahead.

    >>> ago(date(2026, 3, 17), date(2026, 3, 18)), ago(date(2026, 2, 12), date(2026, 3, 18))
    ('yesterday', '5 weeks ago')
    """
    days = (today - day).days
    if days < 0:
        return "tomorrow" if days == -1 else f"in {-days} days"
    if days < 2 * _WEEK:
        return {0: "today", 1: "yesterday"}.get(days, f"{days} days ago")
    if days < 2 * _MONTH:
        return f"{min(round(days / _WEEK), _MOST_WEEKS)} weeks ago"
    if days < 2 * _YEAR:
        return f"{round(days / _MONTH)} months ago"
    return f"{round(days / _YEAR)} years ago"
