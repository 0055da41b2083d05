"""The base of what a question is answered with."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from tui.domain.language.plain import Plain

from .marked_rows import MarkedRows

Rows = TypeVar("Rows", bound=MarkedRows)


class AnswerInput(Vertical):
    """Takes the answer to one question. It may have several parts; forward and backward go through them.

    `raw` is what stands in it, as a draft keeps it; `answer` is what that says. Where `TAKEN_AT_ONCE`,
    whatever stands there is an answer without a further key.
    """

    TAKEN_AT_ONCE: ClassVar[bool] = False

    DEFAULT_CSS = """
    AnswerInput { height: auto; }
    """

    class Changed(Message):
        """Something else stands there."""

    @property
    def raw(self) -> Plain:
        """What stands there."""
        return None

    @property
    def answer(self) -> Plain:
        """What it says."""
        return self.raw

    @property
    def parts(self) -> Sequence[Widget]:
        """What takes the keys, in order."""
        return ()

    @property
    def complete(self) -> bool:
        """Whether nothing is left to mark, so that it can be remarked upon."""
        return True

    def keep_up(self) -> None:
        """Show what belongs to what stands there now."""

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(MarkedRows.Changed)
    def pass_on(self, event: Message) -> None:
        """Something else stands in a part of it: tell so."""
        event.stop()
        self.keep_up()
        self.post_message(self.Changed())

    def begin(self) -> None:
        """Give the keys to the first part. Rows bring themselves into sight, and leave the question there."""
        if self.parts:
            first = self.parts[0]
            self.screen.set_focus(first, scroll_visible=not isinstance(first, MarkedRows))

    def forward(self) -> bool:
        """To the next part; False from the last."""
        return self._go(1)

    def backward(self) -> bool:
        """To the part before; False from the first."""
        return self._go(-1)

    def _go(self, step: int) -> bool:
        parts = list(self.parts)
        at = next((place for place, part in enumerate(parts) if part.has_focus), None)
        if at is None or not 0 <= at + step < len(parts):
            return False
        self.screen.set_focus(parts[at + step])
        return True


class RowsAnswer(AnswerInput, Generic[Rows]):
    """Takes the answer from rows."""

    def __init__(self, rows: Rows) -> None:
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        yield self.rows

    @property
    def parts(self) -> Sequence[Widget]:
        return (self.rows,)
