"""Birthdays and key days of supporters, a week ahead."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from tui.domain.calendar.key_days import KeyDay, read_key_day
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

AHEAD = 7
BIRTHDAY = "birthday"


@dataclass(frozen=True, slots=True)
class Occasion:
    """A day that is coming up for somebody. `what` is "birthday" or their own words, empty where none are."""

    supporter: Supporter
    day: date
    what: str


def coming_up(network: Network, today: date, ahead: int = AHEAD) -> tuple[Occasion, ...]:
    """What is coming up for those who are active and may be suggested, the next first."""
    found = (
        occasion
        for supporter in network.supporters.values()
        if supporter.state == "active" and not supporter.never_suggest
        for occasion in occasions_of(supporter, today, ahead)
    )
    return tuple(sorted(found, key=_when))


def _when(one: Occasion) -> tuple[date, str, str, str]:
    return one.day, one.supporter.name.casefold(), one.what, one.supporter.id


def occasions_of(supporter: Supporter, today: date, ahead: int = AHEAD) -> Iterator[Occasion]:
    """The days of one supporter from today on, as many days ahead."""
    for key_day in _days(supporter):
        day = key_day.next_from(today)
        if day is not None and day - today <= timedelta(days=ahead):
            yield Occasion(supporter, day, key_day.what)


def _days(supporter: Supporter) -> Iterator[KeyDay]:
    if supporter.birthday:
        try:
            month, day = int(supporter.birthday[-5:-3]), int(supporter.birthday[-2:])
            date(2000, month, day)
        except ValueError:
            pass
        else:
            yield KeyDay(month, day, None, BIRTHDAY)
    for line in supporter.dates:
        if (key_day := read_key_day(line)) is not None:
            yield key_day
