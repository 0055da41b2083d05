"""Assessments: what finishing a form changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tui.domain.entry import refusal
from tui.domain.language.plain import Answers, Plain, as_mapping, as_texts
from tui.domain.questionnaire.answers import name_given
from tui.domain.questionnaire.sheet import Sheet, WrongAnswers
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network
from tui.domain.records.profile import Profile
from tui.domain.records.record import Record
from tui.domain.records.response import Response
from tui.domain.records.supporter import Supporter

from .named import Named

NewId = Callable[[], str]

GOAL_FIELDS = {
    "goal_title": "title",
    "why": "why",
    "ownership": "ownership",
    "sign": "sign",
    "target_date": "by",
    "stage": "stage",
    "audience": "audience",
    "praise": "praise",
    "cadence": "report",
    "change_sign": "change_sign",
    "next_step": "next_step",
}
"""Which field of the goal a question fills."""

_OPTIONAL_FIELDS = {"ownership", "by", "stage", "audience", "praise", "report"}
"""Fields of the goal that are None, not empty text, where nothing was answered."""


@dataclass(frozen=True, slots=True)
class Assessment:
    """A finished form: the records to save together, in this order."""

    response: Response
    goal: Goal | None = None
    profile: Profile | None = None
    supporters: tuple[Supporter, ...] = ()

    @property
    def records(self) -> tuple[Record, ...]:
        """All that is to be saved in one transaction."""
        first = self.goal or self.profile
        return (*((first,) if first else ()), self.response, *self.supporters)


def assess(network: Network, sheet: Sheet, today: date, new_id: NewId) -> Assessment:
    """What finishing this sheet makes of the network. Raises `WrongAnswers`.

    New records carry new ids; records that change carry their own.
    """
    answers = sheet.finished(today)
    if sheet.form == "profile":
        profile = _profile(network, answers, new_id)
        return Assessment(_response(sheet, answers, None, today, new_id), profile=profile)
    goal = _goal(network, sheet, answers, new_id)
    if sentence := refusal(goal, network.goals.get(goal.id), network, today):
        raise WrongAnswers({"goal_title": sentence})
    named = Named(network, goal, new_id)
    for question in ("people", "one_person"):
        for person in _rows(answers.get(question)):
            named.add_person(person)
    if name := name_given(answers.get("trailblazer")):
        known = as_mapping(answers.get("trailblazer")).get("choice") == "know"
        named.add_trailblazer(name, known=known)
    for place in as_texts(answers.get("like_minded")):
        named.add_place(place)
    response = _response(sheet, {**_carried(sheet, goal), **answers}, goal, today, new_id)
    return Assessment(response, goal=goal, supporters=named.changed)


def _carried(sheet: Sheet, goal: Goal) -> Answers:
    """What the scoring reads and the form does not ask, so that the response says all by itself."""
    asked = {item.id for item in sheet.questionnaire.of_form(sheet.form)}
    content = goal.content()
    read = {rule.when.question for rule in sheet.questionnaire.scoring.adjustments} - asked
    return {
        question: content[GOAL_FIELDS[question]]
        for question in sorted(read & GOAL_FIELDS.keys())
        if content[GOAL_FIELDS[question]]
    }


def _goal(network: Network, sheet: Sheet, answers: Answers, new_id: NewId) -> Goal:
    asked = {item.id for item in sheet.questionnaire.of_form(sheet.form)}
    fields: dict[str, Plain] = {}
    for question in asked & GOAL_FIELDS.keys():
        field = GOAL_FIELDS[question]
        fields[field] = answers.get(question) or (None if field in _OPTIONAL_FIELDS else "")
    if "plan" in asked:
        plan = as_mapping(answers.get("plan"))
        fields |= {"obstacle": plan.get("when", ""), "plan": plan.get("then", "")}
    if sheet.goal is None:
        return Goal.model_validate({"id": new_id(), **fields})
    if sheet.goal not in network.goals:
        raise WrongAnswers({"goal_title": "This goal was deleted meanwhile; undo brings it back."})
    return network.goals[sheet.goal].changed_to(**fields)


def _profile(network: Network, answers: Answers, new_id: NewId) -> Profile:
    profile = network.profile
    given = {field: answers[field] for field in ("offers", "help_style") if field in answers}
    return profile.changed_to(id=profile.id or new_id(), **given)


def _response(sheet: Sheet, answers: Answers, goal: Goal | None, today: date, new_id: NewId) -> Response:
    return Response.model_validate(
        {
            "id": new_id(),
            "goal": goal.id if goal else None,
            "questionnaire": sheet.questionnaire.id,
            "version": sheet.questionnaire.version,
            "form": sheet.form,
            "date": today,
            "answers": answers,
        }
    )


def _rows(answer: Plain) -> list[Answers]:
    return [as_mapping(row) for row in answer] if isinstance(answer, (list, tuple)) else []
