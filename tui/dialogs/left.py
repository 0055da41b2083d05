"""What of a file is left, and why."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from tui.domain.language.text import clean_line
from tui.widgets.drawn import Drawn, hanging

from .dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.records.contact import Left

_MOST = 500


class LeftDialog(Dialog[None]):
    """Shows each entry that is not taken, with the reason."""

    def __init__(self, left: "Sequence[Left]") -> None:
        super().__init__()
        self._left = left

    def heading(self) -> str:
        return "What is left, and why"

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        yield Drawn(self._lines)

    def _lines(self, width: int) -> list[Content]:
        if not self._left:
            return [Content("Nothing: every entry can be taken.")]
        lines: list[Content] = []
        for where, why in self._left[:_MOST]:
            lines += Content.styled(clean_line(where), "$quiet").wrap(width)
            lines += hanging("  ", Content(clean_line(why)), width, 2)
        if len(self._left) > _MOST:
            lines.append(Content.styled(f"and {len(self._left) - _MOST} more", "$quiet"))
        return lines
