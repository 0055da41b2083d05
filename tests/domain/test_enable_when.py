"""Conditions on answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.language.plain import Plain
from tui.domain.questionnaire.enable_when import OPERATORS, Condition, EnableWhen, Operator

ANSWERS: dict[str, Plain] = {
    "strain": 3,
    "stage": "stuck",
    "people": [{"name": "Ana"}],
    "nobody": [],
    "grid": {"guidance": 2, "practical": 0},
    "trailblazer": {"choice": "know", "name": "Dev"},
}


@pytest.mark.parametrize(
    ("question", "operator", "value", "expected"),
    [
        ("strain", "ge", 3, True),
        ("strain", "ge", 4, False),
        ("strain", "le", 3, True),
        ("strain", "le", 2, False),
        ("stage", "eq", "stuck", True),
        ("stage", "eq", "idea", False),
        ("stage", "ne", "idea", True),
        ("stage", "ne", "stuck", False),
        ("stage", "in", ("idea", "stuck"), True),
        ("stage", "in", ("idea",), False),
        ("people", "count_ge", 1, True),
        ("people", "count_ge", 2, False),
        ("nobody", "count_eq", 0, True),
        ("people", "count_eq", 0, False),
        ("grid", "any_ge", 2, True),
        ("grid", "any_ge", 3, False),
        ("trailblazer", "eq", "know", True),
        ("stage", "ge", 1, False),
        ("strain", "count_eq", 0, False),
    ],
)
def test_a_condition_is_true_of_the_answers_it_describes(
    question: str, operator: Operator, value: int | str | tuple[str, ...], expected: bool
) -> None:
    assert Condition(question, operator, value).holds(ANSWERS) is expected
    assert Condition(question, operator, value, negate=True).holds(ANSWERS) is not expected


def test_a_row_of_a_grid_has_its_own_condition() -> None:
    assert Condition("grid", "ge", 1, "guidance").holds(ANSWERS)
    assert not Condition("grid", "ge", 1, "practical").holds(ANSWERS)
    assert Condition("grid", "ge", 1).holds_for_row(ANSWERS, "guidance")
    assert not Condition("grid", "ge", 0).holds_for_row(ANSWERS, "feedback")


@given(st.sampled_from(OPERATORS), st.integers() | st.text() | st.tuples(st.text()), st.booleans())
def test_of_an_unanswered_question_nothing_is_true(
    operator: Operator, value: int | str | tuple[str, ...], negate: bool
) -> None:
    assert not Condition("gone", operator, value, negate=negate).holds(ANSWERS)
    assert not Condition("grid", operator, value, "feedback", negate=negate).holds(ANSWERS)


def test_all_or_any_of_several_must_be_true() -> None:
    true, false = Condition("strain", "ge", 1), Condition("stage", "eq", "idea")
    assert EnableWhen("any", (false, true)).holds(ANSWERS)
    assert not EnableWhen("all", (false, true)).holds(ANSWERS)
    assert EnableWhen("all", (true, true)).holds(ANSWERS)
    assert not EnableWhen("any", (false, false)).holds(ANSWERS)
