"""One line of text to type in."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from tui.domain.language.text import clean_line


class LineInput(Input):
    """An input of one line that loses nothing: several pasted lines become one, joined with spaces."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "submit", "Next", id="line.next", tooltip="To the next field; from the last one, save"
        ),
    ]

    DEFAULT_CSS = """
    LineInput {
        height: 1;
        border: none;
        padding: 0;
        background: $surface;
        &:focus { border: none; background: $row; background-tint: $foreground 0%; }
        &.-invalid, &.-invalid:focus { border: none; }
    }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """How long the text is. In a line of its own that moves nothing else, so nothing is laid out anew."""

    def __init__(
        self,
        value: str = "",
        *,
        placeholder: str = "",
        typed_over: bool = False,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`typed_over` says that the first key takes the place of what is there, as a day is mostly meant."""
        super().__init__(value, placeholder=placeholder, id=id, select_on_focus=typed_over)
        self.cursor_blink = False

    def on_paste(self, event: events.Paste) -> None:
        """Take all that was pasted, as one line."""
        event.prevent_default()
        event.stop()
        self._put(event.text)

    def action_paste(self) -> None:
        """Take what was last cut or copied, as one line."""
        self._put(self.app.clipboard)

    def _put(self, text: str) -> None:
        if line := clean_line(text):
            start, end = sorted(self.selection)
            self.replace(line, start, end)
