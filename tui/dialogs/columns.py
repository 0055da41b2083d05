"""The columns dialog: what each column of a table holds."""

from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.domain.language.text import clean_line
from tui.widgets.drawn import Drawn
from tui.widgets.lines import cells
from tui.widgets.row_list import RowList

from .dialog import Dialog

if TYPE_CHECKING:
    from tui.interchange.csv_table import Table

_KEYS = {
    "n": ("name", "whole name"),
    "f": ("given", "first name"),
    "l": ("family", "last name"),
    "a": ("aliases", "nickname"),
    "e": ("emails", "e-mail"),
    "p": ("phones", "phone"),
    "b": ("birthday", "birthday"),
    "o": ("organisation", "organisation"),
    "c": ("notes", "notes"),
    "t": ("tags", "tags"),
    "x": ("", "leave it out"),
}
"""The key for each thing a column can hold, and what it is called."""

_WORDS = dict(_KEYS.values())


def _legend(width: int) -> list[Content]:
    """The keys and what each says, as many on a line as fit; none is parted from its word."""
    lines = [Content()]
    for key, (_, words) in _KEYS.items():
        one = Content.assemble((key, "$accent"), " ", words)
        longer = Content.assemble(lines[-1], "  ", one) if lines[-1] else one
        if longer.cell_length > width:
            lines.append(one)
        else:
            lines[-1] = longer
    return lines


class ColumnsDialog(Dialog[dict[str, str]]):
    """Asks what the columns hold; the answer is a field for each column, by its number."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                key, f"holds('{field}')", words, id=f"columns.{key}", tooltip=f"It holds {words}", show=False
            )
            for key, (field, words) in _KEYS.items()
        ),
        Binding("ctrl+o", "done", "Go on", id="columns.done", tooltip="Read it so"),
    ]

    DEFAULT_CSS = """
    ColumnsDialog {
        & .dialog--box { max-width: 90; }
        & Static { height: auto; color: $quiet; margin: 0 0 1 0; }
        & Drawn { margin: 0 0 1 0; }
        & RowList { margin: 0 0 1 0; }
    }
    """

    rows = getters.query_one(RowList)

    def __init__(self, table: "Table") -> None:
        super().__init__()
        self._table = table
        self._holds: dict[int, str] = {}

    def heading(self) -> str:
        return "What do the columns hold?"

    def body(self) -> ComposeResult:
        yield Static(
            "A letter says what the column under the cursor holds; one must be a name.", markup=False
        )
        yield Drawn(_legend)
        rows: RowList[int] = RowList(self._draw, lambda place: str(place + 1))
        rows.styles.height = min(max(len(self._table.headers), 1), 12)
        yield rows

    def on_mount(self) -> None:
        """Begin at the first column."""
        self.rows.show(range(len(self._table.headers)))
        self.rows.focus()

    def _draw(self, place: int, width: int) -> Content:
        sample = next((row.cells[place] for row in self._table.rows if place < len(row.cells)), "")
        holds = _WORDS.get(self._holds.get(place, "-"), "–")
        room = max((width - 20) // 2, 4)
        return Content.assemble(
            cells(clean_line(self._table.headers[place]), room),
            " ",
            cells(clean_line(sample), room, "$quiet"),
            " ",
            (holds, "$accent"),
        ).truncate(width, ellipsis=True)

    def action_holds(self, field: str) -> None:
        """Say what the column under the cursor holds, and go on to the next."""
        place: int | None = self.rows.current
        if place is not None:
            self._holds[place] = field
            self.rows.refresh()
            self.rows.action_move(1)

    @on(RowList.Opened)
    def action_done(self) -> None:
        """Read it so, if it is said where the name is."""
        if {"name", "given", "family", "emails"} & set(self._holds.values()):
            self.dismiss({str(place + 1): field for place, field in self._holds.items()})
        else:
            self.notify("Say which column holds the name: n, f or l.", markup=False)
