"""A line for a name: who of the directory may be meant is said beneath, and right takes the first of them."""

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.domain.language.listing import listed
from tui.domain.questionnaire.naming import KnownNames

from .labelled_line import LabelledLine
from .line_input import LineInput


class NameInput(LineInput):
    """An input in which right, at its end, completes a name that is known."""

    def __init__(self, value: str, known: KnownNames) -> None:
        super().__init__(value)
        self._known = known

    def action_cursor_right(self, select: bool = False) -> None:
        """To the right; from the end, take the name that is offered."""
        completed = "" if select or not self.cursor_at_end else self._known.completed(self.value)
        if completed:
            self.value = completed
            self.cursor_position = len(completed)
        else:
            super().action_cursor_right(select)


class NameLine(Vertical):
    """A label, the name, what is known of it; and beneath, while it is typed, whom it may mean."""

    DEFAULT_CSS = """
    NameLine {
        height: auto;
        & > .name--offered { height: auto; padding: 0 0 0 5; color: $quiet; display: none; }
        &:focus-within.-offering > .name--offered { display: block; }
    }
    """

    def __init__(self, label: str, value: str, known: KnownNames) -> None:
        super().__init__()
        self._known = known
        self._line = LabelledLine(label, input=NameInput(value, known))

    def compose(self) -> ComposeResult:
        """The line, and whom it may mean."""
        yield self._line
        yield Static(classes="name--offered", markup=False)

    @property
    def input(self) -> LineInput:
        """What is typed in."""
        return self._line.input

    @property
    def value(self) -> str:
        """What stands in the line."""
        return self._line.value

    def echo(self, text: str) -> None:
        """Say what is known of the name."""
        self._line.echo(text)

    @on(Input.Changed)
    def _offer(self) -> None:
        first, *others = self._known.begun(self.value) or ("",)
        also = f" Also in your network: {listed(others)}." if others else ""
        self.query_one(".name--offered", Static).update(f"→ takes {first}.{also}" if first else "")
        self.set_class(bool(first), "-offering")
