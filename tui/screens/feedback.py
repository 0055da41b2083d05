"""The page Feedback: what people said, and what became of it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from tui.domain.days import day_in_words
from tui.domain.matching import Match, read_match
from tui.domain.text import clean_line, clean_note, fold
from tui.page import Page
from tui.widgets.detail_pane import DetailPane
from tui.widgets.filter_line import FilterLine
from tui.widgets.lines import cells
from tui.widgets.notices import EmptyState
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.domain.feedback import Feedback
    from tui.domain.network import Network
    from tui.store import Transaction

STATES = {
    "waiting": "to sort",
    "parked": "parked",
    "accepted": "accepted",
    "adapted": "adapted",
    "declined": "declined",
}
FORMS = {"keep": "keep", "stop": "stop", "start": "start", "next-time": "next time"}
ABOUT = {"task": "the task", "way": "the way of working", "person": "the person"}
ABOUT_SHORT = {"task": "task", "way": "way", "person": "person"}
CHANNELS = {"call": "call", "text": "text", "mail": "mail", "video": "video", "in-person": "in person"}
ROOM_FOR_WORDS = 24
TERMS = ("state", "about", "form", "from", "goal")


class FeedbackPage(Page):
    """Every piece of feedback, newest first, with the whole of one beneath."""

    KEY = "7"
    ORDER = 7
    TITLE = "Feedback"
    HELP = """What people said about your goals, and what became of it. \
Write it down as you heard it: what was seen, what it led to, and what they would do. \
The filter takes words, and terms: state:accepted about:task form:keep from:ana goal:thesis."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "new", "New", id="feedback.new", tooltip="Write down new feedback"),
        Binding("e", "edit", "Edit", id="feedback.edit", tooltip="Change this feedback"),
        Binding(
            "d", "delete", "Delete", id="feedback.delete", tooltip="Delete this feedback; u takes it back"
        ),
        Binding("slash", "filter", "Filter", id="feedback.filter", tooltip="Filter by words and terms"),
        Binding("y", "copy", "Copy", id="feedback.copy", tooltip="Copy what was said"),
        Binding(
            "right,l", "read", "Read", id="feedback.read", tooltip="Go into the text beneath", show=False
        ),
        Binding("escape", "unfilter", "Clear filter", id="feedback.unfilter", tooltip="Show all", show=False),
    ]

    DEFAULT_CSS = """
    FeedbackPage {
        & #feedback-summary { height: 1; margin: 1 0 0 0; padding: 0 1; color: $quiet; }
        & #feedback-body { height: 1fr; margin: 1 0 0 0; }
        & DetailPane { height: 40%; }
        &.-low DetailPane { height: 5; }
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
        self._all: list[Feedback] = []
        self._match = Match()
        self._date_width = 10

    def body(self) -> ComposeResult:
        yield Static(id="feedback-summary", markup=False)
        yield FilterLine("words, or state:accepted about:task form:keep from:ana goal:thesis")
        with Container(id="feedback-body"):
            yield RowList(self._draw, _id_of)
            yield DetailPane()
        yield EmptyState(markup=False)

    def show_network(self, network: "Network") -> None:
        notes = network.feedback.values()
        self._all = sorted(notes, key=lambda note: (note.date, note.id), reverse=True)
        self._date_width = max(
            (len(day_in_words(note.date, self.house.day)) for note in self._all), default=10
        )
        self._show()

    def _show(self) -> None:
        shown = [note for note in self._all if self._fits(note)] if self._match else self._all
        self.rows.show(shown)
        self._summarise(len(shown))
        if not self._all:
            self.empty.say("No feedback yet. Somebody said something worth keeping?", ("n", "write it down"))
        elif not shown:
            self.empty.say("Nothing fits this filter.", ("esc", "show all"))
        else:
            self.empty.hide()
        self.query_one("#feedback-body").display = bool(shown)

    def _summarise(self, shown: int) -> None:
        counts = dict.fromkeys(STATES, 0)
        for note in self._all:
            counts[note.state] += 1
        parts = [f"{word} {counts[state]}" for state, word in STATES.items() if counts[state]]
        if self._match:
            parts.insert(0, f"{shown} of {len(self._all)}")
        self.query_one("#feedback-summary", Static).update(Content(" · ".join(parts)))

    def _fits(self, note: "Feedback") -> bool:
        state = STATES[note.state]
        terms = {
            "state": (note.state, state, "stings") if note.stings else (note.state, state),
            "about": (note.about or "",),
            "form": (note.form or "",),
            "from": (self._who(note),),
            "goal": (self._goal(note),),
        }
        return self._match.takes(
            lambda: fold(" ".join((note.text, self._who(note), note.suggestion, note.observed, note.effect))),
            terms,
        )

    def _who(self, note: "Feedback") -> str:
        network = self.house.network
        if network is None or note.supporter is None:
            return ""
        supporter = network.supporters.get(note.supporter)
        return supporter.name if supporter is not None else "someone"

    def _goal(self, note: "Feedback") -> str:
        network = self.house.network
        if network is None or note.goal is None:
            return ""
        goal = network.goals.get(note.goal)
        return goal.title if goal is not None else ""

    def _draw(self, note: "Feedback", width: int) -> Content:
        """Date, who, what was said and where it stands; and, while there is room, its form and subject."""
        state = "stings" if note.stings and note.state == "waiting" else STATES[note.state]
        columns = [
            cells(FORMS[note.form] if note.form else "", 9, "$quiet"),
            cells(ABOUT_SHORT[note.about] if note.about else "", 6, "$quiet"),
        ]
        head = Content.assemble(
            cells(day_in_words(note.date, self.house.day), self._date_width, "$quiet"),
            "  ",
            cells(self._who(note), min(max(width // 5, 10), 22)),
            "  ",
        )
        tail = Content.assemble("  ", cells(state, 8, "$accent" if note.state == "waiting" else "$quiet"))
        room = width - head.cell_length - tail.cell_length
        for column in columns:
            if room - column.cell_length - 2 >= ROOM_FOR_WORDS:
                tail = Content.assemble("  ", column, tail)
                room -= column.cell_length + 2
        return Content.assemble(head, cells(note.text, room), tail)

    @on(RowList.Moved)
    def _show_detail(self) -> None:
        self.refresh_bindings()
        note = self.rows.current
        if note is None:
            self.detail.show("", Content())
            return
        said_by = [self._who(note) or "Somebody", day_in_words(note.date, self.house.day)]
        if note.channel:
            said_by.append(CHANNELS[note.channel])
        if goal := self._goal(note):
            said_by.append(clean_line(goal))
        lines = [
            Content.assemble(
                (clean_line(said_by[0]), "$accent bold"), (" · " + " · ".join(said_by[1:]), "$quiet")
            ),
            Content(clean_note(note.text)),
        ]
        facts = (
            ("when", note.situation),
            ("seen", note.observed),
            ("effect", note.effect),
            ("suggests", note.suggestion),
            ("about", ABOUT[note.about] if note.about else ""),
            ("form", FORMS[note.form] if note.form else ""),
            ("stands", self._standing(note)),
        )
        lines += [
            Content.assemble((f"{label:<10}", "$quiet"), clean_note(text)) for label, text in facts if text
        ]
        self.detail.show(note.id, Content("\n").join([lines[0], "", *lines[1:2], "", *lines[2:]]))

    def _standing(self, note: "Feedback") -> str:
        parts = [STATES[note.state]]
        if note.stings:
            parts.append("stings")
        if note.verdict_on:
            parts.append(f"on {day_in_words(note.verdict_on, self.house.day)}")
        if note.parked_until and note.verdict == "park":
            parts.append(f"until {day_in_words(note.parked_until, self.house.day)}")
        return ", ".join(parts)

    @on(FilterLine.Filtered)
    def _filter(self, event: FilterLine.Filtered) -> None:
        self._match = read_match(event.text, TERMS)
        self._show()

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
        self.rows.focus()

    @on(RowList.Opened)
    def action_read(self) -> None:
        """Go into the text of the feedback."""
        if self.rows.current is not None:
            self.detail.focus()

    def action_copy(self) -> None:
        """Copy what was said."""
        if (note := self.rows.current) is not None:
            self.app.copy_to_clipboard(clean_note(note.text))
            self.house.notify("Copied.")

    @work
    async def action_new(self) -> None:
        """Write down new feedback."""
        from tui.dialogs.fields import Form
        from tui.dialogs.form import FormDialog

        added: list[str] = []

        async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
            from tui.domain.feedback import Feedback

            def add(transaction: "Transaction") -> None:
                added.append(transaction.put(Feedback(**values)).id)

            return await self.house.transact("added feedback", add)

        form = Form("feedback-new", "New feedback", self._form_fields())
        saved = await self.app.push_screen_wait(
            FormDialog(form, {"date": self.house.day}, today=self.house.day, submit=save, drafts=self.house)
        )
        if saved:
            self.rows.go_to(added[-1])

    @work
    async def action_edit(self) -> None:
        """Change this feedback."""
        from tui.dialogs.fields import Form
        from tui.dialogs.form import FormDialog

        if (note := self.rows.current) is None:
            return

        async def save(values: dict[str, Any], base: Mapping[str, object] | None) -> bool:
            opened_on = type(note).model_validate(base)
            changed = opened_on.changed_to(**values)
            if changed == opened_on:
                return True
            return await self.house.save(changed, base=opened_on, label="edited feedback")

        form = Form(f"feedback-{note.id}", "Feedback", self._form_fields(), base=note.document())
        await self.app.push_screen_wait(
            FormDialog(form, dict(note), today=self.house.day, submit=save, drafts=self.house)
        )

    @work
    async def action_delete(self) -> None:
        """Delete this feedback."""
        if (note := self.rows.current) is None:
            return
        if await self.house.transact("deleted feedback", lambda transaction: transaction.delete(note)):
            self.house.notify("Deleted. u takes it back.")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What needs a row is not offered without one."""
        if action in ("edit", "delete", "copy", "read"):
            return self.is_mounted and self.rows.current is not None
        if action == "unfilter":
            return bool(self._match)
        return True

    def _form_fields(self) -> tuple[Any, ...]:
        from tui.dialogs.fields import Field

        network = self.house.network
        supporters = network.supporters.values() if network is not None else ()
        goals = network.goals.values() if network is not None else ()
        return (
            Field("text", "They said", "note", required=True),
            Field(
                "supporter",
                "Who",
                "name",
                options=tuple((one.id, one.name) for one in supporters),
                what="supporter",
                help="a supporter's name, or empty",
            ),
            Field("date", "When", "date", required=True, past=True, help="today, Friday, 20 Mar"),
            Field(
                "goal",
                "Goal",
                "name",
                options=tuple((one.id, one.title) for one in goals),
                what="goal",
                help="part of its title, or empty",
            ),
            Field("form", "It asks to", "choice", options=tuple(FORMS.items())),
            Field("about", "It is about", "choice", options=tuple(ABOUT.items())),
            Field("situation", "Situation", "note"),
            Field("observed", "They saw", "note"),
            Field("effect", "It led to", "note"),
            Field("suggestion", "They suggest", "note"),
            Field("stings", "It stings", "flag"),
        )


def _id_of(note: "Feedback") -> str:
    return note.id
