"""The log line: one line is typed, what is understood of it stands beneath, and enter keeps it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input

from tui.content import label, log_words
from tui.domain.log_line.corrections import Values, corrected, rule_meant, values_of
from tui.domain.log_line.heard import Heard, heard_in
from tui.domain.log_line.spoken import PARTS, PartName, Spoken, kept_in_words, spoken, which
from tui.domain.log_line.understand import understand
from tui.domain.log_line.understood import Understood, name_of
from tui.widgets.drawn import Drawn
from tui.widgets.line_input import LineInput
from tui.widgets.lines import cells, excerpt
from tui.widgets.row_list import RowList

from .choose import Choice, ChooseDialog
from .dialog import Dialog
from .fields import NotAccepted
from .form import DraftKeeper
from .log_line_forms import NoDrafts, PartForm, part_form, shown_again

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.domain.records.network import Network

    from .fields import Value

DRAFT = "exchange-line"
"""The name under which a half-typed line is kept."""

Keep = Callable[[Understood], Awaitable[bool]]
"""Saves what was understood; whether that is done."""

_EXAMPLES = (
    "coffee with Ana yesterday",
    "called Mara re thesis: she reads ch 2 by fri +guidance",
    "asked Dev for an intro to the club by friday",
    "Ana said yes",
    "promised Ben the route by tomorrow",
)
_TITLE_WIDTH = 14
_MOST_TO_CHOOSE = 9


class TypedLine(LineInput):
    """The line itself."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Keep it", id="log-line.enter", tooltip="Keep what is understood"),
        Binding(
            "down",
            "app.focus_next",
            "Correct",
            id="log-line.down",
            tooltip="To what is understood",
            show=False,
        ),
    ]


class LogLineDialog(Dialog[bool]):
    """Asks for a line. It closes when `keep` has saved what was understood; then the answer is True.

    `about` are the ids of those a line that names nobody is about.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+o", "keep", "Keep it", id="log-line.keep", tooltip="Keep what is understood", priority=True
        ),
        Binding(
            "f7",
            "keep_said",
            "Feedback, too",
            id="log-line.feedback",
            tooltip="Keep it, and write down what they said as feedback",
        ),
        Binding(
            "tab", "app.focus_next", "Correct", id="focus.next", tooltip="To what is understood, and back"
        ),
        *(
            Binding(
                str((place + 1) % 10),
                f"correct({place})",
                f"Part {(place + 1) % 10}",
                id=f"log-line.{(place + 1) % 10}",
                tooltip="Set this part right",
                show=False,
            )
            for place in range(len(PARTS))
        ),
        Binding(
            "escape", "leave", "Close", id="log-line.close", tooltip="Close; the line is kept as a draft"
        ),
    ]

    DEFAULT_CSS = """
    LogLineDialog {
        & .dialog--box { max-width: 92; }
        & RowList { margin: 1 0 0 0; height: 10; }
        & #log-line-examples { margin: 1 0 0 0; height: 10; }
        & #log-line-kept { margin: 1 0 0 0; }
        &.-low #log-line-kept { margin: 0; }
    }
    """

    rows = getters.query_one(RowList)
    line = getters.query_one(TypedLine)

    def __init__(
        self,
        network: "Callable[[], Network]",
        today: date,
        keep: Keep,
        drafts: DraftKeeper,
        *,
        about: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._network = network
        self._today = today
        self._keep = keep
        self._drafts = drafts
        self._about = tuple(about)
        self._fixes: dict[PartName, Values] = {}
        self._meant: dict[str, str] = {}
        self.at_rest = asyncio.Event()
        """Cleared while it saves: keys wait for what comes of that."""
        self.at_rest.set()
        self._done = False
        self._offers_feedback = False
        self.heard: Heard | None = None
        """What is to be kept as feedback, now that the line is."""
        self.understood = self._read("")

    def heading(self) -> str:
        """Who it is about, as long as the line names nobody else."""
        if (
            not self._about
            or (self.understood.people or self._about) != self._about
            or self.understood.unclear
        ):
            return "Log a line"
        names = [name_of(self._network(), id_) for id_ in self._about]
        return f"Log a line about {', '.join(names)}"

    def body(self) -> ComposeResult:
        yield TypedLine(self._typed_before(), placeholder="what happened, in your own words")
        yield Drawn(self._examples, id="log-line-examples")
        yield RowList[Spoken](self._draw, lambda part: part.part)
        yield Drawn(self._kept, id="log-line-kept")

    def _typed_before(self) -> str:
        draft = self._drafts.load_draft(DRAFT)
        line = draft.get("line") if isinstance(draft, dict) else None
        return line if isinstance(line, str) else ""

    def on_mount(self) -> None:
        """Begin in the line, with what was typed there the last time."""
        self._show()
        self.line.cursor_position = len(self.line.value)
        self.line.focus()

    # What is understood

    def _read(self, line: str) -> Understood:
        found = understand(
            line, self._network(), log_words(), self._today, about=self._about, meant=self._meant
        )
        return corrected(found, self._fixes)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        if not event.value.strip():
            self._fixes.clear()
            self._meant.clear()
        self._show()

    def _show(self) -> None:
        self.understood = self._read(self.line.value)
        blank = not self.line.value.strip()
        self.rows.display = not blank
        self.query_one("#log-line-examples", Drawn).display = blank
        self.rows.show(self._spoken())
        self.rows.redraw()
        self.query_one(".dialog--box").border_title = Content(self.heading())
        if self._offers_feedback != (offers := heard_in(self.understood) is not None):
            self._offers_feedback = offers
            self.refresh_bindings()
        self.query_one("#log-line-kept", Drawn).lay_out(self._kept)

    def _spoken(self) -> tuple[Spoken, ...]:
        found = self.understood
        return spoken(found, self._network(), self._today, label, found.unknown)

    def _draw(self, part: Spoken, width: int) -> Content:
        digit = (PARTS.index(part.part) + 1) % 10
        fixed = "✓" if part.part in self._fixes else " "
        style = "$accent bold" if part.open else "$foreground"
        head = Content.assemble((f"{digit} ", "$accent"), cells(part.title, _TITLE_WIDTH, "$quiet"))
        room = max(width - head.cell_length - 2, 0)
        return Content.assemble(head, excerpt(part.text, room, style), " ", (fixed, "$quiet"))

    def _kept(self, width: int) -> list[Content]:
        if not self.line.value.strip():
            return []
        found = self.understood
        if found.unclear:
            return Content(f"{which(found.unclear[0].name)} enter asks.").stylize("$accent").wrap(width)
        kept = Content(kept_in_words(found, self._network(), found.unknown)).stylize("$quiet")
        if self._offers_feedback:
            kept = Content.assemble(
                kept, "\n", ("f7", "$accent"), (" keeps what they said as feedback, too", "$quiet")
            )
        return kept.wrap(width)

    def _examples(self, width: int) -> list[Content]:
        return [Content("Such as")] + [cells(f"  {one}", width, "$quiet") for one in _EXAMPLES]

    # Setting it right

    @on(RowList.Opened)
    def _opened(self) -> None:
        part: Spoken | None = self.rows.current
        if part is not None:
            self.action_correct(PARTS.index(part.part))

    @work
    async def action_correct(self, place: int) -> None:
        """Set one part right, as the line is understood now: the people may have changed meanwhile."""
        if not self.line.value.strip():
            return
        self._show()
        part, found = PARTS[place], self.understood
        if part == "people" and found.unclear:
            await self._ask_who()
        elif part == "good_news":
            self._fixes[part] = {part: not found.good_news}
        else:
            await self._fill(part)
        self._show()

    async def _fill(self, part: PartName) -> None:
        async def take(values: "dict[str, Value]", _: "Mapping[str, object] | None") -> bool:
            again = values.get("again")
            if isinstance(again, str) and again and rule_meant(again) is None:
                raise NotAccepted("Write how it comes again, such as every sunday.", "again")
            if values.get("value") and not values.get("person"):
                raise NotAccepted("Who answered?", "person")
            self._fixes[part] = values
            return True

        values = dict(values_of(self.understood, part))
        if "again" in values:
            values["again"] = shown_again(values["again"])
        form = part_form(part, self.understood, self._network())
        await self.app.push_screen_wait(
            PartForm(form, values, today=self._today, submit=take, drafts=NoDrafts())
        )

    async def _ask_who(self) -> bool:
        """Ask who is meant by each name that several have; whether that is clear now."""
        while self.understood.unclear:
            unclear = self.understood.unclear[0]
            people = [self._network().supporters[id_] for id_ in unclear.ids[:_MOST_TO_CHOOSE]]
            options = [
                Choice(
                    one.id,
                    "●",
                    one.name,
                    " · ".join(filter(None, (one.relationship, f"{one.circle} circle"))),
                )
                for one in people
            ]
            chosen = await self.app.push_screen_wait(ChooseDialog(which(unclear.name), options, ""))
            if chosen is None:
                return False
            self._meant[unclear.name] = chosen
            self._show()
        return True

    # Keeping it

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_keep()

    def action_keep(self) -> None:
        """Keep it; where somebody is not clear, ask first."""
        self._begin_to_save(with_said=False)

    def action_keep_said(self) -> None:
        """Keep the line, and what they said as feedback."""
        self._begin_to_save(with_said=True)

    def _begin_to_save(self, *, with_said: bool) -> None:
        if self.at_rest.is_set():
            self.at_rest.clear()
            self._save(with_said=with_said)

    @work
    async def _save(self, *, with_said: bool) -> None:
        try:
            await self._saved(with_said=with_said)
        finally:
            self.at_rest.set()

    async def _saved(self, *, with_said: bool) -> None:
        """Ask who is meant, keep the line, and close."""
        if not self.line.value.strip():
            return
        self._show()
        if await self._ask_who() and await self._keep(self.understood):
            self.heard = heard_in(self.understood) if with_said else None
            self._done = True
            with suppress(OSError):
                self._drafts.drop_draft(DRAFT)
            self.dismiss(True)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Feedback is offered where somebody said something."""
        return action != "keep_said" or self._offers_feedback

    def keep_draft(self) -> None:
        """Keep the line, so that it comes back the next time."""
        if self._done or not self.is_mounted:
            return
        if self.line.value.strip():
            self._drafts.keep_draft(DRAFT, {"title": "Log a line", "line": self.line.value})
        else:
            self._drafts.drop_draft(DRAFT)

    def action_leave(self) -> None:
        """Close, keeping the line as a draft."""
        if not self.at_rest.is_set():
            return
        try:
            self.keep_draft()
        except OSError as error:
            reason = error.strerror or "the disk refuses"
            self.notify(f"The line cannot be kept as a draft: {reason}.", severity="error", markup=False)
            return
        if self.line.value.strip():
            self.notify("Kept as a draft; it comes back with L.", markup=False)
        self.dismiss(None)
