"""What changed between two needs profiles."""

from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.language.words import KINDS
from tui.domain.needs.needs_profile import NeedsProfile, needs_profile
from tui.domain.needs.shifts import Shift, newly_asked, shifts

MARKS = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3))


def profile_of(importance: dict[str, int], coverage: dict[str, int]) -> NeedsProfile:
    return needs_profile(questionnaire().scoring, {"importance": importance, "coverage": coverage})


PROFILES = st.builds(profile_of, MARKS, MARKS)


def test_marks_that_differ_are_named_strongest_need_first() -> None:
    before = profile_of({"guidance": 2, "feedback": 1, "practical": 1}, {"guidance": 0, "feedback": 1})
    now = profile_of({"guidance": 2, "feedback": 3, "practical": 0}, {"guidance": 2, "feedback": 1})
    assert shifts(before, now) == (
        Shift("feedback", "importance", 1, 3),
        Shift("guidance", "coverage", 0, 2),
        Shift("practical", "importance", 1, 0),
    )


def test_what_was_not_asked_before_is_new_and_not_changed() -> None:
    before = profile_of({"guidance": 2}, {"guidance": 1})
    now = profile_of({"guidance": 2, "feedback": 3}, {"guidance": 1, "feedback": 0})
    assert shifts(before, now) == ()
    assert newly_asked(before, now) == ("feedback",)


def test_coverage_that_was_not_known_is_not_compared() -> None:
    assert shifts(profile_of({"guidance": 2}, {}), profile_of({"guidance": 2}, {"guidance": 3})) == ()


@given(PROFILES)
def test_nothing_changes_against_itself(profile: NeedsProfile) -> None:
    assert shifts(profile, profile) == ()
    assert newly_asked(profile, profile) == ()


@given(PROFILES, PROFILES)
def test_turned_round_the_same_marks_differ_the_other_way(before: NeedsProfile, now: NeedsProfile) -> None:
    there = {(shift.kind, shift.scale, shift.before, shift.now) for shift in shifts(before, now)}
    back = {(shift.kind, shift.scale, shift.now, shift.before) for shift in shifts(now, before)}
    assert there == back


@given(PROFILES, PROFILES)
def test_every_shift_is_a_difference_of_marks_made_both_times(
    before: NeedsProfile, now: NeedsProfile
) -> None:
    for shift in shifts(before, now):
        then, here = before.kinds[shift.kind], now.kinds[shift.kind]
        assert then is not None
        assert here is not None
        assert shift.before != shift.now
        assert (getattr(then, shift.scale), getattr(here, shift.scale)) == (shift.before, shift.now)
