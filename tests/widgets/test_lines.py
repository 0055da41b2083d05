"""Text cut to a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.language.text import clean_line
from tui.widgets.lines import cells, excerpt


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("shorter stride uphill", 30, "shorter stride uphill"),
        ("shorter stride uphill", 21, "shorter stride uphill"),
        ("shorter stride uphill", 20, "shorter stride…"),
        ("shorter stride uphill", 15, "shorter stride…"),
        ("You skip rest days, and it shows", 22, "You skip rest days…"),
        ("Donaudampfschifffahrt now", 12, "Donaudampfs…"),
        ("a Donaudampfschifffahrt", 12, "a Donaudamp…"),
        ("wait… what", 5, "wait…"),
        ("", 5, ""),
        ("anything", 0, ""),
    ],
)
def test_a_text_is_cut_after_a_whole_word_where_one_ends_in_time(text: str, width: int, shown: str) -> None:
    assert excerpt(text, width).plain == shown.ljust(width)


@given(st.text(max_size=60), st.integers(0, 40))
def test_a_cut_text_has_its_width_and_begins_like_the_whole(text: str, width: int) -> None:
    cut = excerpt(text, width)
    assert cut.cell_length == width
    shown = cut.plain.rstrip()
    assert clean_line(text).startswith(shown.removesuffix("…").rstrip())
    if cells(text, width).plain.rstrip() == clean_line(text).rstrip():
        assert shown == clean_line(text).rstrip()
