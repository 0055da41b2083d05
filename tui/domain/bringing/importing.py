"""What an import would do: for every contact, who it is here already, what is new in it, who it may be."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from tui.domain.language.text import fold
from tui.domain.people.duplicates import Finder, Known, apart
from tui.domain.people.twins import MOST_NAMES, known_of
from tui.domain.records.contact import Contact
from tui.domain.records.network import Network
from tui.domain.records.source import OWN_UID, Source
from tui.domain.records.supporter import Supporter

from .joining import Said, Sayings, joined_contact
from .newer import Difference, differences
from .remembered import Remembered

State = Literal["new", "changed", "known", "deleted"]
"""What a row is: somebody new, somebody known of whom something is new, known, or deleted here."""

ANOTHER = ""
"""The answer that a contact is somebody else than they may be."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """Who a contact may be: a supporter's id or `#` and a row's number, their name, and why."""

    who: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """One person in an import: `number` is the place of their first contact, `contact` all contacts as one.

    `said` has each contact with what the same entry said last; `why` says how the supporter was recognised;
    `places` are where all the contacts stand; `unlike` is who they resemble and are not, as in `Maybe`.
    """

    number: int
    contact: Contact
    state: State
    said: tuple[Said, ...]
    supporter: Supporter | None = None
    why: str = ""
    differences: tuple[Difference, ...] = ()
    maybe: Maybe | None = None
    places: tuple[str, ...] = ()
    unlike: str = ""

    @property
    def id(self) -> str:
        """What the row goes by in a list."""
        return f"#{self.number}"

    @property
    def seen_as(self) -> str:
        """The state, or `maybe` as long as it is open who somebody is."""
        return "maybe" if self.maybe is not None else self.state


Answers = Mapping[int, str]
"""What the person said of contacts that may be somebody: by number who they are, or `ANOTHER`."""

Tell = Callable[[int, int], object]


def planned(
    contacts: Sequence[Contact],
    network: Network,
    answers: Answers | None = None,
    tell: Tell | None = None,
) -> tuple[Row, ...]:
    """The rows of an import, in the order of the contacts."""
    plan = _Plan(contacts, network, answers or {})
    for number, contact in enumerate(contacts):
        if tell is not None and number % 200 == 0:
            tell(number, len(contacts))
        plan.take(number, contact)
    return tuple(person.row() for person in plan.people.values())


class _Person:
    """Somebody in an import, while contacts are still being put together."""

    def __init__(self, row: Row, source: Source | None) -> None:
        self._row = row
        self._sayings = Sayings(((row.contact, source),))
        self._places = [row.contact.where]
        self.contact = row.contact

    def join(self, contact: Contact, source: Source | None) -> None:
        """One more contact of theirs."""
        self._sayings.add(contact, source)
        self._places.append(contact.where)
        self.contact = joined_contact(self.contact, contact)

    def row(self) -> Row:
        """All that is known of them."""
        if len(self._places) == 1 and self._row.state == "new":
            return self._row
        said, places = self._sayings.all, tuple(self._places)
        return _against(replace(self._row, contact=self.contact, said=said, places=places))


class _Plan:
    """The people so far, and all that contacts are recognised by."""

    def __init__(self, contacts: Sequence[Contact], network: Network, answers: Answers) -> None:
        self.people: dict[int, _Person] = {}
        self._contacts = contacts
        self._network = network
        self._answers = answers
        self._remembered = Remembered(network)
        self._inside = Finder(first_names=False)
        self._uids: dict[str, int] = {}
        self._rows: dict[int, int] = {}
        self._claimed: dict[str, int] = {}
        self._findable: set[int] = set()

    @cached_property
    def _directory(self) -> Finder:
        read = [known_of_contact(f"#{number}", one) for number, one in enumerate(self._contacts)]
        return Finder(map(known_of, self._network.supporters.values()), read)

    @cached_property
    def _names(self) -> Mapping[str, Supporter]:
        people = self._network.supporters.values()
        aliases = {fold(alias): one for one in people for alias in one.aliases}
        return aliases | {fold(one.name): one for one in people}

    def take(self, number: int, contact: Contact) -> None:
        """Put one contact into a row of its own, or into that of the same person."""
        first = self._uids.get(contact.uid) if contact.uid else None
        where = self._placed(number, contact) if first is None else self._join(first, contact)
        self._rows[number] = where
        if contact.uid:
            self._uids[contact.uid] = where

    def _placed(self, number: int, contact: Contact) -> int:
        """Put a contact where it belongs; the number of the row that it is in then."""
        if (source := self._remembered.said_by(contact)) is not None:
            seen = "seen in an import before"
            return self._recognised(number, contact, source.supporter or "", seen, source)
        own = contact.uid.removeprefix(OWN_UID)
        if own != contact.uid and own in self._network.supporters:
            return self._recognised(number, contact, own, "exported from here")
        answer = self._answers.get(number)
        if answer is None or answer == ANOTHER:
            return self._looked_for(number, contact, settled=answer is not None)
        if answer.startswith("#"):
            return self._join(self._rows[int(answer[1:])], contact)
        return self._recognised(number, contact, answer, "you said so")

    def _looked_for(self, number: int, contact: Contact, *, settled: bool) -> int:
        """Look for who it is, here and in the file; `settled`: the person said that it is nobody of these."""
        known = known_of_contact(f"#{number}", contact)
        maybe, unlike = None, ""
        for who, name, why, sure in self._candidates(contact, known):
            if settled:
                unlike = who
                break
            if sure and who.startswith("#"):
                return self._join(int(who[1:]), contact)
            if sure:
                return self._recognised(number, contact, who, why)
            maybe = maybe or Maybe(who, name, why)
        said, places = ((contact, None),), (contact.where,)
        row = Row(number, contact, "new", said, maybe=maybe, places=places, unlike=unlike)
        self.people[number] = _Person(row, None)
        self._sought(number, contact)
        return number

    def _candidates(self, contact: Contact, known: Known) -> Iterator[tuple[str, str, str, bool]]:
        """Who it may be, here first, then in the file; each with why and whether that is certain."""
        people = self._network.supporters
        found = self._directory.like(known) if people else []
        here = [(same.other, people[same.other].name, same.why, same.sure) for same in found]
        there = [
            (same.other, self.people[int(same.other[1:])].contact.name, same.why, same.sure)
            for same in self._inside.like(known)
        ]
        named = self._names.get(fold(contact.name))
        if named is not None and all(who != named.id for who, *_ in here):
            same = _nothing_against(contact, named)
            why = "the same name" if same else "the same name, and all else differs"
            here.append((named.id, named.name, why, same))
        yield from sorted([*here, *there], key=lambda candidate: not candidate[3])

    def _recognised(
        self, number: int, contact: Contact, who: str, why: str, source: Source | None = None
    ) -> int:
        """A row for a supporter; a second contact of the same one is joined to the first."""
        supporter = self._network.supporters.get(who)
        if supporter is None:
            gone = Row(number, contact, "deleted", (), why="you deleted them here")
            self.people[number] = _Person(gone, source)
            return number
        before = source or self._remembered.said_of(who, contact)
        if (first := self._claimed.get(who)) is not None:
            return self._join(first, contact, before)
        self._claimed[who] = number
        self.people[number] = _Person(Row(number, contact, "known", (), supporter, why), before)
        if source is None:
            self._sought(number, contact)
        return number

    def _join(self, first: int, contact: Contact, source: Source | None = None) -> int:
        person = self.people[first]
        person.join(contact, source)
        if first in self._findable:
            self._sought(first, person.contact)
        return first

    def _sought(self, number: int, contact: Contact) -> None:
        """Let contacts that follow be recognised as the person of a row."""
        self._findable.add(number)
        self._inside.add(known_of_contact(f"#{number}", contact))


def _nothing_against(contact: Contact, named: Supporter) -> bool:
    """Whether somebody of the same name can be reached in the same way, or in no way that is known."""
    ours = {*map(fold, contact.emails), *contact.phones}
    theirs = {*map(fold, named.emails), *named.phones}
    return not apart(contact.birthday, named.birthday) and bool(ours & theirs or not (ours and theirs))


def answered(rows: Mapping[int, Row], row: Row, answer: str, network: Network) -> tuple[dict[int, Row], int]:
    """The rows once it is said who somebody is, and the number of the row that they are in then."""
    after = dict(rows)
    target = next(
        (one for one in rows.values() if answer in (one.id, one.supporter and one.supporter.id)), None
    )
    if answer == ANOTHER:
        after[row.number] = replace(row, maybe=None, unlike=row.maybe.who if row.maybe is not None else "")
    elif target is not None:
        del after[row.number]
        sayings = Sayings((*target.said, *row.said))
        whole = replace(
            target,
            contact=joined_contact(target.contact, row.contact),
            said=sayings.all,
            places=(*target.places, *row.places),
        )
        after[target.number] = _against(whole)
        for one in rows.values():
            if one.maybe is not None and one.maybe.who == row.id:
                after[one.number] = replace(one, maybe=replace(one.maybe, who=target.id))
        return after, target.number
    elif (supporter := network.supporters.get(answer)) is not None:
        known = replace(row, state="known", supporter=supporter, maybe=None, why="you said so")
        after[row.number] = _against(known)
    return after, row.number


def _against(row: Row) -> Row:
    """The row with what is new in it for its supporter."""
    if row.supporter is None:
        return row
    found = differences(row.said, row.supporter)
    state: State = "changed" if any(one.take for one in found) else "known"
    return replace(row, differences=found, state=state)


def known_of_contact(key: str, contact: Contact) -> Known:
    """What a contact is known by."""
    return Known(
        key,
        (contact.name, *contact.aliases)[:MOST_NAMES],
        contact.emails,
        contact.phones,
        contact.birthday,
        contact.organisation,
    )
