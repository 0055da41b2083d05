"""Two who may be the same person, a pair on each line."""

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from .lines import cells
from .row_list import RowList

if TYPE_CHECKING:
    from tui.domain.people.twins import Twins

_NAME = 30


class TwinRows(RowList["Twins"]):
    """Pairs: both names, and why they may be one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Compare", id="twins.compare", tooltip="Compare the two, field by field"),
    ]

    def __init__(self) -> None:
        super().__init__(_drawn, lambda pair: pair.id)


def _drawn(pair: "Twins", width: int) -> Content:
    name = min(width * 2 // 7, _NAME)
    return Content.assemble(
        cells(pair.one.name, name),
        ("  " if pair.sure else "? ", "$accent"),
        cells(pair.other.name, name),
        "  ",
        cells(pair.why, width - 2 * name - 4, "$quiet"),
    )
