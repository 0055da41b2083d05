"""Whom to ask for what: the worked asks, an exact search as a judge, and who is never suggested."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.exact_asks import Somebody, covered, most_covered
from tests.domain.test_coverage import people
from tests.domain.worked_network import (
    IDS,
    NAMES,
    RUN,
    TODAY,
    WORKED,
    network_of,
    person,
    response,
    worked_network,
)
from tui.content import label, questionnaire
from tui.domain.language.words import KINDS
from tui.domain.records.log import Ask, Exchange
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.domain.support.because import MARKED
from tui.domain.support.best_asks import AskIdea, best_asks
from tui.domain.support.coverage import coverage_of

SCORING = questionnaire().scoring
ALL_NEEDED = {"importance": dict.fromkeys(KINDS, 3)}


def ideas(network: Network) -> tuple[AskIdea, ...]:
    return best_asks(network, SCORING, TODAY)


def asked(network: Network) -> list[tuple[str, str]]:
    return [(NAMES.get(idea.supporter, idea.supporter), idea.kind) for idea in ideas(network)]


def test_the_worked_asks_come_out_in_order() -> None:
    found = [[NAMES[idea.supporter], idea.kind, round(idea.score, 4)] for idea in ideas(worked_network())]
    assert found == WORKED["asks"]
    assert [round(idea.gain, 4) for idea in ideas(worked_network())] == [0.9, 0.63, 0.45]


def test_the_worked_asks_name_the_facts_they_rest_on() -> None:
    assert [idea.because for idea in ideas(worked_network())] == [
        "nobody covers it reliably and you marked it 'cannot do without';"
        " you thought Ben could, and you are due to talk anyway",
        "nobody covers it reliably and you marked it 'cannot do without';"
        " you thought Cleo could, and you last talked 3 weeks ago",
        "Dev gives it reliably and you marked it 'would help a lot', but you last talked 8 months ago",
    ]


@pytest.mark.parametrize("mark", [1, 2, 3])
def test_a_mark_is_told_in_the_words_it_was_made_with(mark: int) -> None:
    assert MARKED[mark] == label("importance", mark)


def test_one_person_is_asked_for_one_thing_over_all_goals() -> None:
    talk = RUN.changed_to(id="9001", title="A talk in May")
    found = ideas(worked_network(talk, response(talk, ALL_NEEDED)))
    assert len({idea.supporter for idea in found}) == len(found) == 3
    assert {idea.goal for idea in found} == {RUN.id, talk.id}


def test_asks_for_one_goal_leave_the_others_aside() -> None:
    talk = RUN.changed_to(id="9001", title="A talk in May")
    network = worked_network(talk, response(talk, ALL_NEEDED))
    assert {idea.goal for idea in best_asks(network, SCORING, TODAY, goal=RUN)} == {RUN.id}
    assert len(best_asks(network, SCORING, TODAY, limit=1)) == 1


@pytest.mark.parametrize(
    "fields",
    [{"state": "paused"}, {"state": "ended"}, {"state": "candidate"}, {"never_suggest": True}],
    ids=str,
)
def test_who_rests_has_left_or_is_not_to_be_suggested_is_not(fields: dict[str, object]) -> None:
    ben = person(worked_network(), "Ben").changed_to(**fields)
    assert "Ben" not in [name for name, _ in asked(worked_network(ben))]


@pytest.mark.parametrize(
    ("fields", "again"),
    [
        ({"state": "drafted"}, False),
        ({"state": "sent", "sent_on": TODAY - timedelta(days=200)}, False),
        ({"state": "no", "answered_on": TODAY - timedelta(days=89)}, False),
        ({"state": "no", "answered_on": TODAY - timedelta(days=90)}, True),
        ({"state": "silent", "sent_on": TODAY - timedelta(days=40)}, False),
    ],
    ids=str,
)
def test_nobody_is_suggested_again_for_what_they_were_just_asked(
    fields: dict[str, object], again: bool
) -> None:
    before = Ask.model_validate({"id": "5", "supporter": IDS["Ben"], "kind": "accountability", **fields})
    assert (("Ben", "accountability") in asked(worked_network(before))) == again


def test_a_yes_that_changed_the_strength_is_not_suggested_again_ever() -> None:
    ben = person(worked_network(), "Ben")
    stronger = ben.changed_to(gives={**ben.gives, "accountability": 2})
    assert ("Ben", "accountability") not in asked(worked_network(stronger))


def test_somebody_who_carries_much_already_is_spared() -> None:
    ana = person(worked_network(), "Ana")
    could = ana.changed_to(gives={**ana.gives, "accountability": 1})
    assert asked(worked_network(could))[0] == ("Ben", "accountability")


# ------------------------------------------------------------------ against an exact search
@dataclass(frozen=True)
class Trial:
    """One random network: what asking the suggested people covers, and what the very best asks would."""

    before: float
    suggested: float
    best: float
    asks: tuple[AskIdea, ...]
    all_alike: bool


def trials(count: int, *, alike: bool) -> Iterator[Trial]:
    """Random small networks; `alike` makes people differ only in what they give and how near they are."""
    chance = random.Random(2026)
    for _ in range(count):
        kinds = chance.sample(KINDS, chance.randint(1, 4))
        records: list[Record] = [
            RUN,
            response(RUN, {"importance": {kind: chance.randint(1, 3) for kind in kinds}}),
        ]
        somebodies: list[Somebody] = []
        for place in range(chance.randint(1, 6)):
            gives: dict[str, int] = {kind: chance.randint(0, 3) for kind in kinds if chance.random() < 0.7}
            days, availability = chance.choice([(3, 1.0), (40, 1.0), (50, 0.75), (80, 0.5)])
            active = chance.random() < 0.8
            fields: dict[str, object] = {"id": str(1000 + place), "name": f"P{place}", "gives": gives}
            fields |= {"cadence": 30, "state": "active" if active else "paused"}
            fields |= (
                {"responsive": 3, "circle": "inner"}
                if alike
                else {
                    "responsive": chance.choice([None, 0, 1, 2, 3]),
                    "circle": chance.choice(["inner", "middle", "outer"]),
                }
            )
            talk = Exchange(
                id=str(2000 + place), supporters=(str(1000 + place),), date=TODAY - timedelta(days=days)
            )
            records += [Supporter.model_validate(fields), talk]
            somebodies.append(Somebody(gives, availability if active else 0.0, active))
        network = network_of(*records)
        coverage = coverage_of(network, RUN, SCORING, TODAY)
        assert coverage is not None
        need: dict[str, float] = {kind: coverage.need(kind) for kind in coverage.needed}
        before = covered(need, somebodies, {})
        assert before == pytest.approx(coverage.total)
        asks = ideas(network)
        suggested = covered(need, somebodies, {int(idea.supporter) - 1000: idea.kind for idea in asks})
        assert suggested - before == pytest.approx(sum(idea.gain for idea in asks))
        spared = any(coverage.overloaded(one) for one in coverage.people)
        yield Trial(before, suggested, most_covered(need, somebodies), asks, alike and not spared)


def test_the_suggested_asks_are_never_far_from_the_best_there_are() -> None:
    found = list(trials(1000, alike=False))
    assert all(trial.before <= trial.suggested <= trial.best + 1e-9 for trial in found)
    assert all(trial.suggested >= 0.5 * trial.best for trial in found)
    assert fmean(trial.suggested / trial.best for trial in found if trial.best) > 0.99


def test_where_people_are_alike_the_suggested_asks_are_nearly_always_the_best() -> None:
    found = [trial for trial in trials(1000, alike=True) if trial.all_alike]
    assert len(found) > 500
    # An ask that adds next to nothing is not suggested, so up to so much may be left.
    same = [trial.best - trial.suggested <= 0.05 * (3 - len(trial.asks)) + 1e-9 for trial in found]
    assert fmean(same) > 0.95


@given(people())
def test_only_people_who_may_be_asked_are_asked_and_each_for_one_thing(records: list[Record]) -> None:
    network = network_of(RUN, response(RUN, ALL_NEEDED), *records)
    found = ideas(network)
    assert len(found) <= 3
    assert len({idea.supporter for idea in found}) == len(found)
    for idea in found:
        one = network.supporters[idea.supporter]
        assert one.state == "active"
        assert one.gives[idea.kind] >= 1
        assert idea.score >= 0.05 - 1e-6
        assert one.name in idea.because


@given(people(), st.randoms())
def test_the_asks_do_not_depend_on_the_order_of_people(records: list[Record], mixer: random.Random) -> None:
    mixed = list(records)
    mixer.shuffle(mixed)
    head = (RUN, response(RUN, ALL_NEEDED))
    assert ideas(network_of(*head, *records)) == ideas(network_of(*head, *mixed))


@given(people())
def test_each_ask_adds_no_more_than_it_would_alone(records: list[Record]) -> None:
    network = network_of(RUN, response(RUN, ALL_NEEDED), *records)
    alone = {idea.supporter: idea for idea in best_asks(network, SCORING, TODAY, limit=99)}
    for idea in ideas(network):
        others = [record for record in records if record.id == idea.supporter or record.table == "exchange"]
        by_itself = ideas(network_of(RUN, response(RUN, ALL_NEEDED), *others))
        most = max((one.gain for one in by_itself), default=0.0)
        assert idea.gain <= most + 1e-9
        assert alone[idea.supporter] == idea


def test_a_person_nobody_has_talked_to_yet_is_told_so() -> None:
    new = Supporter(
        id="1", name="Fay", gives={"accountability": 1}, created=datetime(2026, 3, 10, tzinfo=UTC)
    )
    [idea] = ideas(network_of(RUN, response(RUN, ALL_NEEDED), new))
    assert idea.because.endswith("you thought Fay could, and no talk with them is written down yet")
