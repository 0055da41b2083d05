"""Days as they stand on the screen and as people type them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.calendar.days import day_in_full, day_in_words, said_day, week_of

TODAY = date(2026, 3, 18)  # a Wednesday
DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))


def test_a_day_has_its_weekday_and_another_year_is_said() -> None:
    assert day_in_words(date(2026, 3, 20), TODAY) == "Fri 20 Mar"
    assert day_in_words(date(2025, 12, 1), TODAY) == "Mon 1 Dec 2025"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Fri", date(2026, 3, 20)),
        ("next friday", date(2026, 3, 20)),
        ("wednesday", TODAY),
        ("last fri", date(2026, 3, 13)),
        ("20 Mar", date(2026, 3, 20)),
        ("20th march 2027", date(2027, 3, 20)),
        ("Mar 20", date(2026, 3, 20)),
        ("Fri 20 Mar", date(2026, 3, 20)),
        ("fri, 20 mar 2026", date(2026, 3, 20)),
        ("20.3.", date(2026, 3, 20)),
        ("5 jan", date(2026, 1, 5)),
        ("29 feb", date(2028, 2, 29)),
        ("in 2 weeks", date(2026, 4, 1)),
        ("3 days ago", date(2026, 3, 15)),
        ("1 month", date(2026, 4, 18)),
        ("next wednesday", date(2026, 3, 25)),
        ("in two weeks", date(2026, 4, 1)),
        ("within a fortnight", date(2026, 4, 1)),
        ("a couple of days ago", date(2026, 3, 16)),
        ("tonight", TODAY),
        ("this morning", TODAY),
        ("tomorrow evening", date(2026, 3, 19)),
        ("last night", date(2026, 3, 17)),
        ("sunday morning", date(2026, 3, 22)),
        ("next week", date(2026, 3, 23)),
        ("this weekend", date(2026, 3, 21)),
        ("next weekend", date(2026, 3, 28)),
        ("end of the week", date(2026, 3, 22)),
        ("end of the month", date(2026, 3, 31)),
        ("end of april", date(2026, 4, 30)),
        ("the end of feb", date(2027, 2, 28)),
        ("on the 25th", date(2026, 3, 25)),
        ("the 31st", date(2026, 3, 31)),
    ],
)
def test_what_people_type_is_understood(typed: str, meant: date) -> None:
    assert said_day(typed, TODAY) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("fri", date(2026, 3, 13)),
        ("wed", TODAY),
        ("20 mar", date(2025, 3, 20)),
        ("5 jan", date(2026, 1, 5)),
        ("last wed", date(2026, 3, 11)),
        ("on friday night", date(2026, 3, 13)),
        ("at the weekend", date(2026, 3, 14)),
        ("the 25th", date(2026, 2, 25)),
        ("the 31st", date(2026, 1, 31)),
        ("last week", date(2026, 3, 11)),
    ],
)
def test_where_only_the_past_makes_sense_the_last_one_is_meant(typed: str, meant: date) -> None:
    assert said_day(typed, TODAY, past=True) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("last weekend", 14), ("this weekend", 22), ("at the weekend", 21), ("next weekend", 28)],
)
def test_on_a_sunday_the_last_weekend_is_not_this_one(typed: str, meant: int) -> None:
    sunday = date(2026, 3, 22)
    assert said_day(typed, sunday, past=typed.startswith(("last", "at"))) == date(2026, 3, meant)


@pytest.mark.parametrize("typed", ["31 feb", "31.4.", "2026-02-30", "0 mar 2026", "the 32nd"])
def test_a_day_that_does_not_exist_is_said_to(typed: str) -> None:
    with pytest.raises(ValueError, match="does not exist"):
        said_day(typed, TODAY)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "next",
        "ma",
        "12",
        "20 20",
        "٢٠ mar",
        "20 mar 20266",
        "friday friday",
        "this",
        "this this",
        "end of the decade",
        "end of the marathon",
    ],
)
def test_what_is_no_day_is_answered_with_how_to_write_one(typed: str) -> None:
    with pytest.raises(ValueError, match="Write a day"):
        said_day(typed, TODAY)


@given(DAYS, DAYS, st.booleans())
def test_a_day_in_full_is_read_back_whatever_today_is(day: date, today: date, past: bool) -> None:
    assert said_day(day_in_full(day), today, past=past) == day


@given(st.text(max_size=30), DAYS)
def test_any_text_is_a_day_or_a_sentence(text: str, today: date) -> None:
    answer: object
    try:
        answer = said_day(text, today)
    except ValueError as error:
        answer = str(error)
    assert isinstance(answer, date) or str(answer).endswith(".")


@given(DAYS)
def test_weeks_start_on_monday(day: date) -> None:
    assert week_of(day).weekday() == 0
    assert timedelta() <= day - week_of(day) < timedelta(days=7)
