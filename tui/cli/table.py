"""A plain table of text."""

import shutil
import sys
import unicodedata
from collections.abc import Sequence

from tui.domain.language.text import clean_line

_NARROWEST = 20


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns for reading, one row a line; on a terminal the last column ends at its edge."""
    lines = [list(head), *([clean_line(cell) for cell in row] for row in rows)]
    widths = [max(cells(line[column]) for line in lines) for column in range(len(head) - 1)]
    room = _width() - sum(widths) - 2 * len(widths)
    return "\n".join(
        "  ".join(
            [cell + " " * (width - cells(cell)) for cell, width in zip(line, widths, strict=False)]
            + [_cut(line[-1], max(room, _NARROWEST))]
        ).rstrip()
        for line in lines
    )


def cells(text: str) -> int:
    """How many cells of a terminal a line takes."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _cut(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    kept = ""
    for character in text:
        if cells(kept) + _cells(character) >= room:
            break
        kept += character
    return kept.rstrip() + "…"


def _width() -> int:
    if sys.stdout is not None and sys.stdout.isatty():
        return shutil.get_terminal_size().columns
    return sys.maxsize
