"""Import, the second step: everybody in the file, and whom to take, in which circle and as what."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from tui.content import vocabulary
from tui.domain.language.matching import Match, read_match
from tui.domain.language.text import clean_line
from tui.guided import GuidedScreen
from tui.tasks import half_way, placing
from tui.tasks.forms import let_go
from tui.tasks.importing import Told, keeping, taken
from tui.widgets.bring_keys import KEYS
from tui.widgets.contact_rows import ContactRows
from tui.widgets.filter_line import FilterLine
from tui.widgets.notices import EmptyState
from tui.widgets.preview_body import PreviewBody
from tui.widgets.preview_line import preview_line
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.domain.bringing.preview import Order, Preview
    from tui.domain.bringing.taking import Import
    from tui.domain.records.contact import Left


class BringScreen(GuidedScreen[bool]):
    """Shows what an import would do. The answer is whether it was accepted."""

    BINDING_GROUP_TITLE = "Import"
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    DEFAULT_CSS = """
    BringScreen {
        overflow: hidden;
        & > Static { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & #bring-summary { color: $quiet; }
        & PreviewBody { width: 100%; height: 1fr; margin: 1 0 0 0; layout: horizontal; }
        & RowList { width: 3fr; height: 100%; }
        & DetailPane {
            width: 2fr;
            height: 100%;
            border-top: none;
            border-left: solid $line;
            padding: 0 0 0 1;
            &:focus { border-top: none; border-left: solid $accent; }
            & > Drawn { padding: 0; }
        }
        &.-low PreviewBody { margin-top: 0; }
        &.-narrow DetailPane { display: none; border-left: none; width: 1fr; }
        &.-narrow PreviewBody.-reading RowList { display: none; }
        &.-narrow PreviewBody.-reading DetailPane { display: block; }
    }
    """

    filter_line = getters.query_one(FilterLine)
    people = getters.query_one(PreviewBody)
    rows = getters.query_one(ContactRows)
    empty = getters.query_one(EmptyState)

    def __init__(self, path: str, left: "tuple[Left, ...]", preview: "Preview") -> None:
        super().__init__()
        self._path = path
        self._left = left
        self._preview = preview
        self._match = Match()
        self._order: Order = "name"
        self._words = vocabulary()
        self._saving = False

    def body(self) -> ComposeResult:
        """Where they come from, how many, the list and the one under the cursor."""
        yield Static(f"IMPORT  {clean_line(Path(self._path).name)}", classes="guided--title", markup=False)
        yield Static(id="bring-summary", markup=False)
        yield FilterLine("words, or tag:family state:new has:birthday circle:inner")
        yield PreviewBody(self._preview, self._words)
        yield EmptyState(markup=False)

    def on_mount(self) -> None:
        """Go on where it was left, if it was this file."""
        if half_way.go_on(self.house, self._path, self._preview):
            self.notify(f"Going on where you left: {len(self._preview.placed)} taken.", markup=False)
        self._show()
        self.rows.focus()
        keeping(self.app).let_keys_go()

    # What is shown

    def _show(self) -> None:
        rows = self._preview.shown(self._match, self._order)
        self.people.show(rows)
        filtered = bool(self._match)
        self._tell(preview_line(self._preview, len(rows), self._left, self._order, filtered=filtered))
        if rows:
            self.empty.hide()
            if self.focused is None and self.is_mounted:
                self.rows.focus()
        elif self._preview.rows:
            self.empty.say("Nobody fits this filter.", ("esc", "show all"))
        else:
            self.empty.say("Nobody in it can be taken.", ("w", "see why"), ("esc", "choose another file"))

    def _tell(self, line: str) -> None:
        self.query_one("#bring-summary", Static).update(line, layout=False)

    @on(PreviewBody.Moved)
    def _moved(self) -> None:
        self.refresh_bindings()

    # Finding

    @on(FilterLine.Filtered)
    def _filter(self, event: FilterLine.Filtered) -> None:
        from tui.domain.bringing.preview import TERMS

        self._match = read_match(event.text, TERMS)
        self._show()
        self.rows.action_edge(-1)

    @on(FilterLine.Left)
    def _to_the_list(self) -> None:
        self.rows.focus()

    def action_filter(self) -> None:
        """Filter the list; what is typed takes the place of what stood there."""
        self.filter_line.open()
        self.filter_line.select_all()

    def action_view(self) -> None:
        """Show those taken, then those of each state, then all again."""
        self.filter_line.value = view = self._preview.next_view(self.filter_line.value)
        self.filter_line.set_class(bool(view), "-open")

    def action_sort(self) -> None:
        """Put the list in the next order."""
        from tui.domain.bringing.preview import ORDERS

        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show()

    def action_read(self) -> None:
        """Go into what is told of this one."""
        self.people.read()

    # Deciding

    def action_place(self, circle: str) -> None:
        """Take those chosen, into a circle."""
        several = bool(self._preview.marked)
        chosen = self._preview.chosen(self.people.current)
        placed = placing.place(self.app, self._preview, chosen, circle)
        self._show()
        if placed and not several:
            self.rows.action_move(1)

    def action_leave_out(self) -> None:
        """Do not take those chosen."""
        self._preview.leave(self._preview.chosen(self.people.current))
        self._show()

    @work
    async def action_relate(self) -> None:
        """Say what those chosen are to the person."""
        chosen = self._preview.chosen(self.people.current)
        if chosen and await placing.relate(self.app, self._preview, chosen, self._words):
            self._show()

    def action_undo(self) -> None:
        """Take back what was decided last."""
        self._step(self._preview.undo(), "Nothing is decided that could be taken back.")

    def action_redo(self) -> None:
        """Decide again what was taken back."""
        self._step(self._preview.redo(), "Nothing was taken back.")

    def _step(self, done: bool, words: str) -> None:
        if done:
            self._show()
        else:
            self.notify(words, markup=False)

    def action_mark(self) -> None:
        """Mark the one under the cursor, or unmark it, and go on to the next."""
        if (row := self.people.current) is not None:
            self._preview.marked ^= {row.number}
            self._show()
            self.rows.action_move(1)

    def action_mark_all(self) -> None:
        """Mark all that are shown; if they are already, none."""
        shown = {row.number for row in self.rows.rows}
        marked = self._preview.marked
        self._preview.marked = marked - shown if shown <= marked else marked | shown
        self._show()

    @on(RowList.Opened)
    @work
    async def _compare(self) -> None:
        """Compare the one under the cursor with who it is, or may be."""
        from tui.tasks.comparing import compared

        row = self.people.current
        if row is None:
            return
        if await compared(self.app, self._preview, row):
            self._show()

    @work
    async def action_left(self) -> None:
        """Show what cannot be taken, and why."""
        from tui.dialogs.left import LeftDialog

        await self.app.push_screen_wait(LeftDialog(self._left))

    # The end

    def action_accept(self) -> None:
        """Take in all that have a place now; keys typed from here on wait for what comes then."""
        if not self._preview.placed:
            self.notify("Nobody has a place yet: 1, 2 or 3 takes one.", markup=False)
        elif not self._saving:
            self._saving = True
            keeping(self.app).hold_keys()
            self._take_in(self._preview.decided())

    @work
    async def _take_in(self, wanted: "Import") -> None:
        if await taken(self.app, wanted, self.post_message):
            let_go(self.app, half_way.DRAFT)
            self.house.notify(placing.done(self._preview, wanted.label))
            self.dismiss(True)
            return
        self._saving = False
        self._show()
        keeping(self.app).let_keys_go()

    @on(Told)
    def _told(self, news: Told) -> None:
        if self._saving:
            self._tell(news.line)

    def keep_draft(self) -> None:
        """Keep what was decided: the terminal may be gone in a moment."""
        half_way.keep(self.house, self._path, self._preview)

    def action_back(self) -> None:
        """Unmark; show all; then leave, with what was decided kept."""
        if self._saving:
            self.notify("It is being saved; u takes it back then.", markup=False)
        elif self._preview.marked:
            self._preview.marked.clear()
            self._show()
        elif self.filter_line.value:
            self.filter_line.value = ""
            self.filter_line.remove_class("-open")
        else:
            self._leave()

    def _leave(self) -> None:
        """Back to the files; what was decided and cannot be kept stays in sight."""
        try:
            kept = half_way.keep(self.house, self._path, self._preview)
        except OSError as error:
            reason = error.strerror or "the disk refuses"
            self.notify(f"What you decided cannot be kept: {reason}.", severity="error", markup=False)
            return
        if kept:
            self.house.notify("Nothing is changed. What you decided is kept for this file.")
        self.dismiss(False)

    def explained(self) -> tuple[str, str]:
        """Title and text of the help."""
        return (
            "Import",
            "1, 2 and 3 take somebody into a circle, r says what they are to you. Mark several with m, or all"
            " that are shown with M, and place them at once. Whom you do not take stays out. Nothing changes"
            " before a.",
        )
