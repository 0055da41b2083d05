"""Import, the second step: everybody in the file, and whom to take, in which circle and as what."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.domain.language.matching import Match, read_match
from tui.domain.language.text import clean_line
from tui.guided import GuidedScreen
from tui.tasks.importing import Told, taken
from tui.widgets.contact_view import STATES, contact_line, contact_lines
from tui.widgets.detail_pane import DetailPane
from tui.widgets.filter_line import FilterLine
from tui.widgets.lines import counted
from tui.widgets.notices import EmptyState
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.preview import Order, Preview
    from tui.domain.language.plain import Plain
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.records.contact import Left

DRAFT = "import"
"""The draft of an import that was left half-way."""

CIRCLES = {"1": "inner", "2": "middle", "3": "outer"}
_ORDERS = {"name": "by name", "fullest": "fullest first", "file": "as in the file"}


class BringScreen(GuidedScreen[bool]):
    """Shows what an import would do. The answer is whether it was accepted."""

    BINDING_GROUP_TITLE = "Import"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                digit,
                f"place('{circle}')",
                circle.title(),
                id=f"bring.{circle}",
                tooltip=f"Take into the {circle} circle",
            )
            for digit, circle in CIRCLES.items()
        ),
        Binding("r", "relate", "As what", id="bring.relate", tooltip="Say what they are to you"),
        Binding("a,ctrl+o", "accept", "Accept", id="bring.accept", tooltip="Take in all that have a place"),
        Binding(
            "enter",
            "compare",
            "Compare",
            id="bring.compare",
            tooltip="Compare with who it is here, field by field",
        ),
        Binding("slash", "filter", "Filter", id="bring.filter", tooltip="Filter by words and terms"),
        Binding("m,space", "mark", "Mark", id="bring.mark", tooltip="Mark it, to place several at once"),
        Binding("M", "mark_all", "Mark all", id="bring.mark-all", tooltip="Mark all that are shown"),
        Binding("x,0", "leave_out", "Not this one", id="bring.leave-out", tooltip="Do not take it after all"),
        Binding("s", "sort", "Sort", id="bring.sort", tooltip="By name, fullest first, or as in the file"),
        Binding("w", "left", "What is left", id="bring.left", tooltip="What cannot be taken, and why"),
        Binding("right,l", "read", "Read", id="bring.read", tooltip="Go into what is beside", show=False),
        Binding(
            "tab", "app.focus_next", "Next part", id="focus.next", tooltip="To the next part", show=False
        ),
        Binding(
            "escape",
            "back",
            "Back",
            id="bring.back",
            tooltip="Unmark, show all, then leave; your choices are kept",
        ),
    ]

    DEFAULT_CSS = """
    BringScreen {
        overflow: hidden;
        & > Static { height: 1; padding: 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
        & #bring-summary { color: $quiet; }
        & #bring-body { width: 100%; height: 1fr; margin: 1 0 0 0; layout: horizontal; }
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
        &.-low #bring-body { margin-top: 0; }
        &.-narrow DetailPane { display: none; border-left: none; width: 1fr; }
        &.-narrow #bring-body.-reading RowList { display: none; }
        &.-narrow #bring-body.-reading DetailPane { display: block; }
    }
    """

    filter_line = getters.query_one(FilterLine)
    rows = getters.query_one(RowList)
    detail = getters.query_one(DetailPane)
    empty = getters.query_one(EmptyState)

    def __init__(self, path: str, left: "tuple[Left, ...]", preview: "Preview") -> None:
        super().__init__()
        self._path = path
        self._left = left
        self._preview = preview
        self._match = Match()
        self._order: Order = "name"
        self._words: Vocabulary = {}
        self._saving = False

    def body(self) -> ComposeResult:
        """Where they come from, how many, the list and the one under the cursor."""
        yield Static(f"IMPORT  {clean_line(Path(self._path).name)}", classes="guided--title", markup=False)
        yield Static(id="bring-summary", markup=False)
        yield FilterLine("words, or tag:family state:new has:birthday circle:inner")
        with Container(id="bring-body"):
            yield RowList(self._draw, lambda row: row.id)
            yield DetailPane()
        yield EmptyState(markup=False)

    def on_mount(self) -> None:
        """Go on where it was left, if it was this file."""
        from tui.content import vocabulary

        self._words = vocabulary()
        draft = self.house.load_draft(DRAFT)
        if isinstance(draft, dict) and draft.get("path") == self._path:
            count = self._preview.take_up(cast("Plain", draft.get("placed")))
            if count:
                self.notify(f"Going on where you left: {count} have a place.", markup=False)
        self._show()
        self.rows.focus()

    # What is shown

    def _show(self) -> None:
        rows = self._preview.shown(self._match, self._order)
        self.query_one("#bring-body").display = bool(rows)
        self.rows.show(rows)
        self._sum_up(len(rows))
        if rows:
            self.empty.hide()
        elif self._preview.rows:
            self.empty.say("Nobody fits this filter.", ("esc", "show all"))
        else:
            self.empty.say("Nobody in it can be taken.", ("w", "see why"), ("esc", "choose another file"))

    def _sum_up(self, shown: int) -> None:
        preview = self._preview
        counts = preview.counts()
        whole = counted(len(preview.rows), "person", "people")
        parts = [f"{shown} of {len(preview.rows)}" if self._match else whole]
        parts.append(f"{len(preview.placed)} taken")
        if preview.marked:
            parts.append(f"{len(preview.marked)} marked")
        parts += [f"{counts[state]} {words}" for state, (_, words) in STATES.items() if counts[state]]
        if self._left:
            parts.append(f"{len(self._left)} left")
        parts.append(_ORDERS[self._order])
        self._tell(" · ".join(parts))

    def _tell(self, line: str) -> None:
        self.query_one("#bring-summary", Static).update(line, layout=False)

    def _draw(self, row: "Row", width: int) -> Content:
        preview = self._preview
        return contact_line(
            row,
            preview.placed.get(row.number),
            preview.relationship(row),
            self._words,
            width,
            marked=row.number in preview.marked if preview.marked else None,
        )

    @on(RowList.Moved)
    def _moved(self) -> None:
        row = self._current
        if row is None:
            self.detail.show("", Content())
        else:
            placed = self._preview.placed.get(row.number)
            word = self._words["relationship"].get(self._preview.relationship(row))
            said = word.label if word is not None else ""
            self.detail.lay_out(row.id, lambda width: contact_lines(row, placed, said, width))
        self.refresh_bindings()

    @property
    def _current(self) -> "Row | None":
        row: Row | None = self.rows.current
        return row

    # Finding

    @on(FilterLine.Filtered)
    def _filter(self, event: FilterLine.Filtered) -> None:
        from tui.domain.bringing.preview import TERMS

        self._match = read_match(event.text, TERMS)
        self._show()
        self.rows.action_edge(-1)

    @on(FilterLine.Left)
    @on(DetailPane.Left)
    def _to_the_list(self) -> None:
        self.rows.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where there is room for one part only, show the one in use."""
        self.query_one("#bring-body").set_class(event.widget is self.detail, "-reading")

    def action_filter(self) -> None:
        """Filter the list; what is typed takes the place of what stood there."""
        self.filter_line.open()
        self.filter_line.select_all()

    def action_sort(self) -> None:
        """Put the list in the next order."""
        from tui.domain.bringing.preview import ORDERS

        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._show()

    def action_read(self) -> None:
        """Go into what is told of this one."""
        if self._current is not None:
            self.query_one("#bring-body").add_class("-reading")
            self.detail.focus()

    # Deciding

    def action_place(self, circle: str) -> None:
        """Take those chosen, into a circle."""
        chosen = self._preview.chosen(self._current)
        open_ = [row for row in chosen if row.maybe is not None]
        several = bool(self._preview.marked)
        placed = self._preview.place(chosen, circle)
        self._show()
        if open_:
            self._say_open(open_)
        elif chosen and not placed:
            self.notify(
                f"{clean_line(chosen[0].contact.name)} is here already, with all of this.", markup=False
            )
        elif not several:
            self.rows.action_move(1)

    def _say_open(self, rows: "list[Row]") -> None:
        if len(rows) == 1 and rows[0].maybe is not None:
            self.notify(f"May be {clean_line(rows[0].maybe.name)}: enter compares the two.", markup=False)
        else:
            self.notify(f"{len(rows)} may be somebody you have: enter compares, one by one.", markup=False)

    def action_leave_out(self) -> None:
        """Do not take those chosen."""
        self._preview.leave(self._preview.chosen(self._current))
        self._show()

    @work
    async def action_relate(self) -> None:
        """Say what those chosen are to the person."""
        from tui.dialogs.choose import Choice, ChooseDialog

        if not (chosen := self._preview.chosen(self._current)):
            return
        options = [
            Choice(word.id, " ", word.label, word.plain) for word in self._words["relationship"].values()
        ]
        now = self._preview.relationship(chosen[0])
        name = clean_line(chosen[0].contact.name)
        question = f"What is {name} to you?" if len(chosen) == 1 else f"What are these {len(chosen)} to you?"
        if relationship := await self.app.push_screen_wait(ChooseDialog(question, options, now)):
            self._preview.relate(chosen, relationship)
            self._show()

    def action_mark(self) -> None:
        """Mark the one under the cursor, or unmark it, and go on to the next."""
        if (row := self._current) is not None:
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
    async def action_compare(self) -> None:
        """Compare the one under the cursor with who it is, or may be, here; else read it."""
        from tui.tasks.comparing import compared

        row = self._current
        if row is None:
            return
        if row.maybe is None and not row.differences:
            self.action_read()
            return
        if await compared(self.app, self._preview, row):
            self._show()

    @work
    async def action_left(self) -> None:
        """Show what cannot be taken, and why."""
        from tui.dialogs.left import LeftDialog

        await self.app.push_screen_wait(LeftDialog(self._left))

    # The end

    @work
    async def action_accept(self) -> None:
        """Take in all that have a place."""
        if self._saving:
            return
        if not self._preview.placed:
            self.notify("Nobody has a place yet: 1, 2 or 3 takes one.", markup=False)
            return
        self._saving = True
        wanted = self._preview.decided()
        if await taken(self.app, self._preview, self.post_message):
            self.house.drop_draft(DRAFT)
            label = wanted.label.partition(": ")[2]
            open_ = self._preview.counts()["maybe"]
            left = (
                f" {open_} who may be somebody you have {'is' if open_ == 1 else 'are'} left."
                if open_
                else ""
            )
            self.house.notify(f"{label[:1].upper()}{label[1:]}.{left} u takes it back.")
            self.dismiss(True)
            return
        self._saving = False
        self._show()

    @on(Told)
    def _told(self, news: Told) -> None:
        if self._saving:
            self._tell(news.line)

    def keep_draft(self) -> None:
        """Keep what was decided: the terminal may be gone in a moment."""
        if not self._saving and (placed := self._preview.draft()):
            self.house.keep_draft(DRAFT, {"path": self._path, "placed": placed})

    def action_back(self) -> None:
        """Unmark; show all; then leave, with what was decided kept."""
        if self._preview.marked:
            self._preview.marked.clear()
            self._show()
        elif self.filter_line.value:
            self.filter_line.value = ""
            self.filter_line.remove_class("-open")
        elif not self._saving:
            self.keep_draft()
            self.dismiss(False)

    def explained(self) -> tuple[str, str]:
        """Title and text of the help."""
        return (
            "Import",
            "1, 2 and 3 take somebody into a circle, r says what they are to you. Mark several with m, or all"
            " that are shown with M, and place them at once. Whom you do not take stays out. Nothing changes"
            " before a.",
        )
