"""What an import would do: for every contact, who it is here already, what is new in it, who it may be."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from tui.domain.language.text import fold
from tui.domain.people.duplicates import Finder, Known, apart
from tui.domain.records.contact import Contact
from tui.domain.records.network import Network
from tui.domain.records.source import Source
from tui.domain.records.supporter import Supporter

from .newer import Difference, differences

State = Literal["new", "changed", "known", "deleted"]
"""What a row is: somebody new, somebody known of whom something is new, known, or deleted here."""

OWN_UID = "allies-"
"""How the ids begin that Allies writes into its own exports; the rest of one is the supporter's id."""

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

    `said` has each contact with what the same entry said last; `why` says how the supporter was recognised.
    """

    number: int
    contact: Contact
    state: State
    said: tuple[tuple[Contact, Source | None], ...]
    supporter: Supporter | None = None
    why: str = ""
    differences: tuple[Difference, ...] = ()
    maybe: Maybe | None = None

    @property
    def id(self) -> str:
        """What the row goes by in a list."""
        return f"#{self.number}"


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
    plan = _Plan(network, answers or {})
    for number, contact in enumerate(contacts):
        if tell is not None and number % 200 == 0:
            tell(number, len(contacts))
        plan.take(number, contact)
    return tuple(plan.rows.values())


class _Plan:
    """The rows so far, and all that contacts are recognised by."""

    def __init__(self, network: Network, answers: Answers) -> None:
        self.rows: dict[int, Row] = {}
        self._network = network
        self._answers = answers
        self._inside = Finder()
        self._uids: dict[str, int] = {}
        self._claimed: dict[str, int] = {}
        self._used: set[str] = set()
        self._sources: dict[str, Source] = {}
        self._named_sources: dict[tuple[str, str], list[Source]] = {}
        self._sources_of: dict[str, list[Source]] = {}
        for source in network.sources.values():
            if source.uid:
                self._sources[source.uid] = source
            else:
                self._named_sources.setdefault((source.book, fold(source.name)), []).append(source)
            self._sources_of.setdefault(source.supporter or "", []).append(source)
        for supporter in network.supporters.values():
            for uid in supporter.sources:
                self._sources.setdefault(uid, Source(supporter=supporter.id, uid=uid))

    @cached_property
    def _directory(self) -> Finder:
        return Finder(known_of(one) for one in self._network.supporters.values())

    @cached_property
    def _names(self) -> Mapping[str, Supporter]:
        people = self._network.supporters.values()
        aliases = {fold(alias): one for one in people for alias in one.aliases}
        return aliases | {fold(one.name): one for one in people}

    def take(self, number: int, contact: Contact) -> None:
        """Put one contact into a row of its own, or into that of the same person."""
        if contact.uid and (first := self._uids.get(contact.uid)) is not None:
            self._join(first, contact)
            return
        where = self._placed(number, contact)
        if contact.uid:
            self._uids[contact.uid] = where

    def _placed(self, number: int, contact: Contact) -> int:
        """Put a contact where it belongs; the number of the row that it is in then."""
        if (source := self._remembered(contact)) is not None:
            seen = "seen in an import before"
            return self._recognised(number, contact, source.supporter or "", seen, source)
        own = contact.uid.removeprefix(OWN_UID)
        if own != contact.uid and own in self._network.supporters:
            return self._recognised(number, contact, own, "exported from here")
        answer = self._answers.get(number)
        if answer is None or answer == ANOTHER:
            return self._looked_for(number, contact, settled=answer is not None)
        if answer.startswith("#") and int(answer[1:]) in self.rows:
            return self._join(int(answer[1:]), contact)
        return self._recognised(number, contact, answer, "you said so")

    def _looked_for(self, number: int, contact: Contact, *, settled: bool) -> int:
        """Look for who it is, here and in the file; `settled`: the person said that it is nobody of these."""
        known = known_of_contact(f"#{number}", contact)
        maybe = None
        for who, name, why, sure in () if settled else self._candidates(contact, known):
            if sure and who.startswith("#"):
                return self._join(int(who[1:]), contact)
            if sure:
                return self._recognised(number, contact, who, why)
            maybe = maybe or Maybe(who, name, why)
        self._inside.add(known)
        self.rows[number] = Row(number, contact, "new", ((contact, None),), maybe=maybe)
        return number

    def _candidates(self, contact: Contact, known: Known) -> Iterator[tuple[str, str, str, bool]]:
        """Who it may be, here first, then in the file; each with why and whether that is certain."""
        people = self._network.supporters
        found = self._directory.like(known) if people else []
        here = [(same.other, people[same.other].name, same.why, same.sure) for same in found]
        there = [
            (same.other, self.rows[int(same.other[1:])].contact.name, same.why, same.sure)
            for same in self._inside.like(known)
        ]
        named = self._names.get(fold(contact.name))
        if named is not None and all(who != named.id for who, *_ in here):
            same = _nothing_against(contact, named)
            why = "the same name" if same else "the same name, and all else differs"
            here.append((named.id, named.name, why, same))
        yield from sorted([*here, *there], key=lambda candidate: not candidate[3])

    def _remembered(self, contact: Contact) -> Source | None:
        """What the same entry of the same address book said last."""
        if contact.uid:
            return self._sources.get(contact.uid)
        best: tuple[int, Source] | None = None
        for source in self._named_sources.get((contact.book, fold(contact.name)), ()):
            fits = _fits(contact, source)
            if fits is not None:
                fits -= source.id in self._used
                if best is None or fits > best[0]:
                    best = fits, source
        if best is None:
            return None
        self._used.add(best[1].id)
        return best[1]

    def _recognised(
        self, number: int, contact: Contact, who: str, why: str, source: Source | None = None
    ) -> int:
        """A row for a supporter; a second contact of the same one is joined to the first."""
        supporter = self._network.supporters.get(who)
        if supporter is None:
            said = ((contact, source),)
            self.rows[number] = Row(number, contact, "deleted", said, why="you deleted them here")
            return number
        source = source or self._source_of(who, contact)
        if (first := self._claimed.get(who)) is not None:
            return self._join(first, contact, source)
        self._claimed[who] = number
        self.rows[number] = _against(Row(number, contact, "known", ((contact, source),), supporter, why))
        return number

    def _source_of(self, who: str, contact: Contact) -> Source | None:
        """What an address book without ids last said of a supporter who now has another name there."""
        if contact.uid:
            return None
        said = [one for one in self._sources_of.get(who, ()) if not one.uid and one.book == contact.book]
        return said[0] if len(said) == 1 else None

    def _join(self, first: int, contact: Contact, source: Source | None = None) -> int:
        row = self.rows[first]
        said = _also_said(row.said, contact, source)
        joined = replace(row, contact=joined_contact(row.contact, contact), said=said)
        self.rows[first] = _against(joined)
        if row.state == "new":
            self._inside.add(known_of_contact(f"#{first}", joined.contact))
        return first


def _nothing_against(contact: Contact, named: Supporter) -> bool:
    """Whether somebody of the same name can be reached in the same way, or in no way that is known."""
    ours = {*map(fold, contact.emails), *contact.phones}
    theirs = {*map(fold, named.emails), *named.phones}
    return not apart(contact.birthday, named.birthday) and bool(ours & theirs or not (ours and theirs))


def _fits(contact: Contact, source: Source) -> int | None:
    """How well a contact fits what an entry of its name said; None where that was somebody else."""
    ours = {*map(fold, contact.emails), *contact.phones}
    theirs = {*map(fold, source.emails), *source.phones}
    if apart(contact.birthday, source.birthday) or (ours and theirs and not ours & theirs):
        return None
    same_day = bool(contact.birthday) and contact.birthday == source.birthday
    whole = ours <= theirs and contact.birthday in ("", source.birthday)
    return 16 * whole + 8 * bool(ours & theirs) + 4 * same_day + 2 * (ours == theirs)


def answered(rows: Mapping[int, Row], row: Row, answer: str, network: Network) -> tuple[dict[int, Row], int]:
    """The rows once it is said who somebody is, and the number of the row that they are in then."""
    after = dict(rows)
    target = next(
        (one for one in rows.values() if answer in (one.id, one.supporter and one.supporter.id)), None
    )
    if answer == ANOTHER:
        after[row.number] = replace(row, maybe=None)
    elif target is not None:
        del after[row.number]
        contact, said = target.contact, target.said
        for one, source in row.said:
            contact, said = joined_contact(contact, one), _also_said(said, one, source)
        after[target.number] = _against(replace(target, contact=contact, said=said))
        return after, target.number
    elif (supporter := network.supporters.get(answer)) is not None:
        known = replace(row, state="known", supporter=supporter, maybe=None, why="you said so")
        after[row.number] = _against(known)
    return after, row.number


def _also_said(
    said: tuple[tuple[Contact, Source | None], ...], contact: Contact, source: Source | None
) -> tuple[tuple[Contact, Source | None], ...]:
    """What is said with one more contact; the same entry twice in a file counts as one."""
    for place, (before, known) in enumerate(said):
        if entry_of(before) == entry_of(contact):
            return (*said[:place], (joined_contact(before, contact), known or source), *said[place + 1 :])
    return (*said, (contact, source))


def entry_of(said: Contact) -> str:
    """What tells the entries of address books apart."""
    return said.uid or f"{said.book}\n{fold(said.name)}"


def _against(row: Row) -> Row:
    """The row with what is new in it for its supporter."""
    if row.supporter is None:
        return row
    found = differences(row.said, row.supporter)
    state: State = "changed" if any(one.take for one in found) else "known"
    return replace(row, differences=found, state=state)


def joined_contact(one: Contact, other: Contact) -> Contact:
    """Two contacts of the same person as one: the first counts, the second adds what it lacks."""
    names = _union(one.aliases, (other.name, *other.aliases))
    aliases = tuple(name for name in names if fold(name) != fold(one.name))
    notes = one.notes if other.notes in one.notes else "\n\n".join(filter(None, (one.notes, other.notes)))
    return replace(
        one,
        aliases=aliases,
        emails=_union(one.emails, other.emails),
        phones=_union(one.phones, other.phones),
        tags=_union(one.tags, other.tags),
        birthday=one.birthday or other.birthday,
        organisation=one.organisation or other.organisation,
        notes=notes,
        uid=one.uid or other.uid,
        circle=one.circle or other.circle,
        relationship=one.relationship or other.relationship,
        left=tuple(dict.fromkeys((*one.left, *other.left))),
    )


def known_of(supporter: Supporter) -> Known:
    """What a supporter is known by."""
    return Known(
        supporter.id,
        (supporter.name, *supporter.aliases),
        supporter.emails,
        supporter.phones,
        supporter.birthday,
        supporter.organisation,
    )


def known_of_contact(key: str, contact: Contact) -> Known:
    """What a contact is known by."""
    return Known(
        key,
        (contact.name, *contact.aliases),
        contact.emails,
        contact.phones,
        contact.birthday,
        contact.organisation,
    )


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    there = {fold(value) for value in one}
    return (*one, *(value for value in dict.fromkeys(other) if fold(value) not in there))
