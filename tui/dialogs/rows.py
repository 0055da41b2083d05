"""The base of dialogs with a few rows; what there is to say of the one under the cursor stands beneath."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from textual import getters, on
from textual.app import ComposeResult
from textual.content import Content

from tui.widgets.drawn import Drawn
from tui.widgets.row_list import RowList

from .dialog import Dialog

Answer = TypeVar("Answer")
Row = TypeVar("Row")


class RowsDialog(Dialog[Answer], Generic[Answer, Row]):
    """Shows rows to choose from, with the arrows and enter or by their number."""

    DEFAULT_CSS = """
    RowsDialog RowList { margin: 1 0; }
    """

    rows = getters.query_one(RowList)

    def __init__(self, heading: str, options: Sequence[Row], now: str = "") -> None:
        """`now` is the key of the row to begin at."""
        super().__init__()
        self._heading = heading
        self._now = now
        self.options = tuple(options)

    def heading(self) -> str:
        return self._heading

    def body(self) -> ComposeResult:
        rows: RowList[Row] = RowList(self.line, self.key)
        rows.styles.height = len(self.options)
        yield rows
        yield Drawn(self._said)

    def on_mount(self) -> None:
        """Show them."""
        self.rows.show(self.options)
        if self._now:
            self.rows.go_to(self._now)
        self.rows.focus()

    def key(self, row: Row) -> str:
        """What tells a row from the others."""
        raise NotImplementedError

    def line(self, row: Row, width: int) -> Content:
        """A row as a line."""
        raise NotImplementedError

    def said(self, row: Row) -> str:
        """What there is to say of a row."""
        raise NotImplementedError

    def choose(self, row: Row) -> None:
        """Answer with a row."""
        raise NotImplementedError

    def number(self, row: Row) -> Content:
        """The digit that chooses a row."""
        return Content.styled(f"{self.options.index(row) + 1} ", "$accent")

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        row: Row | None = self.rows.current if self.is_mounted else None
        return row

    def _said(self, width: int) -> list[Content]:
        row = self.current
        return [] if row is None or not width else Content(self.said(row)).stylize("$quiet").wrap(width)

    @on(RowList.Moved)
    def _say(self) -> None:
        self.query_one(Drawn).lay_out(self._said)

    @on(RowList.Opened)
    def _opened(self) -> None:
        if (row := self.current) is not None:
            self.choose(row)

    def action_pick(self, digit: int) -> None:
        """Choose by number."""
        if digit <= len(self.options):
            self.choose(self.options[digit - 1])
