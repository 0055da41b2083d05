"""Several of a few words, all in sight on a line or two; and one of them."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from .digit_keys import clear_key, digit_keys
from .drawn import flowing

HINT = "The digits tick; enter goes on."


class TickInput(Widget, can_focus=True, inherit_bindings=False):
    """Words with their digits; a digit ticks, and takes the tick back. With `single` only one is ticked.

    A letter is none of its keys, for a name may be typed here. `typed` takes it; False where it cannot.
    """

    BINDING_GROUP_TITLE = "Words"
    BINDINGS: ClassVar[list[BindingType]] = [
        *digit_keys(
            "tick(#)", "tick", "Tick #", "Tick word #, or take the tick back", range(1, 10), priority=True
        ),
        Binding(
            "down",
            "step(1)",
            "Next word",
            id="tick.next",
            tooltip="To the next word",
            show=False,
            priority=True,
        ),
        Binding(
            "up",
            "step(-1)",
            "Word before",
            id="tick.before",
            tooltip="To the word before",
            show=False,
            priority=True,
        ),
        Binding(
            "space",
            "tick_here",
            "Tick",
            id="tick.here",
            tooltip="Tick the word, or take the tick back",
        ),
        clear_key("tick.none", "None", "Take all ticks back"),
    ]

    DEFAULT_CSS = """
    TickInput { height: auto; width: 1fr; color: $quiet; }
    """

    class Changed(Message):
        """Something else is ticked."""

    def __init__(
        self,
        words: Sequence[tuple[str, str]],
        ticked: Sequence[str] = (),
        *,
        single: bool = False,
        typed: Callable[[str], bool] = lambda _: False,
    ) -> None:
        super().__init__()
        self._words = tuple(words)
        self._single = single
        self._typed = typed
        known = [id_ for id_, _ in words]
        self.ticked = [id_ for id_ in ticked if id_ in known]
        self._at = known.index(self.ticked[0]) if self.ticked else 0
        self._sentence = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        """As many lines as the words need."""
        return len(self._lines(width))

    def render(self) -> Content:
        """The words, the ticked ones marked."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        words = []
        for place, (id_, label) in enumerate(self._words, 1):
            ticked = id_ in self.ticked
            here = self.has_focus and place - 1 == self._at
            sign = ("●" if self._single else "✓") if ticked else str(place)
            style = "$foreground bold" if ticked else "$foreground" if self.has_focus else "$quiet"
            label_style = f"{style} underline" if here else style
            words.append(Content.assemble((f"{sign} ", "$accent"), (label, label_style)))
        lines = flowing(words, width)
        return [*lines, Content.styled(HINT, "$quiet")] if self._sentence else lines

    def on_focus(self) -> None:
        """Show where the cursor is."""
        self.refresh()

    def on_blur(self) -> None:
        """The cursor is elsewhere."""
        self._sentence = False
        self.refresh(layout=True)

    def on_key(self, event: events.Key) -> None:
        """A letter goes where a name can begin; else whoever types words is told what ticks.

        No space between them is taken for a tick.
        """
        if event.is_printable and event.character is not None and self._typed(event.character):
            event.stop()
            event.prevent_default()
        elif event.is_printable and event.key != "space" and not self._sentence:
            self._sentence = True
            self.refresh(layout=True)

    def put(self, ticked: Sequence[str]) -> None:
        """Tick these, and no others."""
        self.ticked = [id_ for id_, _ in self._words if id_ in ticked]
        self._show()

    def _tick(self, place: int) -> None:
        self._sentence = False
        id_ = self._words[place][0]
        self._at = place
        if id_ in self.ticked:
            self.ticked.remove(id_)
        elif self._single:
            self.ticked = [id_]
        else:
            self.ticked.append(id_)
        self._show()

    def _show(self) -> None:
        self.refresh(layout=True)
        self.post_message(self.Changed())

    def action_tick(self, digit: int) -> None:
        """Tick by digit."""
        if digit <= len(self._words):
            self._tick(digit - 1)

    def action_tick_here(self) -> None:
        """Tick the word under the cursor; between typed words a space is none."""
        if not self._sentence:
            self._tick(self._at)

    def action_step(self, step: int) -> None:
        """Go to the next word, or the one before."""
        self._at = (self._at + step) % len(self._words)
        self.refresh()

    def action_clear(self) -> None:
        """Take all ticks back."""
        self.ticked = []
        self._show()
