"""The help dialog: every key that works here, and what this page is for."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from .dialog import Dialog

KeyLine = tuple[str, str]
"""The keys of a binding, and what it does."""


class HelpDialog(Dialog[None]):
    """Shows the help of a page and its keys in groups."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "leave", "Close", id="help.close", tooltip="Close the help"),
        Binding("down,j", "scroll(1)", "Down", id="help.down", tooltip="Scroll down", show=False),
        Binding("up,k", "scroll(-1)", "Up", id="help.up", tooltip="Scroll up", show=False),
    ]

    DEFAULT_CSS = """
    HelpDialog {
        & .help--group { color: $accent; text-style: bold; margin: 1 0 0 0; }
        & .help--text { color: $foreground; }
    }
    """

    def __init__(self, title: str, text: str, groups: Sequence[tuple[str, Sequence[KeyLine]]]) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._groups = groups

    def heading(self) -> str:
        return self._title

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        if self._text:
            yield Static(self._text, classes="help--text", markup=False)
        for name, lines in self._groups:
            yield Static(name, classes="help--group", markup=False)
            wide = min(max(len(keys) for keys, _ in lines), 18) + 2
            for keys, tooltip in lines:
                yield Static(Content.assemble((f"{keys:<{wide}}", "$accent"), tooltip))

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        body = self.query_one(".dialog--body")
        body.scroll_relative(y=step, animate=False)
