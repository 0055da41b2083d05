"""What to do next about a needs profile."""

from string import Template

from tui.content import questionnaire, vocabulary
from tui.domain.language.plain import Answers
from tui.domain.language.words import KINDS
from tui.domain.needs.advice import next_steps
from tui.domain.needs.needs_profile import needs_profile
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

QUESTIONS = questionnaire()


def advice(answers: Answers, *supporters: Supporter) -> tuple[str, ...]:
    network = Network().with_changes(1, {"supporter": {person.id: person for person in supporters}})
    profile = needs_profile(QUESTIONS.scoring, answers)
    return next_steps(network, profile, "5", QUESTIONS.advice, vocabulary()["kind"])


def needing(**coverage: int) -> Answers:
    return {"importance": dict.fromkeys(coverage, 2), "coverage": coverage}


def test_somebody_who_could_is_to_be_asked_with_words_to_ask_with() -> None:
    ana = Supporter(id="7", name="$ana [b]", gives={"guidance": 1})
    assert advice(needing(guidance=0), ana) == (
        'Ask $ana [b] for guidance and advice. You could say: "How would you tackle this next step?"',
    )


def test_the_strongest_of_several_is_asked_and_nobody_twice() -> None:
    ana = Supporter(id="7", name="Ana", gives={"guidance": 1, "feedback": 2})
    ben = Supporter(id="8", name="Ben", gives={"guidance": 2})
    steps = advice(needing(guidance=0, feedback=0), ana, ben)
    assert [step.split(".")[0] for step in steps] == [
        "Ask Ben for guidance and advice",
        "Ask Ana for honest feedback",
    ]


def test_kinds_that_nobody_is_down_for_are_named_together() -> None:
    assert advice(needing(guidance=0, feedback=0, practical=3))[0].startswith(
        "Nobody is down for guidance and advice or honest feedback yet."
    )


def test_nobody_paused_ended_or_marked_is_suggested() -> None:
    gives = {"guidance": 3}
    people = [
        Supporter.model_validate({"id": "7", "name": "A", "gives": gives, "state": "paused"}),
        Supporter.model_validate({"id": "8", "name": "B", "gives": gives, "state": "ended"}),
        Supporter.model_validate({"id": "9", "name": "C", "gives": gives, "never_suggest": True}),
        Supporter.model_validate({"id": "10", "name": "D", "gives": gives, "goals": ["6"]}),
    ]
    (step,) = advice(needing(guidance=0), *people)
    assert step.startswith("Nobody is down for guidance")


def test_a_place_to_visit_and_a_possible_mentor_are_named() -> None:
    club = Supporter(id="7", name="Tuesday runners", relationship="group", state="candidate")
    dev = Supporter(id="8", name="Dev", mentor="identified", state="candidate")
    steps = advice(needing(guidance=0, belonging=0), club, dev)
    assert steps[0].startswith("Nobody is down for guidance")
    assert steps[1].startswith("Visit Tuesday runners")
    assert steps[2].startswith("Write down one small question for Dev")


def test_unknown_coverage_is_to_be_said() -> None:
    assert advice({"importance": {"guidance": 2}}) == (
        Template(QUESTIONS.advice["say"]).substitute(kind="guidance and advice"),
    )


def test_covered_needs_and_no_needs_have_their_own_sentence() -> None:
    assert advice(needing(guidance=3)) == (QUESTIONS.advice["covered"],)
    assert advice({"importance": dict.fromkeys(KINDS, 0)}) == (QUESTIONS.advice["unneeded"],)
    assert advice({}) == ()


def test_every_template_is_filled_with_the_blanks_it_names() -> None:
    blanks = {
        "ask": {"name", "kind", "ask"},
        "find": {"kind"},
        "place": {"place"},
        "mentor": {"name"},
        "say": {"kind"},
        "covered": set(),
        "unneeded": set(),
    }
    found = {name: set(Template(text).get_identifiers()) for name, text in QUESTIONS.advice.items()}
    assert found == blanks
