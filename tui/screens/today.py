"""The page Today: a few acts worth doing, who is due, what is open; each with the key that does it."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.page import IMPORT, Page
from tui.widgets.notices import EmptyState
from tui.widgets.row_list import RowList
from tui.widgets.today_line import today_line
from tui.widgets.today_rows import LETTERS, Row, rows_of

if TYPE_CHECKING:
    from datetime import date

    from tui.domain.promises.loops import OpenLoop
    from tui.domain.records.network import Network
    from tui.domain.today.acts import Act, Lane
    from tui.domain.today.board import Board
    from tui.domain.today.day import Day, How
    from tui.domain.today.open_now import Item, What

LANES: "dict[Lane, str]" = {
    "ask": "find the words, and ask",
    "keep": "see what is good to know, and talk",
    "give": "do it, and say that it is done",
    "protect": "see who gives it, and ways to somebody new",
    "grow": "see who gives it, and ways to somebody new",
}
ITEMS: "dict[What, str]" = {
    "waiting": "accept it, take part of it, park it or decline it",
    "back": "look at it again, and give it a verdict",
    "step": "tell them what came of it",
    "look-back": "say whether it helped",
    "unfinished": "go on with the questionnaire",
    "draft": "go on with what was half typed",
    "gap": "see the goal, and what to do next",
}
QUESTIONNAIRE = "assess-"
"""What the names of drafts of questionnaires begin with."""
PAGES = {"feedback": "Feedback", "goal": "Goals", "supporter": "Supporters"}


class TodayPage(Page):
    """A few acts worth doing, and what is open now, in the order in which it is worth a look."""

    KEY = "1"
    ORDER = 1
    TITLE = "Today"
    HELP = """At most three things worth doing, each with its reason, and what is open. Enter does what \
the line under the list says; so does the letter in front. An act you have done stays for the day as done: \
what you log ticks it off, or space does. x puts an act off until tomorrow, m shows more. f lets the clock \
of everybody who is due begin anew, p goes through them one by one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p",
            "catch_up",
            "One by one",
            id="today.pass",
            tooltip="The five-minute pass through those who are due",
        ),
        Binding("f", "forgive", "Forgive all", id="today.forgive", tooltip="Let every due clock begin anew"),
        Binding(
            "p", "nobody_due", "One by one", id="today.pass", tooltip="Through those who are due", show=False
        ),
        Binding(
            "f", "nobody_due", "Forgive all", id="today.forgive", tooltip="Let clocks begin anew", show=False
        ),
        Binding("space", "mark('done')", "Done", id="today.done", tooltip="Tick this act off, or not"),
        Binding("x", "mark('put-off')", "Not today", id="today.put-off", tooltip="Put this act off, or not"),
        Binding("m", "more", "More", id="today.more", tooltip="Show more that is worth doing"),
        Binding("n", "new_goal", "New goal", id="today.new", tooltip="A new goal, with the questionnaire"),
        *(
            Binding(
                letter,
                f"letter('{letter}')",
                "Do it",
                id="today.letter",
                tooltip="Do what stands beside the letter",
                show=False,
            )
            for letter in LETTERS
        ),
    ]

    DEFAULT_CSS = """
    TodayPage {
        & #today-date { height: 1; margin: 1 0; padding: 0 1; text-style: bold; }
        & RowList { max-width: 120; }
        & #today-act { height: 1; margin: 1 0 0 0; padding: 0 1; color: $quiet; }
        &.-low #today-date { margin: 0; }
        &.-low #today-act { margin: 0; }
    }
    """

    rows = getters.query_one(RowList)
    empty = getters.query_one(EmptyState)

    def __init__(self) -> None:
        super().__init__()
        self._board: Board | None = None
        self._so_far: Day | None = None
        self._drafts: Sequence[str] = ()
        self._all_due = False
        self._width = 0

    def body(self) -> ComposeResult:
        yield Static(id="today-date", markup=False)
        yield RowList(self._draw, lambda row: row.id)
        yield Static(id="today-act", markup=False)
        yield EmptyState(markup=False)

    def on_mount(self) -> None:
        """The day can be said before the store is open."""
        self._say_day(self.house.day)

    def on_screen_resume(self) -> None:
        """What is half typed may have changed meanwhile."""
        super().on_screen_resume()
        if (network := self.house.network) is not None:
            self._find(network)

    def show_network(self, network: "Network") -> None:
        self._say_day(self.house.day)
        self._find(network)

    def _say_day(self, day: "date") -> None:
        self.query_one("#today-date", Static).update(f"{day:%A} {day.day} {day:%B}")

    @work(exclusive=True, group="find")
    async def _find(self, network: "Network") -> None:
        """Find what there is to tell, away from the keys, and show it."""
        from tui.domain.today.day import draft_name, read_day

        day = self.house.day
        self._drafts = await self.house.draft_names()
        self._so_far = read_day(self.house.load_draft(draft_name(day)))
        drafts = {
            name: self.house.load_draft(name) if name.startswith(QUESTIONNAIRE) else None
            for name in self._drafts
        }
        self._board = await asyncio.to_thread(_found, network, drafts, self._so_far, day)
        self._show()

    def _show(self) -> None:
        if self._board is None or not self.query(RowList):
            return  # nothing is found yet, or the page is being left
        self._width = self.rows.size.width
        rows = rows_of(self._board, self._width - 2, all_due=self._all_due)
        self.rows.display = self.query_one("#today-act").display = bool(rows)
        if rows:
            self.empty.hide()
        else:
            self.empty.say(
                "Nothing is waiting.", ("F", "write down feedback you just heard"), ("n", "a new goal")
            )
        self.rows.show(rows)
        if rows and self.focused is None and self.is_current:
            self.rows.focus()

    def on_resize(self) -> None:
        """Reasons are wrapped to the width."""
        self.call_after_refresh(self._show_anew)

    def _show_anew(self) -> None:
        if self.rows.size.width != self._width:
            self._show()

    def _draw(self, row: Row, width: int) -> Content:
        return today_line(row, width, self.house.day)

    @on(RowList.Moved)
    def _say_what_enter_does(self) -> None:
        self.refresh_bindings()
        row: Row | None = self.rows.current
        words = Content() if row is None else Content.assemble(("enter", "$accent"), "  ", _does(row))
        self.query_one("#today-act", Static).update(words)

    # Doing

    @on(RowList.Opened)
    def _opened(self) -> None:
        if (row := self.rows.current) is not None:
            self._do(row)

    def action_letter(self, letter: str) -> None:
        """Do what stands beside a letter."""
        for row in self.rows.rows:
            if row.letter == letter:
                self._do(row)

    def _do(self, row: Row) -> None:
        match row:
            case Row(thing="act", act=one) if one is not None:
                self._do_act(one.act)
            case Row(thing="due", due=due) if due is not None:
                self.house.brief(due.supporter.id)
            case Row(thing="loop", loop=loop) if loop is not None:
                self._do_loop(loop)
            case Row(thing="occasion", occasion=occasion) if occasion is not None:
                self.house.brief(occasion.supporter.id)
            case Row(thing="item", item=item) if item is not None:
                self._do_item(item)
            case Row(thing="more-due"):
                self._all_due = True
                self._show()
            case _:
                self.house.go_to("Feedback")

    def _do_act(self, act: "Act") -> None:
        from tui.tasks.doing import do_act

        do_act(self.app, act)

    def _do_loop(self, loop: "OpenLoop") -> None:
        from tui.tasks.doing import do_loop

        do_loop(self.app, loop)

    def _do_item(self, item: "Item") -> None:
        match item.what:
            case "waiting" | "back":
                self.house.go_to("Feedback", key=item.key)
            case "step":
                self.house.go_to("Feedback", "tell", item.key)
            case "look-back":
                self.house.look_back(item.key)
            case "unfinished" if item.form is not None:
                goal = item.key.removeprefix(f"assess-{item.form}").removeprefix("-")
                self.house.assess(item.form, goal or None)
            case "gap":
                self.house.go_to("Goals", key=item.key)
            case _:
                self._resume(item.key)

    def _resume(self, draft: str) -> None:
        """Open the form of a draft again."""
        table, _, rest = draft.partition("-")
        id_, _, task = rest.partition("-")
        network = self.house.network
        if id_.isdigit() and network is not None and id_ not in network.shelves.get(table, ()):
            from tui.tasks.leftover import take_up

            take_up(self.app, draft)
            self._find(network)
        elif id_ == "quick":
            self.house.capture()
        elif table == IMPORT:
            self.house.bring()
        elif id_ == "line":
            self.house.log_line()
        elif table == "decision":
            self.house.look_back(id_)
        elif draft == "ask-new":
            from tui.tasks.asking import ask_by_hand

            ask_by_hand(self.app)
        elif table in ("ask", "offer"):
            from tui.tasks.loops import show_loops

            show_loops(self.app, at=id_)
        elif table == "exchange":
            self._exchange(id_)
        elif table in PAGES:
            key = id_ if id_.isdigit() else ""
            self.house.go_to(PAGES[table], task or ("edit" if key else "new"), key)
        else:
            self.house.notify("It comes back when you open that form again.")

    def _exchange(self, id_: str) -> None:
        """Open the form of an exchange: the one with an id, or a new one."""
        from tui.content import vocabulary
        from tui.tasks import exchanges

        if (network := self.house.network) is None:
            return
        if (exchange := network.exchanges.get(id_)) is not None:
            exchanges.change(self.app, exchange, vocabulary())
        else:
            exchanges.log(self.app, (), vocabulary())

    # The day

    def action_mark(self, how: "How") -> None:
        """Tick an act off or put it off; the same again takes that back."""
        row: Row | None = self.rows.current
        if row is not None and row.act is not None and self._so_far is not None:
            self._keep(self._so_far.with_mark(row.act.act, how))

    def action_more(self) -> None:
        """Show more that is worth doing."""
        if self._so_far is not None and self._board is not None:
            if len(self._board.acts) < self._so_far.places:
                self.house.notify("That is all there is for today.")
            else:
                self._keep(self._so_far.with_more())

    def _keep(self, so_far: "Day") -> None:
        """Keep what was said of the day, quietly, and let go of the days before."""
        from tui.domain.today.day import draft_name, is_past

        day, network = self.house.day, self.house.network
        self._so_far = so_far  # the next key may come before it is found again
        try:
            self.house.keep_draft(draft_name(day), so_far.document())
            for name in self._drafts:
                if is_past(name, day):
                    self.house.drop_draft(name)
        except OSError as error:
            self.house.notify(f"It could not be kept: {error.strerror}.", severity="error")
        if network is not None:
            self._find(network)

    def action_catch_up(self) -> None:
        """Go through those who are due, one by one."""
        self.house.catch_up()

    def action_nobody_due(self) -> None:
        """Say that nobody is due."""
        self.house.notify("Nobody is due. There is nothing to catch up with.")

    @work
    async def action_forgive(self) -> None:
        """Let the clock of everybody who is due begin anew, without a talk."""
        from tui.tasks.clocks import forgive_all

        await forgive_all(self.app)

    def action_new_goal(self) -> None:
        """Begin a new goal with the questionnaire."""
        self.house.assess("full")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key works while there is something for it."""
        match action:
            case "letter":
                return self.is_mounted and any(row.letter == parameters[0] for row in self.rows.rows)
            case "mark":
                return self.is_mounted and getattr(self.rows.current, "act", None) is not None
            case "more":
                return self._board is not None and bool(self._board.acts)
            case "forgive" | "catch_up":
                return self._board is not None and bool(self._board.due)
            case "nobody_due":
                return self._board is not None and not self._board.due
            case _:
                return True


def _found(network: "Network", drafts: Mapping[str, object], so_far: "Day", day: "date") -> "Board":
    """The board; `drafts` are those there are, questionnaires with what is in them."""
    from tui.content import act_templates, questionnaire, vocabulary
    from tui.domain.questionnaire.left_off import all_left_off
    from tui.domain.today.act_lanes import Wording
    from tui.domain.today.board import board_of

    wording = Wording(act_templates(), vocabulary())
    left = all_left_off(questionnaire(), drafts)
    return board_of(network, questionnaire().scoring, wording, day, so_far=so_far, drafts=drafts, left=left)


def _does(row: Row) -> str:
    """What enter does with a row."""
    if row.act is not None:
        return LANES[row.act.act.lane]
    if row.item is not None:
        return ITEMS[row.item.what]
    if row.loop is not None:
        return "say what became of it"
    if row.due is not None or row.occasion is not None:
        return "see what is good to know, and talk"
    return "see them all"
