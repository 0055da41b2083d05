"""All goals at a glance: for each kind of support the goal that lacks most of it, and who gives some."""

from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.language.text import clean_line
from tui.widgets.coverage_view import COVERS
from tui.widgets.lines import cells, excerpt

from .rows import RowsDialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.language.words import Kind
    from tui.domain.support.coverage import Coverage

Gap = tuple["Kind", "Coverage"]
"""A kind of support, and the goal in which most of its need remains."""


class AllGoalsDialog(RowsDialog[tuple[Literal["open", "ask"], str], "Gap"]):
    """Lists the kinds, the largest remaining need first; answers with a goal and what to do there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "ask", "Ask", id="all-goals.ask", tooltip="Ask somebody for this goal"),
        Binding("escape,q,o", "leave", "Close", id="all-goals.leave", tooltip="Back to the goals"),
    ]

    DEFAULT_CSS = """
    AllGoalsDialog {
        & .dialog--box { max-width: 96; }
        & Drawn { min-height: 2; }
    }
    """

    def __init__(self, gaps: "Sequence[Gap]", words: "Vocabulary") -> None:
        super().__init__("All goals: where most is missing", gaps)
        self._words = words
        self._label = max(len(word.label) for word in words["kind"].values())
        self._covered = 4 + max(len(word.label) for word in words["cover"].values())

    def key(self, row: "Gap") -> str:
        return row[0]

    def line(self, row: "Gap", width: int) -> Content:
        kind, coverage = row
        cover = coverage.in_a_word(kind)
        label = cells(self._words["kind"][kind].label, min(self._label, max(width // 3, 10)))
        dots = Content.assemble((f"{COVERS[cover]} ", "$accent"), self._words["cover"][cover].label)
        head = Content.assemble(label, "  ", dots.pad_right(max(self._covered - dots.cell_length, 0)), "  ")
        return Content.assemble(head, excerpt(coverage.goal.title, max(width - head.cell_length, 1)))

    def said(self, row: "Gap") -> str:
        from tui.domain.support.coverage_words import who_gives

        kind, coverage = row
        return clean_line(who_gives(coverage, kind, self._words))

    def choose(self, row: "Gap") -> None:
        self._answer("open", row)

    def action_ask(self) -> None:
        """Ask somebody for the goal under the cursor."""
        if (gap := self.current) is not None:
            self._answer("ask", gap)

    def _answer(self, what: Literal["open", "ask"], gap: "Gap") -> None:
        self.dismiss((what, gap[1].goal.id))
