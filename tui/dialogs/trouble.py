"""The screen that says what is wrong with the store, and what can be done about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.domain.language.text import clean_note
from tui.widgets.key_hints import KeyHints
from tui.widgets.notices import TooSmall

_KEYS = {
    "restore": ("r", "Restore", "Put the newest good backup in its place"),
    "carry-on": ("c", "Go on", "Go on with what is there"),
    "take-over": ("t", "Take over", "Take over the changes of the other machine"),
    "begin-anew": ("n", "New", "Begin a new, empty network"),
    "try-again": ("a", "Again", "Try again"),
}


@dataclass(frozen=True)
class WayOut:
    """One thing that can be done, by the name of what it does, and the sentence that says so."""

    does: str
    words: str


class TroubleScreen(ModalScreen[str | None], inherit_bindings=False):
    """Says the store's own sentence, and asks which way out; None: look at it as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"go('{does}')", label, id=f"trouble.{does}", tooltip=tooltip)
            for does, (key, label, tooltip) in _KEYS.items()
        ),
        Binding("enter,escape", "look", "Look at it", id="trouble.look", tooltip="Look at it as it is"),
        Binding("q,escape,enter", "quit", "Quit", id="trouble.quit", tooltip="Leave Allies"),
    ]

    DEFAULT_CSS = """
    TroubleScreen {
        layers: base cover;
        background: $background;
        align: center middle;
        overflow: hidden;
        & > VerticalScroll { width: 74; max-width: 100%; height: auto; max-height: 100%; padding: 0 2; }
        & .trouble--title { color: $accent; text-style: bold; margin: 0 0 1 0; }
        & .trouble--ways { margin: 1 0 0 0; }
        & .trouble--next { color: $quiet; margin: 1 0 0 0; }
        &.-low .trouble--title { margin: 0; }
    }
    """

    def __init__(
        self, sentence: str, exit_code: int, ways: Sequence[WayOut] = (), *, shown: bool = False
    ) -> None:
        """`shown`: what is in the store can be looked at, though nothing can be saved."""
        super().__init__()
        self._sentence = sentence
        self._exit_code = exit_code
        self._ways = {way.does: way.words for way in ways}
        self._shown = shown

    def compose(self) -> ComposeResult:
        """The sentence, and what can be done."""
        title = "Nothing can be saved for now" if self._shown else "The network could not be opened"
        with VerticalScroll():
            yield Static(title, classes="trouble--title", markup=False)
            yield Static(clean_note(self._sentence), markup=False)
            for does, (key, _, _) in _KEYS.items():
                if does in self._ways:
                    yield Static(
                        Content.assemble((key, "$accent bold"), "  ", Content(clean_note(self._ways[does]))),
                        classes="trouble--ways" if does == next(iter(self._ways)) else "",
                    )
            yield Static(_next_step(self._exit_code, self._shown), classes="trouble--next", markup=False)
        yield KeyHints()
        yield TooSmall()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What can be done here."""
        if action == "go":
            return parameters[0] in self._ways
        return self._shown or action != "look"

    def action_go(self, does: str) -> None:
        """Go this way."""
        self.dismiss(does)

    def action_look(self) -> None:
        """Look at what there is; nothing can be saved meanwhile."""
        self.dismiss(None)

    def action_quit(self) -> None:
        """Leave with the exit code of what went wrong."""
        self.app.exit(return_code=self._exit_code)


def _next_step(exit_code: int, shown: bool) -> str:
    if shown:
        return "Enter shows what there is. ctrl+p finds this again under Store."
    match exit_code:
        case 3:
            return "`allies restore` lists all backups."
        case 4:
            return "Close the other program, or wait for it, and try again."
        case 5:
            return "Make room or give yourself the right to it, and try again."
        case _:
            return "Nothing was changed."
