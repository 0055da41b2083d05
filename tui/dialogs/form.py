"""The form dialog: declared fields, one under another."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import date
from typing import ClassVar, Protocol

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from tui.widgets.choice_input import ChoiceInput
from tui.widgets.facts import Facts
from tui.widgets.note_input import NoteInput
from tui.widgets.strengths_input import StrengthsInput

from .dialog import Dialog
from .field_row import FieldRow, row_of
from .fields import Form, NotAccepted, Raw, Value

Submit = Callable[[dict[str, Value], Mapping[str, object] | None], Awaitable[bool]]
"""Saves the values of a form opened on a base; whether that is done and the form may close.

Raises `NotAccepted` where a rule is against it.
"""


class DraftKeeper(Protocol):
    """Who keeps half-typed forms."""

    def load_draft(self, name: str) -> object:
        """The draft of that name, or None."""

    def keep_draft(self, name: str, draft: dict[str, object]) -> None:
        """Keep a draft, now."""

    def drop_draft(self, name: str) -> None:
        """The draft is no longer needed."""


class FormDialog(Dialog[bool]):
    """Asks for the fields of a form. It closes when `submit` has saved them; then the answer is True.

    Closed in any other way it leaves a draft, which comes back the next time. The keys that go from field
    to field act at once, before any key after them is sent on its way: what is typed next stands in the
    next one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "next",
            "Next",
            id="form.next",
            tooltip="To the next field; from the last one, save",
            priority=True,
        ),
        Binding(
            "tab",
            "step(1)",
            "Next",
            id="form.next-from-note",
            tooltip="From a note to the next field",
            priority=True,
        ),
        Binding(
            "shift+tab",
            "step(-1)",
            "Back",
            id="focus.back",
            tooltip="To the field before",
            show=False,
            priority=True,
        ),
        Binding("ctrl+o", "submit", "Save", id="form.save", tooltip="Save from anywhere", priority=True),
        Binding("f4", "edit", "Editor", id="form.editor", tooltip="Open this note in your editor"),
        Binding(
            "f5",
            "start_over",
            "Start over",
            id="form.start-over",
            tooltip="Begin the form anew; once more brings back what you typed",
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
        self._set_aside: tuple[dict[str, Raw], Mapping[str, object] | None] | None = None
        self._today = today
        self._submit = submit
        self._drafts = drafts
        self.at_rest = asyncio.Event()
        """Cleared while it saves: keys wait for what comes of that."""
        self.at_rest.set()
        self._saving = False
        self._done = False
        self._resumed = self._take_up(drafts.load_draft(form.name))

    def _take_up(self, draft: object) -> bool:
        """Go on with what was typed the last time; whether there was anything."""
        if not isinstance(draft, dict) or not isinstance(kept := draft.get("fields"), dict):
            return False
        self._base = draft.get("base", self._base)
        for name, raw in self._start.items():
            if type(typed := kept.get(name)) is type(raw):
                self._raw[name] = typed
        return True

    def heading(self) -> str:
        return self.form.title

    def body(self) -> ComposeResult:
        yield Static(classes="form--draft", markup=False)
        if self.form.above:
            yield Facts(self.form.above)
        for field in self.form.fields:
            yield FieldRow(field, self._raw[field.name])

    def on_mount(self) -> None:
        """Say what comes of the last time."""
        self._say("This is what you had typed. f5 starts over." if self._resumed else "")
        for row in self.query(FieldRow):
            self._look(row)
        if self.focused is None:
            self.query_one(FieldRow).input.focus()

    def _say(self, sentence: str) -> None:
        line = self.query_one(".form--draft", Static)
        line.update(sentence)
        line.set_class(bool(sentence), "-shown")

    @property
    def changed(self) -> bool:
        """Whether anything was typed."""
        return self._raw != self._start

    def keep_draft(self) -> None:
        """Keep what was typed, so that it comes back the next time."""
        if self._done or self._saving:
            return
        self._hear()
        if self.changed:
            self._drafts.keep_draft(
                self.form.name,
                {"title": self.form.title, "fields": dict(self._raw), "base": self._base},
            )
        else:
            self._drafts.drop_draft(self.form.name)

    def _hear(self) -> None:
        """Take in what stands in the fields now, for a signal comes before news of what was typed last."""
        for row in self.query(FieldRow):
            with suppress(NoMatches):
                self._raw[row.field.name] = row.raw

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
        if event.control is not None and (row := row_of(event.control)) is not None:
            self._look(row)

    def _look(self, row: FieldRow) -> None:
        self._raw[row.field.name] = row.raw
        row.say(row.field.echo(row.raw, self._today))

    def action_next(self) -> None:
        """To the next field; from the last one, save."""
        rows = list(self.query(FieldRow))
        at = next((place for place, row in enumerate(rows) if row.input is self.focused), 0)
        if at + 1 < len(rows):
            self.set_focus(rows[at + 1].input)
        else:
            self.action_submit()

    def action_step(self, step: int) -> None:
        """To the next field, or to the one before; from the last one to the first."""
        self.focus_next() if step > 0 else self.focus_previous()

    async def _settled(self) -> None:
        """Wait until what was typed before has arrived, and the form has heard of it."""
        if (focused := self.focused) is not None:
            for widget in focused.ancestors_with_self:
                arrived = asyncio.Event()
                if isinstance(widget, Widget) and widget.call_later(arrived.set):
                    await arrived.wait()

    def action_submit(self) -> None:
        """Save; what cannot be used is said under its field."""
        if self.at_rest.is_set():
            self.at_rest.clear()
            self._save()

    @work
    async def _save(self) -> None:
        try:
            await self._settled()
            await self._saved()
        finally:
            self.at_rest.set()

    async def _saved(self) -> None:
        """Save what stands in the fields, and close."""
        if self._saving or self._done:
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
        except NotAccepted as refused:
            self._refuse(refused)
        finally:
            self._saving = False

    def _refuse(self, refused: NotAccepted) -> None:
        """Say why it is not accepted, under the field it is about."""
        row = next((row for row in self.query(FieldRow) if row.field.name == refused.field), None)
        if row is None:
            self.notify(str(refused), severity="warning", markup=False)
            return
        row.say(row.field.echo(row.raw, self._today), str(refused))
        row.input.focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The editor is for notes, where enter is a new line; starting over is for drafts."""
        if action == "edit":
            return isinstance(self.focused, NoteInput)
        if action == "next":
            return self._in_a_field and not isinstance(self.focused, NoteInput)
        if action == "step":
            return self._in_a_field
        if action == "start_over":
            return self.changed or self._set_aside is not None
        return True

    @property
    def _in_a_field(self) -> bool:
        """Whether there are fields yet, and the keys are in one."""
        return self.focused is not None and row_of(self.focused) is not None

    def action_edit(self) -> None:
        """Open the note in the person's editor."""
        if isinstance(note := self.focused, NoteInput):
            note.edit_outside()

    def action_start_over(self) -> None:
        """Put back what stood in the form before anything was typed; once more brings what was typed back."""
        if self._set_aside is None or self.changed:
            self._set_aside = (dict(self._raw), self._base)
            raw, self._base = self._start, self.form.base
            self._say("Begun anew. f5 brings back what you had typed.")
        else:
            (raw, self._base), self._set_aside = self._set_aside, None
            self._say("This is what you had typed. f5 starts over.")
        for row in self.query(FieldRow):
            row.put(raw[row.field.name])
        self.refresh_bindings()

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
            self.notify("Kept as a draft; this form brings it back.", markup=False)
        self.dismiss(None)
