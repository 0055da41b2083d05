"""The conflict dialog: one record, changed here and elsewhere."""

from collections.abc import Sequence
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.domain.language.text import clean_note

from .dialog import Dialog

Side = Literal["mine", "theirs"]


class ConflictDialog(Dialog[Side]):
    """Asks which version to keep of the fields that were changed on both sides.

    `None` goes back to the form. The version not kept stays in the history.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep('mine')", "Keep mine", id="conflict.mine", tooltip="Keep what you typed"),
        Binding("t", "keep('theirs')", "Keep theirs", id="conflict.theirs", tooltip="Keep what is there now"),
        Binding("escape", "leave", "Back to the form", id="conflict.back", tooltip="Decide later"),
    ]

    DEFAULT_CSS = """
    ConflictDialog {
        & .conflict--field { margin: 1 0 0 0; color: $accent; text-style: bold; }
        & .conflict--said { color: $quiet; }
    }
    """

    def __init__(self, differences: Sequence[tuple[str, str, str]]) -> None:
        """`differences` are a field's label, what it is here and what it is there."""
        super().__init__()
        self._differences = differences

    def heading(self) -> str:
        return "Changed elsewhere meanwhile"

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        yield Static(
            "Both changed the same thing. The version you do not keep stays in the history.",
            classes="conflict--said",
            markup=False,
        )
        for label, mine, theirs in self._differences:
            yield Static(label, classes="conflict--field", markup=False)
            for side, text in (("mine", mine), ("theirs", theirs)):
                words = clean_note(text) or "(nothing)"
                yield Static(Content.assemble((f"{side:<8}", "$quiet"), words))

    def action_keep(self, side: Side) -> None:
        """Keep one version."""
        self.dismiss(side)
