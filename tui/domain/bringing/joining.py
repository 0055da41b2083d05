"""Several contacts of the same person as one."""

from dataclasses import replace

from tui.domain.language.text import fold
from tui.domain.records.contact import LONGEST_NOTE, MOST, Contact
from tui.domain.records.source import Source

from .values import among, same_in

Said = tuple[Contact, Source | None]
"""What a contact says now, with what the same entry said last."""


class Sayings:
    """What the entries of address books say of one person; the same entry twice in a file counts as one."""

    def __init__(self, said: tuple[Said, ...] = ()) -> None:
        self._entries: dict[str, Said] = {}
        for contact, source in said:
            self.add(contact, source)

    def add(self, contact: Contact, source: Source | None) -> None:
        """One more contact."""
        entry = entry_of(contact)
        if entry in self._entries:
            before, known = self._entries[entry]
            contact, source = joined_contact(before, contact), known or source
        self._entries[entry] = contact, source

    @property
    def all(self) -> tuple[Said, ...]:
        """All of it, in the order in which it came."""
        return tuple(self._entries.values())


def entry_of(said: Contact) -> str:
    """What tells the entries of address books apart."""
    return said.uid or f"{said.book}\n{fold(said.name)}"


def joined_contact(one: Contact, other: Contact) -> Contact:
    """Two contacts of the same person as one: the first counts, the second adds what it lacks.

    No more is kept than one contact can hold; what is not is said.
    """
    names = _union(one.aliases, (other.name, *other.aliases))
    beyond: list[str] = []

    def most(field: str, values: tuple[str, ...]) -> tuple[str, ...]:
        if len(values) > MOST:
            beyond.append(f"{field} beyond {MOST}")
        return values[:MOST]

    notes = one.notes if other.notes in one.notes else "\n\n".join(filter(None, (one.notes, other.notes)))
    if len(notes) > LONGEST_NOTE:
        beyond.append("the end of very long notes")
    return replace(
        one,
        aliases=most("aliases", tuple(name for name in names if fold(name) != fold(one.name))),
        emails=most("emails", _union(one.emails, other.emails)),
        phones=most("phones", _numbers(one.phones, other.phones)),
        tags=most("tags", _union(one.tags, other.tags)),
        birthday=one.birthday or other.birthday,
        organisation=one.organisation or other.organisation,
        notes=notes[:LONGEST_NOTE].rstrip(),
        uid=one.uid or other.uid,
        circle=one.circle or other.circle,
        relationship=one.relationship or other.relationship,
        left=tuple(dict.fromkeys((*one.left, *other.left, *beyond))),
    )


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    there = {fold(value) for value in one}
    return (*one, *(value for value in dict.fromkeys(other) if fold(value) not in there))


def _numbers(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    """The phone numbers of both; the same in another spelling is there already."""
    same, found = same_in("phones"), list(one)
    for number in other:
        if not among(number, found, same):
            found.append(number)
    return tuple(found)
