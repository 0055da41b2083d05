"""A list of any length with a cursor: rows come as data, and only what can be seen is drawn."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Generic, TypeVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

T = TypeVar("T")

_KEPT = 1_000
"""So many lines are kept as they were drawn."""


class RowList(ScrollView, Generic[T], can_focus=True, inherit_bindings=False):
    """Rows under a cursor. New rows leave the cursor on the same row, at the same height of the screen.

    `ident` gives a row's id, empty for a heading, which the cursor passes over. `draw` gives a row as one
    line for a width in cells.
    """

    BINDING_GROUP_TITLE = "List"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", id="list.down", tooltip="To the next row", show=False),
        Binding("up,k", "move(-1)", "Up", id="list.up", tooltip="To the row before", show=False),
        Binding("pagedown", "page(1)", "Page down", id="list.page-down", tooltip="A page down", show=False),
        Binding("pageup", "page(-1)", "Page up", id="list.page-up", tooltip="A page up", show=False),
        Binding("g,home", "edge(-1)", "First", id="list.first", tooltip="To the first row", show=False),
        Binding("G,end", "edge(1)", "Last", id="list.last", tooltip="To the last row", show=False),
        Binding("enter", "open", "Open", id="list.open", tooltip="Open this row", show=False),
    ]

    COMPONENT_CLASSES: ClassVar[set[str]] = {"row-list--cursor", "row-list--bar", "row-list--heading"}

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .row-list--cursor { background: $row-blurred; }
        & > .row-list--bar { color: $quiet; }
        & > .row-list--heading { color: $quiet; }
        &:focus > .row-list--cursor { background: $row; text-style: bold; }
        &:focus > .row-list--bar { color: $accent; }
    }
    """

    auto_links = False

    place: reactive[int] = reactive(0, repaint=False)
    """The index of the row under the cursor."""

    class Moved(Message):
        """The cursor came to another row, or the row under it changed."""

    class Opened(Message):
        """The row under the cursor was opened."""

    def __init__(
        self,
        draw: Callable[[T, int], Content],
        ident: Callable[[T], str],
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._ident = ident
        self.rows: Sequence[T] = ()
        self._where: Callable[[str], int | None] | None = None
        self._awaited = ""
        self._left = ""
        self._early: list[Callable[[], None]] | None = []
        self._drawn: dict[tuple[str, bool], Strip] = {}
        self._look: object = None
        self._styles: dict[str | Style, Style] = {}

    @property
    def current(self) -> T | None:
        """The row under the cursor."""
        if 0 <= self.place < len(self.rows) and self._ident(self.rows[self.place]):
            return self.rows[self.place]
        return None

    def show(
        self,
        rows: Sequence[T],
        *,
        from_the_top: bool = False,
        more: bool = False,
        look: object = None,
        where: Callable[[str], int | None] | None = None,
    ) -> None:
        """Show other rows. Where the row under the cursor is gone, the one that took its place is chosen.

        `from_the_top`: the first one is chosen. Where `more` are to come, the cursor goes back to its row
        with them, unless it was moved meanwhile. `look`: what drawing depends on beside the row; what was
        drawn in an equal one is not drawn again. `where` gives the place of the row with an id, where that
        is known without looking at every row.
        """
        before = self._left or (
            self._ident(self.rows[self.place]) if 0 <= self.place < len(self.rows) else ""
        )
        height_on_screen = self.place - self.scroll_offset.y
        self.rows = rows
        self._where = where
        place = self._find(self._awaited)
        if place is not None:
            self._awaited = ""
        elif from_the_top:
            place = self._selectable(0, 1) if rows else None
        else:
            place = self._find(before)
        self._set_length()
        self._left = before if more and place is None else ""
        moved = place is not None and place != self.place
        if place is None:
            place = self._selectable(min(self.place, len(rows) - 1), 1)
        self.set_reactive(RowList.place, max(place, 0))
        if moved:
            self.scroll_to(y=max(self.place - height_on_screen, 0), animate=False, immediate=True)
        self._reveal()
        if look is None or look != self._look:
            self._look = look
            self._drawn.clear()
        self.refresh()
        self.post_message(self.Moved())
        early, self._early = self._early or (), None
        for action in early:
            action()

    def redraw(self) -> None:
        """Draw the rows anew: what `draw` makes of them has changed."""
        self._drawn.clear()
        self.refresh()

    def _set_length(self) -> None:
        """Make room for the rows there are; the screen is laid out anew only where that shows."""
        length, height = len(self.rows), self.scrollable_content_region.height
        size = Size(self.size.width, length)
        stays = 0 < height < min(length, self.virtual_size.height) and not self.styles.auto_dimensions
        if stays and size.width == self.virtual_size.width:
            self.set_reactive(RowList.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = length
            self.scroll_to(y=min(self.scroll_offset.y, length - height), animate=False, immediate=True)
        else:
            self.virtual_size = size

    def go_to(self, id_: str) -> None:
        """Put the cursor on the row with an id, as soon as there is one."""
        place = self._find(id_)
        if place is None:
            self._awaited = id_
        else:
            self.place = place

    @property
    def awaited(self) -> str:
        """The id of the row the cursor waits for; empty where it waits for none."""
        return self._awaited

    def _find(self, id_: str) -> int | None:
        if not id_:
            return None
        if 0 <= self.place < len(self.rows) and self._ident(self.rows[self.place]) == id_:
            return self.place
        if self._where is not None:
            return self._where(id_)
        return next((place for place, row in enumerate(self.rows) if self._ident(row) == id_), None)

    def _selectable(self, place: int, step: int) -> int:
        """The nearest row that is no heading, looking the way of `step` first."""
        for way in (range(place, len(self.rows)), range(place, -1, -1))[:: 1 if step > 0 else -1]:
            for index in way:
                if 0 <= index < len(self.rows) and self._ident(self.rows[index]):
                    return index
        return 0

    def watch_place(self, before: int, place: int) -> None:
        """Draw the two rows that changed, and keep the cursor in sight."""
        self._left = ""
        self.refresh_line(before)
        self.refresh_line(place)
        self._reveal()
        self.post_message(self.Moved())

    def _reveal(self) -> None:
        top, height = self.scroll_offset.y, self.scrollable_content_region.height
        if self.place < top:
            above = (
                self.place - 1 if self.place and not self._ident(self.rows[self.place - 1]) else self.place
            )
            self.scroll_to(y=above, animate=False, immediate=True)
        elif height and self.place >= top + height:
            self.scroll_to(y=self.place - height + 1, animate=False, immediate=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight at the new size."""
        self._drawn.clear()
        self.virtual_size = Size(self.size.width, len(self.rows))
        self._reveal()

    def notify_style_update(self) -> None:
        """Nothing drawn in the styles before is of use."""
        self._drawn.clear()
        self._styles.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """One row, or an empty line below the last."""
        place = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        if place >= len(self.rows) or width < 3:
            return Strip.blank(max(width, 0), self.rich_style)
        row = self.rows[place]
        ident = self._ident(row)
        under_cursor = place == self.place and bool(ident)
        key = ident, under_cursor
        if (strip := self._drawn.get(key)) is None:
            names = ("row-list--cursor",) if under_cursor else () if ident else ("row-list--heading",)
            strip = self._strip(row, width, under_cursor, names)
            if ident and self._look is not None:
                if len(self._drawn) >= _KEPT:
                    self._drawn.clear()
                self._drawn[key] = strip
        return strip

    def _strip(self, row: T, width: int, under_cursor: bool, names: tuple[str, ...]) -> Strip:
        style = self.get_visual_style(*names)
        bar = self.get_visual_style("row-list--cursor", "row-list--bar")
        line = self._draw(row, width - 2).first_line.truncate(width - 1, ellipsis=True, pad=True)
        parts = line.render(style, end="", parse_style=self._style)
        head = Segment("▌", (style + bar).rich_style) if under_cursor else Segment(" ", style.rich_style)
        return Strip([head, *(Segment(text, (style + part).rich_style) for text, part in parts)], width)

    def _style(self, named: str | Style) -> Style:
        """The style of a name such as "$accent"."""
        if (style := self._styles.get(named)) is None:
            style = named if isinstance(named, Style) else Style.parse(named)
            self._styles[named] = style
        return style

    def action_move(self, step: int) -> None:
        """Move by one row. Keys pressed before there are rows are kept until there are."""
        if self._early is not None:
            self._early.append(partial(self.action_move, step))
        elif self.rows:
            wanted = min(max(self.place + step, 0), len(self.rows) - 1)
            found = self._selectable(wanted, step)
            if (found - self.place) * step > 0:
                self.place = found

    def action_page(self, way: int) -> None:
        """Move by a page."""
        if self.rows:
            page = max(self.scrollable_content_region.height - 1, 1)
            wanted = min(max(self.place + way * page, 0), len(self.rows) - 1)
            self.place = self._selectable(wanted, way)

    def action_edge(self, way: int) -> None:
        """Move to the first or the last row."""
        if self.rows:
            self.place = self._selectable(0, 1) if way < 0 else self._selectable(len(self.rows) - 1, -1)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.current is not None:
            self.post_message(self.Opened())

    def on_click(self, event: events.Click) -> None:
        """Choose the row clicked; open it on the second click."""
        place = self.scroll_offset.y + event.y
        if place < len(self.rows) and self._ident(self.rows[place]):
            opened = event.chain > 1 and place == self.place
            self.place = place
            if opened:
                self.action_open()
