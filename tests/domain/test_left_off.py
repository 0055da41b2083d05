"""A questionnaire that was left half-way leaves a trace."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.questionnaire.left_off import all_left_off, left_off
from tui.domain.questionnaire.sheet import REVIEW, Sheet, new_sheet
from tui.domain.questionnaire.unfinished import Unfinished

QUESTIONS = questionnaire()
SHEET = new_sheet(QUESTIONS, "full", {"goal_title": "10 km in June", "stage": "started"})


def where(sheet: Sheet) -> str:
    left = left_off(QUESTIONS, "assess-full", Unfinished(sheet).draft())
    assert left is not None
    return left.where


def test_it_says_what_the_goal_is_called_and_how_far_it_is() -> None:
    left = left_off(QUESTIONS, "assess-full", Unfinished(SHEET.moved_to("sign")).draft())
    assert left is not None
    assert (left.name, left.form, left.goal, left.title) == ("assess-full", "full", None, "10 km in June")
    assert left.where == f"question 4 of {len(SHEET.items)}"


def test_a_title_that_is_half_typed_is_a_title_already() -> None:
    draft = Unfinished(new_sheet(QUESTIONS, "full"), typed={"goal_title": "10 k"}).draft()
    left = left_off(QUESTIONS, "assess-full", draft)
    assert left is not None
    assert left.title == "10 k"


def test_where_all_is_answered_only_saving_is_left() -> None:
    assert where(SHEET.moved_to(REVIEW)) == "all answered, not saved yet"


@pytest.mark.parametrize("draft", [None, 3, [], {}, {"form": ["full"]}])
def test_what_is_no_questionnaire_leaves_no_trace(draft: Any) -> None:  # anything JSON can say
    assert left_off(QUESTIONS, "assess-full", draft) is None


def test_only_questionnaires_are_found_among_drafts() -> None:
    kept = Unfinished(SHEET).draft()
    again = Unfinished(new_sheet(QUESTIONS, "again", goal="3000")).draft()
    drafts = {"feedback-new": kept, "assess-full": kept, "assess-short": {}, "assess-again-3000": again}
    found = [(one.name, one.goal) for one in all_left_off(QUESTIONS, drafts)]
    assert found == [("assess-again-3000", "3000"), ("assess-full", None)]


@given(st.integers(0, 30))
def test_each_step_is_one_question_on_until_all_is_answered(steps: int) -> None:
    sheet = SHEET
    for _ in range(steps):
        sheet = sheet.next()
    count = len(sheet.items)
    said = f"question {steps + 1} of {count}" if steps < count else "all answered, not saved yet"
    assert where(sheet) == said
