"""What finishing a form changes, and what was found then and now."""

from collections.abc import Callable
from datetime import date
from itertools import count

import pytest

from tui.content import questionnaire
from tui.domain.language.plain import Answers
from tui.domain.language.words import Form
from tui.domain.needs.assessment import Assessment, assess
from tui.domain.needs.beginning import sheet_for
from tui.domain.needs.then_and_now import latest, profiles, responses
from tui.domain.questionnaire.sheet import WrongAnswers, filled_sheet, new_sheet
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter

TODAY = date(2026, 3, 16)
QUESTIONS = questionnaire()
RUN: Answers = {
    "goal_title": "10 km in June",
    "why": "to feel light",
    "ownership": "others",
    "sign": "a finisher's shirt",
    "target_date": "12w",
    "stage": "started",
    "control": 4,
    "strain": 1,
    "plan": {"when": "it rains", "then": "I run inside"},
    "importance": {"guidance": 2, "accountability": 3, "belonging": 2},
    "coverage": {"guidance": 1, "accountability": 0, "belonging": 0},
    "audience": "circle",
    "praise": "bit",
    "cadence": "weekly",
    "change_sign": "no run for three weeks",
}


def ids(start: int = 1000) -> Callable[[], str]:
    numbers = count(start)
    return lambda: str(next(numbers))


def network_of(*records: Record) -> Network:
    changes: dict[str, dict[str, Record | None]] = {}
    for record in records:
        changes.setdefault(record.table, {})[record.id] = record
    return Network().with_changes(1, changes)


def finished(
    answers: Answers,
    network: Network | None = None,
    form: Form = "full",
    goal: Goal | None = None,
    today: date = TODAY,
    start: int = 1000,
) -> Assessment:
    network = network or Network()
    sheet = filled_sheet(sheet_for(network, QUESTIONS, form, goal), answers, today)
    return assess(network, sheet, today, ids(start))


def goal_in(assessment: Assessment) -> Goal:
    assert assessment.goal is not None
    return assessment.goal


def named(assessment: Assessment) -> dict[str, Supporter]:
    return {supporter.name: supporter for supporter in assessment.supporters}


def test_the_full_form_makes_a_goal_of_its_answers() -> None:
    assert goal_in(finished(RUN)).content() == {
        **Goal(title="10 km in June").content(),
        "why": "to feel light",
        "ownership": "others",
        "sign": "a finisher's shirt",
        "by": "2026-06-08",
        "stage": "started",
        "obstacle": "it rains",
        "plan": "I run inside",
        "audience": "circle",
        "praise": "bit",
        "report": "weekly",
        "change_sign": "no run for three weeks",
    }


def test_the_response_keeps_what_was_answered_and_belongs_to_the_goal() -> None:
    assessment = finished({**RUN, "audience": "nobody"})
    response = assessment.response
    assert response.goal == goal_in(assessment).id
    assert (response.questionnaire, response.form, response.date) == ("goal-needs", "full", TODAY)
    assert response.answers["target_date"] == "2026-06-08"
    assert "praise" not in response.answers
    assert assessment.records == (assessment.goal, response)


def test_people_named_are_new_supporters_who_could_give_what_was_ticked() -> None:
    people: Answers = {
        "people": [{"name": "Ana", "circle": "inner", "kinds": ["guidance", "accountability"]}, "Ben"]
    }
    supporters = named(finished({**RUN, **people}))
    assert supporters["Ana"].gives == {"guidance": 1, "accountability": 1}
    assert (supporters["Ana"].circle, supporters["Ana"].state) == ("inner", "active")
    assert (supporters["Ben"].gives, supporters["Ben"].relationship) == ({}, None)


def test_somebody_known_is_found_by_folded_name_or_alias_and_never_lowered() -> None:
    known = Supporter(id="7", name="Renée", aliases=("Nene",), gives={"guidance": 3}, circle="outer")
    network = network_of(known)
    for spelled in ("renee", "NENE"):
        people: Answers = {"people": [{"name": spelled, "kinds": ["guidance", "practical"]}]}
        (supporter,) = finished({**RUN, **people}, network).supporters
        assert supporter == known.changed_to(gives={"guidance": 3, "practical": 1})


def test_somebody_known_about_whom_nothing_new_is_said_stays_untouched() -> None:
    network = network_of(Supporter(id="7", name="Ana", gives={"guidance": 1}))
    assert finished({**RUN, "people": [{"name": "ana", "kinds": ["guidance"]}]}, network).supporters == ()


def test_somebody_kept_for_certain_goals_is_counted_in_for_this_one() -> None:
    network = network_of(Supporter(id="7", name="Ana", goals=("5",)))
    assessment = finished({**RUN, "people": ["Ana"]}, network)
    assert named(assessment)["Ana"].goals == ("5", goal_in(assessment).id)


def test_a_trailblazer_becomes_a_candidate_for_a_mentor() -> None:
    dev = named(finished({**RUN, "trailblazer": {"choice": "know_of", "name": "Dev"}}))["Dev"]
    assert (dev.mentor, dev.state, dev.circle) == ("identified", "candidate", "outer")


def test_a_trailblazer_who_is_a_mentor_already_stays_one() -> None:
    network = network_of(Supporter(id="7", name="Dev", mentor="active"))
    answers: Answers = {**RUN, "trailblazer": {"choice": "know", "name": "dev"}}
    assert finished(answers, network).supporters == ()


def test_a_person_who_is_the_trailblazer_too_is_one_supporter() -> None:
    answers: Answers = {
        **RUN,
        "people": [{"name": "Dev", "kinds": ["guidance"]}],
        "trailblazer": {"choice": "know", "name": "DEV"},
    }
    (dev,) = finished(answers).supporters
    assert (dev.name, dev.mentor, dev.state, dev.gives) == ("Dev", "identified", "active", {"guidance": 1})


def test_places_become_groups_to_visit() -> None:
    club = named(finished({**RUN, "like_minded": ["Tuesday runners"]}))["Tuesday runners"]
    assert (club.relationship, club.state, club.mentor) == ("group", "candidate", None)


def test_the_one_person_of_the_short_form_is_a_supporter() -> None:
    answers: Answers = {
        "goal_title": "A short start",
        "stage": "stuck",
        "top3": ["guidance"],
        "top3_cover": {"guidance": 0},
        "one_person": [{"name": "Ana", "kinds": ["guidance"]}],
        "next_step": "Tuesday: ask Ana",
    }
    assessment = finished(answers, form="short")
    assert named(assessment)["Ana"].gives == {"guidance": 1}
    assert goal_in(assessment).next_step == "Tuesday: ask Ana"


def test_a_title_that_another_goal_has_is_refused() -> None:
    network = network_of(Goal(id="5", title="10 KM in june"))
    with pytest.raises(WrongAnswers) as error:
        finished(RUN, network)
    assert error.value.sentences == {"goal_title": 'There is already a goal called "10 km in June".'}


def after(first: Assessment, *more: Record) -> Network:
    return network_of(*first.records, *more)


def test_looking_again_is_filled_in_with_what_is_known() -> None:
    first = finished(RUN)
    goal = goal_in(first).changed_to(stage="stuck")  # edited since
    sheet = sheet_for(after(first, goal), QUESTIONS, "again", goal)
    assert sheet.shown == {
        "stage": "stuck",
        "control": 4,
        "strain": 1,
        "importance": RUN["importance"],
        "coverage": RUN["coverage"],
        "change_sign": "no run for three weeks",
    }


def test_looking_again_after_the_short_form_starts_from_what_was_chosen() -> None:
    short: Answers = {
        "goal_title": "A short start",
        "stage": "stuck",
        "top3": ["guidance", "belonging"],
        "top3_cover": {"guidance": 0, "belonging": 1},
    }
    first = finished(short, form="short")
    sheet = sheet_for(after(first), QUESTIONS, "again", goal_in(first))
    assert sheet.shown["importance"] == {"guidance": 3, "belonging": 2}
    assert sheet.shown["coverage"] == {"guidance": 0, "belonging": 1}
    assert "control" not in sheet.shown


def test_looking_again_changes_only_what_was_asked_and_keeps_then_beside_now() -> None:
    first = finished(RUN)
    network = after(first)
    later = date(2026, 4, 13)
    again: Answers = {"stage": "moving", "coverage": {"guidance": 3, "accountability": 1, "belonging": 0}}
    second = finished(again, network, "again", goal_in(first), later, start=2000)
    assert goal_in(second) == goal_in(first).changed_to(stage="moving")
    assert second.response.answers["ownership"] == "others"
    network = after(first, *second.records)
    assert latest(network, goal_in(first).id) == second.response
    assert responses(network, goal_in(first).id) == (first.response, second.response)
    (then_day, then), (now_day, now) = profiles(network, QUESTIONS.scoring, goal_in(first).id)
    assert (then_day, now_day) == (TODAY, later)
    assert then.kinds["guidance"] != now.kinds["guidance"]
    accountability = now.kinds["accountability"]
    assert accountability is not None
    assert accountability.adjustment == 0.0  # on the way, but for others: one rule up, one down
    assert len(accountability.because) == 2


def test_the_whole_form_again_does_not_ask_for_people_it_knows() -> None:
    first = finished({**RUN, "people": ["Ana"], "like_minded": ["club"]})
    sheet = sheet_for(after(first), QUESTIONS, "full", goal_in(first))
    assert sheet.shown == {**RUN, "target_date": "2026-06-08"}


def test_an_answer_taken_away_on_a_second_look_is_taken_from_the_goal() -> None:
    first = finished(RUN)
    second = finished(
        {"target_date": None, "plan": None, "audience": "nobody"}, after(first), "full", goal_in(first)
    )
    goal = goal_in(second)
    assert (goal.by, goal.obstacle, goal.plan) == (None, "", "")
    assert (goal.praise, goal.report) == (None, None)


def test_the_profile_form_changes_only_what_was_answered() -> None:
    first = finished({"offers": ["practical"], "help_style": "options"}, form="profile")
    assert first.profile is not None
    assert (first.goal, first.response.goal, first.supporters) == (None, None, ())
    second = finished({"help_style": "tell_me"}, network_of(first.profile), "profile")
    assert second.profile == first.profile.changed_to(help_style="tell_me")


def test_an_unfinished_sheet_makes_nothing() -> None:
    with pytest.raises(WrongAnswers):
        assess(Network(), new_sheet(QUESTIONS, "full"), TODAY, ids())


def test_a_goal_deleted_meanwhile_is_named_and_nothing_is_made() -> None:
    first = finished(RUN)
    sheet = sheet_for(after(first), QUESTIONS, "again", goal_in(first))
    with pytest.raises(WrongAnswers, match="deleted meanwhile"):
        assess(Network(), sheet, TODAY, ids())
