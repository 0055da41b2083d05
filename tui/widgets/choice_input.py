"""One of a few words, or none; and a switch."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.domain.language.text import clean_line

from .digit_keys import digit_keys
from .drawn import flowing


class ChoiceInput(Widget, can_focus=True):
    """All options in sight; arrows or their digits choose, the digit of the chosen one takes it back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down,l,j", "step(1)", "Next", id="choice.next", tooltip="The next option", show=False),
        Binding(
            "left,up,h,k", "step(-1)", "Before", id="choice.before", tooltip="The one before", show=False
        ),
        Binding(
            "minus,backspace,delete", "clear", "None", id="choice.none", tooltip="Choose none", show=False
        ),
        *digit_keys("pick(#)", "choice", "Option #", "Choose option #, or take it back", range(1, 10)),
    ]

    DEFAULT_CSS = """
    ChoiceInput {
        height: auto;
        color: $quiet;
        &:focus { background: $row; }
    }
    """

    CHOSEN: ClassVar[str] = "●"
    """The sign of an option that is chosen."""

    value: reactive[str] = reactive("", layout=True)

    class Changed(Message):
        """Another option was chosen."""

        def __init__(self, choice: "ChoiceInput") -> None:
            super().__init__()
            self.choice = choice

        @property
        def control(self) -> "ChoiceInput":
            """The choice that changed."""
            return self.choice

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        value: str = "",
        *,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._options = tuple(options)
        self.set_reactive(ChoiceInput.value, value)

    def watch_value(self) -> None:
        """Tell that it changed."""
        self.post_message(self.Changed(self))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the options need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The options, the chosen one marked."""
        return Content("\n").join(self._lines(self.size.width))

    def _is_chosen(self, value: str) -> bool:
        return value == self.value

    def _lines(self, width: int) -> list[Content]:
        options = []
        for place, (value, label) in enumerate(self._options, 1):
            chosen = self._is_chosen(value)
            sign = (f"{self.CHOSEN} " if chosen else f"{place} ", "$accent")
            style = "$foreground bold" if chosen else "$foreground"
            options.append(Content.assemble(sign, (clean_line(label), style)))
        return flowing(options, width)

    def action_step(self, step: int) -> None:
        """Choose the next option, or the one before."""
        values = [value for value, _ in self._options]
        if self.value in values:
            self.value = values[(values.index(self.value) + step) % len(values)]
        else:
            self.value = values[0 if step > 0 else -1]

    def action_pick(self, digit: int) -> None:
        """Choose by digit; the chosen one is taken back."""
        if digit <= len(self._options):
            picked = self._options[digit - 1][0]
            self.value = "" if picked == self.value else picked

    def action_clear(self) -> None:
        """Choose none."""
        self.value = ""


class ManyInput(ChoiceInput):
    """Any of a few words, with spaces between them: a digit chooses one more, or takes it back."""

    CHOSEN = "✓"

    def _is_chosen(self, value: str) -> bool:
        return value in self.value.split()

    def action_pick(self, digit: int) -> None:
        """Choose one more by its digit, or take it back; they stay in the order of the options."""
        if digit <= len(self._options):
            picked = {self._options[digit - 1][0]} ^ set(self.value.split())
            self.value = " ".join(value for value, _ in self._options if value in picked)

    def action_step(self, step: int) -> None:
        """Choose the option after the last one chosen, or take that one back."""
        values, chosen = [value for value, _ in self._options], self.value.split()
        last = values.index(chosen[-1]) if chosen and chosen[-1] in values else -1
        if step < 0 and chosen:
            self.value = " ".join(chosen[:-1])
        elif step > 0 and last + 1 < len(values):
            self.value = " ".join([*chosen, values[last + 1]])


class FlagInput(ChoiceInput):
    """A switch: yes or no. Space turns it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "step(1)", "Turn", id="flag.turn", tooltip="Turn it on or off", show=False),
        Binding("y", "set(True)", "Yes", id="flag.yes", tooltip="Turn it on", show=False),
        Binding("n", "set(False)", "No", id="flag.no", tooltip="Turn it off", show=False),
    ]

    def __init__(self, on: bool = False, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__((("yes", "yes"), ("no", "no")), "yes" if on else "no", id=id)

    def action_pick(self, digit: int) -> None:
        """Turn it by digit; a switch is never neither."""
        if digit <= 2:
            self.value = ("yes", "no")[digit - 1]

    def action_clear(self) -> None:
        """Turn it off."""
        self.value = "no"

    def action_set(self, on: bool) -> None:
        """Turn it on or off."""
        self.value = "yes" if on else "no"
