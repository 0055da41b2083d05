"""Twins: everybody in the directory who may be there twice, pair by pair, with the reason."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Static

from tui.guided import GuidedScreen
from tui.tasks import merging
from tui.widgets.lines import counted
from tui.widgets.notices import EmptyState
from tui.widgets.twin_rows import TwinRows

if TYPE_CHECKING:
    from tui.domain.people.twins import Twins


class TwinsScreen(GuidedScreen[None]):
    """Lists the pairs. Each goes as soon as it is said whether the two are one or two people."""

    BINDING_GROUP_TITLE = "There twice"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "two", "Two people", id="twins.two", tooltip="They are two people; not asked again"),
        Binding("u", "app.undo", "Undo", id="app.undo", tooltip="Take back the last change"),
        Binding(
            "ctrl+r", "app.redo", "Redo", id="app.redo", tooltip="Do again what was taken back", show=False
        ),
        Binding("escape,q", "leave", "Back", id="twins.leave", tooltip="Back to where you were"),
    ]

    DEFAULT_CSS = """
    TwinsScreen {
        & #twins-summary { height: 1; margin: 1 0 0 0; padding: 0 1; color: $quiet; }
        & #twins-body { height: 1fr; margin: 1 0 0 0; }
        &.-low #twins-summary, &.-low #twins-body { margin-top: 0; }
    }
    """

    rows = getters.query_one(TwinRows)
    empty = getters.query_one(EmptyState)

    def __init__(self) -> None:
        super().__init__()
        self.at_rest = asyncio.Event()
        """Cleared from an answer until its pair has gone: keys wait, for the next is about another pair."""
        self.at_rest.set()

    def body(self) -> ComposeResult:
        """What is asked, how many pairs there are, and the pairs."""
        yield Static("THERE TWICE?", classes="guided--title", markup=False)
        yield Static("Looking …", id="twins-summary", markup=False)
        with Container(id="twins-body"):
            yield TwinRows()
        yield EmptyState(markup=False)

    def on_mount(self) -> None:
        """Follow the network."""
        self.empty.hide()
        self.watch(self.app, "network", self._follow)
        self.rows.focus()

    def _follow(self) -> None:
        self.look()

    @work(exclusive=True, group="twins")
    async def look(self) -> None:
        """Look through the directory as it is now."""
        pairs = await merging.all_twins(self.app)
        self.rows.show(pairs)
        self.at_rest.set()
        self.query_one("#twins-body").display = bool(pairs)
        order = "; the surest stand first" if len(pairs) > 1 else ""
        words = f"{counted(len(pairs), 'pair')} may be the same person{order}." if pairs else ""
        self.query_one("#twins-summary", Static).update(words)
        if pairs:
            self.empty.hide()
            if self.focused is None:
                self.rows.focus()
        else:
            self.empty.say("Nobody seems to be there twice.", ("esc", "go back"))

    @on(TwinRows.Opened)
    @work
    async def _compare(self) -> None:
        pair: Twins | None = self.rows.current
        if pair is not None:
            await merging.settled(self.app, pair.one, pair.other, pair.why)

    def action_two(self) -> None:
        """Remember that the two under the cursor are two people."""
        pair: Twins | None = self.rows.current
        if pair is not None and self.at_rest.is_set():
            self.at_rest.clear()
            self._keep_apart(pair)

    @work
    async def _keep_apart(self, pair: "Twins") -> None:
        if not await merging.kept_apart(self.app, pair.one, pair.other):
            self.at_rest.set()

    def explained(self) -> tuple[str, str]:
        """Title and text of the help."""
        return (
            "There twice?",
            "Enter shows two side by side: keep the better of each field and make one of them; all that was"
            " logged of either stays. Where they are two people, n remembers it, and they are not listed"
            " together again. Every step can be taken back with u.",
        )
