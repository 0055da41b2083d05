"""Contacts: what an address book says of a person, as far as it is kept here."""

from dataclasses import dataclass
from typing import NamedTuple

SINGLE = ("name", "birthday", "organisation", "notes")
LISTS = ("aliases", "emails", "phones", "tags")
FIELDS = ("name", "aliases", "emails", "phones", "birthday", "organisation", "notes", "tags")
"""The fields of a contact that a supporter has too, in the order they are told."""


LONGEST_LINE = 500
LONGEST_NOTE = 200_000
MOST = 50
"""Values of one field that a contact keeps; nobody has more e-mails than that."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One entry of an address book, cleaned and cut to what a record can hold.

    `where` says which entry of which file it is, `book` which sort of address book wrote it, `uid` is its own
    id there; `circle` and `relationship` are said only by Allies itself. `left` names what of it is not kept.
    """

    where: str
    name: str
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    birthday: str = ""
    organisation: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    book: str = ""
    uid: str = ""
    circle: str = ""
    relationship: str = ""
    left: tuple[str, ...] = ()


class Left(NamedTuple):
    """An entry, or a whole file, that is not taken: which, and why, as a sentence."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was found in files: the contacts that can be taken, and what is left with its reason."""

    contacts: tuple[Contact, ...] = ()
    left: tuple[Left, ...] = ()

    def __add__(self, other: "Found") -> "Found":
        """What was found in both."""
        return Found(self.contacts + other.contacts, self.left + other.left)
