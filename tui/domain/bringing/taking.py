"""What becomes of an import that is accepted: the records to save, all at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Protocol, get_args

from tui.domain.language.text import fold
from tui.domain.language.words import Circle, Relationship
from tui.domain.records.contact import FIELDS, Contact
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.source import Source
from tui.domain.records.supporter import Supporter

from .importing import Answers, Row, Tell, planned
from .newer import Difference, Held, with_taken

_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Placed:
    """What the person decided of a row that is taken: where somebody new belongs, and which fields to take.

    `fields` says for a difference whether it is taken; those not in it are as the row suggests.
    """

    circle: str = ""
    relationship: str = ""
    fields: Mapping[str, bool] = field(default_factory=dict)


def taken_fields(row: Row, decision: Placed) -> Sequence[Difference]:
    """What is taken of somebody known; what is seen and left is only not asked about again."""
    return [one for one in row.differences if decision.fields.get(one.field, one.take)]


def taken(
    rows: Iterable[Row], placed: Mapping[int, Placed], network: Network, new_id: Callable[[], str]
) -> Iterator[Record]:
    """The records that come of the rows that are placed: supporters, and what was said of them."""
    names = _Names(network)
    made: dict[str, str] = {}
    for row in rows:
        decision = placed.get(row.number)
        if decision is None:
            continue
        if row.supporter is None:
            supporter = _new(row.contact, decision, names, new_id())
            made[row.id] = supporter.id
            other = made.get(row.unlike, row.unlike)
            if other and not other.startswith("#"):
                supporter = supporter.changed_to(not_same=(other,))
        else:
            supporter = _changed(row, decision, names)
        if supporter is not row.supporter:
            yield supporter
        for contact, source in row.said:
            yield from _remembered(contact, source, supporter)


class _Names:
    """The names in use, so that two who are called the same get names that tell them apart."""

    def __init__(self, network: Network) -> None:
        self._owners: dict[str, str] = {}
        self._numbers: dict[str, int] = {}
        for one in network.supporters.values():
            for name in (one.name, *one.aliases):
                self._owners.setdefault(fold(name), one.id)

    def own(self, id_: str, contact: Contact) -> str:
        """A name for somebody new that nobody else has."""
        for more in ("", contact.organisation, *contact.emails, *contact.phones):
            name = f"{contact.name} ({more})" if more else contact.name
            if len(name) <= _LONGEST and self.claim(id_, name):
                return name
        name = contact.name[: _LONGEST - 8]
        for number in count(self._numbers.get(name, 2)):
            if self.claim(id_, f"{name} {number}"):
                self._numbers[name] = number + 1
                return f"{name} {number}"
        raise AssertionError("counting never ends")

    def free(self, id_: str, names: Iterable[str]) -> tuple[str, ...]:
        """Those of the names that nobody else has."""
        return tuple(name for name in names if self.claim(id_, name))

    def claim(self, id_: str, name: str) -> bool:
        """Take a name; whether nobody else has it."""
        return self._owners.setdefault(fold(name), id_) == id_


def _new(contact: Contact, decision: Placed, names: _Names, id_: str) -> Supporter:
    name = names.own(id_, contact)
    aliases = tuple(alias for alias in contact.aliases if fold(alias) != fold(name))
    return Supporter(
        id=id_,
        name=name,
        aliases=names.free(id_, aliases),
        relationship=_one_of(Relationship, decision.relationship or contact.relationship) or None,
        circle=_one_of(Circle, decision.circle or contact.circle) or "middle",
        emails=contact.emails,
        phones=contact.phones,
        birthday=contact.birthday,
        organisation=contact.organisation,
        notes=contact.notes,
        tags=contact.tags,
    )


def _changed(row: Row, decision: Placed, names: _Names) -> Supporter:
    """The supporter with the differences that are taken; a name given up stays as one they also go by."""
    supporter = row.supporter
    if supporter is None:
        raise ValueError(row)
    took: dict[str, Held] = {one.field: one.result for one in taken_fields(row, decision)}
    if "aliases" in took:
        took["aliases"] = names.free(supporter.id, took["aliases"])
    if "name" in took and not names.claim(supporter.id, str(took["name"])):
        del took["name"]
    elif "name" in took:
        before = tuple(took.get("aliases", supporter.aliases))
        others = (one for one in (*before, supporter.name) if fold(one) != fold(str(took["name"])))
        took["aliases"] = tuple(dict.fromkeys(others))
    return with_taken(supporter, took)


def _remembered(contact: Contact, before: Source | None, supporter: Supporter) -> Iterator[Source]:
    """What an entry of an address book says now, if that is not what is remembered of it."""
    said = {field: getattr(contact, field) for field in (*FIELDS, "book", "uid")}
    if before is None or not before.id:
        yield Source(supporter=supporter.id, **said)
        return
    now = before.changed_to(**said, supporter=supporter.id)
    if now != before:
        yield now


class Writing(Protocol):
    """A transaction, as far as an import knows it."""

    @property
    def network(self) -> Network:
        """The newest network."""

    def new_id(self) -> str:
        """An id that nothing has."""

    def put(self, record: Record) -> Record:
        """Add or change a record."""


@dataclass(frozen=True, slots=True)
class Import:
    """What the person has decided of contacts seen against a network: who is who, and who goes where."""

    contacts: Sequence[Contact]
    network: Network
    rows: Sequence[Row]
    answers: Answers
    placed: Mapping[int, Placed]

    @property
    def label(self) -> str:
        """What undo and history say of it."""
        here = [(row, self.placed[row.number]) for row in self.rows if row.number in self.placed]
        added = sum(row.supporter is None for row, _ in here)
        updated = sum(bool(taken_fields(*each)) for each in here)
        if not updated:
            return f"imported {_counted(added) if added else 'nothing'}"
        return f"{f'imported {_counted(added)} and ' if added else ''}updated {_counted(updated)}"


def take_in(writing: Writing, wanted: Import, tell: Tell | None = None) -> int:
    """Put all that comes of an import into a transaction; how many records.

    What others did since counts: whoever they deleted is not brought back.
    """
    rows = wanted.rows
    if writing.network.seq != wanted.network.seq:
        brought_back = {row.number for row in rows if row.state == "deleted"}
        newest = planned(wanted.contacts, writing.network, wanted.answers)
        rows = [row for row in newest if row.state != "deleted" or row.number in brought_back]
    records = list(taken(rows, wanted.placed, writing.network, writing.new_id))
    for number, record in enumerate(records):
        if tell is not None and number % 100 == 0:
            tell(number, len(records))
        writing.put(record)
    return len(records)


def _counted(people: int) -> str:
    return "1 supporter" if people == 1 else f"{people} supporters"


def _one_of(words: object, wanted: str) -> str:
    return wanted if wanted in get_args(words) else ""
