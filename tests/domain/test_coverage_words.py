"""Coverage as people read it."""

from datetime import timedelta

import pytest

from tests.domain.worked_network import IDS, RUN, TODAY, network_of, person, response, worked_network
from tui.content import questionnaire, vocabulary
from tui.domain.language.words import Kind
from tui.domain.records.log import Ask, Exchange
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.domain.support.carrying import carried_by
from tui.domain.support.coverage import Coverage, coverage_of, coverages
from tui.domain.support.coverage_words import carried, sentences, who_gives
from tui.domain.support.widest_gaps import widest_gaps

WORDS = vocabulary()


def seen(*records: Record) -> Coverage:
    found = coverage_of(worked_network(*records), RUN, questionnaire().scoring, TODAY)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("accountability", "nobody yet; Ben could"),
        ("belonging", "nobody yet; Ben and Cleo could"),
        ("guidance", "Dev reliably (not heard from for 8 months), Ben sometimes"),
        ("practical", "Ana sometimes"),
        ("encouragement", "Ana reliably; Cleo could"),
    ],
)
def test_people_are_named_with_how_surely_they_give(kind: Kind, words: str) -> None:
    assert who_gives(seen(), kind, WORDS) == words


@pytest.mark.parametrize(
    "eased", [{"clock_from": TODAY}, {"snoozed_until": TODAY + timedelta(days=30)}], ids=str
)
def test_a_clock_begun_anew_or_put_off_brings_nobody_nearer(eased: dict[str, object]) -> None:
    dev = person(worked_network(), "Dev").changed_to(**eased)
    assert seen(dev).mapped == seen().mapped
    assert who_gives(seen(dev), "guidance", WORDS) == who_gives(seen(), "guidance", WORDS)


def test_what_rests_on_two_of_one_name_is_not_thrown_together() -> None:
    other = Supporter(id="77", name="Ana", gives={"accountability": 3})
    coverage = seen(other)
    alone = [sentence for sentence in sentences(coverage, WORDS) if "alone" in sentence]
    assert alone == [
        "Accountability rests on Ana alone. Who could be a second voice?",
        "Encouragement and celebration rest on Ana alone. Who could be a second voice?",
    ]


def test_many_people_are_named_in_short() -> None:
    many = [Supporter(id=str(n), name=f"P{n}", gives={"accountability": 3}) for n in range(1, 7)]
    assert who_gives(seen(*many), "accountability", WORDS) == (
        "P1 reliably, P2 reliably, P3 reliably, 3 more; Ben could"
    )


@pytest.mark.parametrize(
    ("days", "words"), [(5, "club reliably"), (40, "club reliably (not visited lately)")]
)
def test_a_group_is_visited_rather_than_heard_from(days: int, words: str) -> None:
    club = Supporter(id="1", name="club", relationship="group", gives={"belonging": 3})
    visit = Exchange(id="2", supporters=("1",), date=TODAY - timedelta(days=days))
    assert who_gives(seen(club, visit), "belonging", WORDS) == f"{words}; Ben and Cleo could"


def test_what_rests_on_one_who_carries_much_and_who_rests_is_said() -> None:
    assert list(sentences(seen(), WORDS)) == [
        "Encouragement and celebration rest on Ana alone. Who could be a second voice?",
        "Ana carries about two fifths of it all. What could somebody else take on?",
        "Eli is paused, and left out.",
    ]


def test_one_kind_rests_and_somebody_asked_often_is_spared() -> None:
    ana = person(worked_network(), "Ana")
    cheered = person(worked_network(), "Cleo").changed_to(gives={"celebration": 2})
    asks = [Ask(id=str(n), supporter=ana.id, state="yes", sent_on=TODAY) for n in range(1, 6)]
    said = list(sentences(seen(cheered, *asks), WORDS))
    assert said[0] == "Encouragement rests on Ana alone. Who could be a second voice?"
    assert said[1] == "You asked Ana 5 times in 30 days. A thank you may come first."


def test_what_somebody_carries_for_a_goal_comes_with_the_strongest_need_first() -> None:
    coverage = seen()
    by_name = {one.supporter.name: carried(coverage, one) for one in coverage.people}
    assert by_name["Ana"] == ("encouragement", "celebration", "emotional", "practical")
    assert by_name["Cleo"] == by_name["Eli"] == ()


def test_a_goal_without_people_has_nothing_to_say() -> None:
    network = network_of(RUN, response(RUN, {"importance": {"guidance": 2}}))
    alone = coverage_of(network, RUN, questionnaire().scoring, TODAY)
    assert alone is not None
    assert who_gives(alone, "guidance", WORDS) == "nobody yet"
    assert list(sentences(alone, WORDS)) == []


def test_what_one_person_carries_is_told_by_goal_with_what_rests_on_them_alone() -> None:
    network = worked_network()
    scoring = questionnaire().scoring
    [ana] = carried_by(network, scoring, TODAY, IDS["Ana"])
    assert (ana.goal.title, ana.kinds[0], ana.much) == ("10 km in June", "encouragement", True)
    assert ana.alone == ("encouragement", "celebration")
    [ben] = carried_by(network, scoring, TODAY, IDS["Ben"])
    assert (ben.kinds, ben.alone, ben.much) == (("guidance",), (), False)
    assert carried_by(network, scoring, TODAY, IDS["Cleo"]) == ()


def test_all_goals_name_for_each_kind_the_goal_that_lacks_most() -> None:
    talk = RUN.changed_to(id="9001", title="A talk in May")
    network = worked_network(talk, response(talk, {"importance": {"practical": 3, "accountability": 1}}))
    found = widest_gaps(coverages(network, questionnaire().scoring, TODAY).values())
    named = {kind: coverage.goal.title for kind, coverage in found}
    assert named["practical"] == "A talk in May"
    assert named["accountability"] == "10 km in June"
    assert [kind for kind, _ in found][:3] == ["accountability", "belonging", "practical"]
    assert len(found) == 8


def test_a_single_yes_is_not_a_lot_for_one_person_though_the_others_give_little() -> None:
    people = [
        Supporter(id="71", name="Ana", gives={"guidance": 2}),
        Supporter(id="72", name="Ben", gives={"guidance": 1}),
        Supporter(id="73", name="Cleo", gives={"feedback": 1}),
    ]
    needs = response(RUN, {"importance": {"guidance": 2, "feedback": 1}})
    scoring = questionnaire().scoring

    def said(*records: Record) -> tuple[bool, bool, list[str]]:
        network = network_of(RUN, needs, *people, *records)
        coverage = coverage_of(network, RUN, scoring, TODAY)
        assert coverage is not None
        ana = next(one for one in coverage.people if one.id == "71")
        [carried_] = carried_by(network, scoring, TODAY, "71")
        return coverage.overloaded(ana), carried_.much, list(sentences(coverage, WORDS))

    overloaded, much, told = said()
    assert (overloaded, much) == (True, False)
    assert told == ["Guidance and advice rests on Ana alone. Who could be a second voice?"]
    asks = [Ask(id=f"8{place}", supporter="71", state="sent", sent_on=TODAY) for place in range(3)]
    _, much, told = said(*asks)
    assert much
    assert "You asked Ana 3 times in 30 days. A thank you may come first." in told
