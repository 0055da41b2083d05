"""The base of dialogs: a box in the middle, a title in its border, its keys at its foot."""

from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from tui.widgets.key_hints import KeyHints
from tui.widgets.notices import TooSmall

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer | None], inherit_bindings=False):
    """Asks one thing; the answer `None` means that the person changed their mind."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Close", id="dialog.close", tooltip="Close this"),
        Binding("question_mark,f1", "app.help", "Keys", id="app.help", tooltip="All keys that work here"),
        Binding("tab", "app.focus_next", "Next", id="focus.next", tooltip="To the next part", show=False),
        Binding(
            "shift+tab",
            "app.focus_previous",
            "Back",
            id="focus.back",
            tooltip="To the part before",
            show=False,
        ),
    ]

    DEFAULT_CSS = """
    Dialog {
        layers: base cover;
        align: center middle;
        background: $background 60%;
        & > .dialog--box {
            width: 100%;
            max-width: 80;
            height: auto;
            max-height: 100%;
            border: round $line;
            border-title-color: $accent;
            border-title-style: bold;
            background: $background;
            padding: 0 1;
        }
        & .dialog--body { height: auto; max-height: 100%; margin: 0 0 1 0; }
    }
    """

    def compose(self) -> ComposeResult:
        """The box, with what the dialog puts into it."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = Content(self.heading())
            with VerticalScroll(classes="dialog--body", can_focus=self.body_takes_focus()):
                yield from self.body()
            yield KeyHints()
        yield TooSmall()

    def heading(self) -> str:
        """The title in the border."""
        return ""

    def body_takes_focus(self) -> bool:
        """Whether the body itself is what the keys move, there being nothing else in it."""
        return False

    def body(self) -> ComposeResult:
        """What stands in the box."""
        yield from ()

    def action_leave(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
