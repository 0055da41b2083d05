"""The filter a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.language.matching import read_match
from tui.domain.language.text import fold

NAMES = ("state", "from")
OWN = {"state": ("accept", "accepted"), "from": ("Renée López",)}


def fits(typed: str, text: str = "Shorter stride, uphill") -> bool:
    return read_match(typed, NAMES).takes(lambda: fold(text), OWN)


@pytest.mark.parametrize(
    "typed", ["", "  ", "STRIDE", "up shor", "state:acc", "from:lopez", "from:Renée uphill", "state:"]
)
def test_a_record_that_has_all_that_is_asked_for_fits(typed: str) -> None:
    assert fits(typed)


@pytest.mark.parametrize(
    "typed", ["downhill", "stride downhill", "state:declined", "from:ana stride", "colour:red"]
)
def test_a_record_that_lacks_anything_does_not(typed: str) -> None:
    assert not fits(typed)


def test_a_colon_after_another_word_is_part_of_the_word() -> None:
    assert fits("note:", "my note: run")


@given(st.text())
def test_typing_more_never_finds_more(typed: str) -> None:
    assert fits(typed) or not fits(typed + " x")


FILTERS = st.lists(
    st.sampled_from(["s", "st", "stride", "up", "state:", "state:a", "state:acc", "from:l"])
).map(" ".join)


@given(FILTERS, FILTERS)
def test_what_fits_a_filter_that_narrows_another_fits_that_one_too(typed: str, before: str) -> None:
    if read_match(typed, NAMES).narrows(read_match(before, NAMES)) and fits(typed):
        assert fits(before)


@pytest.mark.parametrize(
    ("before", "typed"),
    [("st", "stride"), ("stride", "stride up"), ("state:a", "state:acc"), ("", "state:a")],
)
def test_typing_on_narrows(before: str, typed: str) -> None:
    assert read_match(typed, NAMES).narrows(read_match(before, NAMES))


def test_a_word_that_becomes_a_term_narrows_nothing() -> None:
    assert not read_match("state:acc", NAMES).narrows(read_match("state", NAMES))
