"""The address books near at hand, to choose one from."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.language.text import clean_line

from .lines import cells
from .row_list import RowList

if TYPE_CHECKING:
    from tui.interchange.near import Near

_NAME = 34
_ROOM_FOR_FOLDERS = 40


class NearRows(RowList["Near"]):
    """Files with their folder and how large they are."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Read it", id="near.read", tooltip="Read this file; nothing changes yet"),
    ]

    def __init__(self) -> None:
        super().__init__(_drawn, lambda near: str(near.path))


def _drawn(near: "Near", width: int) -> Content:
    size = f"{max(near.size // 1_000, 1)} kB"
    room = max(width - len(size) - 2, 8)
    name, folder = near.path.name, _from_home(near.path.parent)
    if room <= _ROOM_FOR_FOLDERS:
        line = Content.assemble(clean_line(name), (f"  {clean_line(folder)}", "$quiet"))
        return line.truncate(room, ellipsis=True, pad=True)
    columns = (cells(clean_line(name), _NAME), " ", cells(clean_line(folder), room - _NAME - 1, "$quiet"))
    return Content.assemble(*columns, (f"  {size}", "$quiet"))


def _from_home(folder: Path) -> str:
    """A folder with `~` for the person's own."""
    home = Path.home()
    return str(Path("~") / folder.relative_to(home)) if folder.is_relative_to(home) else str(folder)
