"""Counts and fractions in words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.language.words import KINDS
from tui.domain.needs.needs_profile import NeedsProfile, needs_profile
from tui.domain.support.covered import count_in_words, share_in_words

SHARES = st.floats(min_value=0, max_value=1)
MARKS = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3))
ORDER = [
    "nothing",
    "hardly anything",
    "about a quarter",
    "about a third",
    "about two fifths",
    "about half",
    "about two thirds",
    "about three quarters",
    "nearly all",
    "all",
]


def profile_of(importance: dict[str, int], coverage: dict[str, int]) -> NeedsProfile:
    return needs_profile(questionnaire().scoring, {"importance": importance, "coverage": coverage})


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (0, "nothing"),
        (0.01, "hardly anything"),
        (0.2667, "about a quarter"),
        (1 / 3, "about a third"),
        (0.4277, "about two fifths"),
        (0.47, "about half"),
        (0.6387, "about two thirds"),
        (0.8, "about three quarters"),
        (0.97, "nearly all"),
        (1, "all"),
        (0.9999999999, "all"),
    ],
)
def test_a_share_is_said_in_the_nearest_words(share: float, words: str) -> None:
    assert share_in_words(share) == words


@given(st.lists(SHARES, min_size=2).map(sorted))
def test_a_larger_share_is_never_said_to_be_smaller(shares: list[float]) -> None:
    said = [ORDER.index(share_in_words(share)) for share in shares]
    assert all(before <= after for before, after in pairwise(said))


@given(st.floats(min_value=1e-5, max_value=1 - 1e-5))
def test_all_and_nothing_are_only_said_where_it_is_so(share: float) -> None:
    assert share_in_words(share) not in ("nothing", "all")


@given(SHARES)
def test_no_figure_stands_in_the_words(share: float) -> None:
    assert not any(character.isdigit() or character == "%" for character in share_in_words(share))


@pytest.mark.parametrize(
    ("importance", "coverage", "words"),
    [
        ({}, {}, "not asked yet"),
        ({"guidance": 0}, {}, "nothing needed"),
        ({"guidance": 2, "feedback": 1}, {}, "not known yet"),
        ({"guidance": 2, "feedback": 3}, {"guidance": 0, "feedback": 0}, "none of 2 covered"),
        ({"guidance": 2, "feedback": 3}, {"guidance": 3, "feedback": 0}, "1 of 2 covered"),
        ({"guidance": 2, "feedback": 3}, {"guidance": 3, "feedback": 3}, "all 2 covered"),
        ({"guidance": 2, "feedback": 3}, {"guidance": 3}, "1 of 2 covered, 1 not known"),
    ],
)
def test_covered_kinds_are_counted(importance: dict[str, int], coverage: dict[str, int], words: str) -> None:
    assert count_in_words(profile_of(importance, coverage)) == words


@given(MARKS, MARKS)
def test_the_count_never_exceeds_what_is_needed(importance: dict[str, int], coverage: dict[str, int]) -> None:
    profile = profile_of(importance, coverage)
    numbers = [int(word) for word in count_in_words(profile).replace(",", "").split() if word.isdigit()]
    assert all(number <= len(profile.ranked) for number in numbers)
