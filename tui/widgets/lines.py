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


def excerpt(text: str, width: int, style: str | Style = "") -> Content:
    """One line of exactly `width` cells of a text, cut after a whole word where one ends in time."""
    line = clean_line(text[: width * 4 + 80])
    if width <= 0 or Content(line).cell_length <= width:
        return cells(line, width, style)
    cut = Content(line).truncate(width, ellipsis=True).plain.removesuffix("…")
    return cells(f"{_ended(cut, whole=line[len(cut) :].startswith(' '))}…", width, style)


def _ended(cut: str, *, whole: bool) -> str:
    """The text up to the end of its last whole word; as it is, where that loses more than a third of it."""
    kept = cut if whole else cut[: cut.rfind(" ") + 1]
    kept = kept.rstrip(" .,;:–-")
    return kept if len(kept) * 3 >= len(cut) * 2 else cut


def counted(count: int, one: str, many: str = "") -> str:
    """A count with its word.

    >>> counted(1, "note"), counted(3, "note"), counted(2, "person", "people")
    ('1 note', '3 notes', '2 people')
    """
    return f"{count} {one if count == 1 else many or one + 's'}"
