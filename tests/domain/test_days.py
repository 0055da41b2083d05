"""Days as people write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.calendar.days import coming_day, said_day, written_day

TODAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-06-30", date(2026, 6, 30)),
        ("today", TODAY),
        ("Yesterday", date(2026, 3, 17)),
        (" tomorrow ", date(2026, 3, 19)),
        ("10d", date(2026, 3, 28)),
        ("12w", date(2026, 6, 10)),
        ("6m", date(2026, 9, 18)),
        ("1y", date(2027, 3, 18)),
    ],
)
def test_a_day_is_understood(said: str, meant: date) -> None:
    assert said_day(said, TODAY) == meant


@pytest.mark.parametrize(
    ("said", "behind", "ahead"),
    [
        ("christmas eve", date(2025, 12, 24), date(2026, 12, 24)),
        ("at christmas", date(2025, 12, 25), date(2026, 12, 25)),
        ("the new year", date(2026, 1, 1), date(2027, 1, 1)),
        ("early november", date(2025, 11, 1), date(2026, 11, 1)),
        ("the middle of may", date(2025, 5, 15), date(2026, 5, 15)),
        ("before the month is out", date(2026, 3, 31), date(2026, 3, 31)),
        ("on saturday week", date(2026, 3, 28), date(2026, 3, 28)),
        ("a week on friday", date(2026, 3, 27), date(2026, 3, 27)),
        ("a week today", date(2026, 3, 25), date(2026, 3, 25)),
        ("the week after next", date(2026, 3, 30), date(2026, 3, 30)),
        ("monday 16th", date(2026, 3, 16), date(2026, 4, 16)),
        ("10/15", date(2025, 10, 15), date(2026, 10, 15)),
        ("15/10", date(2025, 10, 15), date(2026, 10, 15)),
        ("before 3 days", date(2026, 3, 15), date(2026, 3, 15)),
        ("sat morn", date(2026, 3, 14), date(2026, 3, 21)),
    ],
)
def test_a_day_is_the_last_one_in_what_has_been_and_the_next_one_in_what_is_to_come(
    said: str, behind: date, ahead: date
) -> None:
    assert said_day(said, TODAY, past=True) == behind
    assert said_day(said, TODAY) == ahead


@pytest.mark.parametrize("said", ["3/5", "10/12", "14/15", "0/13"])
def test_two_numbers_that_could_be_either_way_round_are_no_day(said: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        said_day(said, TODAY)


def test_a_month_from_the_31st_ends_where_the_month_does() -> None:
    assert said_day("1m", date(2026, 1, 31)) == date(2026, 2, 28)


@pytest.mark.parametrize(
    "said",
    ["", "soon", "2026-02-30", "2026-13-01", "20260318", "2026-W12-3", "0w", "-3w", "9999y", "1.5w", "١w"],
)
def test_what_is_no_day_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        said_day(said, TODAY)


@given(st.dates())
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert written_day(day.isoformat()) == day


@given(st.dates(max_value=date(9000, 1, 1)), st.integers(1, 500))
def test_weeks_ahead_are_seven_days_each(today: date, weeks: int) -> None:
    assert said_day(f"{weeks}w", today) == today + timedelta(weeks=weeks)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("30 june", date(2027, 6, 30)),
        ("June 30th", date(2027, 6, 30)),
        ("Wed 30.6.", date(2027, 6, 30)),
        ("20 Nov", date(2026, 11, 20)),
        ("30 june 2026", date(2026, 6, 30)),
        ("2026-06-30", date(2026, 6, 30)),
        ("2 months ago", date(2026, 9, 22)),
        ("fri", date(2026, 11, 27)),
    ],
)
def test_a_day_to_come_is_the_next_one_unless_it_has_only_just_passed_or_has_its_year(
    text: str, day: date
) -> None:
    assert coming_day(text, date(2026, 11, 22)) == day
