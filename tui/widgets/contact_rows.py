"""The people of an address book in a list, each to be placed."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from .row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content

    from tui.domain.bringing.importing import Row


class ContactRows(RowList["Row"]):
    """Rows of an import. Enter compares where there is anybody to compare with; else the screen has it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Compare", id="bring.compare", tooltip="Compare the two, field by field"),
    ]

    def __init__(self, draw: "Callable[[Row, int], Content]") -> None:
        super().__init__(draw, lambda row: row.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Whether there is anybody to compare with."""
        row: Row | None = self.current
        return action != "open" or (row is not None and (row.maybe is not None or bool(row.differences)))
