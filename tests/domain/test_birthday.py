"""Birthdays as people write and read them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.calendar.birthday import birthday_in_words, said_birthday

TODAY = date(2026, 3, 18)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("20 Mar", "--03-20"),
        ("20 March 1980", "1980-03-20"),
        ("1980-03-20", "1980-03-20"),
        ("--02-29", "--02-29"),
        ("29 Feb", "--02-29"),
    ],
)
def test_a_birthday_is_understood(said: str, kept: str) -> None:
    assert said_birthday(said, TODAY) == kept


@pytest.mark.parametrize("said", ["tomorrow", "31 Feb", "--13-01", "19 Mar 2026", "soon", "1980-02-30"])
def test_what_is_no_birthday_is_refused(said: str) -> None:
    with pytest.raises(ValueError, match="day"):
        said_birthday(said, TODAY)


@given(st.dates(max_value=TODAY), st.booleans())
def test_a_birthday_in_words_is_read_back_as_itself(day: date, with_year: bool) -> None:
    written = f"{day}" if with_year else f"--{day:%m-%d}"
    if day.year >= 1000:
        assert said_birthday(birthday_in_words(written), TODAY) == written
