"""The telling dialog: a message that tells somebody what became of what they said. Nothing is sent."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.domain.text import clean_note
from tui.interchange.text_file import save_text
from tui.widgets.editor import EditorFailed, edit_text
from tui.widgets.note_input import NoteInput

from .dialog import Dialog
from .form import DraftKeeper


class TellDialog(Dialog[bool]):
    """Shows the message, lets it be changed, copied and saved. True: they have been told.

    A changed message that is left is kept as a draft.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "Copy", id="telling.copy", tooltip="Copy the message"),
        Binding("w", "save", "Save", id="telling.save", tooltip="Save the message as a file of its own"),
        Binding("e", "write", "Change", id="telling.write", tooltip="Change the message here"),
        Binding("f4", "edit", "Editor", id="telling.editor", tooltip="Change the message in your editor"),
        Binding("t", "told", "Told", id="telling.told", tooltip="You have told them: note the day"),
        Binding("escape", "leave", "Back", id="telling.leave", tooltip="Back; a change is kept as a draft"),
    ]

    DEFAULT_CSS = """
    TellDialog {
        & NoteInput { display: none; max-height: 16; }
        &.-writing NoteInput { display: block; }
        &.-writing .telling--text { display: none; }
        & .telling--next { color: $quiet; margin: 1 0 0 0; }
        &.-writing .telling--next { display: none; }
    }
    """

    note = getters.query_one(NoteInput)

    def __init__(self, draft: str, heading: str, text: str, file_name: str, *, drafts: DraftKeeper) -> None:
        """`draft` is the name of its draft, `file_name` the words the name of a saved file is made of."""
        super().__init__()
        self._draft = draft
        self._heading = heading
        self._start = text
        self._file_name = file_name
        self._drafts = drafts
        self._told = False

    def heading(self) -> str:
        return self._heading

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        yield Static(self._start, classes="telling--text", markup=False)
        yield NoteInput(self._start)
        yield Static(
            "Nothing is sent from here: copy or save it, and press t when they know.",
            classes="telling--next",
            markup=False,
        )

    def on_mount(self) -> None:
        """Offer what was written the last time."""
        self.note.can_focus = False
        kept = self._drafts.load_draft(self._draft)
        if isinstance(kept, dict) and isinstance(text := kept.get("text"), str):
            self._put(clean_note(text))

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
        self.query_one(".telling--text", Static).update(self.text)
        self.query_one(".dialog--body").focus()
        self.refresh_bindings()

    def keep_draft(self) -> None:
        """Keep a message that was changed."""
        if not self.is_mounted or self._told:
            return
        if self.note.text != self._start:
            self._drafts.keep_draft(self._draft, {"title": self._heading, "text": self.note.text})
        else:
            self._drafts.drop_draft(self._draft)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While it is being written, letters are letters."""
        return action not in ("copy", "save", "write", "told") or not self.has_class("-writing")

    def action_copy(self) -> None:
        """Copy the message."""
        self.app.copy_to_clipboard(self.text)
        self.notify("Copied.", markup=False)

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
        try:
            with self.app.suspend():
                text = edit_text(self.note.text)
        except (EditorFailed, SuspendNotSupported) as failed:
            self.notify(str(failed), severity="warning", markup=False)
        else:
            self._put(clean_note(text))

    def action_told(self) -> None:
        """They have been told."""
        self._told = True
        self._drafts.drop_draft(self._draft)
        self.dismiss(True)

    def action_leave(self) -> None:
        """From writing back to reading; from there, close."""
        if self.has_class("-writing"):
            self._read()
        else:
            self.keep_draft()
            self.dismiss(None)
