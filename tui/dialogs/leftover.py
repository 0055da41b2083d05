"""What was half typed about something that is gone: to be copied or saved, and then let go of."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from .message import MessageDialog


class LeftoverDialog(MessageDialog[bool]):
    """Shows what was typed. True: it may be let go of. Until then it stays the draft it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d", "let_go", "Let go", id="leftover.let-go", tooltip="It is no longer needed"),
        Binding("escape", "leave", "Back", id="leftover.leave", tooltip="Back; it stays as it is"),
    ]

    def next_step(self) -> str:
        return "What this was about is gone. Copy or save what you had typed, and let go of it with d."

    def same(self, kept: dict[str, object]) -> bool:  # noqa: ARG002 - it is shown already
        return False

    def keep_draft(self) -> None:
        """It is kept already."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """It is not changed here."""
        return action not in ("write", "edit")

    def action_let_go(self) -> None:
        """Let go of it."""
        self.dismiss(True)
