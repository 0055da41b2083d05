"""Reads contacts from the table of a CSV file, once it is known what its columns hold."""

import re
from collections.abc import Mapping
from datetime import date

from tui.domain.records.contact import Contact, Found, Left

from .birthdays import NO_DAY, birthday
from .csv_columns import any_phone, header_word, month_first
from .csv_table import Row, Table
from .draft import Draft, without_lists
from .formulas import as_meant

BETWEEN = ":::"
"""What stands between several values in one cell, as Google writes them."""

_AROUND = re.compile(r"[\s<>(),;\"]+")
_PHONE = re.compile(r"\+?[(0-9][0-9 ()./-]{4,}(?:(?:x|ext\.?) ?[0-9]+)?")
_FEWEST_DIGITS = 3

_SILENT = frozenset(
    [
        "type",
        "typ",
        "tipo",
        "label",
        "id",
        "uid",
        "priority",
        "prioritat",
        "sensitivity",
        "vertraulichkeit",
        "privat",
        "private",
        "prive",
        "gender",
        "geschlecht",
        "sexe",
        "display",
        "angezeigter",
        "complet",
        "mostrar",
        "pantalla",
        "mailtype",
        "geslacht",
        "gevoeligheid",
        "prioriteit",
        "poufne",
        "priorytet",
        "prywatne",
        "plec",
    ]
)
"""Words of columns that only say more of another one, or how a program keeps it."""


def read_rows(table: Table, columns: Mapping[int, str], name: str, today: date) -> Found:
    """The contacts in a table; `columns` says what the columns hold by their place."""
    contacts: list[Contact] = []
    left: list[Left] = []
    reader = _Reader(table, columns, today)
    for row in table.rows:
        where = f"{name}, line {row.line}"
        contact = reader.contact(row, where)
        if contact is None:
            left.append(Left(where, "It has no name, no e-mail and no phone."))
        else:
            contacts.append(contact)
    if table.fault:
        left.append(Left(name, table.fault))
    return Found(tuple(contacts), tuple(left))


class _Reader:
    """Reads the rows of one table. In a table of ours every cell is one value, and is taken as it stands."""

    def __init__(self, table: Table, columns: Mapping[int, str], today: date) -> None:
        self._headers = table.headers
        self._columns = columns
        self._today = today
        self._own = {"name", "circle", "relationship"} <= set(columns.values())
        self._book = f"CSV {', '.join(table.headers[:3])}"
        self._month_first = {
            place
            for place, target in columns.items()
            if target == "birthday"
            and month_first(
                table.headers[place], (row.cells[place] for row in table.rows if place < len(row.cells))
            )
        }

    def contact(self, row: Row, where: str) -> Contact | None:
        """The contact in a row; None where there is nobody in it."""
        draft = Draft()
        draft.book = self._book
        parts: dict[str, str] = {}
        for place, cell in enumerate(row.cells):
            text = as_meant(cell if self._own else cell.strip())
            if not text:
                continue
            if place >= len(self._headers):
                draft.leave("what stands beyond the last column")
            elif (target := self._columns.get(place, "")) in ("year", "month", "day"):
                parts[target] = text
            elif not self._take(draft, target, text, place) and _said(self._headers[place], text):
                draft.leave(f'"{draft.line(self._headers[place], "header")}"')
        if parts:
            year, month, day = (parts.get(part, "") for part in ("year", "month", "day"))
            self._take_birthday(draft, f"{year or '-'}-{month.zfill(2)}-{day.zfill(2)}")
        return draft.contact(where)

    def _take(self, draft: Draft, target: str, text: str, place: int) -> bool:
        """Put a cell into the draft; whether it is something that can be kept."""
        header = self._headers[place]
        match target:
            case "":
                return False
            case "name":
                draft.full_name = draft.full_name or text
            case "given" | "middle" | "family" | "prefix" | "suffix":
                if not self._own:
                    setattr(draft, target, getattr(draft, target) or text)
            case "organisation" | "circle" | "relationship":
                setattr(draft, target, getattr(draft, target) or text.strip())
            case "birthday":
                self._take_birthday(draft, text, american=place in self._month_first)
            case "notes":
                draft.note(text)
            case "tags":
                whole = self._own and header_word(header) != "labels"
                between = ";" if ";" in text and BETWEEN not in text and not self._own else BETWEEN
                for tag in _apart(text, between, whole):
                    draft.add("tags", tag if self._own else without_lists(tag))
            case "emails" | "phones" if not self._own:
                reached = _addresses if target == "emails" else _numbers
                if any_phone(header) and not _PHONE.fullmatch(text):
                    return False
                values = [value for one in text.split(BETWEEN) for value in reached(one.strip())]
                for value in values:
                    draft.add(target, value)
                return bool(values)
            case _:
                for value in _apart(text, BETWEEN, self._own):
                    draft.add(target, value)
        return True

    def _take_birthday(self, draft: Draft, text: str, *, american: bool = False) -> None:
        day = birthday(text, self._today, month_first=american)
        if day is not None:
            draft.birthday = draft.birthday or day
        elif not NO_DAY.fullmatch(text):
            draft.leave("a birthday that is no day of the past")


def _addresses(text: str) -> list[str]:
    """The e-mails in a cell, out of what may stand around and between them."""
    return [word for word in _AROUND.split(text) if "@" in word.strip("@")]


def _numbers(text: str) -> list[str]:
    """The phone in a cell; none where it has hardly a digit, and so only says what sort of phone it is."""
    return [text] if sum(map(str.isdigit, text)) >= _FEWEST_DIGITS else []


def _apart(text: str, between: str, whole: bool) -> list[str]:
    return [text] if whole else text.split(between)


def _said(header: str, text: str) -> bool:
    """Whether a cell nobody asked for is worth a word: not labels and switches."""
    word = header_word(header)
    return not (_SILENT & set(word.split())) and text not in (
        "0/0/00",
        "00/00/00",
        "Normal",
        "False",
        "FALSE",
        "Falsch",
    )
