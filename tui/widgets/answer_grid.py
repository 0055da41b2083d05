"""Several rows, each with a mark from the same scale: a digit marks the row and goes on to the next."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.vocabulary import Word
from tui.domain.questionnaire.items import Item

from .answer import RowsAnswer
from .digit_keys import clear_key, digit_keys
from .drawn import flowing, hanging
from .marked_rows import MarkedRows
from .profile_view import DOTS

_BETWEEN = 2


class GridRows(MarkedRows):
    """The rows with their marks in dots and in words, and the scale beneath."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digit_keys("mark(#)", "grid", "Mark #", "Mark this row with # and go on to the next", priority=True),
        clear_key("grid.clear", "Leave open", "Leave this row open"),
    ]

    def __init__(self, rows: Sequence[Word], scale: Sequence[Word], marks: dict[str, int]) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.scale = tuple(scale)
        self.marks = marks
        self._label = max((len(row.label) for row in self.rows), default=0)
        self._mark = max(len(word.label) for word in self.scale)
        self._plain = max((len(row.plain) for row in self.rows), default=0)
        first_open = next((n for n, row in enumerate(self.rows) if row.id not in marks), 0)
        self.set_reactive(GridRows.place, first_open)

    @property
    def count(self) -> int:
        return len(self.rows)

    def _with_plain(self, width: int) -> bool:
        taken = self._label + len(DOTS[0]) + self._mark + 3 * _BETWEEN
        return taken + self._plain <= width

    def row(self, place: int, width: int) -> Sequence[Content]:
        row = self.rows[place]
        mark = self.marks.get(row.id)
        here = place == self.place
        gap = " " * _BETWEEN
        parts: list[Content | str] = [Content(row.label).truncate(self._label, pad=True), gap]
        if self._with_plain(width):
            parts += [Content(row.plain).truncate(self._plain, pad=True).stylize("$quiet"), gap]
        if mark is None:
            parts.append(Content.styled("_" if here else " ", "$accent"))
        else:
            parts += [Content.styled(DOTS[mark], "$accent"), gap, self.scale[mark].label]
        return [Content.assemble(*parts)]

    def beneath(self, width: int) -> Sequence[Content]:
        lines: list[Content] = []
        if not self._with_plain(width) and self.rows:
            longest = max(len(list(self._said(row, width))) for row in self.rows)
            said = list(self._said(self.rows[max(self.place, 0)], width))
            lines += [*said, *([Content()] * (longest - len(said))), Content()]
        return [*lines, *self._legend(width)]

    def _said(self, row: Word, width: int) -> Sequence[Content]:
        return list(hanging("", Content(row.plain).stylize("$quiet"), width, 0))

    def _legend(self, width: int) -> Sequence[Content]:
        marks = enumerate(self.scale)
        return flowing(
            (Content.assemble((f"{n} ", "$accent"), (word.label, "$quiet")) for n, word in marks), width
        )

    def _said_anew(self) -> None:
        self.refresh(layout=True)
        self.post_message(self.Changed())

    def action_mark(self, mark: int) -> None:
        """Mark the row and go on to the next."""
        if self.rows and mark < len(self.scale):
            self.marks[self.rows[self.place].id] = mark
            self._said_anew()
            self.place += 1

    def action_clear(self) -> None:
        """Leave the row open again."""
        if self.rows:
            self.marks.pop(self.rows[self.place].id, None)
            self._said_anew()


class GridAnswer(RowsAnswer[GridRows]):
    """A mark for each row, or none: an open row stays unknown."""

    TAKEN_AT_ONCE = True

    def __init__(self, item: Item, rows: Sequence[Word], raw: Plain) -> None:
        given = as_mapping(raw)
        # Marks of rows that are not asked at present are kept, in case they come back.
        known = {word.id for word in item.rows}
        marks = {
            row: mark
            for row, mark in given.items()
            if row in known and isinstance(mark, int) and 0 <= mark < len(item.scale)
        }
        super().__init__(GridRows(rows, item.scale, marks))

    @property
    def raw(self) -> Plain:
        return dict(self.rows.marks) or None

    @property
    def complete(self) -> bool:
        return all(row.id in self.rows.marks for row in self.rows.rows)
