"""The pile of feedback: kept up from network to network, it is what it would be made anew."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tui.domain.feedback.pile import FeedbackPile
from tui.domain.feedback.queue import counts, queue
from tui.domain.feedback.terms import TERMS, searched_text, terms
from tui.domain.feedback.verdicts import untold
from tui.domain.language.matching import read_match
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

if TYPE_CHECKING:
    from tui.domain.records.record import Record

TODAY = date(2026, 3, 18)
START = Network().with_changes(
    1,
    {
        "supporter": {"2000": Supporter(id="2000", name="Ana Ríos", aliases=("Anita",))},
        "goal": {"3000": Goal(id="3000", title="10 km in June")},
    },
)

notes = st.builds(
    lambda id_, ago, verdict, until, text, person: Feedback.model_validate(
        {
            "id": f"{id_}",
            "text": text,
            "date": TODAY - timedelta(days=ago),
            "verdict": verdict,
            "parked_until": TODAY + timedelta(days=until),
            "supporter": "2000" if person else None,
            "goal": "3000" if not person else None,
        }
    ),
    st.integers(1, 12),
    st.integers(0, 400),
    st.sampled_from([None, "accept", "adapt", "park", "decline"]),
    st.integers(-2, 2),
    st.sampled_from(["slower uphill", "RÍOS said so", "keep"]),
    st.booleans(),
)
steps = st.lists(st.tuples(notes, st.booleans()), max_size=5)


@given(st.lists(steps, max_size=6), st.sampled_from(["", "rios", "anita keep", "state:sort", "june slower"]))
def test_a_pile_kept_up_is_the_pile_made_anew(history: list[list[tuple[Feedback, bool]]], typed: str) -> None:
    network, pile = START, FeedbackPile(START, TODAY)
    for seq, changes in enumerate(history, 2):
        records: dict[str, Record | None] = {note.id: note if kept else None for note, kept in changes}
        network = network.with_changes(seq, {"feedback": records})
        pile = FeedbackPile(network, TODAY, pile)
        everything = list(network.feedback.values())
        assert list(pile.notes) == queue(everything, TODAY)
        assert pile.counts == counts(everything, TODAY)
        assert pile.to_tell == sum(untold(note) for note in everything)
        assert pile.spans_years == any(note.date.year != TODAY.year for note in everything)
        match = read_match(typed, TERMS)
        for note in everything:
            plainly = match.takes(lambda: searched_text(note, network), terms(note, network, TODAY))  # noqa: B023
            assert pile.fits(note, match) == plainly
        found = [note for note in pile.notes if pile.fits(note, match)]
        for id_ in map(str, range(1, 13)):
            places = [place for place, note in enumerate(found) if note.id == id_]
            assert pile.where(id_, found) == next(iter(places), None)


@given(st.lists(st.integers(0, 5), min_size=1, max_size=3))
def test_all_that_fits_is_found_in_its_order_however_much_there_is(digits: list[int]) -> None:
    many = [Feedback(id=str(n), text=f"number {n:04}", date=TODAY - timedelta(days=n)) for n in range(1, 700)]
    network = START.with_changes(2, {"feedback": {note.id: note for note in many}})
    pile = FeedbackPile(network, TODAY)
    match = read_match("".join(map(str, digits)), TERMS)
    expected = [note for note in pile.notes if pile.fits(note, match)]
    assert [note for note in pile.fitting(match) if note is not None] == expected
    narrower = read_match(f"{match.words[0]}1", TERMS)
    again = [note for note in pile.fitting(narrower, expected) if note is not None]
    assert again == [note for note in pile.notes if pile.fits(note, narrower)]


def test_a_new_day_brings_parked_notes_back() -> None:
    parked = Feedback(id="1", text="x", date=TODAY, verdict="park", parked_until=TODAY + timedelta(days=1))
    network = START.with_changes(2, {"feedback": {"1": parked}})
    pile = FeedbackPile(network, TODAY)
    assert pile.counts.parked == 1
    assert FeedbackPile(network, TODAY + timedelta(days=1), pile).counts.to_sort == 1


def test_a_renamed_person_is_found_by_the_new_name() -> None:
    note = Feedback(id="1", text="x", date=TODAY, supporter="2000")
    network = START.with_changes(2, {"feedback": {"1": note}})
    pile = FeedbackPile(network, TODAY)
    assert pile.fits(note, read_match("anita", TERMS))
    renamed = network.with_changes(3, {"supporter": {"2000": Supporter(id="2000", name="Bea")}})
    later = FeedbackPile(renamed, TODAY, pile)
    assert later.fits(note, read_match("bea", TERMS))
    assert not later.fits(note, read_match("anita", TERMS))
