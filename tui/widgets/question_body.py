"""The middle of the questionnaire: one question, or all answers looked over."""

from collections.abc import Sequence

from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from .question_view import QuestionView
from .review_rows import ReviewRows


class QuestionBody(VerticalScroll, can_focus=False):
    """Shows one thing at a time; the old one makes room once the new one is there."""

    DEFAULT_CSS = """
    QuestionBody {
        height: 1fr;
        margin: 1 0 0 0;
        padding: 0 1 0 0;
        & > * { max-width: 120; }
        & .body--intro { color: $quiet; padding: 0 1; margin: 0 0 1 0; }
        & .body--review { text-style: bold; padding: 0 1; margin: 0 0 1 0; }
        & ReviewRows { padding: 0 1; }
    }
    """

    async def show_question(self, view: QuestionView, intro: str = "") -> None:
        """Show a question, and over the first one what it is all about; its first part takes the keys."""
        above = [Static(intro, classes="body--intro", markup=False)] if intro else []
        with self.app.batch_update():
            old = list(self.children)
            await self.mount(*above, view)
            view.input.begin()
            self._make_room(old)

    async def show_review(self, rows: ReviewRows, heading: str) -> None:
        """Show all answers; the list takes the keys."""
        with self.app.batch_update():
            old = list(self.children)
            await self.mount(Static(heading, classes="body--review", markup=False), rows)
            self.screen.set_focus(rows, scroll_visible=False)
            self._make_room(old)

    def _make_room(self, old: Sequence[Widget]) -> None:
        for widget in old:
            widget.display = False
            widget.remove()
        self.scroll_home(animate=False)
