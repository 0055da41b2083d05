"""What day and what time it is. Everything above the domain asks here; a fixed day makes it repeatable."""

from collections.abc import Callable
from datetime import UTC, date, datetime

Today = Callable[[], date]
"""Gives the civil date in force."""


def civil_today() -> date:
    """The date on the person's own calendar."""
    return datetime.now().astimezone().date()


def fixed(day: date) -> Today:
    """A calendar that stays on one day."""
    return lambda: day


def utc_now() -> datetime:
    """The instant, in UTC, to the millisecond."""
    now = datetime.now(UTC)
    return now.replace(microsecond=now.microsecond // 1000 * 1000)
