"""The choice dialog: one of a few, each with a line that says what it means."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.widgets.digit_keys import digit_keys
from tui.widgets.drawn import Drawn
from tui.widgets.lines import cells
from tui.widgets.row_list import RowList

from .dialog import Dialog


@dataclass(frozen=True)
class Choice:
    """One of the things to choose: its value, a glyph, a label and what it means."""

    value: str
    glyph: str
    label: str
    plain: str


class ChooseDialog(Dialog[str]):
    """Asks for one of a few options, by its digit or with the arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digit_keys("pick(#)", "choose", "Option #", "Choose option #", range(1, 10)),
        Binding("escape", "leave", "Leave it", id="choose.leave", tooltip="Change nothing"),
    ]

    DEFAULT_CSS = """
    ChooseDialog {
        & .dialog--box { max-width: 72; }
        & RowList { margin: 1 0; }
    }
    """

    rows = getters.query_one(RowList)

    def __init__(self, heading: str, options: Sequence[Choice], now: str) -> None:
        """`now` is the value of the option that holds at present; it is marked."""
        super().__init__()
        self._heading = heading
        self._options = tuple(options)
        self._now = now
        self._label_width = max(len(option.label) for option in options) + 2

    def heading(self) -> str:
        return self._heading

    def body(self) -> ComposeResult:
        rows: RowList[Choice] = RowList(self._draw, lambda option: option.value)
        rows.styles.height = len(self._options)
        yield rows
        yield Drawn(self._meaning)

    def on_mount(self) -> None:
        """Begin at what holds now."""
        self.rows.show(self._options)
        self.rows.go_to(self._now)
        self.rows.focus()

    def _draw(self, option: Choice, width: int) -> Content:
        digit = self._options.index(option) + 1
        mark = "now" if option.value == self._now else ""
        head = Content.assemble(
            (f"{digit} ", "$accent"), f"{option.glyph} ", cells(option.label, max(self._label_width, 10))
        )
        return Content.assemble(head, (mark, "$quiet")).truncate(width, ellipsis=True)

    def _meaning(self, width: int) -> list[Content]:
        option = self.rows.current if self.is_mounted else None
        return Content(option.plain if option else "").stylize("$quiet").wrap(width) if width else []

    @on(RowList.Moved)
    def _say(self) -> None:
        self.query_one(Drawn).lay_out(self._meaning)

    @on(RowList.Opened)
    def _chosen(self) -> None:
        if (option := self.rows.current) is not None:
            self.dismiss(option.value)

    def action_pick(self, digit: int) -> None:
        """Choose by digit."""
        if digit <= len(self._options):
            self.dismiss(self._options[digit - 1].value)
