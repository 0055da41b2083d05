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
