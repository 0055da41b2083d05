"""An answer sheet: one form with the answers so far and the question being asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from tui.domain.language.plain import Answers, Plain, as_mapping, as_texts
from tui.domain.language.vocabulary import Word
from tui.domain.language.words import Form

from .answer_parts import WrongAnswer
from .answers import checked
from .items import Item, Questionnaire, Remark, Step

REVIEW = ""
"""Stands for the place after the last question, where the answers are looked over."""


_SHOWN = 40


class WrongAnswers(ValueError):
    """Some answers do not fit or are missing: one sentence for each question, in order."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        self.sentences = sentences
        alike: dict[str, list[str]] = {}
        for question, sentence in sentences.items():
            alike.setdefault(sentence, []).append(question)
        super().__init__(" ".join(f"{', '.join(some)}: {sentence}" for sentence, some in alike.items()))


@dataclass(frozen=True, slots=True)
class StepMark:
    """Where a step of the form stands."""

    step: Step
    state: Literal["done", "here", "ahead"]


@dataclass(frozen=True, eq=False)
class Sheet:
    """A form being filled in. To answer or to move, make the next sheet.

    Answers to questions that are hidden at the moment are kept, in case they come back, and left out of
    `shown` and of what is finished. `at` is the question being asked, or `REVIEW`; `goal` the id of the goal
    the form is about, where there is one already.
    """

    questionnaire: Questionnaire
    form: Form
    answers: Answers
    at: str
    goal: str | None = None

    @cached_property
    def shown(self) -> Answers:
        """The answers to the questions and rows that are asked."""
        shown: dict[str, Plain] = {}
        for item in self.questionnaire.of_form(self.form):
            if item.enable_when is None or item.enable_when.holds(shown):
                answer = self.answers.get(item.id)
                if item.type == "grid":
                    rows = {row.id for row in _rows(item, shown)}
                    answer = {row: mark for row, mark in as_mapping(answer).items() if row in rows} or None
                if answer is not None:
                    shown[item.id] = answer
        return shown

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The questions that are asked, in order. They depend on the answers so far."""
        return tuple(
            item
            for item in self.questionnaire.of_form(self.form)
            if item.enable_when is None or item.enable_when.holds(self.shown)
        )

    @property
    def item(self) -> Item | None:
        """The question being asked; None at the review."""
        return None if self.at == REVIEW else self.questionnaire.item(self.at)

    def rows(self, item: Item) -> tuple[Word, ...]:
        """The rows of a grid that are asked, in order, with their labels and plain lines."""
        return _rows(item, self.shown)

    def left_open(self, item: Item) -> tuple[Word, ...]:
        """The rows of a grid that are asked and have no mark, in order."""
        if item.type != "grid":
            return ()
        marks = as_mapping(self.shown.get(item.id))
        return tuple(row for row in self.rows(item) if marks.get(row.id) is None)

    @property
    def steps(self) -> tuple[StepMark, ...]:
        """The steps of the form and where each stands. They do not depend on the answers."""
        used = {item.step for item in self.questionnaire.of_form(self.form)}
        steps = [step for step in self.questionnaire.steps if step.id in used]
        here = self.item
        at = len(steps) if here is None else [step.id for step in steps].index(here.step)
        return tuple(
            StepMark(step, "done" if n < at else "here" if n == at else "ahead")
            for n, step in enumerate(steps)
        )

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """What is to be said under the question being asked, given its answer."""
        return tuple(
            remark
            for remark in self.questionnaire.remarks
            if remark.question == self.at and remark.when.holds(self.shown)
        )

    def answered(self, question: str, answer: Plain, today: date) -> "Sheet":
        """The sheet with this answer; None or blank takes an answer away. Raises `WrongAnswer`."""
        kept = checked(self.questionnaire.item(question), answer, today)
        answers = {**self.answers, question: kept}
        return replace(self, answers={id_: value for id_, value in answers.items() if value is not None})

    def marked(self, question: str, row: str, mark: int | None, today: date) -> "Sheet":
        """The sheet with one row of a grid marked, or left open again. Raises `WrongAnswer`."""
        return self.answered(question, {**as_mapping(self.answers.get(question)), row: mark}, today)

    def next(self) -> "Sheet":
        """At the next question that is asked, or at the review. An open question holds nobody back."""
        order = self._order
        here = order.index(self.at)
        return self.moved_to(next((id_ for id_ in order[here + 1 :] if self._asks(id_)), REVIEW))

    def previous(self) -> "Sheet":
        """At the question before, or still at the first one."""
        order = self._order
        here = order.index(self.at)
        return self.moved_to(next((id_ for id_ in reversed(order[:here]) if self._asks(id_)), self.at))

    def moved_to(self, question: str) -> "Sheet":
        """At this question, or at the review."""
        return replace(self, at=question)

    def wrong(self, today: date) -> Mapping[str, str]:
        """What stands in the way of finishing: by question, in order, one sentence each."""
        sentences: dict[str, str] = {}
        for item in self.items:
            answer = self.shown.get(item.id)
            if answer is None:
                if item.required:
                    sentences[item.id] = _missing(item)
                continue
            try:
                checked(item, answer, today)
            except WrongAnswer as wrong:
                sentences[item.id] = str(wrong)
        return sentences

    def finished(self, today: date) -> Answers:
        """The answers to all that was asked. Raises `WrongAnswers`."""
        if wrong := self.wrong(today):
            raise WrongAnswers(wrong)
        return self.shown

    @property
    def dropped(self) -> tuple[str, ...]:
        """Answers that do not count, as nobody asks for them: questions, and rows as `coverage.guidance`."""
        dropped: list[str] = []
        for item in self.questionnaire.of_form(self.form):
            answer, shown = self.answers.get(item.id), self.shown.get(item.id)
            if answer is None:
                continue
            if not self._asks(item.id):
                dropped.append(item.id)
            elif item.type == "grid":
                dropped += [f"{item.id}.{row}" for row in as_mapping(answer) if row not in as_mapping(shown)]
        return tuple(dropped)

    @property
    def _order(self) -> list[str]:
        return [*(item.id for item in self.questionnaire.of_form(self.form)), REVIEW]

    def _asks(self, question: str) -> bool:
        return question == REVIEW or any(item.id == question for item in self.items)


def new_sheet(
    questionnaire: Questionnaire, form: Form, answers: Answers | None = None, goal: str | None = None
) -> Sheet:
    """A sheet at its first question; `answers` are filled in beforehand."""
    first = questionnaire.of_form(form)[0].id
    known = {item.id for item in questionnaire.of_form(form)}
    kept = {id_: answer for id_, answer in (answers or {}).items() if id_ in known and answer is not None}
    return Sheet(questionnaire, form, kept, first, goal)


def filled_sheet(sheet: Sheet, given: Answers, today: date) -> Sheet:
    """The sheet with all these answers, at the review. Raises `WrongAnswers` naming all that is wrong."""
    order = [item.id for item in sheet.questionnaire.of_form(sheet.form)]
    wrong: dict[str, str] = {}
    for question in order:
        if question in given:
            try:
                sheet = sheet.answered(question, given[question], today)
            except WrongAnswer as error:
                wrong[question] = str(error)
    missing = {question: text for question, text in sheet.wrong(today).items() if question not in wrong}
    elsewhere = {item.id for item in sheet.questionnaire.items}
    unknown = {
        question[:_SHOWN]: "This form does not ask that."
        if question in elsewhere
        else "There is no such question."
        for question in given
        if question not in order
    }
    if wrong or missing or unknown:
        raise WrongAnswers({**wrong, **missing, **unknown})
    return sheet.moved_to(REVIEW)


def _rows(item: Item, shown: Answers) -> tuple[Word, ...]:
    if item.rows_from:
        chosen = as_texts(shown.get(item.rows_from))
        return tuple(row for id_ in chosen for row in item.rows if row.id == id_)
    if item.row_when is None:
        return item.rows
    return tuple(row for row in item.rows if item.row_when.holds_for_row(shown, row.id))


def _missing(item: Item) -> str:
    match item.type:
        case "grid":
            return "Please answer at least one line."
        case "multi":
            return f"Please choose at least {item.min_choices}."
        case _:
            return item.error or "Please answer this question."
