"""Answers that are typed: a line, several lines, a day."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.domain.calendar.days import coming_day, day_in_full, day_in_words, written_day
from tui.domain.language.plain import Plain

from .answer import AnswerInput
from .labelled_line import LabelledLine
from .note_input import NoteInput


class LineAnswer(AnswerInput):
    """One line."""

    def __init__(self, raw: Plain) -> None:
        super().__init__()
        self._line = LabelledLine("", raw if isinstance(raw, str) else "")

    def compose(self) -> ComposeResult:
        yield self._line

    @property
    def parts(self) -> Sequence[Widget]:
        return (self._line.input,)

    @property
    def raw(self) -> Plain:
        return self._line.value


class AnswerNote(NoteInput):
    """A note in which enter goes on and a new line takes shift or alt with it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "shift+enter,alt+enter",
            "new_line",
            "New line",
            id="note.new-line",
            tooltip="A new line",
            show=False,
        ),
    ]

    DEFAULT_CSS = """
    AnswerNote { min-height: 3; }
    """

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.replace("\n", *sorted(self.selection))


class TextAnswer(AnswerInput):
    """Several lines."""

    def __init__(self, raw: Plain) -> None:
        super().__init__()
        self._note = AnswerNote(raw if isinstance(raw, str) else "")

    def compose(self) -> ComposeResult:
        yield self._note

    @property
    def parts(self) -> Sequence[Widget]:
        return (self._note,)

    @property
    def raw(self) -> Plain:
        return self._note.text


class DayAnswer(LineAnswer):
    """A day, with its weekday beside it as soon as it is understood."""

    def __init__(self, raw: Plain, today: date) -> None:
        super().__init__(_in_field(raw))
        self._today = today

    def on_mount(self) -> None:
        """Say which day stands there."""
        self.keep_up()

    def keep_up(self) -> None:
        try:
            said = day_in_words(coming_day(self._line.value, self._today), self._today)
        except ValueError:
            said = ""
        self._line.echo(said)


def _in_field(raw: Plain) -> str:
    text = raw if isinstance(raw, str) else ""
    try:
        return day_in_full(written_day(text))
    except ValueError:
        return text
