"""Begins a form with what is known already."""

from tui.domain.language.plain import Answers, Plain
from tui.domain.language.words import Form
from tui.domain.questionnaire.items import Questionnaire
from tui.domain.questionnaire.sheet import Sheet, new_sheet
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network

from .assessment import GOAL_FIELDS
from .needs_profile import marks
from .then_and_now import latest


def sheet_for(network: Network, questionnaire: Questionnaire, form: Form, goal: Goal | None = None) -> Sheet:
    """A sheet to begin with, filled in with what is known of the goal or, for the profile, of the person.

    People and places are not filled in: those once named are in the directory.
    """
    if goal is None:
        known = _known_of_profile(network) if form == "profile" else {}
        return new_sheet(questionnaire, form, known)
    return new_sheet(questionnaire, form, _known_of_goal(network, questionnaire, goal), goal.id)


def _known_of_profile(network: Network) -> Answers:
    profile = network.profile
    return {"offers": list(profile.offers) or None, "help_style": profile.help_style}


def _known_of_goal(network: Network, questionnaire: Questionnaire, goal: Goal) -> Answers:
    response = latest(network, goal.id)
    answers = dict(response.answers) if response else {}
    importance, coverage = marks(questionnaire.scoring, answers)
    known: dict[str, Plain] = {
        "control": answers.get("control"),
        "strain": answers.get("strain"),
        "importance": {kind: importance[kind] for kind in importance} or None,
        "coverage": {kind: coverage[kind] for kind in coverage} or None,
        "top3": answers.get("top3"),
        "top3_cover": answers.get("top3_cover"),
    }
    content = goal.content()
    known |= {question: content[field] or None for question, field in GOAL_FIELDS.items()}
    plan = {"when": goal.obstacle, "then": goal.plan}
    known["plan"] = {id_: line for id_, line in plan.items() if line} or None
    return known
