"""The filter a person types."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.matching import read_match
from tui.domain.text import fold

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
