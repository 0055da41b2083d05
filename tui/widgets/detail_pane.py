"""The pane that shows one record in full."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message

from .drawn import Drawn, Layout


class DetailPane(VerticalScroll, can_focus=True, inherit_bindings=False):
    """Text that may be longer than its place. It keeps its scroll while it shows the same record."""

    BINDING_GROUP_TITLE = "Detail"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "by(1)", "Down", id="detail.down", tooltip="A line down", show=False),
        Binding("up,k", "by(-1)", "Up", id="detail.up", tooltip="A line up", show=False),
        Binding(
            "pagedown,space", "page(1)", "Page down", id="detail.page-down", tooltip="A page down", show=False
        ),
        Binding("pageup", "page(-1)", "Page up", id="detail.page-up", tooltip="A page up", show=False),
        Binding("g,home", "scroll_home", "Top", id="detail.top", tooltip="To the top", show=False),
        Binding("G,end", "scroll_end", "End", id="detail.end", tooltip="To the end", show=False),
        Binding(
            "escape,left,h",
            "leave",
            "To the list",
            id="detail.leave",
            tooltip="Back to the list",
        ),
    ]

    DEFAULT_CSS = """
    DetailPane {
        padding: 0 1;
        border-top: solid $line;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        &:focus { border-top: solid $accent; }
        & > Drawn { padding: 0 1 0 0; }
    }
    """

    class Left(Message):
        """The person wants the list back."""

    def __init__(self, *, beside_a_list: bool = True, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self._beside_a_list = beside_a_list
        self._of = ""

    def compose(self) -> ComposeResult:
        """The text."""
        yield Drawn()

    def show(self, of: str, content: Content) -> None:
        """Show the record with the id `of`."""
        self.lay_out(of, content.wrap)

    def lay_out(self, of: str, layout: Layout) -> None:
        """Show the record with the id `of` in lines made for the width there is."""
        self.query_one(Drawn).lay_out(layout)
        if of != self._of:
            self._of = of
            self.scroll_home(animate=False)

    def action_by(self, step: int) -> None:
        """Scroll by a line."""
        self.scroll_relative(y=step, animate=False)

    def action_page(self, way: int) -> None:
        """Scroll by a page."""
        self.scroll_relative(y=way * max(self.scrollable_content_region.height - 1, 1), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Without a list there is no way back to it."""
        return action != "leave" or self._beside_a_list

    def action_leave(self) -> None:
        """Back to the list."""
        self.post_message(self.Left())
