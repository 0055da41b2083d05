"""The page Today: what is open, each with the key that does it."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from tui.page import Page
from tui.widgets.lines import cells
from tui.widgets.notices import EmptyState
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from datetime import date

    from tui.domain.network import Network
    from tui.domain.today import Item, What

LETTERS = "abcimoprstvxz"
"""The keys of the first rows; those that mean something everywhere are not among them."""

AT_MOST = 5
"""So much feedback is shown; the rest waits on its own page."""

ROOM_FOR_AGO = 56
ROOM_FOR_GOAL = 100

SECTIONS: "tuple[tuple[str, tuple[What, ...]], ...]" = (
    ("FEEDBACK TO SORT", ("waiting",)),
    ("PARKED, AND BACK", ("back",)),
    ("LOOK BACK: DID IT HELP?", ("look-back",)),
    ("GO ON WHERE YOU LEFT OFF", ("unfinished", "draft")),
    ("SUPPORT THAT IS MISSING", ("gap",)),
)
ACTS: "dict[What, str]" = {
    "waiting": "accept it, take part of it, park it or decline it",
    "back": "look at it again, and give it a verdict",
    "look-back": "say whether it helped",
    "unfinished": "go on with the questionnaire",
    "draft": "go on with what was half typed",
    "gap": "see the goal, and what to do next",
}
HALF_DONE = {
    "": "half typed",
    "accept": "accepting",
    "adapt": "taking part",
    "park": "parking",
    "decline": "declining",
    "decide": "deciding",
    "tell": "a message",
    "look": "looking back",
    "pause": "pausing",
    "let-go": "letting go",
}
PAGES = {"feedback": "Feedback", "goal": "Goals", "supporter": "Supporters", "exchange": "Supporters"}


@dataclass(frozen=True)
class Row:
    """A line of the page: an item with its letter, or a heading without one."""

    text: str = ""
    item: "Item | None" = None
    letter: str = ""


class TodayPage(Page):
    """What is open now, in the order in which it is worth a look."""

    KEY = "1"
    ORDER = 1
    TITLE = "Today"
    HELP = """What is open, and nothing else. Enter does what the line under the list says; \
so does the letter in front. F writes down feedback you just heard, from any page."""

    BINDINGS: ClassVar[list[BindingType]] = [
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

    def body(self) -> ComposeResult:
        yield Static(id="today-date", markup=False)
        yield RowList(self._draw, _id_of)
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

    @work(exclusive=True)
    async def _find(self, network: "Network") -> None:
        """Find what is open, away from the keys, and show it."""
        names = await self.house.draft_names()
        self._show(await asyncio.to_thread(_open, network, names, self.house.day))

    def _show(self, items: "Sequence[Item]") -> None:
        rows = list(_rows(items))
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

    def _draw(self, row: Row, width: int) -> Content:
        """A heading; or the letter, who or what, the words themselves, and since when."""
        if (item := row.item) is None:
            return (
                Content.assemble((f"{row.letter} ", "$accent"), row.text) if row.letter else Content(row.text)
            )
        left, subject = _said(item)
        head = Content.assemble(
            (f"{row.letter or ' '} ", "$accent"), cells(left, max(min(width // 4, 24), 10)), "  "
        )
        tail = Content()
        if width >= ROOM_FOR_AGO:
            tail = Content.assemble("  ", cells(item.ago, 13, "$quiet"))
        if width >= ROOM_FOR_GOAL and item.what in ("waiting", "back"):
            tail = Content.assemble("  ", cells(item.goal, 22, "$quiet"), tail)
        return Content.assemble(head, cells(subject, width - head.cell_length - tail.cell_length), tail)

    @on(RowList.Moved)
    def _say_what_enter_does(self) -> None:
        self.refresh_bindings()
        row = self.rows.current
        words = (
            Content()
            if row is None
            else Content.assemble(
                ("enter", "$accent"), "  ", ACTS[row.item.what] if row.item else "see them all"
            )
        )
        self.query_one("#today-act", Static).update(words)

    @on(RowList.Opened)
    def _opened(self) -> None:
        if (row := self.rows.current) is not None:
            self._do(row)

    def action_letter(self, letter: str) -> None:
        """Do what stands beside a letter."""
        for row in self.rows.rows:
            if row.letter == letter:
                self._do(row)

    def action_new_goal(self) -> None:
        """Begin a new goal with the questionnaire."""
        self.house.assess("full")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A letter works while it stands before something."""
        if action == "letter":
            return self.is_mounted and any(row.letter == parameters[0] for row in self.rows.rows)
        return True

    def _do(self, row: Row) -> None:
        if (item := row.item) is None:
            self.house.go_to("Feedback")
            return
        match item.what:
            case "waiting" | "back":
                self.house.go_to("Feedback", key=item.key)
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
        table, id_, task = _parts(draft)
        network = self.house.network
        if id_.isdigit() and network is not None and id_ not in network.shelves.get(table, ()):
            from tui.tasks.leftover import take_up

            take_up(self.app, draft)
            self._find(network)
        elif id_ == "quick":
            self.house.capture()
        elif table == "decision":
            self.house.look_back(id_)
        elif table in PAGES:
            key = id_ if id_.isdigit() else ""
            self.house.go_to(PAGES[table], task or ("edit" if key else "new"), key)
        else:
            self.house.notify("It comes back when you open that form again.")


def _open(network: "Network", drafts: Sequence[str], day: "date") -> "Sequence[Item]":
    from tui.content import questionnaire
    from tui.domain.today import open_now

    return open_now(network, questionnaire().scoring, drafts, day)


def _rows(items: "Sequence[Item]") -> "Sequence[Row]":
    """The items under their headings, an empty line between; the first of them with letters."""
    rows: list[Row] = []
    letters = iter(LETTERS)
    for heading, kinds in SECTIONS:
        found = [item for item in items if item.what in kinds]
        if not found:
            continue
        shown = found[:AT_MOST] if kinds[0] in ("waiting", "back") else found
        if rows:
            rows.append(Row())
        rows.append(Row(f"{heading}  {len(found)}"))
        rows += [Row(item=item, letter=next(letters, "")) for item in shown]
        if len(shown) < len(found):
            rows.append(Row(f"{len(found) - len(shown)} more", letter=next(letters, "")))
    return rows


def _said(item: "Item") -> tuple[str, str]:
    """Who or what it is about, and what it is."""
    from tui.content import label

    match item.what:
        case "waiting" | "back":
            return item.person or "somebody", f'"{item.subject}"'
        case "look-back":
            return item.goal, item.subject
        case "unfinished":
            return "questionnaire", " · ".join(filter(None, (label("form", item.form or ""), item.goal)))
        case "gap":
            return item.goal, ", ".join(label("kind", kind) for kind in item.kinds)
        case _:
            _, _, task = _parts(item.key)
            return HALF_DONE.get(task, HALF_DONE[""]), item.subject


def _parts(draft: str) -> tuple[str, str, str]:
    """The table, the id and the task in the name of a draft."""
    table, _, rest = draft.partition("-")
    id_, _, task = rest.partition("-")
    return table, id_, task


def _id_of(row: Row) -> str:
    """A heading has none; the line that says how many more there are goes by its words."""
    return row.item.key if row.item is not None else row.text if row.letter else ""
