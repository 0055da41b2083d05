"""The people of an import in a list, and the whole of the one under the cursor beside it."""

from typing import TYPE_CHECKING

from textual import events, getters, on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message

from .contact_rows import ContactRows
from .contact_view import contact_line, contact_lines
from .detail_pane import DetailPane
from .row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.preview import Preview
    from tui.domain.language.vocabulary import Vocabulary


class PreviewBody(Container):
    """Draws rows as they are decided now. Where there is room for one part only, the one in use shows."""

    rows = getters.query_one(ContactRows)
    detail = getters.query_one(DetailPane)

    class Moved(Message):
        """Another row is under the cursor, or it is another one now."""

    def __init__(self, preview: "Preview", words: "Vocabulary") -> None:
        super().__init__()
        self._preview = preview
        self._words = words

    def compose(self) -> ComposeResult:
        """The list, and what is beside it."""
        yield ContactRows(self._draw)
        yield DetailPane()

    @property
    def current(self) -> "Row | None":
        """The row under the cursor."""
        row: Row | None = self.rows.current
        return row

    def show(self, rows: "Sequence[Row]") -> None:
        """Show these rows; without any, nothing."""
        self.display = bool(rows)
        self.rows.show(rows)

    def read(self) -> None:
        """Go into what is told of the one under the cursor."""
        if self.current is not None:
            self.add_class("-reading")
            self.detail.focus()

    def _draw(self, row: "Row", width: int) -> Content:
        preview = self._preview
        return contact_line(
            row,
            preview.placed.get(row.number),
            preview.relationship(row),
            self._words,
            width,
            marked=row.number in preview.marked if preview.marked else None,
        )

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        row = self.current
        if row is None:
            self.detail.show("", Content())
        else:
            placed = self._preview.placed.get(row.number)
            word = self._words["relationship"].get(self._preview.relationship(row))
            said = word.label if word is not None else ""
            self.detail.lay_out(row.id, lambda width: contact_lines(row, placed, said, width))
        self.post_message(self.Moved())

    @on(DetailPane.Left)
    def _to_the_list(self) -> None:
        self.rows.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Show the part in use."""
        self.set_class(event.widget is self.detail, "-reading")
