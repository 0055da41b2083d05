"""The help dialog: every key that works here, and what this page is for."""

from collections.abc import Sequence
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from .dialog import Dialog

KeyLine = tuple[str, str]
"""The keys of a binding, and what it does."""


class HelpDialog(Dialog[None]):
    """Shows the help of a page and its keys in groups."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,f1", "leave", "Close", id="help.close", tooltip="Close the help"),
        *(
            Binding(
                keys,
                action,
                label,
                id=f"help.{label.lower().replace(' ', '-')}",
                tooltip=tooltip,
                show=False,
                priority=True,  # before the box itself, which would glide
            )
            for keys, action, label, tooltip in (
                ("down,j", "scroll(1)", "Down", "Scroll down"),
                ("up,k", "scroll(-1)", "Up", "Scroll up"),
                ("pagedown,space", "page(1)", "Page down", "A page down"),
                ("pageup", "page(-1)", "Page up", "A page up"),
                ("g,home", "edge(-1)", "First", "To the beginning"),
                ("G,end", "edge(1)", "Last", "To the end"),
            )
        ),
    ]

    DEFAULT_CSS = """
    HelpDialog {
        & .help--group { color: $accent; text-style: bold; margin: 1 0 0 0; }
        & .help--text { color: $foreground; }
        & .dialog--body > Static { padding: 0 1 0 0; }
    }
    """

    _text_box = getters.query_one(".dialog--body", VerticalScroll)

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
            wide = min(max(len(keys) for keys, _ in lines), 22) + 2
            for keys, tooltip in lines:
                yield Static(Content.assemble((f"{keys:<{wide}}", "$accent"), tooltip))

    def action_scroll(self, step: int) -> None:
        """Scroll by a line."""
        self._text_box.scroll_relative(y=step, animate=False)

    def action_page(self, way: int) -> None:
        """Scroll by a page, with a line of the one before."""
        box = self._text_box
        box.scroll_relative(y=way * max(box.scrollable_content_region.height - 1, 1), animate=False)

    def action_edge(self, way: int) -> None:
        """Scroll to the beginning or the end."""
        self._text_box.scroll_to(y=0 if way < 0 else self._text_box.max_scroll_y, animate=False)
