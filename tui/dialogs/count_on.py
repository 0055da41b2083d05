"""Asked after a yes: is it for this once, or may they be counted on from now on?"""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.domain.language.text import clean_line

from .dialog import Dialog

From = Literal["now", "once"]


class CountOnDialog(Dialog[From]):
    """Asks whether a yes means that somebody gives a kind of support from now on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,y,ctrl+o", "choose('now')", "Count on it", id="count.now", tooltip="From now on"),
        Binding("n", "choose('once')", "Only this once", id="count.once", tooltip="Keep only the answer"),
        Binding("escape", "leave", "Leave it", id="count.leave", tooltip="Change nothing"),
    ]

    def __init__(self, name: str, kind: str, *, candidate: bool) -> None:
        super().__init__()
        self._who = clean_line(name)
        self._kind = kind
        self._candidate = candidate

    def heading(self) -> str:
        return f"{self._who} said yes"

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        also = f", and {self._who} is a candidate no more" if self._candidate else ""
        yield Static(
            f"Can you count on {self._who} for {self._kind} from now on?"
            f" Then it is noted as given at least sometimes{also}."
            " How covered it feels stays as you last said, until you look at the goal again.",
            markup=False,
        )

    def action_choose(self, answer: From) -> None:
        """Answer."""
        self.dismiss(answer)
