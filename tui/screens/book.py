"""Import, the first step: which file people come from."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.domain.language.text import clean_line
from tui.guided import GuidedScreen
from tui.tasks.importing import Told, keeping, looked_at
from tui.widgets.line_input import LineInput
from tui.widgets.near_rows import NearRows
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.bringing.preview import Preview
    from tui.domain.records.contact import Found
    from tui.interchange.address_book import ColumnsUnknown
    from tui.interchange.near import Near

Previewed = Callable[[Path, "Found", "Preview"], Awaitable[bool]]
"""What comes next: shows what is in a file and what would come of it; whether that was accepted."""


class BookScreen(GuidedScreen[bool]):
    """Asks for a file, offers those near at hand, and reads it. The answer is whether any were taken in."""

    BINDING_GROUP_TITLE = "Import"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "read", "Read it", id="book.read", tooltip="Read it; nothing changes yet", priority=True
        ),
        Binding(
            "tab,down", "files", "Files near at hand", id="book.files", tooltip="To the files found nearby"
        ),
        Binding("shift+tab,i", "type", "Type a path", id="book.type", tooltip="Back to the line"),
        Binding("escape", "leave", "Leave", id="book.leave", tooltip="Leave; nothing has changed"),
    ]

    DEFAULT_CSS = """
    BookScreen {
        align: center top;
        & > Vertical { width: 100%; max-width: 100; height: 1fr; padding: 1 2; }
        & Static { height: auto; margin: 0 0 1 0; }
        & #book-said { color: $quiet; height: auto; min-height: 1; }
        & #book-said.-fault { color: $error; }
        & RowList { height: 1fr; }
        &.-low > Vertical { padding: 0 1; }
    }
    """

    line = getters.query_one(LineInput)
    rows = getters.query_one(RowList)

    def __init__(self, previewed: Previewed, last: str = "") -> None:
        """`previewed` is what comes next; `last` is the file an import was left at."""
        super().__init__()
        self._previewed = previewed
        self._last = last
        self._columns: dict[Path, dict[str, str]] = {}
        self._accepted = False

    def body(self) -> ComposeResult:
        """What to do, the line, and the files near at hand."""
        with Vertical():
            yield Static("BRING YOUR PEOPLE", classes="heading", markup=False)
            yield Static(
                "Export your contacts from the phone, the mailer or the web account, as vCard or CSV, and"
                " name the file or folder. You see everybody before anything changes; nothing leaves this"
                " computer.",
                markup=False,
            )
            yield LineInput(self._last, placeholder="~/Downloads/contacts.vcf")
            yield Static(id="book-said", markup=False)
            yield Static("Near at hand", id="book-near", classes="quiet", markup=False)
            yield NearRows()

    async def on_mount(self) -> None:
        """Look for files."""
        import asyncio

        from tui.interchange.near import near_at_hand, usual_folders

        self.line.focus()
        self.line.cursor_position = len(self._last)
        if self._last:
            self._say("You left this one half-way; enter goes on where you were.")
        folders = usual_folders(Path.home(), Path.cwd())
        near: Sequence[Near] = await asyncio.to_thread(near_at_hand, folders)
        self.rows.show(near)
        self.refresh_bindings()
        if not near:
            words = "No vCard or CSV file is near at hand; type the path of one, or drop it here."
            self.query_one("#book-near", Static).update(words)

    def action_read(self) -> None:
        """Read the file named in the line, once all that was typed before is in it."""
        keeping(self.app).hold_keys()
        self.line.call_later(lambda: self._read(self.line.value))

    @on(RowList.Opened)
    def _opened(self) -> None:
        near: Near | None = self.rows.current
        if near is not None:
            keeping(self.app).hold_keys()
            self.line.value = str(near.path)
            self._read(self.line.value)

    @work(exclusive=True, group="read")
    async def _read(self, typed: str) -> None:
        """Read it and show what is in it; what is wrong stands under the line."""
        from tui.interchange.near import meant

        try:
            if typed.strip():
                await self._go_on(meant(typed, Path.home()))
            elif self.rows.rows:
                self.rows.focus()
            else:
                self._say("Which file or folder is it?", fault=True)
        finally:
            self._let_keys_go()

    def _let_keys_go(self) -> None:
        """What was typed goes to what is there now; once people are taken in, it waits for their page."""
        if not self._accepted:
            keeping(self.app).let_keys_go()

    async def _go_on(self, path: Path) -> None:
        from tui.interchange.address_book import ColumnsUnknown, NotRead

        while True:
            self._say(f"Reading {path.name} …")
            try:
                found, preview = await looked_at(
                    self.app, path, self._columns.get(path, {}), self.post_message
                )
            except ColumnsUnknown as unknown:
                self._say("")
                if not await self._asked(path, unknown):
                    return
            except NotRead as error:
                self._say(str(error), fault=True)
                return
            else:
                self._say("")
                self._accepted = await self._previewed(path, found, preview)
                if self._accepted:
                    self.dismiss(True)
                return

    async def _asked(self, path: Path, unknown: "ColumnsUnknown") -> bool:
        """Ask what the columns hold; whether that was said."""
        from tui.dialogs.columns import ColumnsDialog

        answer = self.app.push_screen(ColumnsDialog(unknown.table), wait_for_dismiss=True)
        keeping(self.app).let_keys_go()
        self._columns[path] = await answer or {}
        keeping(self.app).hold_keys()
        return bool(self._columns[path])

    @on(Told)
    def _told(self, news: Told) -> None:
        if self.is_current:
            self._say(news.line)

    def _say(self, words: str, *, fault: bool = False) -> None:
        """Say under the line what is being done, or what is wrong."""
        line = self.query_one("#book-said", Static)
        line.update(clean_line(words))
        line.set_class(fault, "-fault")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """From the line to the files, where there are any, and back."""
        match action:
            case "read":
                return self.line.has_focus
            case "files":
                return bool(self.rows.rows) and self.line.has_focus
            case "type":
                return self.rows.has_focus
            case _:
                return True

    def on_descendant_focus(self) -> None:
        """Other keys work in the line than in the list."""
        self.refresh_bindings()

    def on_unmount(self) -> None:
        """What was typed for what is in the file goes to what is there instead."""
        self._let_keys_go()

    def action_files(self) -> None:
        """To the files near at hand."""
        if self.rows.rows:
            self.rows.focus()

    def action_type(self) -> None:
        """Back to the line."""
        self.line.focus()

    def explained(self) -> tuple[str, str]:
        """Title and text of the help."""
        return (
            "Bring your people",
            "vCard 2.1 to 4.0, folders of cards, CSV of Google, Outlook, LinkedIn and Apple, and what Allies"
            " writes. Any other table works too: you say what its columns hold.",
        )
