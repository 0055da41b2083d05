"""The two lines above a question: what the form is about, and where one is in it."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.domain.language.text import clean_line
from tui.domain.questionnaire.sheet import StepMark


class StepLine(Widget):
    """The form and its subject, the step in figures, and the steps in order: done, here, ahead."""

    DEFAULT_CSS = """
    StepLine { height: 2; dock: top; color: $quiet; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._form = ""
        self._subject = ""
        self._steps: Sequence[StepMark] = ()

    def show(self, form: str, subject: str, steps: Sequence[StepMark]) -> None:
        """Show where one is."""
        self._form, self._subject, self._steps = form, clean_line(subject), steps
        self.refresh()

    def render(self) -> Content:
        """Both lines, as long as they fit."""
        width = self.size.width
        return Content("\n").join([self._head(width), self._step_line(width)])

    def _head(self, width: int) -> Content:
        here = next((n for n, mark in enumerate(self._steps, 1) if mark.state == "here"), None)
        told = "review "
        if here is not None:
            told = f"step {here} of {len(self._steps)} " if len(self._steps) > 1 else " "
        head = Content.assemble((f" {self._form}", "$accent bold"))
        if self._subject:
            room = max(width - head.cell_length - len(told) - 4, 4)
            subject = Content(self._subject[: room * 2]).truncate(room, ellipsis=True)
            head = Content.assemble(head, "  ", subject.stylize("$foreground"))
        return Content.assemble(head, " " * max(width - head.cell_length - len(told), 1), told)

    def _step_line(self, width: int) -> Content:
        if len(self._steps) < 2:
            return Content()
        for titled in (("done", "here", "ahead"), ("here", "ahead"), ("here",)):
            line = Content("  ").join(self._mark(mark, mark.state in titled) for mark in self._steps)
            if line.cell_length + 2 <= width:
                break
        return Content.assemble(" " if self._steps[0].state != "here" else "", line)

    def _mark(self, mark: StepMark, titled: bool) -> Content:
        title = mark.step.title
        match mark.state:
            case "here":
                return Content.assemble(("▌", "$accent"), (title, "$foreground bold"), ("▐", "$accent"))
            case "done":
                return Content.assemble(("✓", "$accent"), f" {title}" if titled else "")
            case _:
                return Content(title if titled else "·")
