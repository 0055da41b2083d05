"""The choice dialog: one of a few, each with a line that says what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.widgets.digit_keys import digit_keys
from tui.widgets.lines import cells

from .rows import RowsDialog


@dataclass(frozen=True)
class Choice:
    """One of the things to choose: its value, a glyph, a label and what it means."""

    value: str
    glyph: str
    label: str
    plain: str


class ChooseDialog(RowsDialog[str, Choice]):
    """Asks for one of a few options, by its digit or with the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digit_keys("pick(#)", "choose", "Option #", "Choose option #", range(1, 10)),
        Binding("escape", "leave", "Leave it", id="choose.leave", tooltip="Change nothing"),
    ]

    DEFAULT_CSS = """
    ChooseDialog .dialog--box { max-width: 72; }
    """

    def __init__(self, heading: str, options: Sequence[Choice], now: str) -> None:
        """`now` is the value of the option that holds at present; it is marked."""
        super().__init__(heading, options, now)
        self._label_width = max(len(option.label) for option in options) + 2

    def key(self, row: Choice) -> str:
        return row.value

    def line(self, row: Choice, width: int) -> Content:
        mark = "now" if row.value == self._now else ""
        label = cells(row.label, max(self._label_width, 10))
        line = Content.assemble(self.number(row), f"{row.glyph} ", label, (mark, "$quiet"))
        return line.truncate(width, ellipsis=True)

    def said(self, row: Choice) -> str:
        return row.plain

    def choose(self, row: Choice) -> None:
        self.dismiss(row.value)
