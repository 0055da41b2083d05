"""The base of pages, how they are found, and what they need of the app."""

import ast
import importlib.util
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol, cast, runtime_checkable

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import Screen

from tui.widgets.key_hints import KeyHints
from tui.widgets.nav_line import NavLine
from tui.widgets.notices import TooSmall
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.domain.language.words import Form
    from tui.domain.records.network import Network
    from tui.domain.records.record import Record
    from tui.store import Transaction

IMPORT: Literal["import"] = "import"
DEMO: Literal["demo"] = "demo"
"""What is asked for where people come from an address book."""

SCREENS = Path(__file__).parent / "screens"

BREAKPOINTS_ACROSS = [(0, "-tiny"), (40, "-narrow"), (80, "-normal"), (120, "-wide")]
BREAKPOINTS_DOWN = [(0, "-flat"), (12, "-low"), (24, "-middle"), (40, "-high")]
LEAST = Size(BREAKPOINTS_ACROSS[1][0], BREAKPOINTS_DOWN[1][0])
"""The smallest terminal in which anything is shown."""


def classes_for(size: Size) -> tuple[str, str]:
    """The classes of a screen of this size. A screen that has them from the first is laid out once less."""
    across = [name for least, name in BREAKPOINTS_ACROSS if size.width >= least]
    down = [name for least, name in BREAKPOINTS_DOWN if size.height >= least]
    return across[-1], down[-1]


_HEAD_OF_A_PAGE = re.compile(r"^class \w+\(\w*Page\):", re.MULTILINE)
_ENDS_OF_HEADS = ("    BINDINGS", "    def ", "    async def ", "    @", "class ", "def ", "async def ", "@")


class House(Protocol):
    """What a page needs of the app."""

    @property
    def network(self) -> "Network | None":
        """The newest network; None before the store is open."""

    @property
    def day(self) -> date:
        """The civil date in force."""

    @property
    def pages(self) -> "Sequence[PageEntry]":
        """All pages there are."""

    @property
    def quiet_mark(self) -> str:
        """A quiet word for the line at the top, such as "read-only"."""

    async def save(
        self,
        *records: "Record",
        label: str,
        base: "Record | None" = None,
        tidy: "Callable[[Record], Record] | None" = None,
    ) -> bool:
        """Save records in one transaction; whether that is done. Called from an async worker.

        `base` is the version the change of the record with its id started from. What goes wrong is told;
        a conflict is asked about, and `tidy` puts in order what came of joining both sides.
        """

    async def transact(self, label: str, change: "Callable[[Transaction], None]") -> bool:
        """Do several things in one transaction; whether that is done. What goes wrong is told."""

    def all_screens(self) -> "Sequence[Screen[object]]":
        """Every screen that is open, on whichever page."""

    def assess(self, form: "Form", goal: str | None = None) -> None:
        """Ask the questionnaire: one of its forms, for a new goal or for the goal with an id."""

    def bring(self) -> None:
        """Take people in from an address book."""

    def capture(self) -> None:
        """Write down feedback at once, over whatever is shown."""

    def log_line(self, about: "Sequence[str]" = ()) -> None:
        """Log in one line; a line that names nobody is about the supporters with these ids."""

    def look_back(self, decision: str) -> None:
        """Ask whether the decision with an id has helped."""

    def brief(self, supporter: str) -> None:
        """Show what is good to know before talking with the supporter with an id."""

    def catch_up(self) -> None:
        """Go through those who are due, one by one."""

    def go_to(self, title: str, task: str = "", key: str = "") -> None:
        """Go to the page with a title, to the record with an id, and begin there what `task` names."""

    async def draft_names(self) -> "Sequence[str]":
        """The names of all drafts."""

    def load_draft(self, name: str) -> object:
        """The draft of that name, or None."""

    def keep_draft(self, name: str, draft: dict[str, object]) -> None:
        """Keep a half-typed form, now."""

    def drop_draft(self, name: str) -> None:
        """The draft is no longer needed."""

    def notify(self, message: str, *, severity: Any = ...) -> None:
        """Tell something in passing. The severities are Textual's own words."""


@runtime_checkable
class ExplainsItself(Protocol):
    """A screen whose help depends on where one is in it."""

    def explained(self) -> tuple[str, str]:
        """The title and the text of its help, now."""


@runtime_checkable
class KeepsDraft(Protocol):
    """A screen with something half typed."""

    def keep_draft(self) -> None:
        """Keep it, now: the program is about to end."""


class Page(Screen[None], inherit_bindings=False):
    """One of the top-level screens.

    A page declares `KEY` (its digit), `ORDER`, `TITLE` and `HELP` as plain literals at the head of its
    class, composes itself in `body`, and draws in `show_network` whatever it is given.
    """

    KEY: ClassVar[str] = ""
    ORDER: ClassVar[int] = 0
    HELP: ClassVar[str | None] = ""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab", "app.focus_next", "Next part", id="focus.next", tooltip="To the next part", show=False
        ),
        Binding(
            "shift+tab",
            "app.focus_previous",
            "Part before",
            id="focus.back",
            tooltip="To the part before",
            show=False,
        ),
    ]

    DEFAULT_CSS = """
    Page { layers: base cover; overflow: hidden; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Network, date] | None = None
        self._errand: tuple[str, str] | None = None
        self.dressed_in = ""
        """The theme whose styles it has."""

    @property
    def house(self) -> House:
        """The app, as far as pages know it; `app` itself has the type of any Textual app."""
        return cast("House", self.app)

    def compose(self) -> ComposeResult:
        """The pages at the top, the page's own body, the keys at the bottom."""
        entries = [(entry.key, entry.title) for entry in self.house.pages]
        yield NavLine(entries, self.KEY, self.house.quiet_mark)
        yield from self.body()
        yield KeyHints()
        yield TooSmall()

    def body(self) -> ComposeResult:
        """What the page is made of."""
        yield from ()

    def show_network(self, network: "Network") -> None:
        """Draw this network. Called with the first one, with each next one, and on a new day."""

    def on_mount(self) -> None:
        """Follow the network and the day."""
        self.watch(self.app, "network", self.follow)
        self.watch(self.app, "day", self.follow)

    def on_screen_resume(self) -> None:
        """Take in what came while another page was shown."""
        self.follow()

    def back(self) -> bool:
        """Go back to the list; False where the keys are there already, and `q` leaves."""
        lists = [rows for rows in self.query(RowList) if rows.display]
        if not lists or self.focused is None or self.focused in lists:
            return False
        lists[0].focus()
        return True

    def mark_trouble(self) -> None:
        """Say at the top what the app says of the store."""
        for line in self.query(NavLine):
            line.mark(self.house.quiet_mark)

    def follow(self) -> None:
        """Draw the newest network, if it is not drawn yet and anybody can see it."""
        network, day = self.house.network, self.house.day
        if network is None or not self.is_current:
            return
        if self._shown is None or self._shown[0] is not network or self._shown[1] != day:
            self._shown = (network, day)
            self.query_one(NavLine).mark(self.house.quiet_mark)
            self.show_network(network)
            if self.focused is None:
                self.focus_next()
        if self._errand is not None:
            errand, self._errand = self._errand, None
            self.call_after_refresh(self.take_up, *errand)

    def come_for(self, task: str, key: str) -> None:
        """Take something up as soon as the network is drawn."""
        self._errand = (task, key)
        if self._shown is not None:
            self.follow()

    async def take_up(self, task: str, key: str) -> None:
        """Put the cursor on the record with an id, and begin there what `task`, an action, does."""
        rows = self.query(RowList)
        if key and rows:
            rows.first().go_to(key)
        if task and (not key or (rows and getattr(rows.first().current, "id", "") == key)):
            await self.run_action(task)


@dataclass(frozen=True)
class PageEntry:
    """A page as it is known before it is imported."""

    file: Path
    class_name: str
    key: str
    order: int
    title: str
    help: str

    def load(self) -> type[Page]:
        """The page's class; its module is imported the first time."""
        module = _module(self.file)
        page: type[Page] = getattr(module, self.class_name)
        return page


def pages(folder: Path = SCREENS) -> tuple[PageEntry, ...]:
    """The pages in a folder, in their order, read from the heads of their classes without importing them."""
    found = [entry for file in sorted(folder.glob("*.py")) if (entry := _entry(file)) is not None]
    return tuple(sorted(found, key=lambda entry: (entry.order, entry.key)))


def _entry(file: Path) -> PageEntry | None:
    source = file.read_text(encoding="utf-8")
    if (page := _HEAD_OF_A_PAGE.search(source)) is None:
        return None
    head: list[str] = []
    for line in source[page.start() :].splitlines():
        if head and line.startswith(_ENDS_OF_HEADS):
            break
        head.append(line)
    declared = dict(_literals(ast.parse("\n".join(head))))
    if not declared.get("KEY"):
        return None
    return PageEntry(
        file,
        head[0].split("(")[0].removeprefix("class "),
        str(declared["KEY"]),
        int(str(declared["ORDER"])),
        str(declared["TITLE"]),
        str(declared.get("HELP", "")),
    )


def _literals(head: ast.Module) -> Sequence[tuple[str, object]]:
    found: list[tuple[str, object]] = []
    for statement in ast.walk(head):
        match statement:
            case ast.Assign(targets=[ast.Name(name)], value=ast.Constant(value)):
                found.append((name, value))
            case ast.AnnAssign(target=ast.Name(name), value=ast.Constant(value)):
                found.append((name, value))
    return found


def _module(file: Path) -> ModuleType:
    name = f"tui.screens.{file.stem}"
    if file.parent == SCREENS:
        return importlib.import_module(name)
    spec = importlib.util.spec_from_file_location(name, file)
    if spec is None or spec.loader is None:
        raise ImportError(f"{file.name} is not a module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
