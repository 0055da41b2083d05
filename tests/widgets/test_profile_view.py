"""A needs profile drawn for a width."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire, vocabulary
from tui.domain.language.words import KINDS
from tui.domain.needs.needs_profile import NeedsProfile, needs_profile
from tui.widgets.profile_view import profile_lines, shift_lines

MARKS = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3))
ANSWERS = st.fixed_dictionaries(
    {"importance": MARKS, "coverage": MARKS, "control": st.integers(0, 4), "strain": st.integers(0, 4)}
)
WIDTHS = st.integers(30, 120)


def profile_of(answers: dict[str, Any]) -> NeedsProfile:
    return needs_profile(questionnaire().scoring, answers)


def drawn(answers: dict[str, Any], width: int = 76) -> list[str]:
    return [line.plain.rstrip() for line in profile_lines(profile_of(answers), vocabulary(), width)]


def changed(before: dict[str, Any], now: dict[str, Any], width: int = 76) -> list[str]:
    lines = shift_lines(profile_of(before), profile_of(now), vocabulary(), width)
    return [line.plain.rstrip() for line in lines]


MARKED: dict[str, Any] = {
    "importance": {"guidance": 2, "accountability": 3, "practical": 0},
    "coverage": {"guidance": 3, "accountability": 0},
    "control": 4,
}


def test_the_widest_gap_stands_first_with_its_words() -> None:
    assert drawn(MARKED) == [
        "                          needed             covered",
        "Accountability       ●●●  cannot do without  nobody yet  ○ open",
        "Guidance and advice  ●●·  would help a lot   fully       ● covered",
        "                     a little more, because most of this is in your hands,",
        "                     so know-how pays off",
        "not needed  practical help",
        "not asked   encouragement, a listening ear, honest feedback, company,",
        "            celebration",
    ]


def test_with_less_room_the_dots_speak_for_themselves() -> None:
    assert drawn(MARKED, 56)[:3] == [
        "                     needed  covered",
        "Accountability       ●●●     nobody yet  ○ open",
        "Guidance and advice  ●●·     fully       ● covered",
    ]
    assert drawn(MARKED, 38)[1] == "Accountability     ●●●     ○ open"


def test_a_need_marked_highest_is_not_said_to_be_a_little_more() -> None:
    lines = drawn({"importance": {"guidance": 3}, "coverage": {"guidance": 1}, "control": 4})
    assert "all the more, because most of this" in lines[2]


def test_coverage_that_is_not_known_says_so() -> None:
    (line,) = [line for line in drawn({"importance": {"guidance": 2}}) if line.startswith("Guidance")]
    assert line == "Guidance and advice  ●●·  would help a lot   not known   ? not known"


def test_what_changed_goes_from_then_to_now() -> None:
    now = {**MARKED, "importance": {**MARKED["importance"], "feedback": 1}, "coverage": {"guidance": 3}}
    now = {**now, "importance": {**now["importance"], "guidance": 1, "feedback": 1}}
    now = {**now, "coverage": {"guidance": 3, "accountability": 2}}
    assert changed(MARKED, now) == [
        "Accountability       covered  nobody yet → mostly",
        "Guidance and advice  needed   would help a lot → nice to have",
        "asked anew  honest feedback",
    ]


def test_no_change_is_said_too() -> None:
    assert changed(MARKED, MARKED) == ["Nothing has changed since."]


@given(ANSWERS, WIDTHS)
def test_no_line_is_wider_than_its_room(answers: dict[str, Any], width: int) -> None:
    lines = profile_lines(profile_of(answers), vocabulary(), width)
    assert all(line.cell_length <= width for line in lines)


@given(ANSWERS, ANSWERS, WIDTHS)
def test_no_line_of_what_changed_is_wider_than_its_room(
    before: dict[str, Any], now: dict[str, Any], width: int
) -> None:
    lines = shift_lines(profile_of(before), profile_of(now), vocabulary(), width)
    assert all(line.cell_length <= width for line in lines)


@pytest.mark.parametrize("width", [56, 76, 94])
def test_every_needed_kind_is_named_in_full(width: int) -> None:
    every = {"importance": dict.fromkeys(KINDS, 2), "coverage": dict.fromkeys(KINDS, 1)}
    lines = drawn(every, width)
    for kind in KINDS:
        assert any(line.startswith(vocabulary()["kind"][kind].label) for line in lines)
