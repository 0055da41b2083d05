"""The page Feedback: what people said, and what became of it."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.feedback.pile import FeedbackPile
from tui.domain.feedback.telling import may_be_told
from tui.domain.feedback.terms import TERMS
from tui.domain.feedback.verdicts import to_sort
from tui.domain.language.matching import Match, read_match
from tui.domain.language.text import clean_note
from tui.domain.language.words import Verdict
from tui.list_page import ListPage
from tui.tasks import feedback, outcomes, verdicts
from tui.widgets.feedback_view import note_lines, note_row
from tui.widgets.filter_line import FilterLine
from tui.widgets.sieve import Sieve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.records.feedback import Feedback
    from tui.domain.records.log import Decision
    from tui.domain.records.network import Network

GOALS = "Goals"


class FeedbackPage(ListPage):
    """The queue of feedback, what asks for a verdict first, with the whole of one beneath."""

    KEY = "7"
    ORDER = 7
    TITLE = "Feedback"
    HELP = """What people said about your goals, and what became of it. \
Give each note a verdict: accept it with a next step, take part of it, park it, or decline it. \
What hurts rests until tomorrow, what is parked comes back on its day. \
The filter takes words, and terms: state:sort state:untold from:ana goal:thesis form:keep about:task."""

    FILTER_HINT = "words, or state:sort from:ana goal:thesis form:keep about:task"
    NEEDS_A_ROW = frozenset({"verdict", "edit", "delete", "copy", "read", "decide"})
    NOTHING_YET = ("No feedback yet. Somebody said something worth keeping?", (("n", "write it down"),))

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a",
            "verdict('accept')",
            "Accept",
            id="feedback.accept",
            tooltip="Do it: the next step, and by when",
        ),
        Binding("t", "verdict('adapt')", "Take part", id="feedback.adapt", tooltip="Take part of it: which"),
        Binding(
            "p", "verdict('park')", "Park", id="feedback.park", tooltip="Look at it again on a later day"
        ),
        Binding(
            "x", "verdict('decline')", "Decline", id="feedback.decline", tooltip="Leave it: one line why"
        ),
        Binding("n", "new", "New", id="feedback.new", tooltip="Write down new feedback"),
        Binding("e", "edit", "Edit", id="feedback.edit", tooltip="Change this feedback"),
        Binding("m", "tell", "Tell", id="feedback.tell", tooltip="Tell them what you did with it"),
        Binding(
            "c",
            "decide",
            "Change goal",
            id="feedback.decide",
            tooltip="Decide what changes about a goal because of this",
        ),
        Binding(
            "b",
            "look_back",
            "Look back",
            id="feedback.look-back",
            tooltip="Did it help? Look back at what you decided because of this",
        ),
        Binding("slash", "filter", "Filter", id="feedback.filter", tooltip="Filter by words and terms"),
        Binding(
            "d", "delete", "Delete", id="feedback.delete", tooltip="Delete this feedback; u takes it back"
        ),
        Binding(
            "r",
            "reopen",
            "Reopen",
            id="feedback.reopen",
            tooltip="Take the verdict back, so that it waits for another",
        ),
        Binding("o", "goal", "Goal", id="feedback.goal", tooltip="Go to the goal it is about"),
        Binding("y", "copy", "Copy", id="feedback.copy", tooltip="Copy what was said"),
        Binding(
            "right,l", "read", "Read", id="feedback.read", tooltip="Go into the text beneath", show=False
        ),
        Binding("escape", "unfilter", "Clear filter", id="feedback.unfilter", tooltip="Show all", show=False),
    ]

    DEFAULT_CSS = """
    FeedbackPage {
        & DetailPane { height: 45%; }
        &.-low DetailPane { height: 7; }
        &.-wide #list-body { layout: horizontal; }
        &.-wide RowList { width: 3fr; }
        &.-wide DetailPane { width: 2fr; height: 100%; padding: 0 2; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._pile: FeedbackPile | None = None
        self._sieve = Sieve()
        self._decisions: dict[str, list[Decision]] = {}
        self._match = Match()
        self._date_width = 10

    @property
    def network(self) -> "Network":
        """The network that is shown. Only asked for where there is one."""
        if (network := self.house.network) is None:
            raise RuntimeError("the network is shown before the store is open")
        return network

    @property
    def current(self) -> "Feedback | None":
        """The note under the cursor."""
        return self.rows.current if self.is_mounted else None

    # What is shown

    def show_network(self, network: "Network") -> None:
        if self._pile is None or self._pile.network.decisions is not network.decisions:
            self._decisions = {}
            for decision in network.decisions.values():
                for cause in decision.because_feedback:
                    self._decisions.setdefault(cause, []).append(decision)
        self._pile = FeedbackPile(network, self.house.day, self._pile)
        self._sieve.forget()
        self._sift()

    @work(exclusive=True, group="sift")
    async def _sift(self) -> None:
        """Show what fits the filter: the first screenful at once, the rest without holding up a key."""
        if (pile := self._pile) is None:
            return
        async for shown, count in self._sieve.sift(pile, self._match):
            self._show(shown, count)

    def _show(self, shown: "Sequence[Feedback]", count: int | None) -> None:
        """Show these notes; their number is None while more are looked for."""
        if (pile := self._pile) is None:
            return
        self._date_width = 15 if pile.spans_years else 10
        known = pile.network.feedback if count is not None else ()
        look, where = (pile, self._date_width), partial(pile.where, among=shown)
        self.show_rows(shown, known, more=count is None, look=look, where=where)
        parts = [f"{'...' if count is None else count} of {len(pile.notes)}"] if self._match else []
        parts.append(pile.counts.in_words())
        if pile.to_tell:
            parts.append(f"to tell {pile.to_tell}")
        self.sum_up(Content(" · ".join(filter(None, parts))))
        self.make_room(shown, pile.notes)

    def draw_row(self, note: "Feedback", width: int) -> Content:
        return note_row(note, self.network, self.house.day, self._date_width, width)

    def show_detail(self) -> None:
        self.refresh_bindings()
        if (note := self.current) is None:
            self.detail.show("", Content())
            return
        network, decisions, day = self.network, self._decisions.get(note.id, ()), self.house.day
        self.detail.lay_out(note.id, lambda width: list(note_lines(note, network, decisions, day, width)))

    # Moving and filtering

    @on(FilterLine.Filtered)
    async def _filter(self, event: FilterLine.Filtered) -> None:
        self._match = read_match(event.text, TERMS)
        async with self.in_one_frame():
            self._sift()

    def unfilter(self) -> None:
        super().unfilter()
        self._match = Match()
        self._sift()

    async def take_up(self, task: str, key: str) -> None:
        """Show all, so that the note that is meant can be seen, and begin."""
        if self._match:
            self.action_unfilter()
        await super().take_up(f"verdict('{task}')" if task in verdicts.LABELS else task, key)

    def action_goal(self) -> None:
        """Go to the goal it is about."""
        if (note := self.current) is not None and note.goal is not None:
            self.house.go_to(GOALS, key=note.goal)

    def action_copy(self) -> None:
        """Copy what was said."""
        if (note := self.current) is not None:
            self.copy(clean_note(note.text))

    # Writing down

    def action_new(self) -> None:
        """Write down new feedback."""
        if self._pile is not None:
            feedback.write_down(self.app, self.go_to)

    def action_edit(self) -> None:
        """Change this feedback."""
        if (note := self.current) is not None:
            feedback.change(self.app, note)

    @work
    async def action_delete(self) -> None:
        """Delete this feedback."""
        if (note := self.current) is not None:
            await feedback.delete(self.app, note)

    # Verdicts

    def action_verdict(self, verdict: Verdict) -> None:
        """Give a verdict, or another one than before; then on to the next that asks for one."""
        if (note := self.current) is None:
            return
        after = self._next_to_sort(note)

        def go_on() -> None:
            if after is not None and self.current is not None and self.current.id == note.id:
                self.rows.go_to(after)

        verdicts.rule(self.app, note, verdict, go_on)

    def _next_to_sort(self, note: "Feedback") -> str | None:
        """The next note in the list that asks for a verdict, from this one on and then from the top."""
        place = self.rows.place
        around = [*self.rows.rows[place + 1 :], *self.rows.rows[:place]]
        return next((one.id for one in around if one.id != note.id and to_sort(one, self.house.day)), None)

    @work
    async def action_reopen(self) -> None:
        """Take the verdict back, so that it waits for another."""
        if (note := self.current) is not None:
            await verdicts.reopen(self.app, note)

    # What comes of it

    @work
    async def action_tell(self) -> None:
        """Draft a message that tells them what became of it."""
        if (note := self.current) is not None and may_be_told(note):
            await outcomes.tell(self.app, note)

    def action_decide(self) -> None:
        """Decide what changes about a goal because of this."""
        if (note := self.current) is not None:
            outcomes.decide(self.app, note)

    def action_look_back(self) -> None:
        """Look back at what was decided because of this."""
        if (decision := self._to_look_back()) is not None:
            self.house.look_back(decision.id)

    def _to_look_back(self) -> "Decision | None":
        if (note := self.current) is None:
            return None
        return next(
            (one for one in self._decisions.get(note.id, ()) if one.looked_back_on is None),
            None,
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What needs something is not offered without it."""
        note = self.current
        match action:
            case "unfilter":
                return bool(self._match)
            case "tell":
                return note is not None and may_be_told(note)
            case "reopen":
                return note is not None and note.verdict is not None
            case "look_back":
                return self._to_look_back() is not None
            case "goal":
                pages = {page.title for page in self.house.pages}
                return note is not None and note.goal in self.network.goals and GOALS in pages
            case _:
                return super().check_action(action, parameters)
