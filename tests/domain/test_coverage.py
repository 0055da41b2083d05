"""Coverage: the worked network to all its digits, and what holds for any network."""

import random
from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.worked_network import (
    NAMES,
    RUN,
    TODAY,
    WORKED,
    network_of,
    person,
    response,
    worked_network,
)
from tui.content import questionnaire
from tui.domain.language.words import KINDS
from tui.domain.records.log import Ask, Exchange
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.domain.support.coverage import Coverage, coverage_of, coverages, in_a_word

SCORING = questionnaire().scoring
ALL_NEEDED = {"importance": dict.fromkeys(KINDS, 2)}


def seen(network: Network) -> Coverage:
    found = coverage_of(network, RUN, SCORING, TODAY)
    assert found is not None
    return found


def test_the_worked_network_comes_out_to_all_its_digits() -> None:
    coverage = seen(worked_network())
    assert {kind: round(mapped, 4) for kind, mapped in coverage.mapped.items()} == WORKED["mapped"]
    assert round(coverage.total, 4) == WORKED["F"]
    assert {NAMES[id_]: round(share, 4) for id_, share in coverage.shares.items()} == WORKED["share"]
    assert {NAMES[id_]: round(drop, 4) for id_, drop in coverage.drops.items()} == WORKED["drop"]
    assert {kind: coverage.need(kind) for kind in KINDS} == WORKED["need"]


def test_the_worked_network_says_who_holds_what_and_what_remains() -> None:
    coverage = seen(worked_network())
    held = {kind: [one.supporter.name for one in coverage.holders[kind]] for kind in KINDS}
    assert {kind: names for kind, names in held.items() if names != ["Ana"]} == {
        "guidance": ["Ben", "Dev"],
        "accountability": [],
        "feedback": ["Dev"],
        "belonging": [],
    }
    assert coverage.gaps == ("accountability", "belonging")
    assert coverage.single_points == ("encouragement", "celebration")
    left = {kind: round(residual, 4) for kind, residual in coverage.residual.items()}
    assert (left["accountability"], left["belonging"], left["feedback"], left["guidance"]) == (
        2.1,
        1.47,
        0.7,
        0.55,
    )
    assert [one.supporter.name for one in coverage.people if coverage.overloaded(one)] == ["Ana"]


@pytest.mark.parametrize(
    ("kind", "word"),
    [("accountability", "weak"), ("practical", "fair"), ("guidance", "fair"), ("emotional", "good")],
)
def test_a_kind_is_covered_in_a_word(kind: str, word: str) -> None:
    assert in_a_word(WORKED["mapped"][kind]) == word


def test_a_goal_nobody_answered_for_or_that_rests_has_no_coverage() -> None:
    resting = RUN.changed_to(state="paused")
    assert coverage_of(network_of(RUN), RUN, SCORING, TODAY) is None
    assert coverage_of(network_of(resting, response(RUN, ALL_NEEDED)), resting, SCORING, TODAY) is None


def test_the_latest_answers_count() -> None:
    later = response(RUN, {"importance": {"guidance": 1}}, TODAY + timedelta(days=1)).changed_to(id="1")
    assert seen(worked_network(later)).needed == ("guidance",)


def test_a_supporter_of_another_goal_only_does_not_count_for_this_one() -> None:
    ana = person(worked_network(), "Ana")
    elsewhere = seen(worked_network(ana.changed_to(goals=("9999",))))
    here = seen(worked_network(ana.changed_to(goals=("9999", RUN.id))))
    assert "Ana" not in [one.supporter.name for one in elsewhere.people]
    assert here.total == seen(worked_network()).total


def test_what_was_not_asked_has_no_remaining_need() -> None:
    coverage = seen(network_of(RUN, response(RUN, {"importance": {"guidance": 2}})))
    assert coverage.residual == {"guidance": 2.0}
    assert (coverage.total, coverage.shares, coverage.gaps) == (0.0, {}, ("guidance",))


def test_too_many_asks_in_thirty_days_are_too_much_for_somebody() -> None:
    ben = person(worked_network(), "Ben")
    asks = [
        Ask(id=str(n), supporter=ben.id, sent_on=TODAY - timedelta(days=n), state="no") for n in (1, 2, 30)
    ]

    def overloaded(*records: Record) -> bool:
        coverage = seen(worked_network(*records))
        return next(coverage.overloaded(one) for one in coverage.people if one.id == ben.id)

    assert not overloaded(*asks[:2])
    assert overloaded(*asks)
    assert not overloaded(*asks[:2], asks[2].changed_to(sent_on=TODAY - timedelta(days=31)))


@pytest.mark.parametrize(
    ("days", "mapped"), [(None, 0.45), (0, 0.9), (30, 0.9), (31, 0.45)], ids=["never", "today", "30", "31"]
)
def test_a_group_is_near_while_somebody_was_there_in_thirty_days(days: int | None, mapped: float) -> None:
    club = Supporter(id="1", name="Runners", relationship="group", gives={"belonging": 3})
    visits = [] if days is None else [Exchange(id="2", supporters=("1",), date=TODAY - timedelta(days=days))]
    coverage = seen(network_of(RUN, response(RUN, ALL_NEEDED), club, *visits))
    assert round(coverage.mapped["belonging"], 6) == mapped


def test_goals_stand_in_their_order() -> None:
    sooner = RUN.changed_to(id="9001", title="A talk", by=TODAY)
    network = worked_network(sooner, response(sooner, ALL_NEEDED))
    assert list(coverages(network, SCORING, TODAY)) == ["9001", "9000"]


# ------------------------------------------------------------------ for any network
strengths = st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3), max_size=4)
states = st.sampled_from(["active", "active", "active", "candidate", "paused", "ended"])


@st.composite
def people(draw: st.DrawFn) -> list[Record]:
    found: list[Record] = []
    for place in range(draw(st.integers(0, 5))):
        fields = {
            "id": str(1000 + place),
            "name": f"P{place}",
            "gives": draw(strengths),
            "state": draw(states),
        }
        days = draw(st.sampled_from([0, 20, 40, 50, 100]))
        talk = Exchange(
            id=str(2000 + place), supporters=(str(1000 + place),), date=TODAY - timedelta(days=days)
        )
        found += [Supporter.model_validate(fields), talk]
    return found


def covered_by(records: list[Record]) -> Coverage:
    return seen(network_of(RUN, response(RUN, ALL_NEEDED), *records))


@given(people(), strengths)
def test_one_more_person_never_lowers_what_is_covered(records: list[Record], gives: dict[str, int]) -> None:
    one_more = Supporter.model_validate({"id": "3000", "name": "Another", "gives": gives})
    before, after = covered_by(records).mapped, covered_by([*records, one_more]).mapped
    assert all(before[kind] <= after[kind] for kind in KINDS)


@given(people(), st.sampled_from(KINDS))
def test_more_strength_never_lowers_what_is_covered(records: list[Record], kind: str) -> None:
    covers = [
        covered_by([*records, Supporter.model_validate({"id": "3", "name": "X", "gives": {kind: strength}})])
        for strength in range(4)
    ]
    assert all(one.total <= next_.total for one, next_ in pairwise(covers))


@given(people(), st.sampled_from(KINDS), st.integers(1, 3))
def test_the_same_help_adds_less_the_more_there_is(records: list[Record], kind: str, strength: int) -> None:
    def added(to: list[Record]) -> float:
        new = Supporter.model_validate({"id": "3000", "name": "New", "gives": {kind: strength}})
        return covered_by([*to, new]).total - covered_by(to).total

    other = Supporter.model_validate({"id": "3001", "name": "Other", "gives": {kind: 2}})
    assert added([*records, other]) <= added(records) + 1e-9


@given(people(), st.randoms())
def test_the_order_of_people_is_irrelevant(records: list[Record], mixer: random.Random) -> None:
    mixed = list(records)
    mixer.shuffle(mixed)
    one, other = covered_by(records), covered_by(mixed)
    assert (one.mapped, one.shares, one.drops) == (other.mapped, other.shares, other.drops)


@given(people())
def test_only_active_people_cover_anything(records: list[Record]) -> None:
    coverage = covered_by(records)
    active = {one.id for one in coverage.people if one.supporter.state == "active"}
    assert {id_ for id_, share in coverage.shares.items() if share > 0} <= active
    assert all(holder.id in active for kind in KINDS for holder in coverage.holders[kind])
    assert all(0 <= coverage.mapped[kind] < 1 for kind in KINDS)


@given(people())
def test_what_is_lost_without_somebody_is_what_is_covered_less_without_them(records: list[Record]) -> None:
    coverage = covered_by(records)
    for one in coverage.people:
        rest = covered_by([record for record in records if record.id != one.id])
        assert coverage.drops[one.id] * coverage.total == pytest.approx(coverage.total - rest.total, abs=1e-9)
