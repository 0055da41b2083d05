"""Reads contacts from what `supporter list --json` and `supporter show --json` print."""

import json
from collections.abc import Mapping
from datetime import date

from tui.domain.records.contact import LISTS, Contact, Found, Left

from .birthdays import birthday
from .charsets import as_utf8, text_of
from .draft import Draft

_TAKEN = frozenset(["name", *LISTS, "birthday", "organisation", "notes", "circle", "relationship", "id"])
_BOOKKEEPING = frozenset({"revision", "created", "changed", "names"})


def read_json(data: bytes, name: str, today: date) -> Found:
    """The contacts in a JSON file. Raises `ValueError` with a sentence where it is none of ours."""
    try:
        value = json.loads(text_of(as_utf8(data)))
    except (ValueError, RecursionError):
        raise ValueError("It is not valid JSON.") from None
    objects = value if isinstance(value, list) else [value]
    if not objects or not all(isinstance(one, dict) and "name" in one for one in objects):
        raise ValueError("It is not a list of supporters; each needs a name.")
    contacts: list[Contact] = []
    left: list[Left] = []
    for number, one in enumerate(objects, 1):
        where = f"{name}, entry {number}"
        contact = _contact(one, where, today)
        if contact is None:
            left.append(Left(where, "It has no name, no e-mail and no phone."))
        else:
            contacts.append(contact)
    return Found(tuple(contacts), tuple(left))


def _contact(document: Mapping[str, object], where: str, today: date) -> Contact | None:
    draft = Draft()
    draft.book = "JSON"
    draft.full_name = _text(document, "name")
    draft.organisation = _text(document, "organisation")
    draft.circle, draft.relationship = _text(document, "circle"), _text(document, "relationship")
    draft.note(_text(document, "notes"))
    if id_ := _text(document, "id"):
        draft.uid = f"allies-{id_}"
    if written := _text(document, "birthday"):
        draft.birthday = birthday(written, today) or ""
        if not draft.birthday:
            draft.leave("a birthday that is no day of the past")
    for field in LISTS:
        values = document.get(field)
        for value in values if isinstance(values, list) else ():
            if isinstance(value, str):
                draft.add(field, value)
    for field, value in document.items():
        if field not in _TAKEN | _BOOKKEEPING and value not in (None, "", [], {}, False):
            draft.leave(f'"{draft.line(field, "field")}"')
    return draft.contact(where)


def _text(document: Mapping[str, object], field: str) -> str:
    value = document.get(field)
    return value if isinstance(value, str) else ""
