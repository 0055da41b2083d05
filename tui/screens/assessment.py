"""The guided questionnaire: one question at a time, left at any point and taken up there again."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static, TextArea

from tui.content import label, questionnaire, vocabulary
from tui.domain.answer_parts import WrongAnswer
from tui.domain.answers import checked
from tui.domain.assessment import Assessment
from tui.domain.assessment import assess as finish
from tui.domain.beginning import sheet_for
from tui.domain.entry import taken_name
from tui.domain.goal import Goal
from tui.domain.plain import Plain, as_mapping
from tui.domain.questionnaire import Item
from tui.domain.sheet import REVIEW, Sheet, WrongAnswers, new_sheet
from tui.domain.unfinished import Unfinished, draft_name, resumed
from tui.domain.words import Form
from tui.page import BREAKPOINTS_ACROSS, BREAKPOINTS_DOWN, House
from tui.widgets.answer import AnswerInput
from tui.widgets.answers import Asked
from tui.widgets.key_hints import KeyHints
from tui.widgets.note_input import NoteInput
from tui.widgets.notices import TooSmall
from tui.widgets.question_view import QuestionView
from tui.widgets.review import reviewed
from tui.widgets.review_rows import SAVE, ReviewRows
from tui.widgets.step_line import StepLine

if TYPE_CHECKING:
    from textual.timer import Timer

    from tui.store import Transaction

KEEP_AFTER = 0.5

_TITLES: Mapping[Form, str] = {
    "full": "A GOAL AND WHAT IT NEEDS",
    "short": "A QUICK START",
    "again": "WHAT HAS CHANGED",
    "profile": "ABOUT YOU",
}
_SAVES: Mapping[Form, str] = {
    "full": "Save the goal, and see what it needs",
    "short": "Save the goal, and see what it needs",
    "again": "Save, and see what the goal needs now",
    "profile": "Save",
}


class AssessmentScreen(ModalScreen[Assessment | None], inherit_bindings=False):
    """Asks a form and saves it in one transaction; the answer is what was saved, or None if it was left.

    Left in any other way than by saving it leaves a draft, and goes on at the same question the next time.
    """

    BINDING_GROUP_TITLE = "Questionnaire"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,tab",
            "next",
            "Next",
            id="assessment.next",
            tooltip="To the next part or question; open ones can wait until the end",
            priority=True,
        ),
        Binding(
            "enter", "open", "Go there", id="assessment.open", tooltip="Go to this question", priority=True
        ),
        Binding("enter", "save", "Save", id="assessment.save", tooltip="Save all of it", priority=True),
        Binding(
            "backspace", "back", "Back", id="assessment.back", tooltip="Back, nothing lost", priority=True
        ),
        Binding(
            "left",
            "back",
            "Back",
            id="assessment.back",
            tooltip="Back, nothing lost",
            show=False,
            priority=True,
        ),
        Binding(
            "shift+tab",
            "back_anywhere",
            "Back",
            id="assessment.back",
            tooltip="Back, nothing lost",
            priority=True,
        ),
        Binding(
            "escape",
            "leave",
            "Leave, all is kept",
            id="assessment.leave",
            tooltip="Leave; nothing is lost, it goes on at this question the next time",
            priority=True,
        ),
        Binding(
            "question_mark,f1", "app.help", "Why", id="app.help", tooltip="Why this is asked, and all keys"
        ),
        Binding(
            "ctrl+o",
            "finish",
            "Save",
            id="form.save",
            tooltip="Save from anywhere",
            show=False,
            priority=True,
        ),
        Binding(
            "f4", "edit", "Editor", id="form.editor", tooltip="Open this text in your editor", show=False
        ),
        Binding(
            "f5",
            "start_over",
            "Start over",
            id="form.start-over",
            tooltip="Begin the form anew; once more brings the answers back",
            show=False,
        ),
        Binding(
            "ctrl+c", "app.copy_or_say", "Copy", id="app.copy", tooltip="Copy what is selected", show=False
        ),
        Binding(
            "ctrl+z", "app.suspend_process", "Suspend", id="app.suspend", tooltip="To the shell", show=False
        ),
    ]

    HORIZONTAL_BREAKPOINTS = BREAKPOINTS_ACROSS
    VERTICAL_BREAKPOINTS = BREAKPOINTS_DOWN

    DEFAULT_CSS = """
    AssessmentScreen {
        layers: base cover;
        background: $background;
        & > #assessment-body { height: 1fr; margin: 1 0 0 0; padding: 0 1 0 0; }
        & .assessment--intro { color: $quiet; padding: 0 1; margin: 0 0 1 0; }
        & .assessment--review { text-style: bold; padding: 0 1; margin: 0 0 1 0; }
        & ReviewRows { padding: 0 1; }
        & #assessment-body > * { max-width: 120; }
        &.-low > #assessment-body { margin: 0; }
    }
    """

    steps = getters.query_one(StepLine)
    body = getters.query_one("#assessment-body", VerticalScroll)

    def __init__(self, form: Form, goal: str | None = None) -> None:
        super().__init__()
        self._form: Form = form
        self._goal = goal
        self._sheet = new_sheet(questionnaire(), form, goal=goal)
        self._begun_with = self._sheet
        self._half: dict[str, Plain] = {}
        self._refused: dict[str, str] = {}
        self._urged: set[str] = set()
        self._set_aside: tuple[Sheet, dict[str, Plain]] | None = None
        self._view: QuestionView | ReviewRows | None = None
        self._stood: Plain = None
        self._looking_over = False
        self._ready = False
        self._done = False
        self._saving = False
        self._keeping: Timer | None = None
        self._told_of_disk = False

    @property
    def house(self) -> House:
        """The app, as far as screens know it."""
        return cast("House", self.app)

    @property
    def draft_name(self) -> str:
        """The name of the draft of this form."""
        return draft_name(self._form, self._goal)

    def compose(self) -> ComposeResult:
        """The steps at the top, the question, the keys at the bottom."""
        yield StepLine()
        yield VerticalScroll(id="assessment-body", can_focus=False)
        yield KeyHints()
        yield TooSmall()

    async def on_mount(self) -> None:
        """Begin, or go on where it was left."""
        draft = await self.house.load_draft(self.draft_name)
        network = self.house.network
        if network is None:
            raise RuntimeError("The store was there, and its network was not.")
        goal = network.goals.get(self._goal) if self._goal else None
        self._begun_with = self._sheet = sheet_for(network, questionnaire(), self._form, goal)
        left = resumed(questionnaire(), cast("Plain", draft))
        if left is not None and left.sheet.goal == self._goal and left.sheet.form == self._form:
            self._sheet, self._half = left.sheet, dict(as_mapping(left.typed))
            self.notify("Going on where you left. f5 starts over.", markup=False)
        self._ready = True
        await self._show()

    # One question after another

    @property
    def _input(self) -> AnswerInput | None:
        return self._view.input if isinstance(self._view, QuestionView) else None

    async def _show(self, wrong: str = "") -> None:
        """Show the question of the sheet, or the review; the old one makes room once the new one is there."""
        item = self._sheet.item
        fresh: list[Static | Vertical | ReviewRows]
        if item is None:
            errors = {**self._sheet.wrong(self.house.day), **self._refused}
            rows = reviewed(self._sheet, errors, _SAVES[self._form], vocabulary(), self.house.day)
            self._view = ReviewRows(rows)
            fresh = [Static(_review_heading(errors), classes="assessment--review", markup=False), self._view]
        else:
            self._view = QuestionView(self._asked(item))
            fresh = [self._view]
            if self._sheet.previous().at == item.id:
                intro = f"{label('form', self._form)}. {vocabulary()['form'][self._form].plain}"
                fresh.insert(0, Static(self._intro(intro), classes="assessment--intro", markup=False))
        with self.app.batch_update():
            old = list(self.body.children)
            await self.body.mount(*fresh)
            if self._input is not None:
                self._input.begin()
            elif isinstance(self._view, ReviewRows):
                self.set_focus(self._view)
            for widget in old:
                widget.display = False
                widget.remove()
            self.body.scroll_home(animate=False)
            self.steps.show(_TITLES[self._form], self._subject, self._sheet.steps)
        if isinstance(self._view, QuestionView):
            self._stood = self._view.input.raw
            self._view.say_wrong(wrong)
            self._remark()
        self.refresh_bindings()

    def _intro(self, of_form: str) -> str:
        whole = questionnaire()
        return f"{whole.intro if self._form == 'full' else of_form} {whole.care_note}"

    @property
    def _subject(self) -> str:
        network = self.house.network
        if self._goal and network is not None and self._goal in network.goals:
            return network.goals[self._goal].title
        title = self._sheet.answers.get("goal_title")
        return title if isinstance(title, str) else ""

    def _asked(self, item: Item) -> Asked:
        network = self.house.network
        names = [one.name for one in network.supporters.values()] if network is not None else []
        answer = self._sheet.answers.get(item.id)
        raw = self._half.get(item.id, item.default or None if answer is None else answer)
        return Asked(item, self._sheet.rows(item), raw, vocabulary(), names, self.house.day)

    def _take(self) -> str:
        """Take what stands there as the answer; gives the sentence that says why it cannot be one."""
        item, given = self._sheet.item, self._input
        if item is None or given is None:
            return ""
        try:
            kept = checked(item, given.answer, self.house.day)
            if item.id == "goal_title" and isinstance(kept, str):
                self._free(kept)
            self._sheet = self._sheet.answered(item.id, given.answer, self.house.day)
        except WrongAnswer as wrong:
            self._half[item.id] = given.raw
            return str(wrong)
        self._half.pop(item.id, None)
        self._refused.pop(item.id, None)
        return ""

    def _free(self, title: str) -> None:
        """Raise `WrongAnswer` where another goal has the title."""
        network = self.house.network
        others = [goal for goal in network.goals.values() if goal.id != self._goal] if network else []
        if taken_name((title,), others, _titles):
            raise WrongAnswer(f'There is already a goal called "{title}".')

    @on(AnswerInput.Changed)
    def _changed(self, event: AnswerInput.Changed) -> None:
        event.stop()
        item, given = self._sheet.item, self._input
        if item is None or given is None or not isinstance(self._view, QuestionView):
            return
        if given.raw == self._stood:
            return
        self._stood = self._half[item.id] = given.raw
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
        elif item.required and item.id not in self._sheet.shown and item.id not in self._urged:
            self._urged.add(item.id)
            missing = self._sheet.wrong(self.house.day)[item.id]
            self._view.say_wrong(f"{missing} Enter once more leaves it open for now.")
        elif not given.complete and item.id not in self._urged and self._sheet.remarks:
            self._urged.add(item.id)
            self._view.say_remarks([remark.text for remark in self._sheet.remarks])
        else:
            await self._move(self._sheet.moved_to(REVIEW) if self._looking_over else self._sheet.next())

    async def _settled(self) -> None:
        """Wait until what was typed before has arrived where it was typed."""
        if (focused := self.focused) is not None:
            arrived = asyncio.Event()
            if focused.call_later(arrived.set):
                await arrived.wait()

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
        await self._move(self._sheet.moved_to(REVIEW) if self._looking_over else self._sheet.previous())

    async def _move(self, sheet: Sheet, wrong: str = "") -> None:
        came_from = self._sheet.at if self._looking_over else SAVE
        self._sheet = sheet
        if sheet.at == REVIEW:
            self._looking_over = False
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
                self._looking_over = True
                await self._move(self._sheet.moved_to(question), self._refused.get(question, ""))

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
        self._refused.clear()
        if self._sheet.wrong(self.house.day):
            await self._move(self._sheet.moved_to(REVIEW))
            return
        sheet, today = self._sheet, self.house.day
        made: list[Assessment] = []

        def change(transaction: "Transaction") -> None:
            result = finish(transaction.network, sheet, today, transaction.new_id)
            for record in result.records:
                transaction.put(record)
            made.append(result)

        try:
            saved = await self.house.transact("answer the questionnaire", change)
        except WrongAnswers as wrongs:
            self._refused = dict(wrongs.sentences)
            await self._move(self._sheet.moved_to(REVIEW))
            return
        if saved:
            self._done = True
            self._drop()
            self.dismiss(made[-1])

    # What is kept

    @property
    def _touched(self) -> bool:
        begun = self._begun_with
        typed = {id_: raw for id_, raw in self._half.items() if raw not in (None, "", [], {})}
        return bool(typed) or self._sheet.answers != begun.answers or self._sheet.at != begun.at

    def keep_draft(self) -> None:
        """Keep the answers, the question and what is half typed, now."""
        if self._ready and not self._done and not self._saving:
            self._keep()

    def _keep(self) -> None:
        if self._keeping is not None:
            self._keeping.stop()
            self._keeping = None
        try:
            if self._touched:
                draft = Unfinished(self._sheet, typed=dict(self._half)).draft()
                self.house.keep_draft(self.draft_name, dict(draft))
            else:
                self.house.drop_draft(self.draft_name)
        except OSError as error:
            if not self._told_of_disk:
                self._told_of_disk = True
                reason = error.strerror or "the disk refuses"
                self.house.notify(f"Unfinished answers cannot be kept: {reason}.", severity="error")

    def _drop(self) -> None:
        try:
            self.house.drop_draft(self.draft_name)
        except OSError as error:
            self.house.notify(f"The draft stays: {error.strerror}.", severity="warning")

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
        if self._touched:
            self.notify("Kept. It goes on at this question when you come back.", markup=False)
        self.dismiss(None)

    async def action_start_over(self) -> None:
        """Begin the form anew; once more brings the answers back."""
        if not self._ready:
            return
        before = (self._sheet, self._half)
        if self._set_aside is not None and not self._touched:
            self._sheet, self._half = self._set_aside
            self._set_aside = None
        else:
            self._set_aside = before
            self._sheet, self._half = self._begun_with, {}
            self.notify("Begun anew. f5 brings the answers back.", markup=False)
        self._looking_over = False
        self._refused.clear()
        self._urged.clear()
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
                return self._ready and (
                    review is not None or self._looking_over or self._sheet.previous().at != self._sheet.at
                )
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
        item = self._sheet.item
        if item is None:
            return (
                "Looking it over",
                "Enter on a line goes to its question; from there enter comes back here.",
            )
        parts = [item.help, "Only you see this." if item.help != "Only you see this." else ""]
        parts.append("You may leave it open." if not item.required else "It is needed before saving.")
        return item.text, " ".join(part for part in parts if part)


def _titles(record: object) -> Sequence[str]:
    return (record.title,) if isinstance(record, Goal) else ()


def _review_heading(errors: Mapping[str, str]) -> str:
    match len(errors):
        case 0:
            return "That is all. Look it over, or save it."
        case 1:
            return "One answer is still in the way."
        case many:
            return f"{many} answers are still in the way."
