"""Sources: what an address book last said of a supporter; so a newer export changes only what it changed."""

from typing import ClassVar

from .record import Line, Lines, Note, Record, Reference

OWN_UID = "allies-"
"""How the ids begin that Allies writes into its own exports; the rest of one is the supporter's id."""


class Source(Record):
    """One entry of an address book, remembered as it was when it was last taken in.

    `book` is the sort of address book, `uid` its own id, empty where it gives none. The supporter may have
    been deleted since: then an import knows that it is not to bring them back unasked.
    """

    table: ClassVar[str] = "source"

    supporter: Reference
    book: Line = ""
    uid: Line = ""
    name: Line = ""
    aliases: Lines = ()
    emails: Lines = ()
    phones: Lines = ()
    birthday: Line = ""
    organisation: Line = ""
    notes: Note = ""
    tags: Lines = ()
