"""What each verdict requires and leads to, and when a parked note comes back."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.entry import refusal
from tui.domain.feedback.verdicts import (
    VerdictRefused,
    accept,
    adapt,
    asks_to_be_declined,
    day_back,
    decline,
    heard,
    is_back,
    lacking,
    park,
    reopened,
    tidied,
    to_sort,
    told,
    untold,
)
from tui.domain.records.feedback import Feedback
from tui.domain.records.network import Network

TODAY = date(2026, 3, 18)
NOTE = Feedback(id="1000", text="you skip rest days", supporter="2000", date=TODAY)
FRIDAY = date(2026, 3, 20)

DAYS = st.dates(date(2020, 1, 1), date(2030, 1, 1))
NOTES = st.builds(
    Feedback,
    text=st.just("slower"),
    date=DAYS,
    about=st.sampled_from([None, "task", "way", "person"]),
    stings=st.booleans(),
)
Ruling = Callable[[Feedback, date], Feedback]
RULINGS: dict[str, Ruling] = {
    "accept": lambda note, today: accept(note, "rest on Mondays", today + timedelta(days=3), today),
    "adapt": lambda note, today: adapt(note, "one rest day a week", today),
    "park": park,
    "decline": lambda note, today: decline(note, "the plan has them already", today),
}


def test_accepting_keeps_the_next_step_and_its_day() -> None:
    note = accept(NOTE, " rest on\nMondays ", FRIDAY, TODAY)
    assert (note.state, note.next_step, note.next_by) == ("accepted", "rest on Mondays", FRIDAY)
    assert note.verdict_on == TODAY


@pytest.mark.parametrize(
    ("step", "by", "sentence"),
    [
        ("", None, "Accepting needs the next step and the day to do it by."),
        (" ", FRIDAY, "Accepting needs the next step."),
        ("rest", None, "Accepting needs the day to do it by."),
        ("rest", date(2026, 3, 17), "The day to do it by, 2026-03-17, has passed."),
        ("r" * 501, FRIDAY, "The next step is too long."),
    ],
)
def test_accepting_says_in_one_sentence_what_is_missing(step: str, by: date | None, sentence: str) -> None:
    with pytest.raises(VerdictRefused) as refused:
        accept(NOTE, step, by, TODAY)
    assert str(refused.value) == sentence


def test_taking_part_says_which_part() -> None:
    note = adapt(NOTE, "one rest day a week", TODAY)
    assert (note.state, note.part, note.next_step) == ("adapted", "one rest day a week", "")
    with pytest.raises(VerdictRefused, match="which part"):
        adapt(NOTE, " ", TODAY)


def test_declining_says_why() -> None:
    note = decline(NOTE, "the plan has\nrest days", TODAY)
    assert (note.state, note.reason) == ("declined", "the plan has rest days")
    with pytest.raises(VerdictRefused, match="says why"):
        decline(NOTE, "", TODAY)


def test_a_parked_note_comes_back_after_two_weeks_or_on_its_day() -> None:
    assert park(NOTE, TODAY).parked_until == date(2026, 4, 1)
    assert park(NOTE, TODAY, FRIDAY).parked_until == FRIDAY
    for day in (TODAY, date(2026, 3, 17)):
        with pytest.raises(VerdictRefused, match="later day"):
            park(NOTE, TODAY, day)


def test_a_note_that_hurts_rests_until_tomorrow_and_that_is_not_parking() -> None:
    for hurting in (NOTE.changed_to(stings=True), NOTE.changed_to(about="person")):
        resting = heard(hurting, TODAY)
        assert (resting.state, resting.parked_until, resting.parked_times) == (
            "parked",
            date(2026, 3, 19),
            0,
        )
        assert day_back(hurting, TODAY) == date(2026, 3, 19)
        assert day_back(resting, TODAY) == date(2026, 4, 1)


def test_a_note_that_does_not_hurt_or_has_a_verdict_stays_as_it_is() -> None:
    assert heard(NOTE, TODAY) is NOTE
    declined = decline(NOTE.changed_to(stings=True), "no", TODAY)
    assert heard(declined, TODAY) is declined


def test_the_third_parking_asks_whether_to_decline() -> None:
    once = park(NOTE, TODAY)
    twice = park(once, date(2026, 4, 1))
    assert not asks_to_be_declined(NOTE)
    assert not asks_to_be_declined(once)
    assert asks_to_be_declined(twice)
    assert park(twice, date(2026, 4, 15)).parked_times == 3


def test_moving_the_day_of_a_parked_note_is_not_parking_it_once_more() -> None:
    once = park(NOTE, TODAY)
    assert park(once, TODAY, FRIDAY).parked_times == 1
    assert park(once, date(2026, 4, 1)).parked_times == 2


def test_a_note_taken_up_again_waits_and_remembers_how_often_it_was_parked() -> None:
    note = reopened(park(NOTE, TODAY))
    assert (note.state, note.parked_until, note.parked_times) == ("to sort", None, 1)


def test_only_what_is_used_and_whose_giver_is_known_is_still_to_be_told() -> None:
    accepted = accept(NOTE, "rest", FRIDAY, TODAY)
    assert untold(accepted)
    assert not untold(told(accepted, TODAY))
    assert not untold(decline(NOTE, "no", TODAY))
    assert not untold(accepted.changed_to(supporter=None))
    assert told(accepted, TODAY).told_on == TODAY


def test_a_verdict_entered_by_hand_needs_the_same() -> None:
    def said(**fields: object) -> str | None:
        return refusal(NOTE.changed_to(**fields), NOTE, Network(), TODAY)

    assert said(verdict="accept") == "Accepting needs the next step and the day to do it by."
    assert said(verdict="decline") == "Declining needs one line that says why."
    assert said(verdict="park", parked_until=FRIDAY) is None


def test_a_verdict_that_is_there_without_its_reason_does_not_hold_up_another_change() -> None:
    old = NOTE.changed_to(verdict="decline")
    assert refusal(old.changed_to(text="rest"), old, Network(), TODAY) is None
    assert refusal(old.changed_to(verdict="park"), old, Network(), TODAY) is not None


def test_a_verdict_of_last_year_may_be_entered_as_it_was() -> None:
    then = date(2025, 3, 18)
    note = accept(NOTE.changed_to(date=then), "rest", then + timedelta(days=2), then)
    assert refusal(note, None, Network(), TODAY) is None


@given(NOTES, st.lists(st.sampled_from(sorted(RULINGS)), min_size=1, max_size=6), DAYS)
def test_a_later_verdict_leaves_nothing_of_an_earlier_one(
    note: Feedback, verdicts: list[str], today: date
) -> None:
    alone = RULINGS[verdicts[-1]](note, today)
    for verdict in verdicts:
        note = told(RULINGS[verdict](note, today), today)
    note = RULINGS[verdicts[-1]](note, today)
    kept = {"parked_times", "parked_until"}  # the day back depends on whether it was parked before
    assert note.model_dump(exclude=kept) == alone.model_dump(exclude=kept)
    assert (note.parked_until is None) == (alone.parked_until is None)
    assert lacking(note, today) is None


@given(NOTES, DAYS, st.integers(0, 60))
def test_a_parked_note_is_back_from_its_day_on_and_not_before(
    note: Feedback, today: date, later: int
) -> None:
    parked = park(note, today)
    assert parked.parked_until is not None
    day = today + timedelta(days=later)
    assert is_back(parked, day) == to_sort(parked, day) == (day >= parked.parked_until)


@given(NOTES, DAYS)
def test_a_note_just_heard_is_to_sort_tomorrow_at_the_latest(note: Feedback, today: date) -> None:
    resting = heard(note, today)
    assert to_sort(resting, today + timedelta(days=1))
    assert to_sort(resting, today) == (resting == note)


@pytest.mark.parametrize("verdict", [None, "accept", "adapt", "park", "decline"])
def test_a_note_joined_from_two_verdicts_keeps_only_what_belongs_to_its_own(verdict: str | None) -> None:
    joined = Feedback(
        text="slower",
        date=TODAY,
        part="a part",
        next_step="a step",
        next_by=TODAY,
        parked_until=TODAY,
        reason="a reason",
        told_on=TODAY,
    ).changed_to(verdict=verdict)
    tidy = tidied(joined)
    kept = {field for field in ("part", "next_step", "parked_until", "reason") if getattr(tidy, field)}
    assert (
        kept
        == {
            None: set(),
            "accept": {"next_step"},
            "adapt": {"part", "next_step"},
            "park": {"parked_until"},
            "decline": {"reason"},
        }[verdict]
    )
    assert tidied(tidy) == tidy
