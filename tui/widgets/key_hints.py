"""The line at the bottom: the keys that work here, made from the bindings."""

from collections.abc import Iterable

from textual.app import App
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

HELP = "app.help"


def shown_bindings(screen: Screen[object]) -> list[Binding]:
    """The bindings to show for a screen, each once, those nearest the focus first."""
    found: dict[str, Binding] = {}
    for _, binding, enabled, _ in screen.active_bindings.values():
        if enabled and binding.show and binding.description:
            found.setdefault(binding.id or binding.action, binding)
    return list(found.values())


class KeyHints(Widget):
    """As many keys as fit; the rest are behind the last one, `?`."""

    DEFAULT_CSS = """
    KeyHints {
        height: 1;
        dock: bottom;
        color: $quiet;
    }
    """

    def on_mount(self) -> None:
        """Follow the keys that work."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _: Screen[object]) -> None:
        self.refresh()

    def render(self) -> Content:
        """The hints in order, one key for each thing, and the key for help last."""
        bindings = shown_bindings(self.screen)
        named = {binding.description: binding for binding in reversed(bindings) if binding.id != HELP}
        rest = [hint(self.app, binding) for binding in bindings if named.get(binding.description) is binding]
        last = [hint(self.app, binding) for binding in bindings if binding.id == HELP]
        return fitted(rest, last, self.size.width - 2)


def hint(app: App[object], binding: Binding) -> Content:
    """A key and what it does."""
    return Content.assemble((app.get_key_display(binding), "$accent"), " ", binding.description)


def fitted(hints: Iterable[Content], last: Iterable[Content], width: int) -> Content:
    """The hints that fit in a width, with those of `last` always among them."""
    ending = Content("  ").join(last)
    line = Content()
    for one in hints:
        longer = Content.assemble(line, "  ", one) if line else one
        if longer.cell_length + 2 + ending.cell_length > width:
            break
        line = longer
    if line and ending:
        line = Content.assemble(line, "  ", ending)
    return Content.assemble(" ", line or ending)
