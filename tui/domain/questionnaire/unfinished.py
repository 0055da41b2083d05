"""Unfinished answers as plain JSON, so that a form can be left at any question and resumed there."""

from dataclasses import dataclass
from typing import get_args

from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.words import Form

from .answer_parts import WrongAnswer
from .answers import checked
from .items import Questionnaire
from .sheet import REVIEW, Sheet, new_sheet


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A sheet that was left, and what was typed into its question but not yet taken as an answer."""

    sheet: Sheet
    typed: Plain = None

    def draft(self) -> dict[str, Plain]:
        """The draft to keep."""
        return {
            "questionnaire": self.sheet.questionnaire.id,
            "form": self.sheet.form,
            "goal": self.sheet.goal,
            "answers": dict(self.sheet.answers),
            "at": self.sheet.at,
            "typed": self.typed,
        }


def draft_name(form: Form, goal: str | None = None) -> str:
    """The name under which the store keeps it: one for each form, and for each goal looked at again."""
    return f"assess-{form}-{goal}" if goal else f"assess-{form}"


def resumed(questionnaire: Questionnaire, draft: Plain) -> Unfinished | None:
    """The sheet as it was left, at the same question; None where the draft is none of this questionnaire.

    An answer that the questionnaire no longer takes is left open; a day that has passed since is kept, and
    named at the end.
    """
    kept = as_mapping(draft)
    form = next((form for form in get_args(Form) if form == kept.get("form")), None)
    goal, at = kept.get("goal"), kept.get("at")
    if form is None or kept.get("questionnaire") != questionnaire.id:
        return None
    answers: dict[str, Plain] = {}
    for item in questionnaire.of_form(form):
        try:
            answers[item.id] = checked(item, as_mapping(kept.get("answers")).get(item.id), today=None)
        except WrongAnswer:
            continue
    sheet = new_sheet(questionnaire, form, answers, goal if isinstance(goal, str) else None)
    if isinstance(at, str) and (at == REVIEW or at in {item.id for item in sheet.items}):
        sheet = sheet.moved_to(at)
    return Unfinished(sheet, kept.get("typed"))
