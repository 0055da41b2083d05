"""All exchanges with one supporter."""

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.language.text import clean_line
from tui.widgets.row_list import RowList

from .dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.records.log import Exchange

Talk = tuple["Exchange", Content, Content]
"""An exchange, its day, and what passed."""


class TalksDialog(Dialog[tuple[Literal["edit", "delete"], str]]):
    """Shows them, the newest first; answers with the id of the one to change or to delete."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,enter", "choose('edit')", "Edit", id="talks.edit", tooltip="Change this exchange"),
        Binding(
            "d",
            "choose('delete')",
            "Delete",
            id="talks.delete",
            tooltip="Delete this exchange; u takes it back",
        ),
        Binding("escape,q,t", "leave", "Close", id="talks.close", tooltip="Back to the supporter"),
    ]

    DEFAULT_CSS = """
    TalksDialog {
        & .dialog--box { max-width: 96; }
        & RowList { margin: 1 0 0 0; }
    }
    """

    rows = getters.query_one(RowList)

    def __init__(self, name: str, talks: "Sequence[Talk]") -> None:
        super().__init__()
        self._whose = name
        self._talks = talks
        self._days = max((day.cell_length for _, day, _ in talks), default=0)

    def heading(self) -> str:
        return f"Exchanges with {clean_line(self._whose)}"

    def body(self) -> ComposeResult:
        rows: RowList[Talk] = RowList(self._draw, lambda talk: talk[0].id)
        rows.styles.height = min(max(len(self._talks), 1), 14)
        yield rows

    def on_mount(self) -> None:
        """Begin at the newest."""
        self.rows.show(self._talks)
        self.rows.focus()

    def _draw(self, talk: "Talk", width: int) -> Content:
        _, day, passed = talk
        line = Content.assemble(day.pad_right(self._days - day.cell_length), "  ", passed)
        return line.truncate(width, ellipsis=True)

    def on_row_list_opened(self) -> None:
        """Change the one that was opened."""
        self.action_choose("edit")

    def action_choose(self, what: Literal["edit", "delete"]) -> None:
        """Answer with the exchange under the cursor."""
        talk: Talk | None = self.rows.current
        if talk is not None:
            self.dismiss((what, talk[0].id))
