"""What stands in the cells of a terminal: a quick emulator, as much of one as the toolkit needs."""

import re
import unicodedata
from functools import lru_cache

from pyte.screens import wcwidth

_QUIET = re.compile(r"\x1b\[[\d;]*m|\x1b\][^\x07\x1b]*\x07|\x07")
"""What leaves the cells as they are: colours, the shape of the pointer, the clipboard, a bell."""

_PART = re.compile(r"\x1b\[(\d+);(\d+)H|\n|([^\x00-\x1f\x7f-\x9f]+)|(.)", re.DOTALL)

_JOINER = "\u200d"


class Cells:
    """The cells of a terminal, and where the next character goes.

    A sequence it does not know it refuses: the toolkit sent none before, so somebody has to look.
    """

    def __init__(self, width: int, height: int) -> None:
        self._rows: list[list[str]] = []
        self._x = self._y = 0
        self.resize(width, height)

    @property
    def lines(self) -> list[str]:
        """The lines, without the spaces at their ends."""
        return ["".join(row).rstrip() for row in self._rows]

    def resize(self, width: int, height: int) -> None:
        """Take another size; what is cut off is lost."""
        self._width, self._height = width, height
        rows = [row[:width] + [" "] * (width - len(row)) for row in self._rows[-height:]]
        self._rows = rows + [[" "] * width for _ in range(height - len(rows))]
        self._x, self._y = min(self._x, width), min(self._y, height - 1)

    def write(self, text: str) -> None:
        """Take in what is written to the terminal."""
        text = _QUIET.sub("", text)
        for part in _PART.finditer(text):
            down, across, words, unknown = part.groups()
            if words:
                self._draw(words)
            elif down:
                self._y, self._x = min(int(down), self._height) - 1, min(int(across), self._width) - 1
            elif unknown:
                raise AssertionError(f"The terminal was told {text[part.start() :][:40]!r}.")
            elif self._y < self._height - 1:
                self._y += 1

    def _draw(self, text: str) -> None:
        """Draw over what is there; of a wide character drawn over by half, the other half is a space."""
        row = self._rows[self._y]
        if 0 < self._x < self._width and not row[self._x]:
            row[self._x - 1] = " "
        if text.isascii():
            end = min(self._x + len(text), self._width)
            row[self._x : end] = text[: end - self._x]
            self._x = end
        else:
            self._draw_wide(row, text)
        if self._x < self._width and not row[self._x]:
            row[self._x] = " "

    def _draw_wide(self, row: list[str], text: str) -> None:
        joined = False
        for character in text:
            width = _width(character)
            if self._x and (joined or not width):
                before = self._x - (1 if row[self._x - 1] else 2)
                row[before] = unicodedata.normalize("NFC", row[before] + character)
                joined = character == _JOINER
            elif width and self._x < self._width:
                row[self._x : self._x + width] = [character, ""][: min(width, self._width - self._x)]
                self._x = min(self._x + width, self._width)


@lru_cache(maxsize=4096)
def _width(character: str) -> int:
    return max(int(wcwidth(character)), 0)
