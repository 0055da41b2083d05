"""Birthdays and key days a week ahead."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.calendar.key_days import KeyDay, read_key_day
from tui.domain.records.supporter import Supporter
from tui.domain.talks.occasions import coming_up, occasions_of

from .networks import numbered

TODAY = date(2026, 3, 18)


def person(name: str = "Ana", /, **fields: object) -> Supporter:
    return Supporter.model_validate({"name": name, **fields})


def told(*people: Supporter) -> list[tuple[str, date, str]]:
    return [(one.supporter.name, one.day, one.what) for one in coming_up(numbered(*people), TODAY)]


@pytest.mark.parametrize(
    ("line", "month", "day", "year", "what"),
    [
        ("12 May exam", 5, 12, None, "exam"),
        ("exam 12 May", 5, 12, None, "exam"),
        ("exam: May 12 2027", 5, 12, 2027, "exam"),
        ("--06-21 moved in together", 6, 21, None, "moved in together"),
        ("2026-05-12 - defends her thesis", 5, 12, 2026, "defends her thesis"),
        ("12.5. first day at work", 5, 12, None, "first day at work"),
        ("29 Feb", 2, 29, None, ""),
    ],
)
def test_a_line_is_a_day_and_what_it_is(line: str, month: int, day: int, year: int | None, what: str) -> None:
    assert read_key_day(line) == KeyDay(month, day, year, what)


@pytest.mark.parametrize(
    "line", ["", "Friday", "in 3 days a holiday", "3 months sober", "31 June", "room 12"]
)
def test_a_line_without_a_day_of_the_calendar_never_comes_up(line: str) -> None:
    assert read_key_day(line) is None


def test_what_comes_within_a_week_is_told_the_next_first() -> None:
    ana = person("Ana", birthday="1983-03-25", dates=("19 March exam", "26 March too far", "2025-03-20 past"))
    ben = person("Ben", birthday="--03-18", dates=("2026-03-25 moves house",))
    assert told(ana, ben) == [
        ("Ben", TODAY, "birthday"),
        ("Ana", TODAY + timedelta(days=1), "exam"),
        ("Ana", TODAY + timedelta(days=7), "birthday"),
        ("Ben", TODAY + timedelta(days=7), "moves house"),
    ]


@pytest.mark.parametrize(
    "fields", [{"state": "ended"}, {"state": "paused"}, {"state": "candidate"}, {"never_suggest": True}]
)
def test_whoever_is_left_in_peace_does_not_come_up(fields: dict[str, object]) -> None:
    assert told(person(**{"birthday": "--03-18", **fields})) == []


def test_a_birthday_on_the_last_of_february_comes_every_year() -> None:
    leap = person(birthday="2000-02-29")
    assert [one.day for one in occasions_of(leap, date(2026, 2, 25))] == [date(2026, 2, 28)]
    assert [one.day for one in occasions_of(leap, date(2028, 2, 25))] == [date(2028, 2, 29)]


def test_two_of_one_name_come_up_in_the_same_order_however_they_are_kept() -> None:
    one, other = person(id="2", birthday="--03-20"), person(id="10", birthday="--03-20")
    for kept in ((one, other), (other, one)):
        assert [found.supporter.id for found in coming_up(numbered(*kept), TODAY)] == ["10", "2"]


def test_the_turn_of_the_year_is_no_hurdle() -> None:
    [occasion] = occasions_of(person(birthday="--01-02"), date(2026, 12, 30))
    assert occasion.day == date(2027, 1, 2)


@given(st.text(max_size=40), st.dates())
def test_whatever_a_line_holds_it_is_read_or_left(line: str, today: date) -> None:
    key_day = read_key_day(line)
    coming = None if key_day is None else key_day.next_from(today)
    assert coming is None or coming >= today


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.dates(date(2020, 1, 1), date(2030, 12, 31)))
def test_a_yearly_day_is_never_more_than_a_year_away(day: date, today: date) -> None:
    key_day = read_key_day(f"--{day:%m-%d} x")
    assert key_day is not None
    coming = key_day.next_from(today)
    assert coming is not None
    assert timedelta() <= coming - today <= timedelta(days=366)
