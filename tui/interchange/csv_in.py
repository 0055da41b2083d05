"""Reads contacts from the table of a CSV file, once it is known what its columns hold."""

from collections.abc import Mapping
from datetime import date

from tui.domain.records.contact import Contact, Found, Left

from .birthdays import NO_DAY, birthday
from .csv_columns import header_word, month_first
from .csv_table import Row, Table
from .draft import Draft, without_lists
from .formulas import as_meant

BETWEEN = ":::"
"""What stands between several values in one cell, as Google writes them."""

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
    ]
)
"""Words of columns that only say more of another one, or how a program keeps it."""


def read_rows(table: Table, columns: Mapping[int, str], name: str, today: date) -> Found:
    """The contacts in a table; `columns` says what the columns hold by their place."""
    contacts: list[Contact] = []
    left: list[Left] = []
    own = {"name", "circle", "relationship"} <= set(columns.values())
    for row in table.rows:
        where = f"{name}, line {row.line}"
        contact = _contact(table, columns, row, where, today, own=own)
        if contact is None:
            left.append(Left(where, "It has no name, no e-mail and no phone."))
        else:
            contacts.append(contact)
    if table.fault:
        left.append(Left(name, table.fault))
    return Found(tuple(contacts), tuple(left))


def _contact(
    table: Table, columns: Mapping[int, str], row: Row, where: str, today: date, *, own: bool
) -> Contact | None:
    draft = Draft()
    draft.book = f"CSV {', '.join(table.headers[:3])}"
    for place, cell in enumerate(row.cells):
        text = as_meant(cell if own else cell.strip())
        if not text:
            continue
        if place >= len(table.headers):
            draft.leave("what stands beyond the last column")
        elif place in columns:
            _take(draft, columns[place], text, table.headers[place], today, own=own)
        elif _said(table.headers[place], text):
            draft.leave(f'"{draft.line(table.headers[place], "header")}"')
    return draft.contact(where)


def _take(draft: Draft, target: str, text: str, header: str, today: date, *, own: bool) -> None:
    match target:
        case "name":
            draft.full_name = draft.full_name or text
        case "given" | "middle" | "family" | "prefix" | "suffix":
            if not own:
                setattr(draft, target, getattr(draft, target) or text)
        case "organisation" | "circle" | "relationship":
            setattr(draft, target, getattr(draft, target) or text.strip())
        case "birthday":
            day = birthday(text, today, month_first=month_first(header))
            if day is not None:
                draft.birthday = draft.birthday or day
            elif not NO_DAY.fullmatch(text):
                draft.leave("a birthday that is no day of the past")
        case "notes":
            draft.note(text)
        case "tags":
            whole = own and header_word(header) != "labels"
            for tag in _apart(
                text, ";" if ";" in text and BETWEEN not in text and not own else BETWEEN, whole
            ):
                draft.add("tags", tag if own else without_lists(tag))
        case _:
            for value in _apart(text, BETWEEN, own):
                draft.add(target, value)


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
