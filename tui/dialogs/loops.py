"""Asks and offers, with one key for each step. It stays open, and follows what it changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content

from tui.widgets.drawn import Drawn
from tui.widgets.notices import EmptyState
from tui.widgets.row_list import RowList

from .dialog import Dialog

if TYPE_CHECKING:
    from tui.widgets.loop_row import Loop

_MOST_ROWS = 12


@dataclass(frozen=True)
class Rows:
    """What a list of asks and offers shows: the rows now, each as a line, and each in full."""

    now: "Callable[[], Sequence[Loop]]"
    line: "Callable[[Loop, int], Content]"
    full: "Callable[[Loop, int], list[Content]]"


Do = Callable[[str, "Loop"], None]
"""Takes a step: `sent`, `yes` ... of an ask, `kept` ... of an offer, `open` or `delete` of either."""


class LoopsDialog(Dialog[None]):
    """Lists asks and offers; a key says what became of the one under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("s", "step('sent','offered')", "Sent", id="loops.sent", tooltip="You asked, or offered it"),
        Binding("y", "step('yes','kept')", "Yes", id="loops.yes", tooltip="They said yes; you kept it"),
        Binding("n", "step('no','declined')", "No", id="loops.no", tooltip="They said no"),
        Binding("l", "step('later','')", "Later", id="loops.later", tooltip="Not now: in two weeks again"),
        Binding("p", "step('','promised')", "Promise", id="loops.promise", tooltip="You promised it"),
        Binding(
            "x",
            "step('silent','dropped')",
            "Let go",
            id="loops.silent",
            tooltip="No answer; or you could not",
        ),
        Binding("r", "step('remind','')", "Remind", id="loops.remind", tooltip="Write the one reminder"),
        Binding("e", "step('open','open')", "Words", id="loops.open", tooltip="Read or change the words"),
        Binding(
            "d", "step('delete','delete')", "Delete", id="loops.delete", tooltip="Delete it; u takes it back"
        ),
        Binding("u", "app.undo", "Undo", id="loops.undo", tooltip="Take back the last change"),
        Binding("ctrl+r", "app.redo", "Redo", id="loops.redo", tooltip="Do again", show=False),
        Binding("escape,q", "leave", "Close", id="loops.close", tooltip="Back"),
    ]

    DEFAULT_CSS = """
    LoopsDialog {
        & .dialog--box { max-width: 96; }
        & RowList { margin: 1 0; }
        & EmptyState { height: auto; padding: 1 0; }
    }
    """

    rows = getters.query_one(RowList)

    def __init__(self, heading: str, rows: Rows, do: Do, *, at: str = "") -> None:
        """`at` is the id of the row to begin at."""
        super().__init__()
        self._heading = heading
        self._shown = rows
        self._do = do
        self._at = at

    def heading(self) -> str:
        return self._heading

    def body(self) -> ComposeResult:
        yield RowList(self._shown.line, lambda loop: loop.id)
        yield EmptyState(markup=False)
        yield Drawn(self._full)

    def on_mount(self) -> None:
        """Show them, and follow whoever changes them."""
        self._follow()
        if self._at:
            self.rows.go_to(self._at)
        self.rows.focus()
        self.watch(self.app, "network", self._follow, init=False)

    def _follow(self) -> None:
        loops = self._shown.now()
        self.rows.styles.height = min(max(len(loops), 1), _MOST_ROWS)
        self.rows.display = bool(loops)
        self.rows.show(loops)
        if loops:
            self.query_one(EmptyState).hide()
        else:
            self.query_one(EmptyState).say("Nothing is asked or offered yet.", ("esc", "back; a asks"))
        self._say()

    @on(RowList.Moved)
    def _say(self) -> None:
        self.query_one(Drawn).lay_out(self._full)
        self.refresh_bindings()

    def _full(self, width: int) -> list[Content]:
        loop: Loop | None = self.rows.current if self.is_mounted and self.rows.display else None
        return [] if loop is None or not width else self._shown.full(loop, width)

    @on(RowList.Opened)
    def _open(self) -> None:
        self.action_step("open", "open")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A step is offered where it can be taken."""
        if action != "step":
            return True
        return bool(self._step(*map(str, parameters)))

    def _step(self, of_ask: str, of_offer: str) -> str:
        """The step for the row under the cursor; empty where there is none."""
        loop: Loop | None = self.rows.current if self.is_mounted else None
        if loop is None:
            return ""
        step = of_ask if loop.table == "ask" else of_offer
        if step == "remind" and loop.state != "sent":
            return ""
        return "" if step == loop.state else step

    def action_step(self, of_ask: str, of_offer: str) -> None:
        """Take a step of the one under the cursor."""
        loop: Loop | None = self.rows.current
        if loop is not None and (step := self._step(of_ask, of_offer)):
            self._do(step, loop)
