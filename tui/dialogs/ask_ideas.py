"""Whom to ask for what: the few asks most worth making, each with its reason, or another by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.language.text import clean_line
from tui.widgets.digit_keys import digit_keys
from tui.widgets.lines import cells

from .rows import RowsDialog


@dataclass(frozen=True)
class Idea:
    """One row: what `key` it answers with, whom to ask, for what, for which goal, and because of what."""

    key: str
    who: str
    what: str
    goal: str = ""
    because: str = ""


class AskIdeasDialog(RowsDialog[str, Idea]):
    """Asks which ask to make; answers with the key of the row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digit_keys("pick(#)", "ideas", "Ask #", "The one with the number #", range(1, 10)),
        Binding("escape", "leave", "Close", id="ideas.leave", tooltip="Ask nobody now"),
    ]

    def __init__(self, heading: str, ideas: Sequence[Idea], said: str = "") -> None:
        """`said` stands under the list where a row has no reason of its own."""
        super().__init__(heading, ideas)
        self._else = said
        self._who = max(len(idea.who) for idea in ideas)

    def key(self, row: Idea) -> str:
        return row.key

    def line(self, row: Idea, width: int) -> Content:
        who = cells(row.who, min(self._who, max(width // 3, 8)))
        line = Content.assemble(self.number(row), who, "  ", _what(row))
        return line.truncate(width, ellipsis=True)

    def said(self, row: Idea) -> str:
        return f"because {clean_line(row.because)}" if row.because else self._else

    def choose(self, row: Idea) -> None:
        self.dismiss(row.key)


def _what(idea: Idea) -> Content:
    goal = f"  {clean_line(idea.goal)}" if idea.goal else ""
    return Content.assemble(clean_line(idea.what), (goal, "$quiet"))
