"""The telling dialog: a message that tells somebody what became of what they said. Nothing is sent."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from .message import READING, MessageDialog


class TellDialog(MessageDialog[bool]):
    """Shows the message, lets it be changed, copied and saved. True: they have been told."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "told", "Told", id="telling.told", tooltip="You have told them: note the day"),
        Binding("escape", "leave", "Back", id="telling.leave", tooltip="Back; a change is kept as a draft"),
    ]

    def next_step(self) -> str:
        return "Nothing is sent from here: copy or save it, and press t when they know."

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While it is being written, letters are letters."""
        return action not in (*READING, "told") or not self.has_class("-writing")

    def action_told(self) -> None:
        """They have been told. What was changed stays a draft until that is noted."""
        self.close_with(True)
