"""The page Supporters: the people, groups and communities, how close they are and how long it has been."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import BindingType
from textual.content import Content

from tui.domain.language.matching import Match, read_match
from tui.domain.language.text import clean_line
from tui.domain.people.directory_order import GROUPINGS, ORDERS, Grouping, Heading, Order
from tui.list_page import ListPage
from tui.tasks import asking, clocks, exchanges, exporting, loops, offering, supporters
from tui.widgets import supporter_keys
from tui.widgets.directory_line import directory_line
from tui.widgets.filter_line import FilterLine
from tui.widgets.row_list import RowList
from tui.widgets.supporter_row import heading_line, supporter_line
from tui.widgets.supporter_view import SupporterView

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.people.directory import Directory
    from tui.domain.people.directory_card import Card
    from tui.domain.records.network import Network
    from tui.domain.records.supporter import Supporter


class SupportersPage(ListPage):
    """Everybody who supports or could, in circles, with the whole of one beside."""

    KEY = "3"
    ORDER = 3
    TITLE = "Supporters"
    HELP = """The people, groups and communities behind your goals, in circles. \
Three letters stand for each kind of support somebody gives, as GIVES spells out beside the list; wide \
terminals have whole words. The days say how long ago you last spoke. \
The filter takes words, and terms: circle:inner gives:guidance state:paused due:overdue goal:thesis tag:club \
told:no relationship:friend knows:mara mentor:yes suggest:no."""

    FILTER_HINT = "words, or circle:inner gives:guidance due:overdue tag:club"
    NEEDS_A_ROW = supporter_keys.NEED_ONE
    NOTHING_YET = (
        "Nobody is here yet. Who could stand behind your goals?",
        (("n", "name the first person or group"), ("i", "bring people from an address book")),
    )
    NOTHING_FITS = "Nobody fits this filter."

    BINDINGS: ClassVar[list[BindingType]] = supporter_keys.KEYS

    DEFAULT_CSS = """
    SupportersPage {
        & #list-body { width: 100%; layout: horizontal; }
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
        &.-narrow #list-body.-reading RowList { display: none; }
        &.-narrow #list-body.-reading DetailPane { display: block; }
    }
    """

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

    def show_network(self, network: "Network") -> None:
        from tui.content import vocabulary
        from tui.domain.people.directory import directory_of

        self._words = vocabulary()
        self._directory = directory = directory_of(network, self.house.day)
        self._marked &= directory.cards.keys()
        self._show()
        self.run_worker(partial(directory.get_ready, self._order), thread=True, group="directory")

    def _show(self, *, from_the_top: bool = False) -> None:
        if (directory := self._directory) is None:
            return
        rows = directory.arranged(self._match, self._order, self._grouping)
        self.make_room(rows, directory)
        look = (directory, frozenset(self._marked), self._grouping, bool(self._match.words))
        self.show_rows(rows, directory.cards, from_the_top=from_the_top, look=look)
        line = directory_line(
            directory, rows, self._match, self._marked, order=self._order, grouping=self._grouping
        )
        self.sum_up(line)

    def row_id(self, row: "Card | Heading") -> str:
        return "" if isinstance(row, Heading) else row.id

    def draw_row(self, row: "Card | Heading", width: int) -> Content:
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
    def _close_notes(self) -> None:
        """Notes that were opened are hidden as soon as the cursor leaves, however soon it is back."""
        if self._current is None or self._current.id != self._notes_open_of:
            self._notes_open_of = ""

    def show_detail(self) -> None:
        card: Card | None = self.rows.current
        if (card is not None) != self._had_current:
            self._had_current = card is not None
            self.refresh_bindings()
        if card is None or self._directory is None:
            self.detail.show("", Content())
        else:
            self.detail.lay_out(card.id, self._view(card, self._directory).lines)

    def _view(self, card: "Card", directory: "Directory") -> SupporterView:
        return SupporterView(card, directory, self._words, open_notes=bool(self._notes_open_of))

    # Finding

    @on(FilterLine.Filtered)
    async def _filter(self, event: FilterLine.Filtered) -> None:
        from tui.domain.people.directory_terms import TERMS

        self._match = read_match(event.text, TERMS)
        async with self.in_one_frame():
            self._show(from_the_top=bool(self._match.words))

    def action_unfilter(self) -> None:
        """Unmark all; with nothing marked, show all again."""
        if self._marked:
            self._unmark()
        else:
            super().action_unfilter()

    def action_sort(self) -> None:
        """Put the list in the next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show()

    def action_group(self) -> None:
        """Group the list in the next way."""
        self._grouping = GROUPINGS[(GROUPINGS.index(self._grouping) + 1) % len(GROUPINGS)]
        self._show()

    def action_open_notes(self) -> None:
        """Show the notes of a sensitive one, until the cursor moves on."""
        if self._current is not None:
            self._notes_open_of = "" if self._notes_open_of else self._current.id
            self.show_detail()

    def action_copy(self) -> None:
        """Copy the name and how to reach them."""
        if (one := self._current) is not None:
            lines = (one.name, *one.emails, *one.phones)
            self.copy("\n".join(clean_line(line) for line in lines))

    # Marks

    def action_mark(self) -> None:
        """Mark the one under the cursor, or unmark it, and go on to the next."""
        if (one := self._current) is not None:
            self._marked ^= {one.id}
            self._show()
            self.rows.action_move(1)

    def _unmark(self) -> None:
        self._marked.clear()
        self._show()

    def action_mark_all(self) -> None:
        """Mark all that are shown; if they are already, none."""
        shown = {row.id for row in self.rows.rows if not isinstance(row, Heading)}
        self._marked = self._marked - shown if shown <= self._marked else self._marked | shown
        self._show()

    # Changing

    @work
    async def action_pause(self) -> None:
        """Pause those chosen; if all are paused, go on with them."""
        await supporters.pause(self.app, self._chosen)

    def action_ease(self) -> None:
        """Let the clock of those chosen rest, stop it, or let it run again."""
        clocks.ease(self.app, self._chosen)

    def action_brief(self) -> None:
        """Show what is good to know before talking with this one."""
        if (one := self._current) is not None:
            self.house.brief(one.id)

    @work
    async def action_suggest(self) -> None:
        """Never suggest those chosen; if none is suggested, do so again."""
        await supporters.suggest(self.app, self._chosen)

    @work
    async def action_delete(self) -> None:
        """Delete those chosen."""
        if await supporters.delete(self.app, self._chosen):
            self._marked.clear()

    @work
    async def action_merge(self) -> None:
        """Make one of the two that are marked, or of this one and who may be the same."""
        from tui.tasks.merging import likely_twin, settled

        chosen = self._chosen
        if len(chosen) == 1 and (twin := await likely_twin(self.app, chosen[0])) is not None:
            await settled(self.app, twin.one, twin.other, twin.why)
        elif len(chosen) == 2:
            if await settled(self.app, chosen[0], chosen[1], "You marked both."):
                self._unmark()
        else:
            self.house.notify("Nobody here seems to be the same person. Mark two with m, then =.")

    def action_export(self) -> None:
        """Write those that are marked, else all that are shown, as a file."""
        shown = [row.supporter for row in self.rows.rows if not isinstance(row, Heading)]
        if people := self._chosen if self._marked else shown:
            exporting.export(self.app, people)
        else:
            self.house.notify("There is nobody to export.")

    def action_new(self) -> None:
        """Add a supporter."""
        if self._directory is not None:
            supporters.add(self.app, self._words, self.go_to)

    def action_edit(self) -> None:
        """Change this supporter, or all that are marked."""
        if self._marked:
            supporters.change_several(self.app, self._chosen, self._words, self._unmark)
        elif self._current is not None:
            supporters.change(self.app, self._current, self._words)

    def action_log_line(self) -> None:
        """Log in one line; about those chosen, if it names nobody."""
        self.house.log_line([one.id for one in self._chosen])

    def action_log(self) -> None:
        """Record an exchange with those chosen."""
        if self._directory is not None:
            exchanges.log(self.app, self._chosen, self._words)

    def action_ask(self) -> None:
        """Ask this one for support."""
        if self._current is not None:
            asking.ask(self.app, supporter=self._current.id)

    def action_asks(self) -> None:
        """Show asks and offers with this one."""
        if self._current is not None:
            loops.show_loops(self.app, supporter=self._current.id)

    def action_offer(self) -> None:
        """Offer or promise this one something."""
        if self._current is not None:
            offering.offer(self.app, self._current.id)

    @work
    async def action_talks(self) -> None:
        """Show all exchanges with this one; change or delete one of them."""
        card: Card | None = self.rows.current
        if card is not None and self._directory is not None:
            talks = self._view(card, self._directory).talks()
            await exchanges.look_through(self.app, card.supporter.name, talks, self._words)
