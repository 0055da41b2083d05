"""The page Goals: what you want, how well it is backed, and where each goal stands."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.calendar.days import day_in_words
from tui.domain.language.matching import Match, read_match
from tui.domain.language.text import clean_line, fold
from tui.domain.questionnaire.left_off import PREFIX, LeftOff, all_left_off
from tui.list_page import ListPage
from tui.tasks import asking, goals, loops
from tui.widgets.filter_line import FilterLine
from tui.widgets.goal_view import STATES, goal_lines
from tui.widgets.left_off_row import left_line, left_lines
from tui.widgets.lines import cells, excerpt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.language.words import Form
    from tui.domain.needs.needs_profile import NeedsProfile
    from tui.domain.records.goal import Goal
    from tui.domain.records.network import Network
    from tui.domain.records.response import Response

TERMS = ("state", "stage", "shared", "open")
ROOM_FOR_A_TITLE = 24
A_WHOLE_TITLE = 60
"""The day of each goal makes room for titles of up to so many cells."""

_GAP = 2


class GoalsPage(ListPage):
    """Every goal, the active ones first, with the whole of one beneath."""

    KEY = "2"
    ORDER = 2
    TITLE = "Goals"
    HELP = """What you want to achieve, what kinds of support it needs, and how well they are covered. \
A new goal begins with the questionnaire, about five minutes, or with a short start of six questions. \
Look again every few weeks: only what may have changed is asked, and you see then and now. \
WHO COULD GIVE IT names the people you know, whatever it feels like; a asks one of them, \
A says what became of it, o shows what all goals lack most. A questionnaire left half-way stands at the top, \
and enter goes on with it. \
The filter takes words, and terms: state:active stage:stuck shared:circle open:guidance."""

    FILTER_HINT = "words, or state:active stage:stuck open:guidance"
    NEEDS_A_ROW = frozenset({"ask", "asks", "all_goals", "edit", "again", "state", "delete", "copy", "read"})
    NOTHING_YET = (
        "No goals yet. What do you want to achieve?",
        (
            ("n", "say it, and what would help: about five minutes"),
            ("N", "a short start: six questions"),
        ),
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new('full')", "New", id="goals.new", tooltip="A new goal, with all the questions"),
        Binding("e", "edit", "Edit", id="goals.edit", tooltip="Change any field of this goal"),
        Binding("r", "again", "Look again", id="goals.again", tooltip="Say what has changed for this goal"),
        Binding(
            "s", "state", "State", id="goals.state", tooltip="Active, paused, done, or let go on purpose"
        ),
        Binding("a", "ask", "Ask", id="goals.ask", tooltip="Ask somebody for what this goal lacks"),
        Binding(
            "A",
            "asks",
            "Asks",
            id="goals.asks",
            tooltip="What was asked for this goal, and what became of it",
        ),
        Binding(
            "o",
            "all_goals",
            "All goals",
            id="goals.all",
            tooltip="What all goals lack most, and who gives it",
        ),
        Binding("d", "delete", "Delete", id="goals.delete", tooltip="Delete this goal; u takes it back"),
        Binding("slash", "filter", "Filter", id="goals.filter", tooltip="Filter by words and terms"),
        Binding("N", "new('short')", "Short", id="goals.short", tooltip="A new goal, with six questions"),
        Binding("y", "copy", "Copy", id="goals.copy", tooltip="Copy the title", show=False),
        Binding("right,l", "read", "Read", id="goals.read", tooltip="Go into this goal", show=False),
        Binding("escape", "unfilter", "Show all", id="goals.unfilter", tooltip="Show all", show=False),
    ]

    DEFAULT_CSS = """
    GoalsPage {
        & RowList { height: auto; max-height: 35%; }
        & DetailPane { height: 1fr; }
        &.-narrow #list-body.-reading RowList, &.-normal #list-body.-reading RowList { display: none; }
        &.-wide #list-body { layout: horizontal; }
        &.-wide RowList { width: 1fr; height: 1fr; max-height: 100%; }
        &.-wide DetailPane {
            width: 1fr;
            height: 100%;
            padding: 0 2;
            border-top: none;
            border-left: solid $line;
            &:focus { border-left: solid $accent; }
        }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Goal] = []
        self._looks: Mapping[str, Response] = {}
        self._profiles: dict[str, tuple[Response, NeedsProfile]] = {}
        self._half_done: Sequence[LeftOff] = ()
        self._widths = (0, 0)
        self._longest = 0
        self._match = Match()

    def show_network(self, network: "Network") -> None:
        from tui.domain.needs.goal_order import in_order
        from tui.domain.needs.goal_story import latest_looks

        self._all = in_order(network.goals.values())
        self._looks = latest_looks(network)
        self._show()
        self._look_for_left()

    def on_screen_resume(self) -> None:
        """A questionnaire may have been left meanwhile, or gone on with."""
        super().on_screen_resume()
        self._look_for_left()

    @work(exclusive=True, group="left")
    async def _look_for_left(self) -> None:
        """Find the questionnaires that were left half-way."""
        from tui.content import questionnaire

        names = [name for name in await self.house.draft_names() if name.startswith(PREFIX)]
        left = tuple(all_left_off(questionnaire(), {name: self.house.load_draft(name) for name in names}))
        if left != self._half_done and self.house.network is not None:
            self._half_done = left
            self._show()

    @property
    def current(self) -> "Goal | None":
        """The goal under the cursor."""
        row = self.rows.current if self.is_mounted else None
        return None if isinstance(row, LeftOff) else row

    def _begun(self, goal: "Goal") -> "LeftOff | None":
        """The questionnaire about a goal that was left, if `r` goes on with it."""
        form = self._form_again(goal)
        return next((one for one in self._half_done if (one.goal, one.form) == (goal.id, form)), None)

    def _form_again(self, goal: "Goal") -> "Form":
        return "again" if goal.id in self._looks else "full"

    def _show(self) -> None:
        shown = [goal for goal in self._all if self._fits(goal)] if self._match else self._all
        self._widths = (
            max((len(self._by(goal)) for goal in shown), default=0),
            max((len(self._covered(goal)) for goal in shown), default=0),
        )
        self._longest = min(max((len(goal.title) for goal in shown), default=0), A_WHOLE_TITLE)
        new = [one for one in self._half_done if one.goal is None and one.form != "profile"]
        rows = [*new, *shown] if not self._match else shown
        self.make_room(rows, self._all)
        self.show_rows(rows, {goal.id for goal in self._all})
        self.rows.refresh(layout=True)
        self._summarise(len(shown))
        if rows and self.focused is None:
            self.rows.focus()

    def _summarise(self, shown: int) -> None:
        counts = dict.fromkeys(STATES, 0)
        for goal in self._all:
            counts[goal.state] += 1
        parts = [
            f"{self._words['goal_state'][state].label} {count}" for state, count in counts.items() if count
        ]
        if self._match:
            parts.insert(0, f"{shown} of {len(self._all)}")
        self.sum_up(Content(" · ".join(parts)))

    @property
    def _words(self) -> "Vocabulary":
        from tui.content import vocabulary

        return vocabulary()

    def _profile(self, goal: "Goal") -> "NeedsProfile | None":
        """The newest needs profile, worked out once for each response."""
        if (response := self._looks.get(goal.id)) is None:
            return None
        known = self._profiles.get(goal.id)
        if known is None or known[0] is not response:
            from tui.content import questionnaire
            from tui.domain.needs.needs_profile import needs_profile

            known = (response, needs_profile(questionnaire().scoring, response.answers))
            self._profiles[goal.id] = known
        return known[1]

    def _by(self, goal: "Goal") -> str:
        return f"by {day_in_words(goal.by, self.house.day)}" if goal.by else ""

    def _covered(self, goal: "Goal") -> str:
        from tui.domain.support.covered import count_in_words

        if (profile := self._profile(goal)) is None:
            if goal.state not in ("active", "paused"):
                return ""
            return "half answered" if self._begun(goal) is not None else "not asked yet"
        return count_in_words(profile)

    def _fits(self, goal: "Goal") -> bool:
        profile = self._profile(goal) if any(name == "open" for name, _ in self._match.terms) else None
        gaps = (*profile.in_band("open"), *profile.in_band("thin")) if profile else ()
        terms = {
            "state": (goal.state, self._words["goal_state"][goal.state].label),
            "stage": (goal.stage or "",),
            "shared": (goal.audience or "",),
            "open": tuple(word for kind in gaps for word in (kind, self._words["kind"][kind].label)),
        }
        texts = (goal.title, goal.why, goal.sign, goal.obstacle, goal.plan, goal.next_step, goal.notes)
        return self._match.takes(lambda: fold(" ".join(texts)), terms)

    def row_id(self, row: "Goal | LeftOff") -> str:
        return row.name if isinstance(row, LeftOff) else str(row.id)

    def draw_row(self, row: "Goal | LeftOff", width: int) -> Content:
        return left_line(row, width) if isinstance(row, LeftOff) else self._goal_line(row, width)

    def _goal_line(self, goal: "Goal", width: int) -> Content:
        """Its state, its title and how it is covered; and, while there is room, its day."""
        day_width, covered_width = self._widths
        state = cells(self._words["goal_state"][goal.state].label, 6, "$quiet")
        covered = cells(self._covered(goal), covered_width)
        room = width - 2 - _GAP - state.cell_length
        tail = Content()
        day = cells(self._by(goal), day_width, "$quiet")
        for column, least in ((covered, ROOM_FOR_A_TITLE), (day, max(ROOM_FOR_A_TITLE, self._longest))):
            if column and room - column.cell_length - _GAP >= least:
                tail = Content.assemble("  ", column, tail) if tail else Content.assemble("  ", column)
                room -= column.cell_length + _GAP
        glyph = (f"{STATES[goal.state]} ", "$accent" if goal.state == "active" else "$quiet")
        return Content.assemble(glyph, excerpt(goal.title, room), "  ", state, tail)

    def show_detail(self) -> None:
        self.refresh_bindings()
        row, goal, network = self.rows.current, self.current, self.house.network
        if goal is None or network is None:
            self.list_body.remove_class("-reading")
            if row is not None:
                self.detail.lay_out(row.name, partial(left_lines, row, self._words))
            return
        from tui.content import questionnaire
        from tui.domain.needs.goal_story import story_of
        from tui.domain.promises.asks import open_asks
        from tui.domain.support.coverage import coverage_of

        story = story_of(network, questionnaire(), self._words, goal)
        day = self.house.day
        coverage = coverage_of(network, goal, questionnaire().scoring, day)
        asks = [one for one in open_asks(network, day) if one.ask.goal == goal.id]
        begun = self._begun(goal)
        self.detail.lay_out(
            goal.id,
            lambda width: list(
                goal_lines(story, self._words, day, width, coverage=coverage, asks=asks, begun=begun)
            ),
        )

    @on(FilterLine.Filtered)
    def _filter(self, event: FilterLine.Filtered) -> None:
        self._match = read_match(event.text, TERMS)
        self._show()

    def action_read(self) -> None:
        """Go into the goal; what was left half-way is gone on with."""
        if isinstance(row := self.rows.current, LeftOff):
            self.house.assess(row.form)
        else:
            super().action_read()

    def action_copy(self) -> None:
        """Copy the title."""
        if (goal := self.current) is not None:
            self.copy(clean_line(goal.title))

    def action_new(self, form: str) -> None:
        """Begin a new goal with the questionnaire."""
        self.house.assess("short" if form == "short" else "full")

    def action_again(self) -> None:
        """Look at this goal again: what has changed, or all the questions if none was asked yet."""
        if (goal := self.current) is not None:
            self.house.assess(self._form_again(goal), goal.id)

    def action_ask(self) -> None:
        """Ask somebody for what this goal lacks."""
        if (goal := self.current) is not None:
            asking.ask(self.app, goal=goal.id)

    def action_asks(self) -> None:
        """Show what was asked for this goal."""
        if (goal := self.current) is not None:
            loops.show_loops(self.app, goal=goal.id)

    def action_all_goals(self) -> None:
        """Show what all goals lack most."""
        goals.show_all(self.app, self._words, self.rows.go_to)

    def action_edit(self) -> None:
        """Change any field of this goal."""
        if (goal := self.current) is not None:
            goals.change(self.app, goal, self._words)

    @work
    async def action_state(self) -> None:
        """Ask where this goal stands now."""
        if (goal := self.current) is not None:
            await goals.put_state(self.app, goal, self._words)

    @work
    async def action_delete(self) -> None:
        """Delete this goal."""
        if (goal := self.current) is not None:
            await goals.delete(self.app, goal)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs a goal is not offered for a questionnaire that was left."""
        needs_a_goal = action in self.NEEDS_A_ROW and action not in ("all_goals", "read")
        return self.current is not None if needs_a_goal else super().check_action(action, parameters)
