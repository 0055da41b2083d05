"""Asked when what a form is about was deleted elsewhere while it was open."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.domain.language.text import clean_note

from .dialog import Dialog


class GoneDialog(Dialog[bool]):
    """Asks whether to bring it back with what was typed. `None` goes back to the form."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "bring_back", "Bring it back", id="gone.back", tooltip="With what you typed"),
        Binding("escape", "leave", "Back to the form", id="gone.leave", tooltip="Decide later"),
    ]

    DEFAULT_CSS = """
    GoneDialog .gone--called { max-height: 3; }
    """

    def __init__(self, called: str) -> None:
        """`called` is its name, its title or its first words."""
        super().__init__()
        self._called = called

    def heading(self) -> str:
        return "Deleted elsewhere meanwhile"

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        yield Static(clean_note(self._called), classes="gone--called", markup=False)
        yield Static(
            "Bring it back with what you typed? What refers to it will do so again.",
            classes="quiet",
            markup=False,
        )

    def action_bring_back(self) -> None:
        """Bring it back."""
        self.dismiss(True)
