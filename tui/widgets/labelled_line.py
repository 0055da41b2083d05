"""A line to type in, with a few words before it and what was understood after it."""

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from .line_input import LineInput


class LabelledLine(Horizontal):
    """A label, a line, and an echo."""

    DEFAULT_CSS = """
    LabelledLine {
        height: 1;
        & > .labelled--label { width: auto; padding: 0 2 0 2; color: $quiet; }
        & > LineInput { width: 1fr; }
        & > .labelled--echo { width: auto; max-width: 40; padding: 0 0 0 2; color: $quiet; }
        &:focus-within > .labelled--label { color: $accent; text-style: bold; }
    }
    """

    def __init__(self, label: str, value: str = "", *, input: LineInput | None = None) -> None:  # noqa: A002
        """`input` is what is typed in, where it is more than a line."""
        super().__init__()
        self._label = label
        self.input = input or LineInput(value)

    def compose(self) -> ComposeResult:
        """The label, the line and the echo."""
        if self._label:
            yield Static(self._label, classes="labelled--label", markup=False)
        yield self.input
        yield Static(classes="labelled--echo", markup=False)

    @property
    def value(self) -> str:
        """What stands in the line."""
        return self.input.value

    def echo(self, text: str) -> None:
        """Say what was understood."""
        self.query_one(".labelled--echo", Static).update(text)
