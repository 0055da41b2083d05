"""The screen that stands where the pages cannot: the store could not be opened."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.domain.text import clean_note
from tui.widgets.key_hints import KeyHints
from tui.widgets.notices import TooSmall


class TroubleScreen(ModalScreen[bool], inherit_bindings=False):
    """Says what is wrong with the store in the store's own sentence, and leaves with its exit code."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "r", "restore", "Restore", id="trouble.restore", tooltip="Put the newest backup in its place"
        ),
        Binding("q,escape,enter", "quit", "Quit", id="trouble.quit", tooltip="Leave Allies"),
    ]

    DEFAULT_CSS = """
    TroubleScreen {
        layers: base cover;
        background: $background;
        align: center middle;
        & > Vertical { width: 70; max-width: 100%; height: auto; padding: 0 2; }
        & .trouble--title { color: $accent; text-style: bold; margin: 0 0 1 0; }
        & .trouble--next { color: $quiet; margin: 1 0 0 0; }
    }
    """

    def __init__(self, sentence: str, exit_code: int, backup_of: str = "") -> None:
        """`backup_of` is the day of the backup that could be put back, empty where there is none."""
        super().__init__()
        self._backup_of = backup_of
        self._sentence = sentence
        self._exit_code = exit_code

    def compose(self) -> ComposeResult:
        """The sentence, and what to do next."""
        with Vertical():
            yield Static("The network could not be opened", classes="trouble--title", markup=False)
            yield Static(clean_note(self._sentence), markup=False)
            yield Static(_next_step(self._exit_code, self._backup_of), classes="trouble--next", markup=False)
        yield KeyHints()
        yield TooSmall()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Restoring is offered where there is a backup."""
        return action != "restore" or bool(self._backup_of)

    def action_restore(self) -> None:
        """Put the newest backup in the store's place; what is there now is put aside."""
        self.dismiss(True)

    def action_quit(self) -> None:
        """Leave with the exit code of what went wrong."""
        self.app.exit(return_code=self._exit_code)


def _next_step(exit_code: int, backup_of: str) -> str:
    if backup_of:
        return f"r puts the backup of {backup_of} in its place; what is there now is kept beside it."
    match exit_code:
        case 3:
            return "Nothing was changed. `allies restore` lists the backups and puts one back."
        case 4:
            return "Close the other program, or wait for it, and start again."
        case 5:
            return "Make room or give yourself the right to write there, and start again."
        case _:
            return "Nothing was changed."
