"""Briefing: what is good to know about somebody before talking with them."""

from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from tui.content import giving, vocabulary
from tui.domain.language.text import clean_line
from tui.domain.talks.briefing import briefing_of
from tui.domain.talks.easing import WEEK, put_off, talked
from tui.guided import GuidedScreen
from tui.widgets.briefing_view import BriefingView
from tui.widgets.detail_pane import DetailPane

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from tui.domain.records.supporter import Supporter


class BriefingScreen(GuidedScreen[None]):
    """The last exchanges, what is open both ways, what to celebrate, their side, and one thing to give."""

    BINDING_GROUP_TITLE = "Briefing"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "talked", "Talked today", id="briefing.talked", tooltip="Log that you talked today"),
        Binding("L", "log_line", "Log", id="briefing.log", tooltip="Log in one line what passed"),
        Binding("z", "rest", "Rest a week", id="briefing.rest", tooltip="Let their clock rest for a week"),
        Binding("v", "notes", "Notes", id="briefing.notes", tooltip="Show hidden notes, or hide them"),
        Binding("u", "app.undo", "Undo", id="app.undo", tooltip="Take back the last change"),
        Binding(
            "escape,q,enter",
            "leave",
            "Back",
            id="briefing.leave",
            tooltip="Back to where you were",
            priority=True,
        ),
    ]

    def __init__(self, supporter: str) -> None:
        super().__init__()
        self._supporter = supporter
        self._open_notes = False

    @property
    def supporter(self) -> "Supporter | None":
        """Who it is about, as they are now."""
        network = self.house.network
        return None if network is None else network.supporters.get(self._supporter)

    def body(self) -> ComposeResult:
        """A title, the briefing."""
        yield Static("BEFORE YOU TALK", classes="guided--title", markup=False)
        yield DetailPane(beside_a_list=False, classes="guided--column")

    def on_mount(self) -> None:
        """Follow the network."""
        self.watch(self.app, "network", self.follow)
        self.query_one(DetailPane).focus()

    def follow(self) -> None:
        """Draw what is known now."""
        network, supporter = self.house.network, self.supporter
        if network is None or supporter is None:
            return
        told = briefing_of(network, supporter, self.house.day, giving(), vocabulary())
        view = BriefingView(told, network, vocabulary(), open_notes=self._open_notes)
        self.query_one(DetailPane).lay_out(supporter.id, view.lines)
        self.refresh_bindings()

    def action_notes(self) -> None:
        """Show the notes of somebody sensitive, or hide them again."""
        self._open_notes = not self._open_notes
        self.follow()

    def action_talked(self) -> None:
        """Log that you talked today."""
        if (one := self.supporter) is not None:
            label = f"talked with {clean_line(one.name)}"
            saving = self.house.save(talked(one, self.house.day), label=label)
            self._save(saving, "Logged. u takes it back.")

    def _save(self, saving: "Coroutine[Any, Any, bool]", said: str) -> None:
        """Save though the screen may be left meanwhile, so that what goes wrong is told."""
        house = self.house

        async def save() -> None:
            if await saving:
                house.notify(said)

        self.app.run_worker(save(), group="tasks")

    def action_log_line(self) -> None:
        """Log in one line what passed."""
        self.house.log_line([self._supporter])

    def action_rest(self) -> None:
        """Let their clock rest for a week."""
        if (one := self.supporter) is not None:
            label = f"let {clean_line(one.name)} rest for a week"
            saving = self.house.save(put_off(one, self.house.day + WEEK), base=one, label=label)
            self._save(saving, "Their clock rests for a week. u takes it back.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Notes that are not hidden need no key."""
        if action == "notes":
            one = self.supporter
            return one is not None and one.sensitive and bool(one.notes)
        return True

    def explained(self) -> tuple[str, str]:
        """Title and text of the help."""
        return "Before you talk", (
            "What passed the last three times, what is open between you, what there is to be glad about on"
            " both sides, what keeps them busy, and one thing you could give. Nothing is sent to anybody."
        )
