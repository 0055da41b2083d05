"""Somebody new for a kind of support: who gives it now, and the ways to more people."""

from collections.abc import Sequence
from typing import ClassVar, Literal, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.domain.language.text import clean_line
from tui.widgets.drawn import Drawn, hanging
from tui.widgets.facts import Fact, Facts

from .dialog import Dialog

Way = Literal["new", "group", "bring", "ask", "goal"]


class _Shown(NamedTuple):
    """A way as it is shown: its key, its name among the keys, what it is, and what comes of it."""

    key: str
    label: str
    what: str
    means: str


_WAYS: dict[Way, _Shown] = {
    "new": _Shown("n", "New", "somebody you know", "write down who could give it"),
    "group": _Shown("g", "Group", "a group or community", "a club, a class, a forum"),
    "bring": _Shown("i", "Address book", "your address book", "see who is in it"),
    "ask": _Shown("a", "Ask", "ask somebody you have", "for anything this goal lacks"),
    "goal": _Shown("enter", "The goal", "the goal", "all it needs, and who gives it"),
}
_KEY = 7
_WAY = 23


class FindSomebodyDialog(Dialog[Way]):
    """Says for which goal somebody is looked for and who there is; answers with the way to go."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                shown.key,
                f"choose('{way}')",
                shown.label,
                id=f"find.{way}",
                tooltip=f"{shown.what}: {shown.means}".capitalize(),
            )
            for way, shown in _WAYS.items()
        ),
        Binding("escape", "leave", "Back", id="find.leave", tooltip="Back; nothing has changed"),
    ]

    DEFAULT_CSS = """
    FindSomebodyDialog .find--further { margin: 0 0 1 0; }
    """

    def __init__(self, kind: str, facts: Sequence[Fact]) -> None:
        super().__init__()
        self._kind = kind
        self._facts = facts

    def heading(self) -> str:
        return f"Somebody for {clean_line(self._kind)}"

    def body_takes_focus(self) -> bool:
        return True

    def body(self) -> ComposeResult:
        yield Facts(self._facts)
        yield Static(
            "Who is one step further out: a colleague, a neighbour, somebody who has done it?",
            classes="find--further",
            markup=False,
        )
        yield Drawn(_ways)

    def action_choose(self, way: Way) -> None:
        """Go this way."""
        self.dismiss(way)


def _ways(width: int) -> list[Content]:
    lines: list[Content] = []
    for shown in _WAYS.values():
        head = Content.assemble((f"{shown.key:<{_KEY}}", "$accent"), f"{shown.what:<{_WAY}}")
        lines += hanging(head, Content(shown.means).stylize("$quiet"), width, _KEY + _WAY)
    return lines
