"""The base of pages that are a list with a filter above it and the whole of one record beside it."""

import asyncio
from collections import abc
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.page import Page
from tui.widgets.detail_pane import DetailPane
from tui.widgets.filter_line import FilterLine
from tui.widgets.notices import EmptyState
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from textual.timer import Timer

DETAIL_AFTER = 0.04
"""Seconds without a key after which the detail is laid out; laying it out takes longer than moving."""

HALF_A_FRAME = 1 / 120
"""Seconds a letter waits at most for what comes of it, so that one frame shows both."""


class ListPage(Page):
    """A line that sums up, the filter, the list, the record under the cursor, and what an empty list says.

    A page says what its filter takes in `FILTER_HINT`, draws a row in `draw_row`, gives its id in `row_id`,
    and shows the record under the cursor in `show_detail`. Rows are whatever a page makes of its records.
    While the record is read, `#list-body` has the class `-reading`.
    """

    FILTER_HINT: ClassVar[str] = ""
    NEEDS_A_ROW: ClassVar[frozenset[str]] = frozenset({"read"})
    """The actions that are not offered without a row under the cursor."""
    NOTHING_YET: ClassVar[tuple[str, tuple[tuple[str, str], ...]]] = ("Nothing is here yet.", ())
    """What is said where there is nothing at all, and the keys that begin."""
    NOTHING_FITS: ClassVar[str] = "Nothing fits this filter."

    DEFAULT_CSS = """
    ListPage {
        & #summary {
            height: 1;
            margin: 1 0 0 0;
            padding: 0 1;
            color: $quiet;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & #list-body { height: 1fr; margin: 1 0 0 0; }
        &.-low #summary, &.-low #list-body { margin-top: 0; }
    }
    """

    filter_line = getters.query_one(FilterLine)
    rows = getters.query_one(RowList)
    detail = getters.query_one(DetailPane)
    empty = getters.query_one(EmptyState)
    list_body = getters.query_one("#list-body", Container)

    def __init__(self) -> None:
        super().__init__()
        self._known: abc.Container[str] = ()
        self._behind = False
        self._asked = asyncio.Event()

    def body(self) -> ComposeResult:
        yield Static(id="summary", markup=False)
        yield FilterLine(self.FILTER_HINT)
        with Container(id="list-body"):
            yield RowList(self.draw_row, self.row_id)
            yield DetailPane()
        yield EmptyState(markup=False)

    def draw_row(self, row: Any, width: int) -> Content:
        """A row as one line of a width in cells. What rows are is the page's own."""
        raise NotImplementedError

    def row_id(self, row: Any) -> str:
        """The id of a row; empty for a heading."""
        return str(row.id)

    def show_detail(self) -> None:
        """Show the whole of the record under the cursor; called once the keys rest."""

    @asynccontextmanager
    async def in_one_frame(self) -> abc.AsyncIterator[None]:
        """Paint a letter and what comes of it together: go on once the list has asked for painting, too.

        Else the letter would be painted at once, and the list could be only a frame later.
        """
        self._asked.clear()
        yield
        with suppress(TimeoutError):
            async with asyncio.timeout(HALF_A_FRAME):
                await self._asked.wait()

    def sum_up(self, line: Content) -> None:
        """Say in the line at the top what is shown."""
        self.query_one("#summary", Static).update(line, layout=False)

    def show_rows(
        self,
        rows: abc.Sequence[Any],
        known: abc.Container[str],
        *,
        from_the_top: bool = False,
        more: bool = False,
        look: object = None,
        where: abc.Callable[[str], int | None] | None = None,
    ) -> None:
        """Show other rows. A record just made that the filter in force would hide shows itself.

        `known` are the ids of all records there are, filtered or not; the rest is as in `RowList.show`.
        """
        self.rows.show(rows, from_the_top=from_the_top, more=more, look=look, where=where)
        self.rows.call_later(self._asked.set)  # the list has its turn, and asks for painting at its end
        self._known = known
        self._show_hidden()

    def make_room(self, rows: abc.Sequence[Any], everything: abc.Sized) -> None:
        """Make room for the rows that are shown; where there are none, say what to do."""
        self.list_body.display = bool(rows)
        if rows:
            self.empty.hide()
        elif everything:
            self.empty.say(self.NOTHING_FITS, ("esc", "show all"))
        else:
            sentence, keys = self.NOTHING_YET
            self.empty.say(sentence, *keys)

    def go_to(self, id_: str) -> None:
        """Put the cursor on a record that was just made, as soon as it is there."""
        self.rows.go_to(id_)
        self._show_hidden()

    async def take_up(self, task: str, key: str) -> None:
        """Show the record though a filter is in force, and begin."""
        if key:
            self.go_to(key)
        await super().take_up(task, key)

    def _show_hidden(self) -> None:
        if self.filter_line.value and self.rows.awaited in self._known:
            self.unfilter()
            self.house.notify("It did not fit the filter, so all are shown again.")

    def unfilter(self) -> None:
        """Empty the filter and close it; the page hears of it as of any other filter."""
        self.filter_line.value = ""
        self.filter_line.remove_class("-open")

    def on_mount(self) -> None:
        """What stands beside the list follows it as soon as the keys rest."""
        self._rest: Timer = self.set_interval(DETAIL_AFTER, self._rested, pause=True)

    @on(RowList.Moved)
    def _moved(self) -> None:
        self._behind = True
        self._rest.reset()

    def _rested(self) -> None:
        self._behind = False
        self._rest.pause()
        self.show_detail()

    @on(FilterLine.Left)
    @on(DetailPane.Left)
    def _left(self) -> None:
        self.to_the_list()

    @on(RowList.Opened)
    def _opened(self) -> None:
        self.action_read()

    def back(self) -> bool:
        """Out of the record first, also where there is room for one part only."""
        if not self.detail.has_focus:
            return super().back()
        self.to_the_list()
        return True

    def to_the_list(self) -> None:
        """Give the keys back to the list."""
        self.rows.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where there is room for one part only, show the one in use."""
        self.list_body.set_class(event.widget is self.detail, "-reading")

    def copy(self, text: str) -> None:
        """Copy a text, and say so."""
        self.app.copy_to_clipboard(text)
        self.house.notify("Copied.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What needs a row is not offered without one."""
        return action not in self.NEEDS_A_ROW or (self.is_mounted and self.rows.current is not None)

    def action_filter(self) -> None:
        """Filter the list."""
        self.filter_line.open()

    def action_unfilter(self) -> None:
        """Show all again."""
        self.unfilter()
        self.rows.focus()

    def action_read(self) -> None:
        """Go into the record under the cursor."""
        if self.rows.current is not None:
            if self._behind:
                self._rested()
            self.list_body.add_class("-reading")
            self.detail.focus()
