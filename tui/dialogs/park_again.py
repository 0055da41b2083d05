"""Asked before a note is parked once more: would declining it be kinder?"""

from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.domain.language.text import clean_note

from .dialog import Dialog

Instead = Literal["decline", "park"]


class ParkAgainDialog(Dialog[Instead]):
    """Asks whether a note that was parked several times is to be declined."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,x", "choose('decline')", "Decline", id="again.decline", tooltip="Decline it, with why"
        ),
        Binding("p", "choose('park')", "Park once more", id="again.park", tooltip="Look at it again later"),
        Binding("escape", "leave", "Leave it", id="again.leave", tooltip="Change nothing"),
    ]

    DEFAULT_CSS = """
    ParkAgainDialog .again--said { max-height: 6; margin: 0 0 1 0; }
    """

    def __init__(self, said: str, times: int) -> None:
        super().__init__()
        self._said = said
        self._times = times

    def heading(self) -> str:
        return "Parked twice already" if self._times == 2 else f"Parked {self._times} times already"

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        yield Static(clean_note(self._said), classes="again--said", markup=False)
        yield Static("Decline it with one line, or park it once more?", classes="quiet", markup=False)

    def action_choose(self, instead: Instead) -> None:
        """Answer."""
        self.dismiss(instead)
