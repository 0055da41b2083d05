"""Rows of any height under a cursor, drawn as one: what choices, grids and the review are made of."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

NOWHERE = -1
_MARGIN = 2


class MarkedRows(Widget, can_focus=True, inherit_bindings=False):
    """A few rows, each of one or more lines, with a bar beside the one under the cursor.

    What is drawn comes from `row` and `beneath`. The scrolling container around it keeps the cursor in sight.
    Its keys have priority, so that keys pressed faster than they are drawn are obeyed in their order.
    """

    BINDING_GROUP_TITLE = "Rows"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "down,j", "move(1)", "Down", id="rows.down", tooltip="To the next row", show=False, priority=True
        ),
        Binding(
            "up,k", "move(-1)", "Up", id="rows.up", tooltip="To the row before", show=False, priority=True
        ),
        Binding(
            "g,home",
            "edge(0)",
            "First",
            id="rows.first",
            tooltip="To the first row",
            show=False,
            priority=True,
        ),
        Binding(
            "G,end", "edge(-1)", "Last", id="rows.last", tooltip="To the last row", show=False, priority=True
        ),
    ]

    DEFAULT_CSS = """
    MarkedRows { height: auto; width: 100%; }
    """

    place: reactive[int] = reactive(0, layout=True)
    """The row under the cursor, or `NOWHERE`."""

    class Changed(Message):
        """Something else is marked or chosen."""

    @property
    def count(self) -> int:
        """How many rows there are."""
        return 0

    def row(self, place: int, width: int) -> Sequence[Content]:  # noqa: ARG002
        """The lines of one row."""
        return ()

    def parted(self, place: int) -> bool:  # noqa: ARG002
        """Whether an empty line follows a row."""
        return False

    def beneath(self, width: int) -> Sequence[Content]:  # noqa: ARG002
        """The lines under all rows."""
        return ()

    def validate_place(self, place: int) -> int:
        """The cursor stays on the rows."""
        return max(min(place, self.count - 1), NOWHERE)

    def watch_place(self) -> None:
        """Keep the cursor in sight."""
        self.call_after_refresh(self.reveal)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as there are."""
        return max(len(self._lines(width)), 1)

    def render(self) -> Content:
        """All rows and what stands beneath them."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        room = max(width - _MARGIN, 1)
        for place in range(self.count):
            here = place == self.place
            for line in self.row(place, room):
                whole = Content.assemble(("▌ ", "$accent") if here else "  ", line)
                whole = whole.truncate(width, ellipsis=True, pad=True)
                lines.append(whole.stylize("bold on $row") if here and self.has_focus else whole)
            if self.parted(place):
                lines.append(Content())
        beneath = self.beneath(room)
        if beneath:
            lines.append(Content())
            lines += [Content.assemble("  ", line).truncate(width, ellipsis=True) for line in beneath]
        return lines

    def _span(self, place: int) -> tuple[int, int]:
        """Where a row begins, and how many lines it has."""
        room = max(self.size.width - _MARGIN, 1)
        heights = [len(self.row(each, room)) for each in range(place + 1)]
        gaps = sum(self.parted(each) for each in range(place))
        return sum(heights[:-1]) + gaps, heights[-1]

    def reveal(self) -> None:
        """Scroll so that the row under the cursor can be seen; rows that have gone meanwhile move nothing."""
        if not all(node.display for node in self.ancestors_with_self):
            return
        around = next((node for node in self.ancestors if isinstance(node, VerticalScroll)), None)
        if around is None or self.place == NOWHERE or not self.size.width:
            return
        if self.place == 0:
            around.scroll_home(animate=False)
            return
        top, height = self._span(self.place)
        y = self.region.y - around.region.y + int(around.scroll_offset.y) + top
        around.scroll_to_region(Region(0, y, 1, height), animate=False, force=True)

    def on_focus(self) -> None:
        """Show where the cursor is."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is elsewhere."""
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Choose the row clicked."""
        for place in range(self.count):
            top, height = self._span(place)
            if top <= event.y < top + height:
                self.place = place

    def action_move(self, step: int) -> None:
        """Move by one row."""
        if self.count:
            self.place = max(self.place + step, 0) if self.place != NOWHERE or step > 0 else self.count - 1

    def action_edge(self, place: int) -> None:
        """Move to the first or the last row."""
        self.place = place if place >= 0 else self.count - 1
