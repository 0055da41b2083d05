"""The base of guided screens: a whole screen over the pages, one thing at a time, left when it is done."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from tui.widgets.key_hints import KeyHints
from tui.widgets.notices import TooSmall

if TYPE_CHECKING:
    from tui.page import House

Answer = TypeVar("Answer")


class GuidedScreen(ModalScreen[Answer | None], inherit_bindings=False):
    """Leads through something; the answer `None` means that it was left.

    The line at its top has the class `guided--title`, and `guided--column` what is read below.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark,f1", "app.help", "Keys", id="app.help", tooltip="Help for this, and all keys"),
        Binding(
            "ctrl+c", "app.copy_or_say", "Copy", id="app.copy", tooltip="Copy what is selected", show=False
        ),
        Binding(
            "ctrl+z", "app.suspend_process", "Suspend", id="app.suspend", tooltip="To the shell", show=False
        ),
    ]

    DEFAULT_CSS = """
    GuidedScreen {
        layers: base cover;
        background: $background;
        & > .guided--title { height: 1; dock: top; color: $accent; text-style: bold; padding: 0 1; }
        & > .guided--column { height: 1fr; margin: 1 0 0 0; max-width: 110; border: none !important; }
        &.-low > .guided--column { margin: 0; }
    }
    """

    @property
    def house(self) -> "House":
        """The app, as far as screens know it."""
        return cast("House", self.app)

    def compose(self) -> ComposeResult:
        """The screen's own body, the keys at the bottom."""
        yield from self.body()
        yield KeyHints()
        yield TooSmall()

    def body(self) -> ComposeResult:
        """What the screen is made of."""
        yield from ()

    async def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)
