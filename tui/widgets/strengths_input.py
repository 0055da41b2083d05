"""How surely each of several things holds: one line each, a digit for a line."""

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


class StrengthsInput(Widget, can_focus=True):
    """Lines under a cursor; a digit marks one and goes on to the next. A line without a mark is not known.

    The value holds the marks as `name=2`, with spaces between them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "move(1)", "Down", id="strengths.down", tooltip="To the next line", show=False),
        Binding("up,k", "move(-1)", "Up", id="strengths.up", tooltip="To the line before", show=False),
        Binding(
            "backspace,delete",
            "clear",
            "Not known",
            id="strengths.clear",
            tooltip="Take the mark back",
            show=False,
        ),
        *digit_keys("mark(#)", "strengths", "Mark #", "Mark this line # and go on", range(4)),
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
                ("   " if mark is None else DOTS[mark], "$accent"),
                " ",
                cells(clean_line(label), 22, "bold" if here else ""),
                (self._words[mark] if mark is not None else "_" if here else "", "$quiet"),
            )
            lines.append(line)
        meanings = [f"{mark} {word}" for mark, word in enumerate(self._words)]
        roomy = "     " + "   ".join(meanings)
        meaning = roomy if len(roomy) <= self.size.width else " " + " ".join(meanings)
        lines.append(Content.styled(meaning if self.has_focus else "", "$quiet"))
        return Content("\n").join(lines)

    def action_move(self, step: int) -> None:
        """To another line."""
        self.place = min(max(self.place + step, 0), len(self._options) - 1)

    def action_mark(self, digit: int) -> None:
        """Mark this line and go on."""
        self._put(digit)
        self.action_move(1)

    def action_clear(self) -> None:
        """This line is not known."""
        self._put(None)
