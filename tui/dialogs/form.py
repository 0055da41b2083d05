"""The form dialog: declared fields, one under another."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from tui.domain.text import clean_line
from tui.widgets.choice_input import ChoiceInput, FlagInput, ManyInput
from tui.widgets.line_input import LineInput
from tui.widgets.note_input import NoteInput
from tui.widgets.strengths_input import StrengthsInput
from tui.widgets.suggest_next import SuggestNext

from .dialog import Dialog
from .fields import Field, Form, Raw, Value

Submit = Callable[[dict[str, Value], Mapping[str, object] | None], Awaitable[bool]]
"""Saves the values of a form opened on a base; whether that is done and the form may close."""


class DraftKeeper(Protocol):
    """Who keeps half-typed forms."""

    async def load_draft(self, name: str) -> object:
        """The draft of that name, or None."""

    def keep_draft(self, name: str, draft: dict[str, object]) -> None:
        """Keep a draft, now."""

    def drop_draft(self, name: str) -> None:
        """The draft is no longer needed."""


class FieldRow(Vertical):
    """A field with its label; beside it what was understood, beneath it what is wrong."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        & > Horizontal { height: auto; }
        & .field--label { width: 14; padding: 0 1 0 0; color: $quiet; }
        & .field--input { width: 1fr; }
        & .field--echo { width: auto; max-width: 18; padding: 0 0 0 1; color: $quiet; }
        & .field--note { margin: 0 0 0 14; height: auto; color: $quiet; display: none; }
        & .field--note.-shown { display: block; }
        &.-wrong .field--note { color: $error; }
        &.-here .field--label { color: $accent; text-style: bold; }
    }
    """

    def __init__(self, field: Field, raw: Raw) -> None:
        super().__init__(id=f"field-{field.name}")
        self.field = field
        self._raw = raw

    def compose(self) -> ComposeResult:
        """The label, the input and the line beneath."""
        label = f"{self.field.label}*" if self.field.required else self.field.label
        with Horizontal():
            yield Static(label, classes="field--label", markup=False)
            yield self._input()
            yield Static(classes="field--echo", markup=False)
        yield Static(classes="field--note", markup=False)

    def on_descendant_focus(self) -> None:
        """Mark the field the keys go to."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """The keys go elsewhere."""
        self.remove_class("-here")

    def _input(self) -> Widget:
        field, raw = self.field, self._raw
        made: Widget
        match field.type:
            case "note" | "lines":
                made = NoteInput(str(raw))
            case "choice":
                made = ChoiceInput(field.options, str(raw))
            case "many":
                made = ManyInput(field.options, str(raw))
            case "strengths":
                made = StrengthsInput(field.options, field.marks, str(raw))
            case "flag":
                made = FlagInput(bool(raw))
            case _:
                made = LineInput(str(raw), placeholder=field.help)
                names = [clean_line(label) for _, label in field.options]
                if field.type == "name":
                    made.suggester = SuggestFromList(names, case_sensitive=False)
                elif field.type == "names":
                    made.suggester = SuggestNext(names)
        made.add_class("field--input")
        return made

    @property
    def input(self) -> Widget:
        """What is typed in."""
        return self.query_one(".field--input")

    @property
    def raw(self) -> Raw:
        """What stands in the field."""
        match self.input:
            case FlagInput() as flag:
                return flag.value == "yes"
            case StrengthsInput() as strengths:
                return strengths.value
            case ChoiceInput() as choice:
                return choice.value
            case TextArea() as area:
                return area.text
            case Input() as line:
                return line.value
            case _:
                return ""

    def put(self, raw: Raw) -> None:
        """Put something into the field."""
        match self.input:
            case FlagInput() as flag:
                flag.action_set(bool(raw))
            case StrengthsInput() as strengths:
                strengths.value = str(raw)
            case ChoiceInput() as choice:
                choice.value = str(raw)
            case TextArea() as area:
                area.load_text(str(raw))
            case Input() as line:
                line.value = str(raw)

    def say(self, understood: str, wrong: str = "") -> None:
        """Show what was understood, or what is wrong."""
        self.query_one(".field--echo", Static).update(understood)
        note = self.query_one(".field--note", Static)
        note.update(wrong)
        note.set_class(bool(wrong), "-shown")
        self.set_class(bool(wrong), "-wrong")


class FormDialog(Dialog[bool]):
    """Asks for the fields of a form. It closes when `submit` has saved them; then the answer is True.

    Closed in any other way it leaves a draft, which comes back the next time.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "next", "Next", id="form.next", tooltip="To the next field; from the last one, save"
        ),
        Binding(
            "tab", "next_from_note", "Next", id="form.next-from-note", tooltip="From a note to the next field"
        ),
        Binding("ctrl+o", "submit", "Save", id="form.save", tooltip="Save from anywhere", priority=True),
        Binding("f4", "edit", "Editor", id="form.editor", tooltip="Open this note in your editor"),
        Binding(
            "f5", "start_over", "Start over", id="form.start-over", tooltip="Empty the form of its draft"
        ),
        Binding(
            "escape", "leave", "Close", id="form.close", tooltip="Close; what you typed is kept as a draft"
        ),
    ]

    DEFAULT_CSS = """
    FormDialog {
        & .form--draft { color: $quiet; margin: 0 0 1 0; display: none; }
        & .form--draft.-shown { display: block; }
    }
    """

    def __init__(
        self,
        form: Form,
        values: Mapping[str, Value],
        *,
        today: date,
        submit: Submit,
        drafts: DraftKeeper,
    ) -> None:
        super().__init__()
        self.form = form
        self._start: dict[str, Raw] = {
            field.name: field.shown(values.get(field.name)) for field in form.fields
        }
        self._raw = dict(self._start)
        self._base = form.base
        self._today = today
        self._submit = submit
        self._drafts = drafts
        self._saving = False
        self._done = False

    def heading(self) -> str:
        return self.form.title

    def body(self) -> ComposeResult:
        yield Static("This is what you had typed. f5 starts over.", classes="form--draft", markup=False)
        for field in self.form.fields:
            yield FieldRow(field, self._start[field.name])

    async def on_mount(self) -> None:
        """Offer what was typed the last time."""
        draft = await self._drafts.load_draft(self.form.name)
        if isinstance(draft, dict) and isinstance(kept := draft.get("fields"), dict):
            self._base = draft.get("base", self._base)
            for row in self.query(FieldRow):
                if type(raw := kept.get(row.field.name)) is type(row.raw):
                    row.put(raw)
            self.query_one(".form--draft").add_class("-shown")
        for row in self.query(FieldRow):
            self._look(row)
        self.query_one(FieldRow).input.focus()

    @property
    def changed(self) -> bool:
        """Whether anything was typed."""
        return self._raw != self._start

    def keep_draft(self) -> None:
        """Keep what was typed, so that it comes back the next time."""
        if self._done or self._saving:
            return
        if self.changed:
            self._drafts.keep_draft(
                self.form.name,
                {"title": self.form.title, "fields": dict(self._raw), "base": self._base},
            )
        else:
            self._drafts.drop_draft(self.form.name)

    def on_unmount(self) -> None:
        """However the form ends, nothing typed is lost."""
        with suppress(OSError):
            self.keep_draft()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(ChoiceInput.Changed)
    @on(StrengthsInput.Changed)
    def _typed(
        self, event: Input.Changed | TextArea.Changed | ChoiceInput.Changed | StrengthsInput.Changed
    ) -> None:
        event.stop()
        if event.control is not None and (row := _row_of(event.control)) is not None:
            self._look(row)

    def _look(self, row: FieldRow) -> None:
        self._raw[row.field.name] = row.raw
        row.say(row.field.echo(row.raw, self._today))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_next()

    def action_next(self) -> None:
        """To the next field; from the last one, save."""
        rows = list(self.query(FieldRow))
        at = next((place for place, row in enumerate(rows) if row.input.has_focus), 0)
        if at + 1 < len(rows):
            rows[at + 1].input.focus()
        else:
            self.action_submit()

    def action_next_from_note(self) -> None:
        """To the next field; from the last one, stay."""
        self.focus_next()

    @work
    async def action_submit(self) -> None:
        """Save; what cannot be used is said under its field."""
        if self._saving:
            return
        rows = {row.field.name: row for row in self.query(FieldRow)}
        self._raw = {name: row.raw for name, row in rows.items()}
        values, errors = self.form.read(self._raw, self._today)
        for name, row in rows.items():
            row.say(row.field.echo(row.raw, self._today), errors.get(name, ""))
        if errors:
            rows[next(iter(errors))].input.focus()
            return
        self._saving = True
        try:
            if await self._submit(values, self._base):
                self._done = True
                with suppress(OSError):
                    self._drafts.drop_draft(self.form.name)
                self.dismiss(True)
        finally:
            self._saving = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The editor is for notes, where enter is a new line; starting over is for drafts."""
        if action == "edit":
            return isinstance(self.focused, NoteInput)
        if action == "next":
            return not isinstance(self.focused, NoteInput)
        if action == "start_over":
            return self.changed
        return True

    def action_edit(self) -> None:
        """Open the note in the person's editor."""
        if isinstance(note := self.focused, NoteInput):
            note.edit_outside()

    def action_start_over(self) -> None:
        """Put back what stood in the form before anything was typed."""
        for row in self.query(FieldRow):
            row.put(self._start[row.field.name])
        self._base = self.form.base
        self.query_one(".form--draft").remove_class("-shown")

    def action_leave(self) -> None:
        """Close, keeping a draft; where none can be kept, stay, so that nothing typed is lost."""
        if self._saving:
            self.notify("Saving...", markup=False)
            return
        try:
            self.keep_draft()
        except OSError as error:
            reason = error.strerror or "the disk refuses"
            self.notify(f"A draft cannot be kept: {reason}. ctrl+o saves.", severity="error", markup=False)
            return
        if self.changed:
            self.notify("Kept as a draft; it comes back when you open this form again.", markup=False)
        self.dismiss(None)


def _row_of(widget: Widget) -> FieldRow | None:
    return next((node for node in widget.ancestors if isinstance(node, FieldRow)), None)
