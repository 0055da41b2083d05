"""One question: its words, what it is answered with, what is wrong, and what is to be said about it."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from .answers import Asked, answer_input


class QuestionView(Vertical):
    """A question with its help above its answer, and the error under it."""

    DEFAULT_CSS = """
    QuestionView {
        height: auto;
        padding: 0 1;
        & .question--text { text-style: bold; }
        & .question--help { color: $quiet; margin: 0 0 1 0; }
        & .question--error { color: $error; margin: 1 0 0 0; display: none; }
        & .question--remark {
            margin: 1 0 0 0;
            padding: 0 1;
            border-left: outer $line;
            max-width: 90;
            display: none;
        }
        & .-shown { display: block; }
    }
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self._asked = asked
        self.input = answer_input(asked)

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        item = self._asked.item
        yield Static(item.text, classes="question--text", markup=False)
        yield Static(item.help, classes="question--help", markup=False)
        yield self.input
        yield Static(classes="question--error", markup=False)
        yield Static(classes="question--remark", markup=False)

    def say_wrong(self, sentence: str) -> None:
        """Say what is wrong, or that nothing is."""
        self._say(".question--error", f"! {sentence}" if sentence else "")

    def say_remarks(self, remarks: Sequence[str]) -> None:
        """Say what is to be said about the answer."""
        self._say(".question--remark", "\n\n".join(remarks))

    def _say(self, place: str, text: str) -> None:
        shown = self.query_one(place, Static)
        shown.update(text)
        shown.set_class(bool(text), "-shown")
        if text:
            self.call_after_refresh(shown.scroll_visible, animate=False)
