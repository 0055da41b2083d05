"""The line that filters a list: `/` opens it, esc clears it and then leaves it."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from .line_input import LineInput


class FilterLine(LineInput):
    """What the list is filtered by. Hidden while it is empty and not in use."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "clear_or_leave", "Clear", id="filter.clear", tooltip="Clear the filter, then leave it"
        ),
        Binding(
            "enter,down", "leave", "To the list", id="filter.leave", tooltip="Back to the list, filter kept"
        ),
    ]

    DEFAULT_CSS = """
    FilterLine {
        display: none;
        margin: 0 1;
        &.-open { display: block; }
    }
    """

    class Filtered(Message):
        """The filter changed."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Left(Message):
        """The person is done typing and wants the list."""

    def __init__(self, help: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(placeholder=help, id=id)
        self.can_focus = False

    def open(self) -> None:
        """Show the line and take the keys, at once: those typed right after `/` are words already."""
        self.can_focus = True
        self.add_class("-open")
        self.screen.set_focus(self)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what the list is filtered by now."""
        event.stop()
        self.post_message(self.Filtered(event.value))

    def on_blur(self, _: events.Blur) -> None:
        """Hide an empty line."""
        self.set_class(bool(self.value), "-open")
        self.can_focus = False

    def action_clear_or_leave(self) -> None:
        """Clear what was typed; leave if there is nothing."""
        if self.value:
            self.value = ""
        else:
            self.post_message(self.Left())

    def action_leave(self) -> None:
        """Leave with the filter as it is."""
        self.post_message(self.Left())
