"""All goals at a glance: for each kind of support the goal that lacks most of it, and who gives some."""

from typing import TYPE_CHECKING, ClassVar, Literal

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.language.text import clean_line
from tui.widgets.coverage_view import COVERS
from tui.widgets.drawn import Drawn
from tui.widgets.lines import cells
from tui.widgets.row_list import RowList

from .dialog import Dialog

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.language.words import Kind
    from tui.domain.support.coverage import Coverage

Gap = tuple["Kind", "Coverage"]
"""A kind of support, and the goal in which most of its need remains."""


class AllGoalsDialog(Dialog[tuple[Literal["open", "ask"], str]]):
    """Lists the kinds, the largest remaining need first; answers with a goal and what to do there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "choose('ask')", "Ask", id="all-goals.ask", tooltip="Ask somebody for this goal"),
        Binding("escape,q,o", "leave", "Close", id="all-goals.leave", tooltip="Back to the goals"),
    ]

    DEFAULT_CSS = """
    AllGoalsDialog {
        & .dialog--box { max-width: 96; }
        & RowList { margin: 1 0; }
        & Drawn { min-height: 2; }
    }
    """

    rows = getters.query_one(RowList)

    def __init__(self, gaps: "Sequence[Gap]", words: "Vocabulary") -> None:
        super().__init__()
        self._gaps = gaps
        self._words = words
        self._label = max(len(word.label) for word in words["kind"].values())
        self._covered = 4 + max(len(word.label) for word in words["cover"].values())

    def heading(self) -> str:
        return "All goals: where most is missing"

    def body(self) -> ComposeResult:
        rows: RowList[Gap] = RowList(self._draw, lambda gap: gap[0])
        rows.styles.height = len(self._gaps)
        yield rows
        yield Drawn(self._who)

    def on_mount(self) -> None:
        """Begin where most is missing."""
        self.rows.show(self._gaps)
        self.rows.focus()

    def _draw(self, gap: "Gap", width: int) -> Content:
        kind, coverage = gap
        cover = coverage.in_a_word(kind)
        label = cells(self._words["kind"][kind].label, min(self._label, max(width // 3, 10)))
        dots = Content.assemble((f"{COVERS[cover]} ", "$accent"), self._words["cover"][cover].label)
        head = Content.assemble(label, "  ", dots.pad_right(max(self._covered - dots.cell_length, 0)), "  ")
        return Content.assemble(head, cells(coverage.goal.title, max(width - head.cell_length, 1)))

    def _who(self, width: int) -> list[Content]:
        gap: Gap | None = self.rows.current if self.is_mounted else None
        if gap is None or not width:
            return []
        from tui.domain.support.coverage_words import who_gives

        kind, coverage = gap
        return Content(clean_line(who_gives(coverage, kind, self._words))).stylize("$quiet").wrap(width)

    @on(RowList.Moved)
    def _say(self) -> None:
        self.query_one(Drawn).lay_out(self._who)

    @on(RowList.Opened)
    def _opened(self) -> None:
        self.action_choose("open")

    def action_choose(self, what: Literal["open", "ask"]) -> None:
        """Answer with the goal under the cursor."""
        gap: Gap | None = self.rows.current
        if gap is not None:
            self.dismiss((what, gap[1].goal.id))
