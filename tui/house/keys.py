"""The keys of everywhere, and the keys that work on a screen as the help and the palette tell of them."""

from collections.abc import Callable, Iterator

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.screen import Screen

from tui.widgets.digit_keys import digit_keys

EVERYWHERE: list[BindingType] = [
    Binding("u", "undo", "Undo", id="app.undo", tooltip="Take back the last change"),
    Binding("ctrl+r", "redo", "Redo", id="app.redo", tooltip="Do again what was taken back", show=False),
    Binding("F", "capture", "Note it", id="app.capture", tooltip="Write down feedback you just heard"),
    Binding("L", "log_line", "Log", id="app.log", tooltip="Log a talk, an ask, an answer in one line"),
    Binding("question_mark,f1", "help", "Keys", id="app.help", tooltip="All keys, and help for this page"),
    Binding(
        "ctrl+p",
        "command_palette",
        "Palette",
        id="app.palette",
        tooltip="Find anything by name",
        show=False,
        priority=True,
    ),
    Binding("q", "back", "Quit", id="app.back", tooltip="Back; from a page, quit"),
    Binding("ctrl+q", "quit", "Quit", id="app.quit", tooltip="Quit from anywhere", show=False, priority=True),
    Binding(
        "ctrl+z",
        "suspend_process",
        "Suspend",
        id="app.suspend",
        tooltip="Back to the shell; fg comes back here",
        show=False,
        priority=True,
    ),
    Binding(
        "ctrl+c",
        "copy_or_say",
        "Copy selection",
        id="app.copy",
        tooltip="Copy what is selected",
        show=False,
    ),
    *digit_keys("page('#')", "page", "Page #", "To page #", range(1, 10)),
]
"""The keys that mean the same on every page."""

KeyGroup = tuple[str, list[tuple[str, str]]]
"""A name, and the keys under it with what they do."""


def key_groups(screen: Screen[object], display: Callable[[Binding], str]) -> list[KeyGroup]:
    """The keys of the screen, of its list, and of everywhere; what a screen leaves to the app comes last."""
    groups: dict[str, dict[str, tuple[Binding, list[str]]]] = {"Here": {}}
    for node, binding, _, _ in screen.active_bindings.values():
        if binding.id is None or binding.action.startswith("page("):
            continue
        name = "Moving" if binding.id.startswith("focus.") else node.BINDING_GROUP_TITLE or "Here"
        group = groups.setdefault(name, {})
        group.setdefault(binding.id, (binding, []))[1].append(display(binding))
    return [
        (
            name,
            [
                (" ".join(keys), binding.tooltip)
                for binding, keys in sorted(group.values(), key=_left_to_the_app)
            ],
        )
        for name, group in groups.items()
        if group
    ]


def _left_to_the_app(line: tuple[Binding, list[str]]) -> bool:
    return line[0].action.startswith("app.")


def found_keys(screen: Screen[object], *nodes: DOMNode) -> Iterator[tuple[DOMNode, Binding]]:
    """The keys of these nodes that the palette finds, each once."""
    named: set[str] = set()
    for node, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.id and binding.id not in named and node in nodes and _found(binding):
            named.add(binding.id)
            yield node, binding


def _found(binding: Binding) -> bool:
    """Whether the palette finds it: not the keys that only move the focus, and pages go by their titles."""
    return not binding.action.startswith(("page(", "app.focus_", "command_palette"))


def gist(text: str) -> str:
    """The first sentence of a help text."""
    return f"{first}." if (first := text.partition(".")[0]) else ""
