"""How surely each of several things holds: one line each, with the digit that picks it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.domain.language.text import clean_line

from .digit_keys import digit_keys
from .lines import cells

DOTS = ("···", "●··", "●●·", "●●●")
FIRST = 1
"""The mark a first press gives."""
_STEPS = (None, FIRST, 2, 3, 0)


class StrengthsInput(Widget, can_focus=True):
    """Lines with their digits; a digit makes its line surer by a step, and after the surest begins anew.

    As everywhere, a digit is the thing it stands beside; how surely is said in dots and a word. A line
    without a mark is not known. The value holds the marks as `name=2`, with spaces between them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", id="strengths.down", tooltip="To the next line", show=False),
        Binding("up,k", "move(-1)", "Up", id="strengths.up", tooltip="To the line before", show=False),
        Binding("right,l,space", "step(1)", "Surer", id="strengths.surer", tooltip="Surer", show=False),
        Binding("left,h", "step(-1)", "Less", id="strengths.less", tooltip="Less surely", show=False),
        Binding(
            "minus,backspace,delete",
            "clear",
            "Not known",
            id="strengths.clear",
            tooltip="Take the mark back",
            show=False,
        ),
        *digit_keys("pick(#)", "strengths", "Line #", "Line #: surer by a step", range(1, 10)),
    ]

    DEFAULT_CSS = """
    StrengthsInput { height: auto; }
    """

    value: reactive[str] = reactive("")
    place: reactive[int] = reactive(0)

    class Changed(Message):
        """A line has another mark."""

        def __init__(self, strengths: "StrengthsInput") -> None:
            super().__init__()
            self.strengths = strengths

        @property
        def control(self) -> "StrengthsInput":
            """What changed."""
            return self.strengths

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        words: Sequence[str],
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`options` are names and labels of the lines, `words` what the marks 0 to 3 mean."""
        super().__init__(id=id)
        self._options = tuple(options)
        self._words = tuple(words)
        self.set_reactive(StrengthsInput.value, value)

    @property
    def _marks(self) -> dict[str, int]:
        parts = (one.partition("=") for one in self.value.split())
        return {name: int(mark) for name, _, mark in parts if mark in ("0", "1", "2", "3")}

    def _put(self, mark: int | None) -> None:
        name = self._options[self.place][0]
        marks = {**self._marks, name: mark}
        self.value = " ".join(f"{one}={marks[one]}" for one, _ in self._options if marks.get(one) is not None)

    def watch_value(self) -> None:
        """Tell that it changed."""
        self.post_message(self.Changed(self))

    def on_focus(self, _: events.Focus) -> None:
        """Show the cursor."""
        self.refresh()

    def on_blur(self, _: events.Blur) -> None:
        """Hide the cursor."""
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """A line for each, and one for the marks."""
        return len(self._options) + 1

    def render(self) -> Content:
        """The lines with their marks, and beneath them what the digits mean."""
        marks = self._marks
        lines = []
        for place, (name, label) in enumerate(self._options):
            mark = marks.get(name)
            here = self.has_focus and place == self.place
            line = Content.assemble(
                ("▌" if here else " ", "$accent"),
                (f"{place + 1} ", "$accent"),
                ("   " if mark is None else DOTS[mark], "$accent"),
                " ",
                cells(clean_line(label), 22, "bold" if here else ""),
                (self._words[mark] if mark is not None else "_" if here else "", "$quiet"),
            )
            lines.append(line)
        steps = " → ".join(self._words[FIRST:])
        lines.append(Content.styled(f" the digit: {steps}" if self.has_focus else "", "$quiet"))
        return Content("\n").join(lines)

    def action_move(self, step: int) -> None:
        """To another line."""
        self.place = min(max(self.place + step, 0), len(self._options) - 1)

    def action_pick(self, digit: int) -> None:
        """Make the line with a digit surer by a step."""
        if digit <= len(self._options):
            self.place = digit - 1
            self.action_step(1)

    def action_step(self, step: int) -> None:
        """Make this line surer by a step, or less sure; from the surest on it is none, and then not known."""
        mark = self._marks.get(self._options[self.place][0])
        at = _STEPS.index(mark) + step
        self._put(_STEPS[at % len(_STEPS)] if step > 0 else _STEPS[max(at, 0)])
        self.refresh()

    def action_clear(self) -> None:
        """This line is not known."""
        self._put(None)
        self.refresh()
