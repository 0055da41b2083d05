"""A CSV file as a table: its separator found out, what stands before the headers passed over."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from .charsets import as_utf8, texts_of
from .csv_columns import guessed, is_header

if TYPE_CHECKING:
    from _csv import Reader

SEPARATORS = ",;\t|"
_LOOKED_AT = 20
"""Rows among which the headers must be; LinkedIn puts a few lines of notes before them."""

_LONGEST_CELL = 1_000_000
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_BREAKS = 500
"""Line breaks in one cell that mean a quotation mark nobody closed."""


class NotATable(ValueError):
    """The text is no table. Its text is a sentence."""


@dataclass(frozen=True, slots=True)
class Row:
    """The number of the line it ends on, and its cells."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headers and the rows under them; `fault` says why there are no more, where it was cut short."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    fault: str = ""


def read_table(data: bytes) -> Table:
    """The table in the bytes. Raises `NotATable`."""
    texts = texts_of(as_utf8(data))
    if not texts[0].strip():
        raise NotATable("It is empty.")
    return _table(*max((_laid_out(text) for text in texts), key=lambda found: _worth(*found)))


def _laid_out(text: str) -> tuple[str, str, int]:
    """A text, what separates its cells, and how many rows stand before its headers."""
    first, _, rest = text.partition("\n")
    declared = first.strip().lower()
    if declared.startswith("sep=") and len(declared) == 5:
        text, separators = rest, declared[4]
    else:
        separators = SEPARATORS
    found = ((text, one, _header(text, one)) for one in separators)
    return max(found, key=lambda one: _worth(*one))


def _worth(text: str, separator: str, skipped: int) -> tuple[int, int]:
    """How well a separator fits: columns known, then columns."""
    for place, row in enumerate(_rows(text, separator)):
        if place == skipped:
            return len(guessed(row)), len(row)
    return 0, 0


def _header(text: str, separator: str) -> int:
    """How many rows stand before the one with the headers."""
    for place, row in enumerate(_rows(text, separator)):
        if is_header(row):
            return place
        if place >= _LOOKED_AT:
            break
    return next((place for place, row in enumerate(_rows(text, separator)) if any(row)), 0)


def _rows(text: str, separator: str) -> Iterator[Sequence[str]]:
    try:
        yield from _reader(text[:200_000], separator)
    except csv.Error:
        return


def _table(text: str, separator: str, skipped: int) -> Table:
    headers: tuple[str, ...] = ()
    rows: list[Row] = []
    fault = ""
    reader = _reader(text, separator)
    before = 0
    try:
        for place, row in enumerate(reader):
            began, before = before + 1, reader.line_num
            if place < skipped or not any(cell.strip() for cell in row):
                continue
            if before > began + _BREAKS and any(cell.count("\n") > _BREAKS for cell in row):
                fault = f"A quotation mark in line {began} is never closed."
                break
            if headers:
                rows.append(Row(began, tuple(row)))
            elif _is_somebody(row):
                headers = tuple(f"Column {number}" for number in range(1, len(row) + 1))
                rows.append(Row(began, tuple(row)))
            else:
                headers = tuple(cell.strip() for cell in row)
    except csv.Error:
        fault = f"Line {before + 1} has a cell that never ends."
    if rows and not fault and _left_open(text, separator, rows[-1].line, before):
        fault = f"A quotation mark in line {rows.pop().line} is never closed."
    return Table(headers, tuple(rows), fault)


def _is_somebody(row: Sequence[str]) -> bool:
    """Whether a row has an e-mail in it, so that it holds no headers but a person."""
    return any(_ADDRESS.fullmatch(cell.strip()) for cell in row)


def _left_open(text: str, separator: str, began: int, ended: int) -> bool:
    """Whether the last row took in the lines to the end of the text, for want of a closing quotation mark."""
    if began == ended:
        return False
    lines = islice(io.StringIO(text, newline=""), began - 1, None)
    try:
        list(csv.reader(lines, delimiter=separator, strict=True))
    except csv.Error as error:
        return "end of data" in str(error)
    return False


def _reader(text: str, separator: str) -> "Reader":
    csv.field_size_limit(_LONGEST_CELL)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
