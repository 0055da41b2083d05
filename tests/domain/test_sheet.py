"""Filling in a form: which questions are asked, moving between them, and finishing."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.language.plain import Answers, Plain
from tui.domain.language.words import KINDS, Form
from tui.domain.questionnaire.answer_parts import WrongAnswer
from tui.domain.questionnaire.sheet import REVIEW, Sheet, WrongAnswers, filled_sheet, new_sheet
from tui.domain.questionnaire.unfinished import Unfinished, resumed

TODAY = date(2026, 3, 16)
QUESTIONS = questionnaire()
NEEDED: Answers = {
    "goal_title": "10 km in June",
    "sign": "a finisher's shirt",
    "stage": "started",
    "control": 4,
    "strain": 1,
    "importance": {"guidance": 2, "belonging": 1},
    "coverage": {"guidance": 1},
    "audience": "one",
}


def full(answers: Answers) -> Sheet:
    return new_sheet(QUESTIONS, "full", answers)


def asked(answers: Answers, form: Form = "full") -> list[str]:
    return [item.id for item in new_sheet(QUESTIONS, form, answers).items]


def patterns() -> Iterator[tuple[int, int, int, int, str]]:
    """Every way in which answers decide what is asked: guidance, company, other kinds, people, audience.

    The other kinds: 0 means that nothing at all is needed, 1 to 6 that so many of them are.
    """
    return product(range(4), range(4), range(7), range(5), ["nobody", "one", "circle", "anyone"])


def pattern_answers(guidance: int, company: int, others: int, named: int, audience: str) -> Answers:
    six = [kind for kind in KINDS if kind not in {"guidance", "belonging"}]
    marks: dict[str, Plain] = {kind: int(n < others) for n, kind in enumerate(six)}
    marks |= {"guidance": guidance, "belonging": company} if others else {"guidance": 0, "belonging": 0}
    return {
        "importance": marks,
        "people": [{"name": f"Person {n}"} for n in range(named)],
        "audience": audience,
    }


def pattern_count(guidance: int, company: int, others: int, named: int, audience: str) -> int:
    """How many questions that makes. Where nothing is needed nobody is asked for people or places."""
    always = 12
    needed = 2 + (guidance >= 1) + (company >= 2 or named == 0) if others else 0
    told = {"nobody": 0, "one": 1, "circle": 2, "anyone": 2}[audience]
    return always + needed + told


def test_twelve_to_eighteen_questions_are_asked_as_the_answers_have_it() -> None:
    counts = {pattern: len(asked(pattern_answers(*pattern))) for pattern in patterns()}
    assert counts == {pattern: pattern_count(*pattern) for pattern in patterns()}
    assert len(counts) == 2240
    assert Counter(counts.values()) == {12: 80, 13: 80, 14: 208, 15: 264, 16: 528, 17: 648, 18: 432}


def test_an_unanswered_question_shows_nothing_that_depends_on_it() -> None:
    assert asked({}) == [
        "goal_title",
        "why",
        "ownership",
        "sign",
        "target_date",
        "stage",
        "control",
        "strain",
        "plan",
        "importance",
        "audience",
        "change_sign",
    ]


def test_the_short_form_asks_six_questions_and_covers_only_what_was_chosen() -> None:
    sheet = new_sheet(QUESTIONS, "short", {"top3": ["belonging", "guidance"]})
    assert [item.id for item in sheet.items] == [
        "goal_title",
        "stage",
        "top3",
        "top3_cover",
        "one_person",
        "next_step",
    ]
    assert [row.id for row in sheet.rows(QUESTIONS.item("top3_cover"))] == ["belonging", "guidance"]


def test_looking_again_asks_only_what_may_have_changed() -> None:
    assert asked({"importance": {"guidance": 1}}, "again") == [
        "stage",
        "control",
        "strain",
        "importance",
        "coverage",
        "change_sign",
    ]


def test_coverage_is_asked_for_the_needed_kinds_only() -> None:
    sheet = full({"importance": {"guidance": 1, "practical": 0, "belonging": 3}})
    assert [row.label for row in sheet.rows(QUESTIONS.item("coverage"))] == [
        "Guidance and advice",
        "Company",
    ]


def test_a_hidden_answer_does_not_count_but_comes_back_with_its_question() -> None:
    sheet = full({**NEEDED, "audience": "circle", "praise": "yes"})
    hidden = sheet.answered("audience", "nobody", TODAY)
    assert "praise" not in hidden.shown
    assert hidden.dropped == ("praise",)
    assert hidden.answered("audience", "anyone", TODAY).shown["praise"] == "yes"


def test_a_hidden_row_does_not_count_and_is_named() -> None:
    sheet = full({"importance": {"guidance": 0, "practical": 1}, "coverage": {"guidance": 2, "practical": 1}})
    assert sheet.shown["coverage"] == {"practical": 1}
    assert sheet.dropped == ("coverage.guidance",)


def test_an_open_question_holds_nobody_back_until_the_end() -> None:
    sheet = full({})
    seen = [sheet.at]
    while sheet.at != REVIEW:
        sheet = sheet.next()
        seen.append(sheet.at)
    assert seen == [*asked({}), REVIEW]
    with pytest.raises(WrongAnswers) as error:
        sheet.finished(TODAY)
    assert error.value.sentences == {
        "goal_title": "Please write at least three characters.",
        "sign": "A few words are enough - for example 'certificate on the wall'.",
        "stage": "Please answer this question.",
        "control": "Please answer this question.",
        "strain": "Please answer this question.",
        "importance": "Please answer at least one line.",
        "audience": "Please answer this question.",
    }


def test_back_goes_over_what_is_not_asked_and_stops_at_the_first_question() -> None:
    sheet = full({"importance": {"guidance": 0}}).moved_to("audience").previous()
    assert sheet.at == "importance"
    assert full({}).previous().at == "goal_title"
    assert full(NEEDED).moved_to(REVIEW).previous().at == "change_sign"


def test_the_steps_say_what_is_done_where_we_are_and_what_is_ahead() -> None:
    steps = full({}).moved_to("strain").steps
    assert [(mark.step.title, mark.state) for mark in steps] == [
        ("The goal", "done"),
        ("Where you stand", "here"),
        ("What would help", "ahead"),
        ("Who", "ahead"),
        ("How to work together", "ahead"),
    ]
    assert {mark.state for mark in full({}).moved_to(REVIEW).steps} == {"done"}


def test_a_remark_follows_its_answer() -> None:
    heavy = full({"strain": 4}).moved_to("strain")
    assert [remark.id for remark in heavy.remarks] == ["care"]
    assert heavy.answered("strain", 3, TODAY).remarks == ()
    assert full({}).moved_to("importance").remarks == ()
    unneeded = full({"importance": dict.fromkeys(KINDS, 0)}).moved_to("importance")
    assert [remark.id for remark in unneeded.remarks] == ["no_needs"]


def test_blank_takes_an_answer_away() -> None:
    assert "why" not in full({"why": "joy"}).answered("why", " ", TODAY).answers


def test_a_row_is_marked_by_itself_and_may_be_left_open_again() -> None:
    sheet = full({}).marked("importance", "guidance", 2, TODAY).marked("importance", "practical", 0, TODAY)
    assert sheet.answers["importance"] == {"guidance": 2, "practical": 0}
    assert sheet.marked("importance", "guidance", None, TODAY).answers["importance"] == {"practical": 0}


@given(st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3)))
def test_the_rows_without_a_mark_are_those_left_open(marks: dict[str, int]) -> None:
    sheet = full({"importance": marks})
    assert [row.id for row in sheet.left_open(QUESTIONS.item("importance"))] == [
        kind for kind in KINDS if kind not in marks
    ]


def test_only_rows_that_are_asked_are_left_open() -> None:
    sheet = full({"importance": {"guidance": 2, "belonging": 1, "practical": 0}, "coverage": {"guidance": 1}})
    assert [row.id for row in sheet.left_open(QUESTIONS.item("coverage"))] == ["belonging"]
    assert sheet.left_open(QUESTIONS.item("goal_title")) == ()


def test_an_answer_that_does_not_fit_leaves_the_sheet_as_it_was() -> None:
    sheet = full({"goal_title": "10 km in June"})
    with pytest.raises(WrongAnswer):
        sheet.answered("goal_title", "x", TODAY)
    assert sheet.answers == {"goal_title": "10 km in June"}


def test_a_file_of_answers_is_refused_with_everything_that_is_wrong() -> None:
    given: Answers = {"goal_title": "ab", "stage": "flying", "height": 3, "top3": [], "control": 9}
    with pytest.raises(WrongAnswers) as error:
        filled_sheet(new_sheet(QUESTIONS, "full"), given, TODAY)
    assert set(error.value.sentences) == {
        "height",
        "top3",
        "goal_title",
        "stage",
        "control",
        "sign",
        "strain",
        "importance",
        "audience",
    }
    assert error.value.sentences["height"] == "There is no such question."
    assert error.value.sentences["top3"] == "This form does not ask that."


def test_null_in_a_file_is_no_answer() -> None:
    sheet = filled_sheet(new_sheet(QUESTIONS, "full"), {**NEEDED, "why": None, "praise": None}, TODAY)
    assert sheet.finished(TODAY) == NEEDED


def test_a_day_that_passed_before_the_end_is_named_at_the_end() -> None:
    sheet = full({**NEEDED, "target_date": "2026-03-20"})
    assert sheet.wrong(TODAY) == {}
    assert list(sheet.wrong(date(2026, 3, 21))) == ["target_date"]


def test_unfinished_answers_come_back_at_the_same_question() -> None:
    sheet = full({**NEEDED, "praise": "bit", "target_date": "2026-03-20"}).moved_to("strain")
    back = resumed(QUESTIONS, Unfinished(sheet, typed="half a li").draft())
    assert back is not None
    assert (back.sheet.answers, back.sheet.at, back.typed) == (sheet.answers, "strain", "half a li")


@pytest.mark.parametrize("draft", [None, 3, [], {}, {"form": "full"}, {"form": ["full"], "answers": 3}])
def test_a_draft_that_is_none_is_not_resumed(draft: Any) -> None:  # anything JSON can say
    assert resumed(QUESTIONS, draft) is None


def test_a_draft_loses_only_the_answers_that_do_not_fit_any_more() -> None:
    draft = {
        **Unfinished(full(NEEDED)).draft(),
        "answers": {**NEEDED, "control": 12, "gone": 1},
        "at": "praise",
    }
    back = resumed(QUESTIONS, draft)
    assert back is not None
    assert back.sheet.at == "goal_title"
    assert dict(back.sheet.answers) == {key: value for key, value in NEEDED.items() if key != "control"}


walks = st.lists(
    st.sampled_from(["next", "previous"])
    | st.tuples(st.just("importance"), st.dictionaries(st.sampled_from(KINDS), st.integers(0, 3)))
    | st.tuples(st.just("audience"), st.sampled_from(["nobody", "one", "circle", "anyone"]))
    | st.tuples(st.just("people"), st.lists(st.sampled_from(["Ana", "Ben"]), unique=True)),
    max_size=30,
)


@given(walks)
def test_wherever_one_goes_one_is_at_a_question_that_is_asked(walk: list[Any]) -> None:  # moves or answers
    sheet = full({})
    for move in walk:
        if move == "next":
            sheet = sheet.next()
        elif move == "previous":
            sheet = sheet.previous()
        else:
            question, answer = move
            sheet = sheet.answered(question, answer, TODAY)
            continue
        assert sheet.at in {REVIEW, *(item.id for item in sheet.items)}
        assert set(sheet.shown) <= set(sheet.answers)
        assert set(sheet.shown) <= {item.id for item in sheet.items}
