"""The line at the top: the name, the pages and which of them this is."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget


class NavLine(Widget):
    """All pages with their keys; where they do not fit, only this page keeps its title."""

    DEFAULT_CSS = """
    NavLine {
        height: 1;
        dock: top;
        color: $quiet;
    }
    """

    def __init__(self, pages: Sequence[tuple[str, str]], here: str, mark: str = "") -> None:
        """`pages` are keys and titles, `here` is the key of this one, `mark` a quiet word at the end."""
        super().__init__()
        self._pages = pages
        self._here = here
        self._mark = mark

    def mark(self, word: str) -> None:
        """Put a quiet word at the end of the line, such as "read-only"."""
        self._mark = word
        self.refresh()

    def render(self) -> Content:
        """The longest version that fits."""
        width = self.size.width
        mark = f" {self._mark} " if self._mark else ""
        for titles, name in ((True, " ALLIES  "), (False, " ALLIES  "), (False, "")):
            line = Content.assemble(
                (name, "$accent bold"), *(self._page(page, titles) for page in self._pages)
            )
            if line.cell_length + len(mark) <= width:
                break
        gap = " " * max(width - line.cell_length - len(mark), 0)
        return Content.assemble(line, gap, (mark, "$accent"))

    def _page(self, page: tuple[str, str], titles: bool) -> Content:
        key, title = page
        if key == self._here:
            words = f"{key} {title}"
            return Content.assemble(("▌", "$accent"), (words, "$foreground bold"), ("▐", "$accent"))
        return Content(f" {key} {title} " if titles else f" {key} ")
