"""Import, the first step: which file people come from."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from tui.domain.language.text import clean_line
from tui.guided import GuidedScreen
from tui.tasks.importing import Told, looked_at
from tui.widgets.line_input import LineInput
from tui.widgets.lines import cells
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.domain.bringing.preview import Preview
    from tui.domain.records.contact import Found
    from tui.interchange.address_book import ColumnsUnknown
    from tui.interchange.near import Near

Book = tuple[str, "Found", "Preview"]
"""What the file is called, what is in it, and what would come of it."""


class BookScreen(GuidedScreen[Book]):
    """Asks for a file, offers those near at hand, and reads it. The answer is what was read."""

    BINDING_GROUP_TITLE = "Import"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "tab,down", "files", "Files near at hand", id="book.files", tooltip="To the files found nearby"
        ),
        Binding("shift+tab", "type", "Type a path", id="book.type", tooltip="Back to the line", show=False),
        Binding("escape", "leave", "Leave", id="book.leave", tooltip="Leave; nothing has changed"),
    ]

    DEFAULT_CSS = """
    BookScreen {
        align: center top;
        & > Vertical { width: 100%; max-width: 100; height: 1fr; padding: 1 2; }
        & Static { height: auto; margin: 0 0 1 0; }
        & #book-error { color: $error; display: none; }
        & #book-error.-shown { display: block; }
        & LineInput { margin: 0 0 1 0; }
        & RowList { height: 1fr; }
        &.-low > Vertical { padding: 0 1; }
    }
    """

    line = getters.query_one(LineInput)
    rows = getters.query_one(RowList)

    def __init__(self, last: str = "") -> None:
        """`last` is the file an import was left at."""
        super().__init__()
        self._last = last
        self._columns: dict[str, str] = {}

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
            yield Static(id="book-error", markup=False)
            yield Static("Near at hand", id="book-near", classes="quiet", markup=False)
            yield RowList(self._draw, lambda near: str(near.path))

    async def on_mount(self) -> None:
        """Look for files."""
        import asyncio

        from tui.interchange.near import near_at_hand, usual_folders

        self.line.focus()
        self.line.cursor_position = len(self._last)
        folders = usual_folders(Path.home(), Path.cwd())
        near: Sequence[Near] = await asyncio.to_thread(near_at_hand, folders)
        self.rows.show(near)
        if not near:
            self._say("No vCard or CSV file is near at hand.")

    def _say(self, words: str) -> None:
        self.query_one("#book-near", Static).update(words)

    def _draw(self, near: "Near", width: int) -> Content:
        size = f"{max(near.size // 1_000, 1)} kB"
        room = max(width - len(size) - 2, 8)
        folder = str(near.path.parent).replace(str(Path.home()), "~", 1)
        name = Content.assemble(near.path.name, (f"  {folder}", "$quiet"))
        return (
            Content.assemble(
                cells(clean_line(near.path.name), min(room, 34)),
                " ",
                cells(clean_line(folder), max(room - 35, 0), "$quiet"),
                (f"  {size}", "$quiet"),
            )
            if room > 40
            else name.truncate(room, ellipsis=True, pad=True)
        )

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        from tui.interchange.near import meant

        if event.value.strip():
            self.read(meant(event.value, Path.home()))
        else:
            self.action_files()

    @on(RowList.Opened)
    def _chosen(self) -> None:
        near: Near | None = self.rows.current
        if near is not None:
            self.line.value = str(near.path)
            self.read(near.path)

    @work(exclusive=True, group="read")
    async def read(self, path: Path) -> None:
        """Read it; what is wrong stands under the line."""
        from tui.interchange.address_book import ColumnsUnknown, NotRead

        self._fault("")
        while True:
            try:
                found, preview = await looked_at(self.app, [path], self._columns, self.post_message)
            except ColumnsUnknown as unknown:
                if not await self._asked(unknown):
                    self._say("Near at hand")
                    return
            except NotRead as error:
                self._fault(str(error))
                self._say("Near at hand")
                return
            else:
                self.dismiss((str(path), found, preview))
                return

    async def _asked(self, unknown: "ColumnsUnknown") -> bool:
        """Ask what the columns hold; whether that was said."""
        from tui.dialogs.columns import ColumnsDialog

        columns = await self.app.push_screen_wait(ColumnsDialog(unknown.table))
        self._columns = columns or {}
        return bool(columns)

    @on(Told)
    def _told(self, news: Told) -> None:
        self._say(news.line)

    def _fault(self, sentence: str) -> None:
        line = self.query_one("#book-error", Static)
        line.update(clean_line(sentence))
        line.set_class(bool(sentence), "-shown")

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
