"""Text laid out in cells."""

from textual.content import Content
from textual.style import Style

from tui.domain.language.text import clean_line


def cells(text: str, width: int, style: str | Style = "") -> Content:
    """One line of exactly `width` cells: cleaned, cut with an ellipsis where it is longer."""
    if width <= 0:
        return Content()
    # No cell is narrower than the shortest character, so more characters than four a cell are never seen.
    content = Content(clean_line(text[: width * 4 + 80]))
    content = content.truncate(width, ellipsis=True, pad=True)
    return content.stylize(style) if style else content


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its word.

    >>> counted(1, "note"), counted(3, "note"), counted(2, "person", "people")
    ('1 note', '3 notes', '2 people')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
