"""The base of dialogs with a message to somebody: read it, change it, copy it, save it. Nothing is sent."""

import asyncio
import os
from contextlib import suppress
from pathlib import Path
from typing import ClassVar, TypeVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.domain.language.text import clean_note
from tui.interchange.text_file import save_text
from tui.widgets.clipboard import said_of_copy
from tui.widgets.note_input import NoteInput

from .dialog import Dialog
from .form import DraftKeeper

Answer = TypeVar("Answer")

READING = ("copy", "save", "write")
"""What the letters do while the message is read; while it is written, letters are letters."""


class MessageDialog(Dialog[Answer]):
    """Shows a message that may be changed. A changed message that is left is kept as a draft."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="message.copy", tooltip="Copy the message"),
        Binding("w", "save", "Save", id="message.save", tooltip="Save the message as a file of its own"),
        Binding("e", "write", "Change", id="message.write", tooltip="Change the message here"),
        Binding("f4", "edit", "Editor", id="message.editor", tooltip="Change the message in your editor"),
    ]

    DEFAULT_CSS = """
    MessageDialog {
        & NoteInput { display: none; max-height: 16; }
        &.-writing NoteInput { display: block; }
        &.-writing .message--text { display: none; }
        & .message--next { color: $quiet; margin: 1 0 0 0; }
        &.-writing .message--next { display: none; }
    }
    """

    note = getters.query_one(NoteInput)

    def __init__(self, draft: str, heading: str, text: str, file_name: str, *, drafts: DraftKeeper) -> None:
        """`draft` is the name of its draft, `file_name` the words the name of a saved file is made of.

        `read` is the message as it was last read, not as it is being written.
        """
        super().__init__()
        self._draft = draft
        self._heading = heading
        self._start = self.read = text
        self._file_name = file_name
        self._drafts = drafts

    def heading(self) -> str:
        return self._heading

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        yield from self.above()
        yield Static(self._start, classes="message--text", markup=False)
        yield NoteInput(self._start)
        yield Static(self.next_step(), classes="message--next", markup=False)

    def above(self) -> ComposeResult:
        """What stands above the message."""
        yield from ()

    def next_step(self) -> str:
        """What stands beneath the message: what to do with it."""
        return ""

    def on_mount(self) -> None:
        """Offer what was written the last time."""
        self.note.can_focus = False
        kept = self._drafts.load_draft(self._draft)
        if isinstance(kept, dict) and self.same(kept) and isinstance(text := kept.get("text"), str):
            self._put(clean_note(text))

    def same(self, kept: dict[str, object]) -> bool:  # noqa: ARG002 - for those who tell drafts apart
        """Whether a kept draft is of this message."""
        return True

    def marks(self) -> dict[str, object]:
        """What is kept with a draft to tell it apart."""
        return {}

    @property
    def text(self) -> str:
        """The message as it is now."""
        return clean_note(self.note.text)

    def _put(self, text: str) -> None:
        self.note.load_text(text)
        self._read()

    def _read(self) -> None:
        """Show the message; the letters are keys again."""
        self.remove_class("-writing")
        self.note.can_focus = False
        self.read = self.text
        self.query_one(".message--text", Static).update(self.read)
        self.query_one(".message--next", Static).update(self.next_step())
        self.query_one(".dialog--body").focus()
        self.refresh_bindings()

    def keep_draft(self) -> None:
        """Keep a message that was changed."""
        if not self.is_mounted:
            return
        if self.note.text != self._start:
            draft = {"title": self._heading, "text": self.note.text, **self.marks()}
            self._drafts.keep_draft(self._draft, draft)
        else:
            self._drafts.drop_draft(self._draft)

    def close_with(self, answer: Answer) -> None:
        """Close with an answer; a changed message stays a draft until something is made of it."""
        with suppress(OSError):
            self.keep_draft()
        self.dismiss(answer)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While it is being written, letters are letters."""
        return action not in READING or not self.has_class("-writing")

    def action_copy(self) -> None:
        """Copy the message."""
        self.app.copy_to_clipboard(self.text)
        self.notify(said_of_copy(os.environ), markup=False)

    @work
    async def action_save(self) -> None:
        """Save the message where Allies was started."""
        try:
            path = await asyncio.to_thread(save_text, Path.cwd(), self._file_name, self.text)
        except OSError as error:
            self.notify(f"It could not be saved: {error.strerror}.", severity="error", markup=False)
        else:
            self.notify(f"Saved as {path.name}, in the folder Allies was started in.", markup=False)

    def action_write(self) -> None:
        """Change the message here."""
        self.add_class("-writing")
        self.note.can_focus = True
        self.note.focus()
        self.refresh_bindings()

    def action_edit(self) -> None:
        """Change the message in the person's editor."""
        self.note.edit_outside()
        if not self.has_class("-writing"):
            self._read()

    def action_leave(self) -> None:
        """From writing back to reading; from there, close, unless what was changed would be lost."""
        if self.has_class("-writing"):
            self._read()
            return
        try:
            self.keep_draft()
        except OSError as error:
            reason = error.strerror or "the disk refuses"
            self.notify(
                f"A draft cannot be kept: {reason}. y copies the message.", severity="error", markup=False
            )
        else:
            self.dismiss(None)
