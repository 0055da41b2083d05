"""Goes through a form question by question; it can be left at any point and is resumed there."""

from typing import TYPE_CHECKING

import click

from tui.content import questionnaire
from tui.domain.language.listing import listed
from tui.domain.language.plain import Plain
from tui.domain.language.words import Form
from tui.domain.needs.assessment import Assessment
from tui.domain.needs.beginning import sheet_for
from tui.domain.questionnaire.answer_parts import WrongAnswer
from tui.domain.questionnaire.sheet import REVIEW, Sheet, WrongAnswers
from tui.domain.questionnaire.unfinished import Unfinished, draft_name, resumed

from .answered import save
from .asking import BACK, Asking, Back, form_line, step_line
from .context import Session
from .ending import INTERRUPTED

if TYPE_CHECKING:
    from tui.domain.records.goal import Goal


def interview(session: Session, form: Form, goal: "Goal | None") -> Assessment:
    """Ask until everything is answered, and save. After every answer the draft is kept."""
    if session.store.problem is not None:
        raise session.store.problem
    name = draft_name(form, goal.id if goal else None)
    session.say(form_line(form))
    try:
        return _through(session, name, _begun(session, name, form, goal))
    except click.Abort:
        session.fail(
            "Left; the answers so far are kept, and the same command goes on from here.", INTERRUPTED
        )


def _through(session: Session, name: str, sheet: Sheet) -> Assessment:
    step = ""
    while True:
        _keep(session, name, sheet)
        if sheet.at == REVIEW:
            try:
                saved = _finish(session, sheet)
            except WrongAnswers as wrong:
                first, sentence = next(iter(wrong.sentences.items()))
                session.say(sentence)
                sheet = sheet.moved_to(first)
            except Back:
                sheet = sheet.previous()
            else:
                session.store.drafts.drop(name)
                return saved
            continue
        step = _open_step(session, sheet, step)
        sheet = _asked(session, sheet, name)


def _begun(session: Session, name: str, form: Form, goal: "Goal | None") -> Sheet:
    """The sheet as it was left, or a new one."""
    left = resumed(questionnaire(), session.store.drafts.load(name))
    if left is not None and left.sheet.goal == (goal.id if goal else None):
        session.say("Some of it is answered already; going on where you left.")
        return left.sheet
    return sheet_for(session.store.network, questionnaire(), form, goal)


def _open_step(session: Session, sheet: Sheet, before: str) -> str:
    marks = sheet.steps
    number = next(n for n, mark in enumerate(marks, 1) if mark.state == "here")
    step = marks[number - 1].step
    if step.id != before:
        session.say("")
        session.say(step_line(number, len(marks), step.title))
    return step.id


def _keep(session: Session, name: str, sheet: Sheet) -> None:
    session.store.drafts.save(name, Unfinished(sheet).draft())


def _asked(session: Session, sheet: Sheet, name: str) -> Sheet:
    """The sheet after one question: answered and further on, or back, or still there with the reason said."""
    item = questionnaire().item(sheet.at)

    def keep(half: Plain) -> None:
        _keep(session, name, sheet.answered(item.id, half, session.today()))

    asking = Asking(item, sheet.rows(item), sheet.answers.get(item.id), session.say, keep)
    try:
        sheet = sheet.answered(item.id, asking.ask(), session.today())
    except Back:
        return sheet.previous()
    except WrongAnswer as wrong:
        session.say(str(wrong))
        return sheet
    for remark in sheet.remarks:
        session.say(remark.text)
    return sheet.next()


def _finish(session: Session, sheet: Sheet) -> Assessment:
    sheet.finished(session.today())
    session.say("")
    for item in sheet.items:
        if rows := sheet.left_open(item):
            session.say(f"Left open, which is fine: {listed([row.label for row in rows])}.  ({item.text})")
    if str(click.prompt("Enter saves", default="", show_default=False)).strip() == BACK:
        raise Back
    return save(session, sheet)
