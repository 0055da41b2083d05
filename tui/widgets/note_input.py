"""Several lines of text to type in."""

from typing import ClassVar

from textual import events
from textual.app import SuspendNotSupported
from textual.binding import Binding, BindingType
from textual.widgets import TextArea

from tui.domain.language.text import clean_note

from . import editor


class NoteInput(TextArea):
    """A note: enter is a new line, tab goes on, and it grows with its text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+underscore",
            "undo",
            "Undo typing",
            id="note.undo",
            tooltip="Take back what was typed in this note; ctrl+z suspends, as everywhere",
            show=False,
        ),
    ]

    DEFAULT_CSS = """
    NoteInput {
        height: auto;
        min-height: 1;
        max-height: 10;
        border: none;
        padding: 0;
        background: $surface;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background: $row; }
        & .text-area--cursor-line { background: transparent; }
    }
    """

    def __init__(self, text: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            text,
            id=id,
            soft_wrap=True,
            show_line_numbers=False,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Begin at the end of what is there."""
        self.move_cursor(self.document.end)

    def on_paste(self, event: events.Paste) -> None:
        """Take what was pasted without its control characters."""
        event.prevent_default()
        event.stop()
        self.replace(clean_note(event.text), *sorted(self.selection))

    def edit_outside(self) -> None:
        """Let the person's own editor change the text; what goes wrong is told, and nothing is lost."""
        try:
            with self.app.suspend():
                text = editor.edit_text(self.text)
        except (editor.EditorFailed, SuspendNotSupported) as failed:
            self.notify(str(failed), severity="warning", markup=False)
        else:
            self.load_text(clean_note(text))
            self.move_cursor(self.document.end)
