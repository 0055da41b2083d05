"""The order of the feedback queue, its counts, and what a filter finds notes by."""

from datetime import date, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.feedback.queue import Counts, counts, queue
from tui.domain.feedback.terms import TERMS, searched_text, terms
from tui.domain.feedback.verdicts import accept, adapt, decline, park, to_sort
from tui.domain.language.matching import read_match
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

TODAY = date(2026, 3, 18)
ANA = Supporter(id="2000", name="Ana Ribeiro", aliases=("Aninha",))
RUN = Goal(id="3000", title="10 km in June")
NETWORK = Network().with_changes(1, {"supporter": {ANA.id: ANA}, "goal": {RUN.id: RUN}})


def _note(id_: int, day: date = TODAY, **fields: object) -> Feedback:
    return Feedback.model_validate({"id": f"{id_}", "text": f"note {id_}", "date": day, **fields})


def test_waiting_comes_first_then_what_is_back_then_the_rest_newest_first() -> None:
    old, new = _note(1, TODAY - timedelta(days=9)), _note(2)
    back = park(_note(3, TODAY - timedelta(days=20)), TODAY - timedelta(days=14))
    away = park(_note(4), TODAY)
    declined = decline(_note(5, TODAY - timedelta(days=1)), "no", TODAY)
    assert queue([declined, back, old, away, new], TODAY) == [new, old, back, away, declined]


def test_a_parked_note_that_is_back_counts_as_to_sort() -> None:
    back = park(_note(1), TODAY - timedelta(days=14))
    notes = [_note(2), back, accept(_note(3), "slow down", TODAY, TODAY), adapt(_note(4), "half", TODAY)]
    assert counts(notes, TODAY) == Counts(to_sort=2, accepted=1, adapted=1)
    assert counts(notes, TODAY).in_words() == "to sort 2 · accepted 1 · adapted 1"
    assert counts([], TODAY).in_words() == ""


def test_a_filter_finds_a_note_by_state_person_goal_and_form() -> None:
    note = _note(1, supporter=ANA.id, goal=RUN.id, form="next-time", stings=True, about="way")
    found = terms(note, NETWORK, TODAY)
    assert set(found) == set(TERMS)
    assert "to sort" in found["state"]
    assert "stings" in found["state"]
    assert list(found["from"]) == ["Ana Ribeiro", "Aninha"]
    assert (list(found["goal"]), list(found["about"])) == (["10 km in June"], ["way"])
    assert "next time" in found["form"]


def test_a_filter_finds_feedback_from_nobody_and_from_someone_who_is_gone() -> None:
    assert list(terms(_note(1), NETWORK, TODAY)["from"]) == ["nobody"]
    assert list(terms(_note(1, supporter="2001"), NETWORK, TODAY)["from"]) == ["someone"]
    assert list(terms(_note(1, goal="3001"), NETWORK, TODAY)["goal"]) == []


def test_a_filter_finds_what_was_used_and_not_yet_told() -> None:
    accepted = accept(_note(1, supporter=ANA.id), "slow down", TODAY, TODAY)
    assert list(terms(accepted, NETWORK, TODAY)["state"]) == ["accepted", "untold"]


def test_words_are_looked_for_in_all_that_was_written_and_in_the_names() -> None:
    note = decline(_note(1, supporter=ANA.id, goal=RUN.id, suggestion="Slöwer"), "not before the race", TODAY)
    text = searched_text(note, NETWORK)
    for word in ("note 1", "slower", "ana ribeiro", "aninha", "10 km", "before the race"):
        assert word in text


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [1, 2, 3]),
        ("state:to", [1, 2]),
        ("state:declined", [3]),
        ("from:ana", [1, 3]),
        ("from:aninha", [1, 3]),
        ("from:nobody", [2]),
        ("goal:june", [3]),
        ("form:next", [1]),
        ("about:way", [2]),
        ("ana note", [1, 3]),
        ("from:ana state:to", [1]),
        ("note missing", []),
        ("state:", [1, 2, 3]),
    ],
)
def test_what_is_typed_finds_the_notes_it_should(typed: str, found: list[int]) -> None:
    notes = [
        _note(1, supporter=ANA.id, form="next-time"),
        _note(2, about="way"),
        decline(_note(3, supporter=ANA.id, goal=RUN.id), "no", TODAY),
    ]
    match = read_match(typed, TERMS)
    shown = [
        note
        for note in notes
        if match.takes(partial(searched_text, note, NETWORK), terms(note, NETWORK, TODAY))
    ]
    assert [int(note.id) for note in shown] == found


NOTES = st.builds(
    Feedback,
    id=st.integers(1000, 10**9).map(str),
    text=st.just("slower"),
    date=st.dates(date(2025, 1, 1), TODAY),
    verdict=st.sampled_from([None, "accept", "adapt", "park", "decline"]),
    parked_until=st.none() | st.dates(date(2026, 1, 1), date(2026, 6, 1)),
)


@given(
    st.lists(NOTES, unique_by=lambda note: note.id).flatmap(
        lambda notes: st.tuples(st.just(notes), st.permutations(notes))
    )
)
def test_the_queue_is_the_same_whatever_order_the_notes_come_in(
    notes: tuple[list[Feedback], list[Feedback]],
) -> None:
    one, other = notes
    assert queue(one, TODAY) == queue(other, TODAY)


@given(st.lists(NOTES))
def test_everything_to_sort_stands_before_everything_else_and_all_are_counted(notes: list[Feedback]) -> None:
    asks = [to_sort(note, TODAY) for note in queue(notes, TODAY)]
    assert asks == sorted(asks, reverse=True)
    found = counts(notes, TODAY)
    assert found.to_sort == sum(asks)
    assert found.to_sort + found.parked + found.accepted + found.adapted + found.declined == len(notes)
