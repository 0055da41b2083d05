"""The guided questionnaire: one question at a time, left at any point and taken up there again."""

import asyncio
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, cast

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, TextArea

from tui.content import questionnaire, vocabulary
from tui.domain.language.words import Form
from tui.domain.needs.assessment import Assessment
from tui.domain.needs.beginning import sheet_for
from tui.domain.questionnaire.items import Item
from tui.domain.questionnaire.naming import KnownNames
from tui.domain.questionnaire.sheet import REVIEW, Sheet, WrongAnswers, new_sheet
from tui.domain.questionnaire.sitting import Sitting
from tui.domain.questionnaire.unfinished import draft_name, resumed
from tui.guided import GuidedScreen
from tui.tasks.answering import Keeper, saved
from tui.widgets.answer import AnswerInput
from tui.widgets.answers import Asked
from tui.widgets.assessment_keys import KEYS
from tui.widgets.assessment_words import SAVES, TITLES, explained, intro, review_heading
from tui.widgets.note_input import NoteInput
from tui.widgets.question_body import QuestionBody
from tui.widgets.question_view import QuestionView
from tui.widgets.review import reviewed
from tui.widgets.review_rows import SAVE, ReviewRows
from tui.widgets.step_line import StepLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.domain.language.plain import Plain

HEARD_WITHIN = 2.0
"""Seconds in which the screen has heard of what was typed; keys wait no longer for that."""

KEEP_AFTER = 0.5


class AssessmentScreen(GuidedScreen[Assessment]):
    """Asks a form and saves it in one transaction; the answer is what was saved, or None if it was left.

    Left in any other way than by saving it leaves a draft, and goes on at the same question the next time.
    """

    BINDING_GROUP_TITLE = "Questionnaire"
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    DEFAULT_CSS = """
    AssessmentScreen {
        &.-low > QuestionBody { margin: 0; }
    }
    """

    steps = getters.query_one(StepLine)
    question = getters.query_one(QuestionBody)

    def __init__(self, form: Form, goal: str | None = None) -> None:
        super().__init__()
        self._form: Form = form
        self._goal = goal
        self._sitting = Sitting(new_sheet(questionnaire(), form, goal=goal))
        self._view: QuestionView | ReviewRows | None = None
        self._stood: Plain = None
        self._ready = False
        self._done = False
        self._saving = False
        self._keeping: Timer | None = None
        self._showing = asyncio.Lock()

    @property
    def draft_name(self) -> str:
        """The name of the draft of this form."""
        return draft_name(self._form, self._goal)

    @cached_property
    def _keeper(self) -> Keeper:
        return Keeper(self.house, self.draft_name)

    def body(self) -> ComposeResult:
        """The steps at the top, the question."""
        yield StepLine()
        yield QuestionBody()

    async def on_mount(self) -> None:
        """Begin, or go on where it was left."""
        draft = self.house.load_draft(self.draft_name)
        network = self.house.network
        if network is None:
            raise RuntimeError("The store was there, and its network was not.")
        goal = network.goals.get(self._goal) if self._goal else None
        self._sitting = Sitting(sheet_for(network, questionnaire(), self._form, goal))
        left = resumed(questionnaire(), cast("Plain", draft))
        if left is not None and left.sheet.goal == self._goal and left.sheet.form == self._form:
            self._sitting.take_up(left)
            self.notify("Going on where you left. f5 starts over.", markup=False)
        self._ready = True
        await self._show()

    # One question after another

    @property
    def _input(self) -> AnswerInput | None:
        return self._view.input if isinstance(self._view, QuestionView) else None

    async def _show(self, wrong: str = "") -> None:
        """Show the question of the sheet, or the review: one after another, however fast one moves on."""
        async with self._showing:
            await self._show_now(wrong)

    async def _show_now(self, wrong: str) -> None:
        sheet, today = self._sheet, self.house.day
        self._view = None
        if (item := sheet.item) is None:
            errors = self._sitting.errors(today)
            rows = ReviewRows(reviewed(sheet, errors, SAVES[self._form], vocabulary(), today))
            await self.question.show_review(rows, review_heading(errors))
            self._view = rows
        else:
            view = QuestionView(self._asked(item))
            self._view, self._stood = view, view.input.raw
            heading = intro(self._form) if sheet.previous().at == item.id else ""
            await self.question.show_question(view, heading)
            view.say_wrong(wrong)
            self._remark()
        self.steps.show(TITLES[self._form], self._subject, sheet.steps)
        self.refresh_bindings()

    @property
    def _sheet(self) -> Sheet:
        return self._sitting.sheet

    @property
    def _subject(self) -> str:
        network = self.house.network
        if self._goal and network is not None and self._goal in network.goals:
            return network.goals[self._goal].title
        title = self._sheet.answers.get("goal_title")
        return title if isinstance(title, str) else ""

    def _asked(self, item: Item) -> Asked:
        network = self.house.network
        people = network.supporters.values() if network is not None else ()
        known = KnownNames((one.name for one in people), (alias for one in people for alias in one.aliases))
        return Asked(
            item, self._sheet.rows(item), self._sitting.raw(item), vocabulary(), known, self.house.day
        )

    def _take(self) -> str:
        """Take what stands there as the answer; gives the sentence that says why it cannot be one."""
        if (given := self._input) is None:
            return ""
        return self._sitting.take(given.answer, given.raw, self.house.network, self.house.day)

    @on(AnswerInput.Changed)
    def _changed(self, event: AnswerInput.Changed) -> None:
        event.stop()
        given = self._input
        if given is None or not isinstance(self._view, QuestionView) or given.raw == self._stood:
            return
        self._stood = given.raw
        self._sitting.half_typed(given.raw)
        if given.TAKEN_AT_ONCE:
            self._take()
        self._view.say_wrong("")
        self._remark()
        self.refresh_bindings()
        if self._keeping is not None:
            self._keeping.stop()
        self._keeping = self.set_timer(KEEP_AFTER, self.keep_draft)

    def _remark(self) -> bool:
        """Say what is to be said about a complete answer; whether anything is."""
        if not isinstance(self._view, QuestionView):
            return False
        remarks = [remark.text for remark in self._sheet.remarks] if self._view.input.complete else []
        self._view.say_remarks(remarks)
        return bool(remarks)

    async def action_next(self) -> None:
        """To the next part, or to the next question if this answer fits."""
        await self._settled()
        item, given = self._sheet.item, self._input
        if not self._ready or item is None or given is None or not isinstance(self._view, QuestionView):
            return
        if given.forward():
            return
        if wrong := self._take():
            self._view.say_wrong(wrong)
        elif item.required and item.id not in self._sheet.shown and self._sitting.urge():
            missing = self._sheet.wrong(self.house.day)[item.id]
            self._view.say_wrong(f"{missing} Enter once more leaves it open for now.")
        elif not given.complete and self._sheet.remarks and self._sitting.urge():
            self._view.say_remarks([remark.text for remark in self._sheet.remarks])
        else:
            await self._move(self._sitting.onward)

    async def _settled(self) -> None:
        """Wait until what was typed before has arrived where it was typed, and was heard of here."""
        if (focused := self.focused) is None:
            return
        arrived = asyncio.Event()
        if focused.call_later(arrived.set):
            await arrived.wait()
        with suppress(TimeoutError):  # one that makes room for the next question may not answer any more
            async with asyncio.timeout(HEARD_WITHIN):
                for widget in focused.ancestors:
                    heard = asyncio.Event()
                    if widget is not self.app and widget.call_later(heard.set):
                        await heard.wait()

    async def action_back_anywhere(self) -> None:
        """Back, also from a text."""
        await self._settled()
        await self.action_back()

    async def action_back(self) -> None:
        """To the part before, or to the question before; what does not fit is kept as it stands."""
        if not self._ready:
            return
        if self._input is not None and self._input.backward():
            return
        self._take()
        await self._move(self._sitting.backward)

    async def _move(self, sheet: Sheet, wrong: str = "") -> None:
        came_from = self._sheet.at if self._sitting.looking_over else SAVE
        self._sitting.move(sheet)
        self._keep()
        await self._show(wrong)
        if isinstance(self._view, ReviewRows) and not self._sheet.wrong(self.house.day):
            self._view.go_to(came_from)

    # The end

    async def action_open(self) -> None:
        """From the review to the question under the cursor."""
        if isinstance(self._view, ReviewRows) and self._view.current != SAVE:
            question = self._view.current
            if question in {item.id for item in self._sheet.items}:
                self._sitting.looking_over = True
                await self._move(self._sheet.moved_to(question), self._sitting.refused.get(question, ""))

    def action_save(self) -> None:
        """Save all of it."""
        self.action_finish()

    def action_finish(self) -> None:
        """Save all of it, or show what is in the way."""
        if not self._saving:
            self._saving = True
            self.run_worker(self._save_once(), group="save")

    async def _save_once(self) -> None:
        try:
            await self._save()
        finally:
            self._saving = False

    async def _save(self) -> None:
        await self._settled()
        if not self._ready or self._done:
            return
        if wrong := self._take():
            if isinstance(self._view, QuestionView):
                self._view.say_wrong(wrong)
            return
        self._sitting.refused.clear()
        if self._sheet.wrong(self.house.day):
            await self._move(self._sheet.moved_to(REVIEW))
            return
        try:
            result = await saved(self.house, self._sheet)
        except WrongAnswers as wrongs:
            self._sitting.refused = dict(wrongs.sentences)
            await self._move(self._sheet.moved_to(REVIEW))
            return
        if result is not None:
            self._done = True
            self._keeper.drop()
            self.dismiss(result)

    # What is kept

    def keep_draft(self) -> None:
        """Keep the answers, the question and what is half typed, now."""
        if self._ready and not self._done and not self._saving:
            self._keep()

    def _keep(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        self._keeper.keep(self._sitting)

    def on_unmount(self) -> None:
        """However it ends, nothing is lost."""
        self.keep_draft()

    async def action_leave(self) -> None:
        """Leave; it goes on from here."""
        await self._settled()
        if self._saving:
            self.notify("Saving...", markup=False)
            return
        self.keep_draft()
        if self._sitting.touched:
            self.notify("Kept. It goes on at this question when you come back.", markup=False)
        self.dismiss(None)

    async def action_start_over(self) -> None:
        """Begin the form anew; once more brings the answers back."""
        if not self._ready:
            return
        if self._sitting.start_over():
            self.notify("Begun anew. f5 brings the answers back.", markup=False)
        await self._move(self._sheet)

    def action_edit(self) -> None:
        """Open the text in the person's editor."""
        if isinstance(note := self.focused, NoteInput):
            note.edit_outside()

    # Keys and help

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what can be done here."""
        review = self._view if isinstance(self._view, ReviewRows) else None
        match action:
            case "next":
                return review is None
            case "open":
                return review is not None and review.current != SAVE
            case "save":
                return review is not None and review.current == SAVE
            case "back" if isinstance(self.focused, (Input, TextArea)):
                return False
            case "back" | "back_anywhere":
                return self._ready and (review is not None or not self._sitting.at_first)
            case "edit":
                return isinstance(self.focused, NoteInput)
            case _:
                return True

    @on(ReviewRows.Changed)
    def _looked(self, event: ReviewRows.Changed) -> None:
        event.stop()
        self.refresh_bindings()

    def explained(self) -> tuple[str, str]:
        """Title and text of the help: why this is asked."""
        return explained(self._sheet.item)
