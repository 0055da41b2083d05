"""Checking one answer."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.language.plain import Plain
from tui.domain.language.words import KINDS
from tui.domain.questionnaire.answer_parts import WrongAnswer
from tui.domain.questionnaire.answers import checked

TODAY = date(2026, 3, 16)
QUESTIONS = questionnaire()


def kept(question: str, answer: Plain) -> Plain:
    return checked(QUESTIONS.item(question), answer, TODAY)


def refusal(question: str, answer: Plain) -> str:
    with pytest.raises(WrongAnswer) as error:
        kept(question, answer)
    return str(error.value)


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("goal_title", "  10 km\tin  June ", "10 km in June"),
        ("goal_title", "", None),
        ("goal_title", "\u200b\u200d\u200b", None),
        ("target_date", "tomorrow", "2026-03-17"),
        ("why", "one\r\ntwo\x1b[31m", "one\ntwo[31m"),
        ("ownership", "shared", "shared"),
        ("ownership", "", None),
        ("control", 0, 0),
        ("target_date", "2026-03-16", "2026-03-16"),
        ("target_date", "12w", "2026-06-08"),
        ("target_date", "6M", "2026-09-16"),
        ("target_date", "1y", "2027-03-16"),
        ("target_date", "10y", "2036-03-16"),
        ("target_date", "none", None),
        ("target_date", "", None),
        ("plan", {"when": "rain", "then": ""}, {"when": "rain"}),
        ("plan", {"when": " "}, None),
        (
            "importance",
            {"celebration": 1, "guidance": 0, "feedback": None},
            {"guidance": 0, "celebration": 1},
        ),
        ("importance", {"guidance": None}, None),
        ("people", [], []),
        ("people", ["Ana"], [{"name": "Ana"}]),
        (
            "people",
            [{"name": "Ana", "circle": "inner", "kinds": ["celebration", "guidance"]}],
            [{"name": "Ana", "circle": "inner", "kinds": ["guidance", "celebration"]}],
        ),
        ("trailblazer", "not_yet", {"choice": "not_yet"}),
        ("trailblazer", {"choice": "know", "name": " Dev "}, {"choice": "know", "name": "Dev"}),
        ("like_minded", ["Tuesday runners", " "], ["Tuesday runners"]),
        ("top3", ["guidance", "encouragement"], ["guidance", "encouragement"]),
        ("top3", [], None),
        ("offers", ["practical", "encouragement"], ["encouragement", "practical"]),
        ("offers", [], []),
    ],
)
def test_an_answer_is_kept_in_its_plain_form(question: str, answer: Plain, expected: Plain) -> None:
    assert kept(question, answer) == expected


@pytest.mark.parametrize(
    ("question", "answer", "sentence"),
    [
        ("goal_title", "ab", "Please write at least three characters."),
        ("goal_title", "x" * 81, "Please keep it to 80 characters; this has 81."),
        ("goal_title", 3, "This answer should be text."),
        ("sign", "done", "A few words are enough - for example 'certificate on the wall'."),
        ("ownership", "yours", '"yours" is not one of mine, shared, others.'),
        ("ownership", ["mine"], "That is not one of mine, shared, others."),
        ("ownership", 1, '"1" is not one of mine, shared, others.'),
        ("control", 5, "Give a whole number from 0 to 4."),
        ("control", -1, "Give a whole number from 0 to 4."),
        ("control", 2.0, "Give a whole number from 0 to 4."),
        ("control", True, "Give a whole number from 0 to 4."),
        ("plan", {"if": "rain"}, 'Give "when" and "then".'),
        ("plan", {"when": "x" * 121}, "Please keep it to 120 characters; this has 121."),
        ("importance", [1, 2], "Give one mark to each line that you want to answer."),
        ("importance", {"money": 2}, 'There is no line "money".'),
        ("importance", {"guidance": 4}, "Give each line a whole number from 0 to 3, or leave it open."),
        ("importance", {"guidance": "2"}, "Give each line a whole number from 0 to 3, or leave it open."),
        ("people", "Ana", "Give a list of people."),
        ("people", ["Ana", {"name": " ana"}], "This name is already in the list."),
        ("people", [{"name": ""}], "Give each person a name; a first name is enough."),
        ("people", [{"name": "Ana", "age": 3}], "A person here has name, relationship, circle, kinds."),
        ("people", [{"name": "Ana", "kinds": ["money"]}], f'"money" is not one of {", ".join(KINDS)}.'),
        ("people", ["A", "B", "C", "D", "E"], "At most 4; there are 5."),
        ("one_person", [{"name": "Ana", "circle": "inner"}], "A person here has name, relationship, kinds."),
        ("trailblazer", {"choice": "not_yet", "name": "Dev"}, 'The answer "not_yet" goes without a name.'),
        ("like_minded", ["club", "Club"], "This line is already in the list."),
        ("like_minded", ["x" * 61], "Please keep it to 60 characters; this has 61."),
        ("top3", ["guidance", "guidance"], "Choose each answer once."),
        ("top3", list(KINDS[:4]), "At most 3; there are 4."),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_in_one_sentence(
    question: str, answer: Plain, sentence: str
) -> None:
    assert refusal(question, answer) == sentence


@pytest.mark.parametrize(
    "phrase",
    ["2026-03-15", "2036-03-17", "11y", "2026-02-30", "20260401", "soon", "9999y", "-1w", "٣w", "2026-W20-1"],
)
def test_a_day_that_is_past_far_off_or_none_gets_the_sentence_of_the_question(phrase: str) -> None:
    assert refusal("target_date", phrase) == QUESTIONS.item("target_date").error


def test_a_kept_day_may_have_passed_when_it_is_read_again() -> None:
    item = QUESTIONS.item("target_date")
    assert checked(item, "2020-01-01", today=None) == "2020-01-01"


plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=100),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=10), inner, max_size=5),
    max_leaves=8,
)
people = st.fixed_dictionaries(
    {"name": st.text(max_size=20)},
    optional={
        "circle": st.sampled_from(["inner", "outer", ""]),
        "kinds": st.lists(st.sampled_from(KINDS)),
    },
)
likely = (
    st.dictionaries(st.sampled_from(KINDS), st.none() | st.integers(-1, 4))
    | st.lists(st.sampled_from(KINDS), max_size=4)
    | st.lists(people, max_size=4)
    | st.fixed_dictionaries({}, optional={"when": st.text(), "then": st.text()})
    | st.sampled_from(["12w", "2026-05-01", "mine", "idea", "weekly", "know", "tell_me"])
)


@given(st.sampled_from(QUESTIONS.items), plain | likely)
def test_any_value_is_kept_or_refused_with_a_sentence_and_checking_again_changes_nothing(
    item: Any,  # an Item
    answer: Any,  # anything JSON can say
) -> None:
    try:
        once = checked(item, answer, TODAY)
    except WrongAnswer as wrong:
        sentence = str(wrong)
    else:
        assert checked(item, once, TODAY) == once
        return
    assert sentence.endswith(".")
    assert "\n" not in sentence
