"""Whom to ask for what: the few asks most worth making, each with its reason, or another by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.language.text import clean_line
from tui.widgets.digit_keys import digit_keys
from tui.widgets.drawn import Drawn
from tui.widgets.lines import cells
from tui.widgets.row_list import RowList

from .dialog import Dialog


@dataclass(frozen=True)
class Idea:
    """One row: what `key` it answers with, whom to ask, for what, for which goal, and because of what."""

    key: str
    who: str
    what: str
    goal: str = ""
    because: str = ""


class AskIdeasDialog(Dialog[str]):
    """Asks which ask to make; answers with the key of the row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digit_keys("pick(#)", "ideas", "Ask #", "The one with the number #", range(1, 10)),
        Binding("escape", "leave", "Close", id="ideas.leave", tooltip="Ask nobody now"),
    ]

    DEFAULT_CSS = """
    AskIdeasDialog RowList { margin: 1 0; }
    """

    rows = getters.query_one(RowList)

    def __init__(self, heading: str, ideas: Sequence[Idea], said: str = "") -> None:
        """`said` stands under the list where a row has no reason of its own."""
        super().__init__()
        self._heading = heading
        self._ideas = tuple(ideas)
        self._said = said
        self._who = max(len(idea.who) for idea in ideas)

    def heading(self) -> str:
        return self._heading

    def body(self) -> ComposeResult:
        rows: RowList[Idea] = RowList(self._draw, lambda idea: idea.key)
        rows.styles.height = len(self._ideas)
        yield rows
        yield Drawn(self._because)

    def on_mount(self) -> None:
        """Begin at the best."""
        self.rows.show(self._ideas)
        self.rows.focus()

    def _draw(self, idea: Idea, width: int) -> Content:
        number = f"{self._ideas.index(idea) + 1} "
        who = cells(idea.who, min(self._who, max(width // 3, 8)))
        head = Content.assemble((number, "$accent"), who, "  ")
        return Content.assemble(head, _what(idea)).truncate(width, ellipsis=True)

    def _because(self, width: int) -> list[Content]:
        idea = self.rows.current if self.is_mounted else None
        if idea is None or not width:
            return []
        said = f"because {clean_line(idea.because)}" if idea.because else self._said
        return Content(said).stylize("$quiet").wrap(width)

    @on(RowList.Moved)
    def _say(self) -> None:
        self.query_one(Drawn).lay_out(self._because)

    @on(RowList.Opened)
    def _chosen(self) -> None:
        if (idea := self.rows.current) is not None:
            self.dismiss(idea.key)

    def action_pick(self, number: int) -> None:
        """Choose by number."""
        if number <= len(self._ideas):
            self.dismiss(self._ideas[number - 1].key)


def _what(idea: Idea) -> Content:
    goal = f"  {clean_line(idea.goal)}" if idea.goal else ""
    return Content.assemble(clean_line(idea.what), (goal, "$quiet"))
