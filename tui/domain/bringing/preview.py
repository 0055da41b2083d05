"""The preview of an import: who is taken, in which circle and as what, before anything changes."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal, get_args

from tui.domain.language.matching import Match
from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.text import fold
from tui.domain.language.words import Circle, Relationship
from tui.domain.records.contact import Contact
from tui.domain.records.network import Network

from .importing import ANOTHER, Row, answered
from .taking import Import, Placed

Order = Literal["name", "fullest", "file"]
ORDERS: tuple[Order, ...] = get_args(Order)

TERMS = ("state", "circle", "tag", "org", "has", "taken", "is")
"""The terms that a filter of the preview takes."""

_LAST = {"known": 1, "deleted": 2}
_HAS = ("emails", "phones", "birthday", "organisation", "notes", "tags", "aliases")


class Preview:
    """All that a person decides before an import is accepted.

    A row is taken once it has a place. Somebody known of whom something is new is taken from the start.
    """

    def __init__(self, contacts: Sequence[Contact], network: Network, rows: Iterable[Row]) -> None:
        self.contacts = contacts
        self.network = network
        self.rows: dict[int, Row] = {row.number: row for row in rows}
        self.answers: dict[int, str] = {}
        self.placed: dict[int, Placed] = {
            row.number: Placed() for row in self.rows.values() if row.state == "changed"
        }
        self.marked: set[int] = set()
        self._relations: dict[int, str] = {}
        self._texts: dict[int, str] = {}
        self._names: dict[int, str] = {}

    # What is shown

    def shown(self, match: Match, order: Order) -> list[Row]:
        """The rows that fit, in an order; who is known already, or deleted, comes last."""
        fitting = [row for row in self.rows.values() if not match or self._fits(row, match)]
        if order == "name":
            fitting.sort(key=self._name)
        elif order == "fullest":
            fitting.sort(key=lambda row: (-_fullness(row.contact), self._name(row)))
        return sorted(fitting, key=lambda row: _LAST.get(row.state, 0))

    def _fits(self, row: Row, match: Match) -> bool:
        return match.takes(lambda: self._text(row), self._terms(row) if match.terms else {})

    def counts(self) -> Counter[str]:
        """How many rows there are of each state; those that may be somebody count as `maybe`."""
        return Counter("maybe" if row.maybe is not None else row.state for row in self.rows.values())

    def relationship(self, row: Row) -> str:
        """What somebody is to the person, as far as it was said."""
        return self._relations.get(row.number, row.contact.relationship)

    def chosen(self, current: Row | None) -> list[Row]:
        """Those that are marked, else the one under the cursor."""
        if self.marked:
            return [self.rows[number] for number in sorted(self.marked)]
        return [] if current is None else [current]

    def _name(self, row: Row) -> str:
        """The name it is sorted by."""
        if row.number not in self._names:
            self._names[row.number] = fold(row.contact.name)
        return self._names[row.number]

    def _text(self, row: Row) -> str:
        if row.number not in self._texts:
            one = row.contact
            said = (one.name, *one.aliases, *one.emails, *one.phones, one.organisation, *one.tags, one.notes)
            self._texts[row.number] = fold(" ".join(said))
        return self._texts[row.number]

    def _terms(self, row: Row) -> Mapping[str, Collection[str]]:
        placed = self.placed.get(row.number)
        return {
            "state": ("maybe" if row.maybe is not None else row.state,),
            "circle": (placed.circle,) if placed is not None else (),
            "tag": row.contact.tags,
            "org": (row.contact.organisation,),
            "has": [field for field in _HAS if getattr(row.contact, field)],
            "taken": ("yes" if placed is not None else "no",),
            "is": (self.relationship(row) or "none",),
        }

    # What is decided

    def place(self, rows: Iterable[Row], circle: str) -> int:
        """Take rows: who is new into a circle, who is known with what is new; how many. Marks go."""
        count = 0
        for row in rows:
            if row.maybe is None and (row.supporter is None or row.differences):
                before = self.placed.get(row.number, Placed())
                new = "" if row.supporter is not None else circle
                self.placed[row.number] = replace(before, circle=new, relationship=self.relationship(row))
                count += 1
        self.marked.clear()
        return count

    def relate(self, rows: Iterable[Row], relationship: str) -> None:
        """Say what people are to the person."""
        for row in rows:
            self._relations[row.number] = relationship
            if (placed := self.placed.get(row.number)) is not None:
                self.placed[row.number] = replace(placed, relationship=relationship)

    def leave(self, rows: Iterable[Row]) -> None:
        """Do not take these. Marks go."""
        for row in rows:
            self.placed.pop(row.number, None)
        self.marked.clear()

    def choose(self, row: Row, fields: Mapping[str, bool]) -> None:
        """Take a row field by field."""
        self.placed[row.number] = replace(self.placed.get(row.number, Placed()), fields=dict(fields))

    def answer(self, row: Row, *, same: bool) -> int | None:
        """Say whether somebody is who they may be; the number of the row that they are in then."""
        if row.maybe is None:
            return row.number
        answer = row.maybe.who if same else ANOTHER
        self.answers[row.number] = answer
        self.rows, number = answered(self.rows, row, answer, self.network)
        self._texts.pop(number, None)
        self.marked &= self.rows.keys()
        if self.rows[number].state == "changed":
            self.placed.setdefault(number, Placed())
        return number

    def decided(self) -> Import:
        """The import as it is decided now."""
        placed = {number: placed for number, placed in self.placed.items() if number in self.rows}
        return Import(self.contacts, self.network, tuple(self.rows.values()), self.answers, placed)

    # Left half-way

    def draft(self) -> dict[str, Plain]:
        """What was decided, by the places of the entries in their files."""
        return {
            self.rows[number].contact.where: {"circle": placed.circle, "relationship": placed.relationship}
            for number, placed in self.placed.items()
            if number in self.rows and self.rows[number].state != "changed"
        }

    def take_up(self, draft: Plain) -> int:
        """Decide as it was decided before; how many rows."""
        where = {row.contact.where: row for row in self.rows.values()}
        count = 0
        for place, said in as_mapping(draft).items():
            row, words = where.get(place), as_mapping(said)
            circle, relationship = words.get("circle"), words.get("relationship")
            if row is not None and circle in get_args(Circle):
                if relationship in get_args(Relationship):
                    self.relate([row], str(relationship))
                count += self.place([row], str(circle))
        return count


def _fullness(contact: Contact) -> int:
    """How much is said of somebody; people one is close to are written down with more."""
    return sum(
        2 if field in ("birthday", "notes", "aliases") else 1 for field in _HAS if getattr(contact, field)
    )
