"""The needs that follow from answers: the worked examples, and what holds for any answers."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.language.plain import Answers
from tui.domain.language.words import KINDS, Kind
from tui.domain.needs.needs_profile import Need, NeedsProfile, needs_profile

EXAMPLES = json.loads(Path(__file__).with_name("worked_examples.json").read_text(encoding="utf-8"))
SCORING = questionnaire().scoring


def profile_of(answers: Answers) -> NeedsProfile:
    return needs_profile(SCORING, answers)


def need(answers: Answers, kind: Kind) -> Need:
    found = profile_of(answers).kinds[kind]
    assert found is not None
    return found


def rounded(profile: NeedsProfile) -> dict[str, dict[str, Any] | None]:
    """The profile to four decimals and without reasons, as the worked examples give it."""
    return {
        kind: None
        if found is None
        else {
            "importance": found.importance,
            "coverage": found.coverage,
            "adjustment": found.adjustment,
            "need": found.need,
            "gap": None if found.gap is None else round(found.gap, 4),
            "band": found.band,
        }
        for kind, found in profile.kinds.items()
    }


@pytest.mark.parametrize("example", EXAMPLES["needs"], ids=lambda example: example["answers"]["goal_title"])
def test_the_worked_examples_come_out_exactly(example: Mapping[str, Any]) -> None:
    profile = profile_of(example["answers"])
    assert rounded(profile) == example["profile"]
    assert profile.perceived == example["perceived"]


def test_the_short_form_leaves_kinds_that_were_not_chosen_unknown() -> None:
    profile = profile_of(EXAMPLES["short_form"]["answers_file"])
    assert rounded(profile) == EXAMPLES["short_form"]["profile"]
    assert profile.perceived is not None
    assert round(profile.perceived, 4) == EXAMPLES["short_form"]["perceived"]


def test_grids_and_choices_that_say_the_same_give_the_same_needs() -> None:
    short = EXAMPLES["short_form"]
    assert profile_of(short["answers"]) == profile_of(short["answers_file"])


def test_nothing_needed_is_nothing_to_cover() -> None:
    profile = profile_of({"importance": dict.fromkeys(KINDS, 0)})
    assert profile.perceived is None
    assert profile.ranked == ()
    assert {found.band for found in profile.kinds.values() if found} == {"ok"}


def test_a_needed_kind_of_unknown_coverage_has_no_gap_and_does_not_count_as_covered() -> None:
    answers = {"importance": {"guidance": 3, "practical": 2}, "coverage": {"practical": 3}}
    assert (need(answers, "guidance").gap, need(answers, "guidance").band) == (None, None)
    assert profile_of(answers).perceived == 1.0


def test_every_adjustment_gives_its_reason() -> None:
    found = need({"control": 4, "stage": "stuck", "importance": {"guidance": 1}}, "guidance")
    assert found.adjustment == 0.5
    assert found.because == (
        "most of this is in your hands, so know-how pays off",
        "being stuck is the time for outside eyes",
    )


def test_equal_needs_keep_the_order_of_the_kinds() -> None:
    profile = profile_of({"importance": {"celebration": 2, "guidance": 3, "encouragement": 2}})
    assert [kind for kind, _ in profile.ranked] == ["guidance", "encouragement", "celebration"]


def test_a_gap_a_hair_below_an_edge_counts_as_on_it() -> None:
    edge = 0.1 + 0.2  # a little more than 0.3
    scoring = type(SCORING)(SCORING.cap, {"open": edge * 5, "thin": edge}, SCORING.by_choice, ())
    found = needs_profile(scoring, {"importance": {"guidance": 3}, "coverage": {"guidance": 2}})
    assert found.kinds["guidance"] == Need(3, 2, 0.0, 3.0, 3 * (1 - 2 / 3), "thin", ())


marks = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3))


@st.composite
def any_answers(draw: st.DrawFn) -> dict[str, Any]:
    answers: dict[str, Any] = {
        "importance": draw(marks),
        "coverage": draw(marks),
        "control": draw(st.none() | st.integers(0, 4)),
        "strain": draw(st.none() | st.integers(0, 4)),
        "stage": draw(st.none() | st.sampled_from(["idea", "started", "moving", "stuck", "keeping"])),
        "ownership": draw(st.none() | st.sampled_from(["mine", "shared", "others"])),
    }
    return {key: value for key, value in answers.items() if value is not None}


def known(profile: NeedsProfile) -> list[Need]:
    return [found for found in profile.kinds.values() if found is not None]


@given(any_answers())
def test_a_kind_marked_0_is_never_lifted(answers: dict[str, Any]) -> None:
    for found in known(profile_of(answers)):
        if found.importance == 0:
            assert found == Need(0, None, 0.0, 0.0, 0.0, "ok", ())


@given(any_answers())
def test_needs_and_gaps_stay_in_range_and_rules_move_them_by_half_a_point_at_most(
    answers: dict[str, Any],
) -> None:
    for found in known(profile_of(answers)):
        assert 0 <= found.need <= 3
        assert abs(found.need - found.importance) <= abs(found.adjustment) <= 0.5
        assert found.gap is None or 0 <= found.gap <= found.need
        assert found.adjustment == 0 or found.because


@given(any_answers())
def test_what_was_not_asked_stays_unknown(answers: dict[str, Any]) -> None:
    profile = profile_of(answers)
    for kind, found in profile.kinds.items():
        assert (found is None) == (kind not in answers["importance"])
        if found is not None and found.importance > 0:
            unknown = kind not in answers["coverage"]
            assert (found.coverage is None) is (found.gap is None) is (found.band is None) is unknown


@given(any_answers())
def test_the_perceived_cover_is_a_share_or_unknown(answers: dict[str, Any]) -> None:
    profile = profile_of(answers)
    countable = [found for found in known(profile) if found.need > 0 and found.coverage is not None]
    if countable:
        assert profile.perceived is not None
        assert 0 <= profile.perceived <= 1
    else:
        assert profile.perceived is None


@given(any_answers(), st.sampled_from(KINDS))
def test_more_coverage_never_raises_a_gap(answers: dict[str, Any], kind: Kind) -> None:
    importance = {**answers["importance"], kind: answers["importance"].get(kind, 2)}
    gaps = []
    for coverage in range(4):
        changed = {**answers, "importance": importance, "coverage": {**answers["coverage"], kind: coverage}}
        gaps.append(need(changed, kind).gap)
    assert gaps == sorted(gaps, key=lambda gap: gap or 0, reverse=True)


@given(any_answers(), st.sampled_from(KINDS))
def test_more_importance_never_lowers_a_need(answers: dict[str, Any], kind: Kind) -> None:
    needs = [
        need({**answers, "importance": {**answers["importance"], kind: mark}}, kind).need for mark in range(4)
    ]
    assert needs == sorted(needs)


@given(any_answers(), st.randoms())
def test_the_order_of_answers_is_irrelevant(answers: dict[str, Any], random: Any) -> None:  # a Random
    def shuffled(entries: Mapping[str, Any]) -> dict[str, Any]:
        keys = list(entries)
        random.shuffle(keys)
        return {key: entries[key] for key in keys}

    mixed = shuffled(answers)
    mixed = {key: shuffled(value) if isinstance(value, dict) else value for key, value in mixed.items()}
    assert profile_of(mixed) == profile_of(answers)


@given(any_answers())
def test_the_profile_says_the_same_as_plain_json(answers: dict[str, Any]) -> None:
    document = profile_of(answers).document()
    assert json.loads(json.dumps(document)) == document
