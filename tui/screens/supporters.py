"""The page Supporters: the people, groups and communities, how close they are and how long it has been."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.domain.directory_order import GROUPINGS, ORDERS, Grouping, Heading, Order
from tui.domain.matching import Match, read_match
from tui.domain.text import clean_line
from tui.page import Page
from tui.widgets.detail_pane import DetailPane
from tui.widgets.filter_line import FilterLine
from tui.widgets.lines import counted
from tui.widgets.notices import EmptyState
from tui.widgets.row_list import RowList
from tui.widgets.supporter_row import WAITING, heading_line, supporter_line
from tui.widgets.supporter_view import SupporterView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from textual.timer import Timer

    from tui.dialogs.fields import Form, Value
    from tui.dialogs.form import Submit
    from tui.domain.directory import Card, Directory
    from tui.domain.network import Network
    from tui.domain.record import Record
    from tui.domain.supporter import Supporter
    from tui.domain.vocabulary import Vocabulary
    from tui.store import Transaction

DETAIL_AFTER = 0.04
"""Seconds without a key after which the detail is laid out; laying it out takes longer than moving."""

R = TypeVar("R", bound="Record")

ORDER_WORDS = {"name": "by name", "longest": "longest silence first", "newest": "last heard from first"}
GROUPING_WORDS = {
    "circle": "by circle",
    "standing": "by how it stands",
    "relationship": "by relationship",
    "none": "in one list",
}


class SupportersPage(Page):
    """Everybody who supports or could, in circles, with the whole of one beside."""

    KEY = "3"
    ORDER = 3
    TITLE = "Supporters"
    HELP = """The people, groups and communities behind your goals, in circles. \
Three letters stand for each kind of support somebody gives, the days for how long ago you last spoke. \
The filter takes words, and terms: circle:inner gives:guidance state:paused due:overdue goal:thesis tag:club \
told:no relationship:friend knows:mara mentor:yes suggest:no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", id="supporters.new", tooltip="Add a supporter"),
        Binding("e", "edit", "Edit", id="supporters.edit", tooltip="Change this one, or all that are marked"),
        Binding("L", "log", "Log", id="supporters.log", tooltip="Record a talk, a mail, a meeting, a favour"),
        Binding("slash", "filter", "Filter", id="supporters.filter", tooltip="Filter by words and terms"),
        Binding("m,space", "mark", "Mark", id="supporters.mark", tooltip="Mark it for a change of several"),
        Binding("p", "pause", "Pause", id="supporters.pause", tooltip="Pause, or go on after a pause"),
        Binding("t", "talks", "Talks", id="supporters.talks", tooltip="All exchanges with this one"),
        Binding("s", "sort", "Sort", id="supporters.sort", tooltip="By name, or by how long it has been"),
        Binding(
            "S", "group", "Group", id="supporters.group", tooltip="Group by circle, standing or relationship"
        ),
        Binding(
            "d", "delete", "Delete", id="supporters.delete", tooltip="Delete this one, or all that are marked"
        ),
        Binding("y", "copy", "Copy", id="supporters.copy", tooltip="Copy the name and how to reach them"),
        Binding(
            "x",
            "suggest",
            "Suggest",
            id="supporters.suggest",
            tooltip="Never suggest this one, or do so again",
            show=False,
        ),
        Binding(
            "M",
            "mark_all",
            "Mark all",
            id="supporters.mark-all",
            tooltip="Mark all that are shown",
            show=False,
        ),
        Binding(
            "v",
            "open_notes",
            "Show notes",
            id="supporters.notes",
            tooltip="Show hidden notes, or hide them",
            show=False,
        ),
        Binding(
            "right,l", "read", "Read", id="supporters.read", tooltip="Go into what is beside", show=False
        ),
        Binding(
            "escape",
            "unfilter",
            "Show all",
            id="supporters.unfilter",
            tooltip="Unmark, then show all",
            show=False,
        ),
    ]

    DEFAULT_CSS = """
    SupportersPage {
        & #supporters-summary { height: 1; margin: 1 0 0 0; padding: 0 1; color: $quiet; }
        & #supporters-body { width: 100%; height: 1fr; margin: 1 0 0 0; layout: horizontal; }
        &.-low #supporters-summary, &.-low #supporters-body { margin-top: 0; }
        & RowList { width: 11fr; height: 100%; }
        & DetailPane {
            width: 9fr;
            height: 100%;
            border-top: none;
            border-left: solid $line;
            padding: 0 0 0 1;
            &:focus { border-top: none; border-left: solid $accent; }
            & > Drawn { padding: 0; }
        }
        &.-wide RowList { width: 3fr; }
        &.-wide DetailPane { width: 2fr; padding: 0 2; }
        &.-narrow DetailPane { display: none; border-left: none; width: 1fr; }
        &.-narrow #supporters-body.-reading RowList { display: none; }
        &.-narrow #supporters-body.-reading DetailPane { display: block; }
    }
    """

    filter_line = getters.query_one(FilterLine)
    rows = getters.query_one(RowList)
    detail = getters.query_one(DetailPane)
    empty = getters.query_one(EmptyState)

    def __init__(self) -> None:
        super().__init__()
        self._directory: Directory | None = None
        self._words: Vocabulary = {}
        self._match = Match()
        self._order: Order = "name"
        self._grouping: Grouping = "circle"
        self._marked: set[str] = set()
        self._notes_open_of = ""
        self._had_current = False
        self._detail_timer: Timer | None = None

    def body(self) -> ComposeResult:
        yield Static(id="supporters-summary", markup=False)
        yield FilterLine("words, or circle:inner gives:guidance due:overdue tag:club")
        with Container(id="supporters-body"):
            yield RowList(self._draw, _id_of)
            yield DetailPane()
        yield EmptyState(markup=False)

    def show_network(self, network: "Network") -> None:
        from tui.content import vocabulary
        from tui.domain.directory import directory_of

        self._words = vocabulary()
        self._directory = directory = directory_of(network, self.house.day)
        self._marked &= directory.cards.keys()
        self._show()
        self.run_worker(partial(directory.get_ready, self._order), thread=True, group="directory")

    def _show(self) -> None:
        if (directory := self._directory) is None:
            return
        rows = directory.arranged(self._match, self._order, self._grouping)
        self.query_one("#supporters-body").display = bool(rows)
        self.rows.show(rows)
        self._summarise(sum(not isinstance(row, Heading) for row in rows))
        if not directory:
            self.empty.say(
                "Nobody is here yet. Who could stand behind your goals?",
                ("n", "name the first person or group"),
            )
        elif not rows:
            self.empty.say("Nobody fits this filter.", ("esc", "show all"))
        else:
            self.empty.hide()

    def _summarise(self, shown: int) -> None:
        directory = self._directory
        if directory is None:
            return
        cards = directory.cards.values()
        due = sum(card.touch in WAITING and card.supporter.state == "active" for card in cards)
        parts = [f"{shown} of {len(directory)}" if self._match else counted(len(directory), "supporter")]
        if due and not self._match:
            parts.append(f"{due} due")
        if self._marked:
            parts.append(f"{len(self._marked)} marked")
        parts.append("best fit first" if self._match.words else GROUPING_WORDS[self._grouping])
        if not self._match.words:
            parts.append(ORDER_WORDS[self._order])
        self.query_one("#supporters-summary", Static).update(Content(" · ".join(parts)), layout=False)

    def _draw(self, row: "Card | Heading", width: int) -> Content:
        if isinstance(row, Heading):
            return heading_line(row, self._words)
        marked = row.id in self._marked if self._marked else None
        under = "" if self._match.words else self._grouping
        return supporter_line(row, self._words, width, marked=marked, under=under)

    @property
    def _current(self) -> "Supporter | None":
        row = self.rows.current
        return None if row is None else row.supporter

    @property
    def _chosen(self) -> "list[Supporter]":
        """Those that are marked, else the one under the cursor."""
        if self._directory is not None and self._marked:
            cards = self._directory.ordered("name")
            return [card.supporter for card in cards if card.id in self._marked]
        return [] if self._current is None else [self._current]

    @on(RowList.Moved)
    def _moved(self) -> None:
        """Close what was opened; what stands beside the list follows as soon as the keys rest."""
        current = self._current
        if current is None or current.id != self._notes_open_of:
            self._notes_open_of = ""
        if (current is not None) != self._had_current:
            self._had_current = current is not None
            self.refresh_bindings()
        if self._detail_timer is not None:
            self._detail_timer.stop()
        self._detail_timer = self.set_timer(DETAIL_AFTER, self._show_detail)

    def _show_detail(self) -> None:
        card: Card | None = self.rows.current
        if card is None or self._directory is None:
            self.detail.show("", Content())
        else:
            self.detail.lay_out(card.id, self._view(card, self._directory).lines)

    def _view(self, card: "Card", directory: "Directory") -> SupporterView:
        return SupporterView(card, directory, self._words, open_notes=bool(self._notes_open_of))

    # Finding

    @on(FilterLine.Filtered)
    def _filter(self, event: FilterLine.Filtered) -> None:
        from tui.domain.directory_terms import TERMS

        self._match = read_match(event.text, TERMS)
        self._show()
        if self._match.words:
            self.rows.action_edge(-1)

    @on(FilterLine.Left)
    @on(DetailPane.Left)
    def _to_the_list(self) -> None:
        self.rows.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where there is room for one part only, show the one in use."""
        self.query_one("#supporters-body").set_class(event.widget is self.detail, "-reading")

    def action_filter(self) -> None:
        """Filter the list."""
        self.filter_line.open()

    def action_unfilter(self) -> None:
        """Unmark all; with nothing marked, show all again."""
        if self._marked:
            self._marked.clear()
            self._show()
            return
        self.filter_line.value = ""
        self.filter_line.remove_class("-open")
        self.rows.focus()

    def action_sort(self) -> None:
        """Put the list in the next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show()

    def action_group(self) -> None:
        """Group the list in the next way."""
        self._grouping = GROUPINGS[(GROUPINGS.index(self._grouping) + 1) % len(GROUPINGS)]
        self._show()

    @on(RowList.Opened)
    def action_read(self) -> None:
        """Go into what is told of the supporter."""
        if self._current is not None:
            self.query_one("#supporters-body").add_class("-reading")
            self.detail.focus()

    def action_open_notes(self) -> None:
        """Show the notes of a sensitive one, until the cursor moves on."""
        if self._current is not None:
            self._notes_open_of = "" if self._notes_open_of else self._current.id
            self._show_detail()

    def action_copy(self) -> None:
        """Copy the name and how to reach them."""
        if (one := self._current) is not None:
            lines = (one.name, *one.emails, *one.phones)
            self.app.copy_to_clipboard("\n".join(clean_line(line) for line in lines))
            self.house.notify("Copied.")

    # Marks

    def action_mark(self) -> None:
        """Mark the one under the cursor, or unmark it, and go on to the next."""
        if (one := self._current) is not None:
            self._marked ^= {one.id}
            self._show()
            self.rows.action_move(1)

    def action_mark_all(self) -> None:
        """Mark all that are shown; if they are already, none."""
        shown = {row.id for row in self.rows.rows if not isinstance(row, Heading)}
        self._marked = self._marked - shown if shown <= self._marked else self._marked | shown
        self._show()

    # Changing

    @work
    async def action_pause(self) -> None:
        """Pause those chosen; if all are paused, go on with them."""
        chosen = self._chosen
        state = "active" if all(one.state == "paused" for one in chosen) else "paused"
        done = "paused" if state == "paused" else "went on with"
        await self._change(chosen, done, lambda one: one.changed_to(state=state))

    @work
    async def action_suggest(self) -> None:
        """Never suggest those chosen; if none is suggested, do so again."""
        chosen = self._chosen
        never = not all(one.never_suggest for one in chosen)
        done = "never suggest" if never else "suggest again"
        if await self._change(chosen, done, lambda one: one.changed_to(never_suggest=never)):
            self.house.notify("Never suggested from now on." if never else "May be suggested again.")

    @work
    async def action_delete(self) -> None:
        """Delete those chosen."""
        chosen = self._chosen

        def delete(transaction: "Transaction") -> None:
            for one in chosen:
                transaction.delete(one)

        if chosen and await self.house.transact(f"deleted {_called(chosen)}", delete):
            self._marked.clear()
            self.house.notify(f"Deleted {_called(chosen)}. u takes it back.")

    async def _change(
        self, chosen: "Sequence[Supporter]", done: str, change: "Callable[[Supporter], Supporter]"
    ) -> bool:
        """Change the newest versions of those chosen, in one transaction."""

        def run(transaction: "Transaction") -> None:
            for one in chosen:
                newest = transaction.network.supporters.get(one.id, one)
                transaction.put(change(newest), newest)

        return bool(chosen) and await self.house.transact(f"{done} {_called(chosen)}", run)

    # Forms

    @work
    async def action_new(self) -> None:
        """Add a supporter."""
        from tui.dialogs.supporter_forms import supporter_form
        from tui.domain.supporter_entry import new_supporter

        if (network := self.house.network) is None:
            return
        added: list[str] = []

        def add(transaction: "Transaction", values: "Mapping[str, Value]") -> None:
            added.append(transaction.put(self._allowed(new_supporter(values), None, transaction.network)).id)

        async def save(values: "dict[str, Value]", _: "Mapping[str, object] | None") -> bool:
            return await self.house.transact(f"added {values['name']}", partial(add, values=values))

        form = supporter_form(network, self._words)
        if await self._fill(form, {"circle": "middle", "state": "active"}, save):
            self.rows.go_to(added[-1])

    @work
    async def action_edit(self) -> None:
        """Change this supporter, or all that are marked."""
        if self._marked:
            await self._edit_several(self._chosen)
        elif self._current is not None:
            await self._edit_one(self._current)

    async def _edit_one(self, supporter: "Supporter") -> None:
        from tui.dialogs.supporter_forms import supporter_form, supporter_values
        from tui.domain.acquaintance import acquaintances
        from tui.domain.entry import refusal
        from tui.domain.supporter_entry import changed_supporter

        if (network := self.house.network) is None:
            return

        async def save(values: "dict[str, Value]", base: "Mapping[str, object] | None") -> bool:
            newest = self.house.network or network
            opened_on = type(supporter).model_validate(base)
            changed, *others = changed_supporter(opened_on, values, newest)
            if why_not := refusal(changed, opened_on, newest, self.house.day):
                self.house.notify(why_not, severity="error")
                return False
            records = [*([changed] if changed != opened_on else []), *others]
            label = f"changed {clean_line(changed.name)}"
            return not records or await self.house.save(*records, base=opened_on, label=label)

        known = acquaintances(network).get(supporter.id, ())
        form = supporter_form(network, self._words, supporter)
        await self._fill(form, supporter_values(supporter, known), save)

    async def _edit_several(self, chosen: "Sequence[Supporter]") -> None:
        from tui.dialogs.supporter_forms import several_form
        from tui.domain.supporter_entry import changed_together

        async def save(values: "dict[str, Value]", _: "Mapping[str, object] | None") -> bool:
            return await self._change(chosen, "changed", lambda one: changed_together(one, values))

        if await self._fill(several_form(self._words, len(chosen)), {}, save):
            self._marked.clear()
            self._show()

    @work
    async def action_log(self) -> None:
        """Record an exchange with those chosen."""
        from tui.dialogs.supporter_forms import exchange_form, first_values
        from tui.domain.supporter_entry import new_exchange

        if (network := self.house.network) is None:
            return

        def log(transaction: "Transaction", values: "Mapping[str, Value]") -> None:
            transaction.put(self._allowed(new_exchange(values), None, transaction.network))

        async def save(values: "dict[str, Value]", _: "Mapping[str, object] | None") -> bool:
            return await self.house.transact("logged an exchange", partial(log, values=values))

        form = exchange_form(network, self._words)
        if await self._fill(form, first_values(self._chosen, self.house.day), save):
            self.house.notify("Logged.")

    @work
    async def action_talks(self) -> None:
        """Show all exchanges with this one; change or delete one of them."""
        from tui.dialogs.talks import TalksDialog

        card: Card | None = self.rows.current
        if card is None or self._directory is None:
            return
        talks = self._view(card, self._directory).talks()
        answer = await self.app.push_screen_wait(TalksDialog(card.supporter.name, talks))
        match answer:
            case ("edit", id_):
                await self._edit_talk(id_)
            case ("delete", id_):
                await self._delete_talk(id_)

    async def _edit_talk(self, id_: str) -> None:
        from tui.dialogs.supporter_forms import exchange_form, exchange_values
        from tui.domain.entry import refusal
        from tui.domain.supporter_entry import changed_exchange

        network = self.house.network
        if network is None or (exchange := network.exchanges.get(id_)) is None:
            return

        async def save(values: "dict[str, Value]", base: "Mapping[str, object] | None") -> bool:
            newest = self.house.network or network
            opened_on = type(exchange).model_validate(base)
            changed = changed_exchange(opened_on, values, newest)
            if why_not := refusal(changed, opened_on, newest, self.house.day):
                self.house.notify(why_not, severity="error")
                return False
            return changed == opened_on or await self.house.save(
                changed, base=opened_on, label="changed an exchange"
            )

        await self._fill(exchange_form(network, self._words, exchange), exchange_values(exchange), save)

    async def _delete_talk(self, id_: str) -> None:
        network = self.house.network
        if network is None or (exchange := network.exchanges.get(id_)) is None:
            return
        if await self.house.transact("deleted an exchange", lambda one: one.delete(exchange)):
            self.house.notify("Deleted. u takes it back.")

    async def _fill(self, form: "Form", values: "Mapping[str, Value]", submit: "Submit") -> bool:
        """Ask for a form; whether it was saved."""
        from tui.dialogs.form import FormDialog

        dialog = FormDialog(form, values, today=self.house.day, submit=submit, drafts=self.house)
        saved = await self.app.push_screen_wait(dialog)
        return bool(saved)

    def _allowed(self, record: "R", before: "R | None", network: "Network") -> "R":
        """The record, if the rules on entry allow it. Raises `Refused` with the sentence for why not."""
        from tui.domain.entry import refusal
        from tui.store import Refused

        if why_not := refusal(record, before, network, self.house.day):
            raise Refused(why_not)
        return record

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What needs a row is not offered without one."""
        if action in ("edit", "delete", "copy", "read", "mark", "pause", "suggest", "talks", "open_notes"):
            return self.is_mounted and self.rows.current is not None
        return True


def _called(chosen: "Sequence[Supporter]") -> str:
    return clean_line(chosen[0].name) if len(chosen) == 1 else f"{len(chosen)} supporters"


def _id_of(row: "Card | Heading") -> str:
    return "" if isinstance(row, Heading) else row.id
