"""The page Feedback: what people said, and what became of it."""

import asyncio
from collections.abc import Mapping, Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.domain.feedback_pile import FeedbackPile
from tui.domain.feedback_terms import TERMS
from tui.domain.matching import Match, read_match
from tui.domain.telling import may_be_told
from tui.domain.text import clean_line, clean_note
from tui.domain.verdicts import asks_to_be_declined, to_sort
from tui.domain.words import Verdict
from tui.page import Page
from tui.widgets.detail_pane import DetailPane
from tui.widgets.feedback_view import note_lines, note_row, who
from tui.widgets.filter_line import FilterLine
from tui.widgets.notices import EmptyState
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.dialogs.fields import Form
    from tui.domain.feedback import Feedback
    from tui.domain.log import Decision
    from tui.domain.network import Network
    from tui.store import Transaction

GOALS = "Goals"
SCREENFUL = 60
PAUSE_EVERY = 0.006
"""So long a filter looks before the keys have their turn."""
_LABELS: Mapping[Verdict, str] = {
    "accept": "accepted feedback",
    "adapt": "took part of feedback",
    "park": "parked feedback",
    "decline": "declined feedback",
}
_SAID: Mapping[Verdict, str] = {
    "accept": "Accepted.",
    "adapt": "Took part of it.",
    "park": "Parked; it comes back on its day.",
    "decline": "Declined.",
}
_NEEDS_A_NOTE = frozenset({"verdict", "edit", "delete", "copy", "read", "decide"})


class FeedbackPage(Page):
    """The queue of feedback, what asks for a verdict first, with the whole of one beneath."""

    KEY = "7"
    ORDER = 7
    TITLE = "Feedback"
    HELP = """What people said about your goals, and what became of it. \
Give each note a verdict: accept it with a next step, take part of it, park it, or decline it. \
What hurts rests until tomorrow, what is parked comes back on its day. \
The filter takes words, and terms: state:sort state:untold from:ana goal:thesis form:keep about:task."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a",
            "verdict('accept')",
            "Accept",
            id="feedback.accept",
            tooltip="Do it: the next step, and by when",
        ),
        Binding(
            "t",
            "verdict('adapt')",
            "Take part",
            id="feedback.adapt",
            tooltip="Take part of it: which",
        ),
        Binding(
            "p",
            "verdict('park')",
            "Park",
            id="feedback.park",
            tooltip="Look at it again on a later day",
        ),
        Binding(
            "x",
            "verdict('decline')",
            "Decline",
            id="feedback.decline",
            tooltip="Leave it: one line why",
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
        & #feedback-summary {
            height: 1;
            margin: 1 0 0 0;
            padding: 0 1;
            color: $quiet;
            text-wrap: nowrap;
            text-overflow: ellipsis;
        }
        & #feedback-body { height: 1fr; margin: 1 0 0 0; }
        & DetailPane { height: 45%; }
        &.-low DetailPane { height: 7; }
        &.-low #feedback-summary, &.-low #feedback-body { margin-top: 0; }
        &.-wide #feedback-body { layout: horizontal; }
        &.-wide RowList { width: 3fr; }
        &.-wide DetailPane { width: 2fr; height: 100%; padding: 0 2; }
    }
    """

    filter_line = getters.query_one(FilterLine)
    rows = getters.query_one(RowList)
    detail = getters.query_one(DetailPane)
    empty = getters.query_one(EmptyState)

    def __init__(self) -> None:
        super().__init__()
        self._pile: FeedbackPile | None = None
        self._sifted: tuple[str, list[Feedback]] | None = None
        self._decisions: dict[str, list[Decision]] = {}
        self._match = Match()
        self._date_width = 10

    def body(self) -> ComposeResult:
        yield Static(id="feedback-summary", markup=False)
        yield FilterLine("words, or state:sort from:ana goal:thesis form:keep about:task")
        with Container(id="feedback-body"):
            yield RowList(self._draw, _id_of)
            yield DetailPane()
        yield EmptyState(markup=False)

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
        self._sifted = None
        self._sift()

    @work(exclusive=True, group="sift")
    async def _sift(self) -> None:
        """Show what fits the filter: the first screenful at once, the rest without holding up a key."""
        pile, match, typed = self._pile, self._match, self.filter_line.value
        if pile is None:
            return
        if not match:
            self._show(pile.notes, len(pile.notes))
            return
        found: list[Feedback] = []
        shown, pause_at = False, monotonic() + PAUSE_EVERY
        for place, note in enumerate(self._within(typed)):
            if pile.fits(note, match):
                found.append(note)
            if place % 32 == 0 and monotonic() > pause_at:
                if not shown and len(found) >= SCREENFUL:
                    self._show(found.copy(), None)
                    shown = True
                await asyncio.sleep(0)
                pause_at = monotonic() + PAUSE_EVERY
        self._sifted = (typed, found)
        self._show(found, len(found))

    def _within(self, typed: str) -> "Sequence[Feedback]":
        """Where to look: what was found before, if now more is asked for; else everywhere."""
        before, found = self._sifted or ("", None)
        if found is not None and typed.startswith(before) and ":" not in typed[len(before) :]:
            return found
        return self._pile.notes if self._pile is not None else ()

    def _show(self, shown: "Sequence[Feedback]", count: int | None) -> None:
        """Show these notes; their number is None while more are looked for."""
        if (pile := self._pile) is None:
            return
        self._date_width = 15 if pile.spans_years else 10
        self.rows.show(shown)
        parts = [f"{'...' if count is None else count} of {len(pile.notes)}"] if self._match else []
        parts.append(pile.counts.in_words())
        if pile.to_tell:
            parts.append(f"to tell {pile.to_tell}")
        self.query_one("#feedback-summary", Static).update(Content(" · ".join(filter(None, parts))))
        if not pile.notes:
            self.empty.say("No feedback yet. Somebody said something worth keeping?", ("n", "write it down"))
        elif not shown:
            self.empty.say("Nothing fits this filter.", ("esc", "show all"))
        else:
            self.empty.hide()
        self.query_one("#feedback-body").display = bool(shown)

    def _draw(self, note: "Feedback", width: int) -> Content:
        return note_row(note, self.network, self.house.day, self._date_width, width)

    @on(RowList.Moved)
    def _show_detail(self) -> None:
        self.refresh_bindings()
        if (note := self.current) is None:
            self.detail.show("", Content())
            return
        network, decisions, day = self.network, self._decisions.get(note.id, ()), self.house.day
        self.detail.lay_out(note.id, lambda width: list(note_lines(note, network, decisions, day, width)))

    # Moving and filtering

    @on(FilterLine.Filtered)
    def _filter(self, event: FilterLine.Filtered) -> None:
        self._match = read_match(event.text, TERMS)
        self._sift()

    @on(FilterLine.Left)
    @on(DetailPane.Left)
    def _to_the_list(self) -> None:
        self.rows.focus()

    def action_filter(self) -> None:
        """Filter the list."""
        self.filter_line.open()

    def action_unfilter(self) -> None:
        """Show all again."""
        self.filter_line.value = ""
        self.filter_line.remove_class("-open")
        self._match = Match()
        self._sift()
        self.rows.focus()

    @on(RowList.Opened)
    def action_read(self) -> None:
        """Go into the text of the feedback."""
        if self.current is not None:
            self.detail.focus()

    async def take_up(self, task: str, key: str) -> None:
        """Show all, so that the note that is meant can be seen, and begin."""
        if self._match:
            self.action_unfilter()
        await super().take_up(f"verdict('{task}')" if task in _LABELS else task, key)

    def action_goal(self) -> None:
        """Go to the goal it is about."""
        if (note := self.current) is not None and note.goal is not None:
            self.house.go_to(GOALS, key=note.goal)

    def action_copy(self) -> None:
        """Copy what was said."""
        if (note := self.current) is not None:
            self.app.copy_to_clipboard(clean_note(note.text))
            self.house.notify("Copied.")

    # Writing down

    @work
    async def action_new(self) -> None:
        """Write down new feedback."""
        from tui.dialogs.feedback_forms import new_form
        from tui.domain.feedback import Feedback
        from tui.domain.verdicts import heard

        added: list[Feedback] = []

        async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
            note = heard(Feedback(**values), self.house.day)

            def add(transaction: "Transaction") -> None:
                added.append(transaction.put(note))

            return self._may(note) and await self.house.transact("added feedback", add)

        if await self._ask(new_form(self.network), {"date": self.house.day}, save):
            self.rows.go_to(added[-1].id)
            if added[-1].verdict == "park":
                self.house.notify("Kept. It rests until tomorrow.")

    @work
    async def action_edit(self) -> None:
        """Change this feedback."""
        from tui.dialogs.feedback_forms import edit_form

        if (note := self.current) is None:
            return

        async def save(values: dict[str, Any], base: Mapping[str, object] | None) -> bool:
            opened_on = type(note).model_validate(base)
            changed = opened_on.changed_to(**values)
            if changed == opened_on:
                return True
            return self._may(changed, opened_on) and await self.house.save(
                changed, base=opened_on, label="edited feedback"
            )

        await self._ask(edit_form(self.network, note), dict(note), save)

    def _may(self, note: "Feedback", before: "Feedback | None" = None) -> bool:
        """Whether this may be entered; if not, the reason is told."""
        from tui.domain.entry import refusal

        why_not = refusal(note, before, self.network, self.house.day)
        if why_not:
            self.house.notify(why_not, severity="warning")
        return why_not is None

    @work
    async def action_delete(self) -> None:
        """Delete this feedback."""
        if (note := self.current) is None:
            return
        if await self.house.transact("deleted feedback", lambda transaction: transaction.delete(note)):
            self.house.notify("Deleted. u takes it back.")

    # Verdicts

    @work
    async def action_verdict(self, verdict: Verdict) -> None:
        """Give a verdict, or another one than before."""
        from tui.dialogs.verdict_forms import first_answers, ruled, verdict_form
        from tui.domain.verdicts import VerdictRefused, tidied

        if (note := self.current) is None:
            return
        if verdict == "park" and asks_to_be_declined(note):
            from tui.dialogs.park_again import ParkAgainDialog

            instead = await self.app.push_screen_wait(ParkAgainDialog(note.text, note.parked_times))
            if instead is None:
                return
            verdict = instead

        async def save(values: dict[str, Any], base: Mapping[str, object] | None) -> bool:
            opened_on = type(note).model_validate(base)
            try:
                sorted_ = ruled(opened_on, verdict, values, self.house.day)
            except VerdictRefused as refused:
                self.house.notify(str(refused), severity="warning")
                return False
            return await self.house.save(sorted_, base=opened_on, label=_LABELS[verdict], tidy=tidied)

        after = self._next_to_sort(note)
        answers = first_answers(note, verdict, self.house.day)
        if await self._ask(verdict_form(note, verdict), answers, save):
            self.house.notify(_SAID[verdict])
            if after is not None and self.current is not None and self.current.id == note.id:
                self.rows.go_to(after)

    def _next_to_sort(self, note: "Feedback") -> str | None:
        """The next note in the list that asks for a verdict, from this one on and then from the top."""
        place = self.rows.place
        around = [*self.rows.rows[place + 1 :], *self.rows.rows[:place]]
        return next((one.id for one in around if one.id != note.id and to_sort(one, self.house.day)), None)

    @work
    async def action_reopen(self) -> None:
        """Take the verdict back, so that it waits for another."""
        from tui.domain.verdicts import reopened

        if (note := self.current) is not None and note.verdict is not None:
            await self.house.save(reopened(note), base=note, label="reopened feedback")

    # What comes of it

    @work
    async def action_tell(self) -> None:
        """Draft a message that tells them what became of it."""
        from tui.content import telling
        from tui.dialogs.telling import TellDialog
        from tui.domain.telling import draft
        from tui.domain.verdicts import told

        if (note := self.current) is None or not may_be_told(note):
            return
        name = clean_line(who(note, self.network)) or "somebody"
        dialog = TellDialog(
            f"feedback-{note.id}-tell",
            f"Tell {name} what you did with it",
            clean_note(draft(note, self.network, telling())),
            f"to {name} {self.house.day}",
            drafts=self.house,
        )
        if await self.app.push_screen_wait(dialog):
            newest = self.network.feedback.get(note.id, note)
            if await self.house.save(told(newest, self.house.day), base=newest, label="told what came of it"):
                self.house.notify(f"{name} knows.")

    @work
    async def action_decide(self) -> None:
        """Decide what changes about a goal because of this."""
        from tui.dialogs.decision_forms import decision_form, decision_from
        from tui.dialogs.names import only_goal
        from tui.domain.decisions import LOOK_AGAIN, DecisionRefused, take
        from tui.domain.entry import refusal

        if (note := self.current) is None:
            return

        async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
            def change(transaction: "Transaction") -> None:
                if (goal := transaction.network.goals.get(values["goal"])) is None:
                    raise DecisionRefused("This goal is gone.")
                wanted = decision_from(values, note.id, self.house.day)
                decision, adjusted = take(wanted, goal, self.house.day)
                if why_not := refusal(adjusted, goal, transaction.network, self.house.day):
                    raise DecisionRefused(why_not)
                transaction.put(adjusted, base=goal)
                transaction.put(decision)

            try:
                return await self.house.transact("took a decision", change)
            except DecisionRefused as refused:
                self.house.notify(str(refused), severity="warning")
                return False

        answers = {
            "goal": note.goal or only_goal(self.network),
            "after": clean_line(note.next_step),
            "look_again_on": self.house.day + LOOK_AGAIN,
        }
        if await self._ask(decision_form(self.network, note), answers, save):
            self.house.notify("Decided, and the goal is changed. u takes both back.")

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

    async def _ask(self, form: "Form", values: Mapping[str, Any], save: Any) -> bool:
        """Ask for the fields of a form; whether they were saved. `save` is a form's own `Submit`."""
        from tui.dialogs.form import FormDialog

        dialog = FormDialog(form, values, today=self.house.day, submit=save, drafts=self.house)
        return await self.app.push_screen_wait(dialog) is True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What needs something is not offered without it."""
        note = self.current
        if action in _NEEDS_A_NOTE:
            return note is not None
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
                return True


def _id_of(note: "Feedback") -> str:
    return note.id
