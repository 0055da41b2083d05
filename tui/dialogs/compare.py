"""The compare dialog: two who may be the same, side by side, and which side to keep of each field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.domain.language.text import clean_line
from tui.widgets.drawn import Drawn, hanging
from tui.widgets.lines import cells
from tui.widgets.row_list import RowList

from .dialog import Dialog

_LABEL = 14


@dataclass(frozen=True)
class Side:
    """One field: its label, what stands on both sides, and whether the other side is taken.

    With `both`, what is there is taken beside what is here, not in its place.
    """

    field: str
    label: str
    here: str
    there: str
    take: bool
    both: bool = False


@dataclass(frozen=True)
class Compared:
    """The answer: whether they are the same, and for each field whether the other side is taken."""

    same: bool
    take: Mapping[str, bool]


class CompareDialog(Dialog[Compared]):
    """Asks which side of each field to keep and, where that is open, whether it is the same person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space,left,right,h,l",
            "other_side",
            "Switch",
            id="compare.side",
            tooltip="Keep the other side",
        ),
        Binding(
            "ctrl+o",
            "same",
            "Same",
            id="compare.same",
            tooltip="They are the same: keep what is marked",
        ),
        Binding("n", "another", "Apart", id="compare.another", tooltip="They are two different people"),
        Binding("escape", "leave", "Later", id="compare.leave", tooltip="Decide later"),
    ]

    DEFAULT_CSS = """
    CompareDialog {
        & .dialog--box { max-width: 110; }
        & .dialog--body { margin: 0; }
        & #compare-why { height: auto; color: $quiet; margin: 0 0 1 0; }
        & #compare-names { height: 1; }
        & Drawn { margin: 1 0 0 0; }
        &.-low #compare-why { margin: 0; }
    }
    """

    rows = getters.query_one(RowList)

    def __init__(
        self, heading: str, why: str, names: tuple[str, str], sides: Sequence[Side], *, asks: bool = True
    ) -> None:
        """`asks` says that it is open whether they are the same person."""
        super().__init__()
        self._heading = heading
        self._why = why
        self._names = names
        self._sides = {side.field: side for side in sides}
        self._take = {side.field: side.take for side in sides}
        self._asks = asks

    def heading(self) -> str:
        return clean_line(self._heading)

    def body(self) -> ComposeResult:
        yield Static(clean_line(self._why), id="compare-why", markup=False)
        yield Drawn(self._head, id="compare-names")
        rows: RowList[Side] = RowList(self._draw, lambda side: side.field)
        rows.styles.height = min(max(len(self._sides), 1), 12)
        yield rows
        yield Drawn(self._whole, id="compare-whole")

    def on_mount(self) -> None:
        """Begin at the first field."""
        self.rows.show(list(self._sides.values()))
        self.rows.focus()

    def _columns(self, width: int) -> int:
        return max((width - _LABEL - 2) // 2, 4)

    def _head(self, width: int) -> list[Content]:
        room = self._columns(width - 2)
        names = [cells(clean_line(name), room, "$accent bold") for name in self._names]
        return [Content.assemble(" " * (_LABEL + 1), names[0], "  ", names[1])]

    def _draw(self, side: Side, width: int) -> Content:
        room = self._columns(width)
        take = self._take[side.field]
        parts = [
            Content.assemble(
                ("✓ " if kept else "  ", "$accent"), cells(text or "–", room - 2, "" if kept else "$quiet")
            )
            for text, kept in ((side.here, not take or (side.both and side.here)), (side.there, take))
        ]
        return Content.assemble(cells(side.label, _LABEL, "$quiet"), parts[0], "  ", parts[1])

    def _whole(self, width: int) -> list[Content]:
        """Both sides of the field under the cursor, not cut."""
        side: Side | None = self.rows.current if self.is_mounted else None
        if side is None:
            return [Content.styled("Nothing differs.", "$quiet")] if self.is_mounted else []
        lines: list[Content] = []
        for name, text in zip(self._names, (side.here, side.there), strict=True):
            label = Content.styled(clean_line(name), "$quiet")
            lines += hanging(label.truncate(_LABEL - 1, ellipsis=True), Content(text or "–"), width, _LABEL)
        return lines

    @on(RowList.Moved)
    def _moved(self) -> None:
        self.query_one("#compare-whole", Drawn).lay_out(self._whole)

    def action_other_side(self) -> None:
        """Keep the other side of the field under the cursor."""
        side: Side | None = self.rows.current
        if side is not None:
            self._take[side.field] = not self._take[side.field]
            self.rows.refresh()

    @on(RowList.Opened)
    def action_same(self) -> None:
        """They are the same; keep what is marked."""
        self.dismiss(Compared(True, dict(self._take)))

    def action_another(self) -> None:
        """They are two people."""
        if self._asks:
            self.dismiss(Compared(False, {}))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether they are somebody else is asked only where that is open."""
        return action != "another" or self._asks
