"""The compare dialog: two who may be the same, side by side, and which side to keep of each field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

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


Question = Literal["who", "fields", "merge"]
"""What is asked: whether two are the same person, which fields to take, or both of two who are here."""


@dataclass(frozen=True)
class Side:
    """One field: its label, what stands on both sides, and whether the other side is taken.

    With `both`, what is there is taken beside what is here, not in its place. With `open` False there is
    nothing to choose: it stands there to tell who it is.
    """

    field: str
    label: str
    here: str
    there: str
    take: bool = False
    both: bool = False
    open: bool = True


@dataclass(frozen=True)
class Compared:
    """The answer: whether they are the same, and for each field whether the other side is taken."""

    same: bool
    take: Mapping[str, bool]


_ASKED: Mapping[Question, str] = {
    "who": "Is it the same person? ctrl+o: yes, n: they are two.",
    "fields": "",
    "merge": "ctrl+o makes one of them, n keeps two.",
}


class CompareDialog(Dialog[Compared]):
    """Asks which side of each field to keep and, where that is open, whether it is the same person."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "same", "Same person", id="compare.same", tooltip="They are the same person"),
        Binding("ctrl+o", "keep", "Keep these", id="compare.keep", tooltip="Keep what has a mark"),
        Binding("ctrl+o", "join", "Make one", id="compare.join", tooltip="Make one person of the two"),
        Binding(
            "n", "another", "Two people", id="compare.another", tooltip="They are two people, and stay two"
        ),
        Binding(
            "space,left,right,h,l",
            "other_side",
            "Other side",
            id="compare.side",
            tooltip="Keep what stands on the other side",
        ),
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
        self, heading: str, why: str, names: tuple[str, str], sides: Sequence[Side], question: Question
    ) -> None:
        """`names` stand over the two sides."""
        super().__init__()
        self._heading = heading
        self._why = why
        self._names = names
        self._sides = {side.field: side for side in sides}
        self._take = {side.field: side.take for side in sides}
        self._question = question

    def heading(self) -> str:
        return clean_line(self._heading)

    def body(self) -> ComposeResult:
        yield Static(clean_line(self._why), id="compare-why", markup=False)
        yield Drawn(self._head, id="compare-names")
        rows: RowList[Side] = RowList(self._draw, lambda side: side.field)
        rows.styles.height = min(len(self._sides), 12)
        rows.display = bool(self._sides)
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
        marks = self._marks(side)
        parts = [
            Content.assemble(("✓ " if kept else "  ", "$accent"), cells(text or "–", room - 2, style))
            for text, kept, style in zip((side.here, side.there), *marks, strict=True)
        ]
        return Content.assemble(cells(side.label, _LABEL, "$quiet"), parts[0], "  ", parts[1])

    def _marks(self, side: Side) -> tuple[tuple[bool, bool], tuple[str, str]]:
        """Which sides are kept, and the styles of both; what is only there to be read has no mark."""
        if not side.open:
            return (False, False), ("", "")
        take = self._take[side.field]
        here, there = (not take or (side.both and bool(side.here))), take
        return (here, there), ("" if here else "$quiet", "" if there else "$quiet")

    def _whole(self, width: int) -> list[Content]:
        """Both sides of the field under the cursor, not cut."""
        side: Side | None = self.rows.current if self.is_mounted else None
        if side is None:
            return [Content.styled("Nothing else is known of either.", "$quiet")] if self.is_mounted else []
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
        if side is not None and side.open:
            self._take[side.field] = not self._take[side.field]
            self.rows.redraw()

    @on(RowList.Opened)
    def _go_on(self) -> None:
        """To the next field; from the last one, keep them, or ask what is still open."""
        if self.rows.place < len(self.rows.rows) - 1:
            self.rows.action_move(1)
        elif words := _ASKED[self._question]:
            self.notify(words, markup=False)
        else:
            self.action_keep()

    def action_same(self) -> None:
        """They are the same person; keep what has a mark."""
        taken = {field: take for field, take in self._take.items() if self._sides[field].open}
        self.dismiss(Compared(True, taken))

    action_keep = action_join = action_same

    def action_another(self) -> None:
        """They are two people."""
        self.dismiss(Compared(False, {}))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which of the answers fit the question."""
        match action:
            case "same":
                return self._question == "who"
            case "keep":
                return self._question == "fields"
            case "join":
                return self._question == "merge"
            case "another":
                return self._question != "fields"
            case "other_side":
                return any(side.open for side in self._sides.values())
            case _:
                return True
