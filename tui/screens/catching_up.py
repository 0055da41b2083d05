"""Catching up: a pass through those who are due, one key each, left at any time."""

import asyncio
from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.content import giving, questionnaire, vocabulary
from tui.domain.language.text import clean_line
from tui.domain.talks.briefing import briefing_of
from tui.domain.talks.due import due_people
from tui.domain.talks.easing import (
    MONTH,
    WEEK,
    begun_anew,
    paused,
    put_off,
    slowed,
    slower_than,
    talked,
    without_clock,
)
from tui.domain.talks.rhythm import cadence_of
from tui.guided import GuidedScreen
from tui.widgets.briefing_view import BriefingView
from tui.widgets.detail_pane import DetailPane
from tui.widgets.drawn import Drawn, hanging
from tui.widgets.lines import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.records.network import Network
    from tui.domain.records.record import Record
    from tui.domain.records.supporter import Supporter
    from tui.store import Transaction

_LABELS = {
    "talked": "talked with $",
    "week": "let $ rest for a week",
    "month": "let $ rest for a month",
    "slower": "slowed the clock of $",
    "pause": "paused $",
    "no-clock": "stopped the clock of $",
}
_COUNTED = {
    "talked": "talked with",
    "week": "resting for a week",
    "month": "resting for a month",
    "slower": "slower from now on",
    "pause": "paused",
    "no-clock": "without a clock",
    "skip": "left as they are",
    "forgiven": "begun anew",
}


class CatchingUpScreen(GuidedScreen[None]):
    """Everybody who was due when it was opened, the most pressing first."""

    BINDING_GROUP_TITLE = "Catching up"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "do('talked')", "Talked today", id="pass.talked", tooltip="You talked today: log it"),
        Binding("w", "do('week')", "Week", id="pass.week", tooltip="Their clock rests for a week"),
        Binding("m", "do('month')", "Month", id="pass.month", tooltip="Their clock rests for a month"),
        Binding("s", "do('slower')", "Slower", id="pass.slower", tooltip="The next slower cadence"),
        Binding("p", "do('pause')", "Pause", id="pass.pause", tooltip="Leave them in peace for now"),
        Binding("0", "do('no-clock')", "No clock", id="pass.no-clock", tooltip="Never due again"),
        Binding(
            "enter,space",
            "skip",
            "Skip",
            id="pass.skip",
            tooltip="Leave it as it is, and go on",
            priority=True,
        ),
        Binding("b", "brief", "More", id="pass.brief", tooltip="What is good to know about them"),
        Binding("f", "forgive", "Forgive the rest", id="pass.forgive", tooltip="Let the rest begin anew"),
        Binding("u", "step_back", "Undo", id="pass.undo", tooltip="Take back the last one"),
        Binding(
            "escape,q",
            "leave",
            "Leave",
            id="pass.leave",
            tooltip="Leave; what is done stays done",
            priority=True,
        ),
    ]

    DEFAULT_CSS = """
    CatchingUpScreen {
        & > #pass-ways { height: auto; max-width: 110; padding: 0 1; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[str] | None = None
        self._place = 0
        self._steps: list[tuple[str, int]] = []
        """What was done so far, and with how many."""

    @property
    def current(self) -> "Supporter | None":
        """Who is looked at now."""
        network = self.house.network
        if network is None or self._people is None or self._place >= len(self._people):
            return None
        return network.supporters.get(self._people[self._place])

    def body(self) -> ComposeResult:
        """How far one is, the one looked at, what can be done."""
        yield Static("CATCHING UP", classes="guided--title", markup=False)
        yield DetailPane(beside_a_list=False, classes="guided--column")
        yield Drawn(id="pass-ways")

    def on_mount(self) -> None:
        """Find who is due, away from the keys."""
        self.query_one(DetailPane).focus()
        if (network := self.house.network) is not None:
            self._find(network)

    @work
    async def _find(self, network: "Network") -> None:
        due = await asyncio.to_thread(due_people, network, questionnaire().scoring, self.house.day)
        self._people = [one.supporter.id for one in due]
        self.watch(self.app, "network", self.follow)

    def follow(self) -> None:
        """Draw the one looked at, as they are now; whoever is gone meanwhile is passed over."""
        network = self.house.network
        if network is None or self._people is None:
            return
        while self._place < len(self._people) and self._people[self._place] not in network.supporters:
            self._people = [id_ for id_ in self._people if id_ in network.supporters]
        title, pane = self.query_one(".guided--title", Static), self.query_one(DetailPane)
        if (one := self.current) is None:
            title.update("CATCHING UP")
            pane.show("", self._ending())
        else:
            title.update(f"CATCHING UP  {self._place + 1} of {len(self._people)}")
            told = briefing_of(network, one, self.house.day, giving(), vocabulary())
            pane.lay_out(one.id, BriefingView(told, network, vocabulary()).short)
        self.query_one("#pass-ways", Drawn).lay_out(self._ways)
        self.refresh_bindings()

    def _ending(self) -> Content:
        """What came of it, counted by what was done and never by whom."""
        if not self._steps:
            return Content("Nobody is due. There is nothing to catch up with.")
        counts: Counter[str] = Counter()
        for what, many in self._steps:
            counts[what] += many
        lines = [f"{counts[what]}  {words}" for what, words in _COUNTED.items() if counts[what]]
        return Content("\n".join(("That was everybody.", "", *lines, "", "enter takes you back.")))

    def _ways(self, width: int) -> list[Content]:
        if (one := self.current) is None:
            return []
        days = cadence_of(one)
        ways = [
            ("t", "talked today", "it is logged, and the clock restarts"),
            ("w m", "rest", "for a week, or for a month"),
            ("s", "slower", f"every {counted(slower_than(days), 'day')} instead of {days}"),
            ("p", "pause", "nothing is suggested until you go on"),
            ("0", "no clock", "never due again"),
            ("enter", "skip", "leave it as it is"),
        ]
        lines: list[Content] = []
        for key, what, means in ways:
            head = Content.assemble((f"{key:<6}", "$accent"), f"{what:<14}")
            lines += hanging(head, Content(means).stylize("$quiet"), width, 20)
        return lines

    def action_do(self, what: str) -> None:
        """Do it for the one looked at, and go on to the next; come back to them if it cannot be saved.

        What goes wrong is told though the pass was left meanwhile.
        """
        if (one := self.current) is not None:
            self._go_on(what)
            self.app.run_worker(self._do(one, what), group="tasks")

    async def _do(self, one: "Supporter", what: str) -> None:
        label = _LABELS[what].replace("$", clean_line(one.name))
        base = None if what == "talked" else one
        saved = await self.house.save(self._as_it_becomes(one, what), base=base, label=label)
        if not saved and self.is_attached:
            self._go_back()

    def _as_it_becomes(self, one: "Supporter", what: str) -> "Record":
        today = self.house.day
        match what:
            case "talked":
                return talked(one, today)
            case "week":
                return put_off(one, today + WEEK)
            case "month":
                return put_off(one, today + MONTH)
            case "slower":
                return slowed(one)
            case "pause":
                return paused(one)
            case _:
                return without_clock(one)

    def action_skip(self) -> None:
        """Leave it as it is; after the last one, leave."""
        if self.current is None:
            self.dismiss(None)
        else:
            self._go_on("skip")

    def _go_on(self, what: str, many: int = 1) -> None:
        self._steps.append((what, many))
        self._place += many
        self.follow()

    def _go_back(self) -> str:
        """Look at the last one again; gives what was done there."""
        what, many = self._steps.pop()
        self._place -= many
        self.follow()
        return what

    @work
    async def action_forgive(self) -> None:
        """Let the clocks of this one and all that follow begin anew, in one change."""
        network, people = self.house.network, self._people
        if network is None or people is None:
            return
        rest = people[self._place :]

        def ease(transaction: "Transaction") -> None:
            for id_ in rest:
                if (one := transaction.network.supporters.get(id_)) is not None:
                    transaction.put(begun_anew(one, self.house.day))

        if await self.house.transact("let the clocks begin anew", ease):
            self._go_on("forgiven", len(rest))

    async def action_step_back(self) -> None:
        """Take back the last one, and look at them again."""
        if self._steps and self._go_back() != "skip":
            await self.run_action("app.undo")

    def action_brief(self) -> None:
        """What is good to know about them."""
        if (one := self.current) is not None:
            self.house.brief(one.id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With nobody left there is nothing to do but to go."""
        if action == "do" and parameters == ("slower",):
            one = self.current
            return one is not None and slower_than(cadence_of(one)) > cadence_of(one)
        if action in ("do", "brief", "forgive"):
            return self.current is not None
        return bool(self._steps) if action == "step_back" else True

    def explained(self) -> tuple[str, str]:
        """Title and text of the help."""
        return "Catching up", (
            "Everybody who is due, the most pressing first; one key for each, and you can leave at any time."
            " Nobody has to be talked with today: a clock can rest, go slower, or stop."
            " f lets the rest begin anew, without saying that you spoke."
        )
