"""Address books on disk: which files there are, what each is, and the contacts in them."""

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NoReturn

from tui.domain.language.text import clean_line
from tui.domain.records.contact import Found, Left

from .charsets import as_utf8
from .csv_columns import TARGETS, guessed, header_word
from .csv_in import read_rows
from .csv_table import NotATable, Table, read_table
from .json_in import read_json
from .vcard import read_vcards

LARGEST = 300_000_000
"""Bytes of one file; an address book with a photo of everybody stays below."""

MOST_FILES = 100_000
_CARDS = (".vcf", ".vcard")
_NO_TEXT: Sequence[tuple[bytes, str]] = (
    (b"PK\x03\x04", "It is a zip archive or a spreadsheet; unpack it, or save it as CSV."),
    (b"PK\x05\x06", "It is an empty zip archive."),
    (b"%PDF", "It is a PDF; export the contacts as vCard or CSV."),
    (b"\x1f\x8b", "It is compressed; unpack it first."),
    (b"\xd0\xcf\x11\xe0", "It is an old Office file; save it as CSV."),
    (b"SQLite format 3", "It is a database; export the contacts as vCard."),
    (b"\x89PNG", "It is a picture; export the contacts as vCard or CSV."),
    (b"\xff\xd8\xff", "It is a picture; export the contacts as vCard or CSV."),
    (b"<", "It is a web page or XML; export the contacts as vCard or CSV."),
    (b"BEGIN:VCALENDAR", "It is a calendar; export the contacts instead."),
)

_LDIF = re.compile(rb"(?m)^dn:: ?|^dn: ")


class NotRead(ValueError):
    """A file cannot be read as an address book. Its text is a sentence for the person."""


class ColumnsUnknown(NotRead):
    """The columns of a table have to be said first."""

    def __init__(self, sentence: str, table: Table) -> None:
        super().__init__(sentence)
        self.table = table


Tell = Callable[[int, int], object]
"""Told how many files, or bytes, of how many are done."""


def read_books(
    paths: Sequence[Path],
    today: date,
    columns: Mapping[str, str] | None = None,
    tell: Tell | None = None,
) -> Found:
    """What is found in files and folders. `columns` says what columns hold by header or number.

    A file that is named has to be an address book: else `NotRead` is raised. In a folder only vCard files are
    opened; others are left with a word about each.
    """
    found: list[Found] = []
    files = [(file, folder) for path in paths for file, folder in _files(path)]
    for place, (file, folder) in enumerate(files):
        if tell is not None:
            tell(place, len(files))
        name = clean_line(str(file.relative_to(folder)) if folder else file.name)
        try:
            if folder and not _is_card(file):
                raise NotRead("It is no vCard file; name it, if people are to be taken from it.")
            found.append(_read(file, name, today, columns or {}))
        except NotRead as error:
            if not folder:
                raise
            found.append(Found(left=(Left(name, str(error).removeprefix(f"{name}: ")),)))
    return Found(
        tuple(contact for each in found for contact in each.contacts),
        tuple(left for each in found for left in each.left),
    )


def _files(path: Path) -> Iterable[tuple[Path, Path | None]]:
    """The files meant by a path, each with the folder it was found in, if it was not named itself."""
    try:
        mode = path.stat().st_mode
    except OSError as error:
        raise NotRead(f"{path}: {_reason(error)}.") from error
    if not stat.S_ISDIR(mode):
        return [(path, None)]
    files = list(islice(_inside(path), MOST_FILES + 1))
    if len(files) > MOST_FILES:
        raise NotRead(f"{path}: There are more than {MOST_FILES} files in this folder.")
    if not any(map(_is_card, files)):
        raise NotRead(f"{path}: There is no vCard file in this folder.")
    return [(one, path) for one in sorted(files)]


def _inside(folder: Path) -> Iterator[Path]:
    """The files in a folder and the folders in it, but for hidden ones; links to folders are not followed."""

    def refuse(error: OSError) -> NoReturn:
        raise NotRead(f"{error.filename}: {_reason(error)}.") from error

    for inner, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = [one for one in folders if not one.startswith(".")]
        yield from (Path(inner, one) for one in names if not one.startswith("."))


def _is_card(file: Path) -> bool:
    return file.suffix.lower() in _CARDS


def _read(file: Path, name: str, today: date, columns: Mapping[str, str]) -> Found:
    data = _bytes(file, name)
    start = data[:1_024].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    for mark, sentence in _NO_TEXT:
        if data.startswith(mark) or start.upper().startswith(mark.upper()):
            raise NotRead(f"{name}: {sentence}")
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise NotRead(f"{name}: It is empty.")
    squeezed = data[:200_000].replace(b"\x00", b"").upper()
    if b"BEGIN:VCARD" in squeezed:
        return read_vcards(data, name, today)
    if start[:1] in (b"[", b"{"):
        try:
            return read_json(data, name, today)
        except ValueError as error:
            raise NotRead(f"{name}: {error}") from error
    if _LDIF.search(start):
        raise NotRead(f"{name}: It is LDIF; export the contacts as vCard or CSV.")
    if b"\x00" in as_utf8(data[:4_096]):
        raise NotRead(f"{name}: It is not text.")
    try:
        return _read_table(data, name, today, columns)
    except ColumnsUnknown as error:
        if _is_card(file):
            raise NotRead(f"{name}: There is no card in it.") from error
        raise


def _read_table(data: bytes, name: str, today: date, said: Mapping[str, str]) -> Found:
    try:
        table = read_table(data)
    except NotATable as error:
        raise NotRead(f"{name}: {error}") from error
    columns = guessed(table.headers) | _meant(table, said, name)
    if not {"name", "given", "family", "aliases", "emails", "organisation"} & set(columns.values()):
        shown = ", ".join(f'"{header}"' for header in table.headers[:8])
        raise ColumnsUnknown(
            f"{name}: Nothing says which column holds the name. Its columns are {shown}.", table
        )
    if not table.rows:
        raise NotRead(f"{name}: There is nobody in it.")
    return read_rows(table, columns, name, today)


def _meant(table: Table, said: Mapping[str, str], name: str) -> dict[int, str]:
    """The columns that were said to hold something, by their place."""
    words = [header_word(header) for header in table.headers]
    meant: dict[int, str] = {}
    for column, target in said.items():
        if target not in (*TARGETS, ""):
            raise NotRead(f'A column cannot hold "{target}"; it holds one of {", ".join(TARGETS)}.')
        if header_word(column) in words:
            meant[words.index(header_word(column))] = target
        elif column.isdigit() and 0 < int(column) <= len(words):
            meant[int(column) - 1] = target
        else:
            raise NotRead(f'{name}: There is no column "{column}".')
    return meant


def _bytes(file: Path, name: str) -> bytes:
    """The bytes of a plain file; what is none is not opened for longer than it takes to see that."""
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise NotRead(f"{name}: {_reason(error)}.") from error
    with os.fdopen(descriptor, "rb") as opened:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise NotRead(f"{name}: It is no plain file.")
        if found.st_size > LARGEST:
            raise NotRead(f"{name}: It is larger than {LARGEST // 1_000_000} MB.")
        try:
            return opened.read(LARGEST + 1)
        except OSError as error:
            raise NotRead(f"{name}: {_reason(error)}.") from error


def _reason(error: OSError) -> str:
    return error.strerror or "It cannot be read"
