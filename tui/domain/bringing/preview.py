"""The preview of an import: who is taken, in which circle and as what, before anything changes."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from tui.domain.language.matching import Match, read_match
from tui.domain.language.text import fold
from tui.domain.records.contact import Contact
from tui.domain.records.network import Network

from .importing import ANOTHER, Row, answered
from .taking import Import, Placed

Order = Literal["name", "fullest", "file"]
ORDERS: tuple[Order, ...] = get_args(Order)

TERMS = ("state", "circle", "tag", "org", "has", "taken", "is")
"""The terms that a filter of the preview takes."""

VIEWS = ("", "taken:yes", "state:maybe", "state:changed", "state:new", "state:known")
"""Filters worth a key: all, then those taken, then each state."""

MOST_STEPS = 100
"""So many decisions can be taken back."""

_LAST = {"known": 1, "deleted": 2}
_HAS = ("emails", "phones", "birthday", "organisation", "notes", "tags", "aliases")


@dataclass(frozen=True, slots=True)
class _Decided:
    """All that is decided at one moment."""

    rows: dict[int, Row]
    answers: dict[int, str]
    placed: dict[int, Placed]
    relations: dict[int, str]


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
        self._before: list[_Decided] = []
        self._undone: list[_Decided] = []
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

    def next_view(self, typed: str) -> str:
        """The filter after this one of those that show anybody; after any other, the first of them."""
        place = VIEWS.index(typed) if typed in VIEWS else 0
        for view in (*VIEWS[place + 1 :], ""):
            match = read_match(view, TERMS)
            if not view or any(self._fits(row, match) for row in self.rows.values()):
                return view
        return ""

    def counts(self) -> Counter[str]:
        """How many rows there are of each state; those that may be somebody count as `maybe`."""
        return Counter(row.seen_as for row in self.rows.values())

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
            "state": (row.seen_as,),
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
        self._remember()
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
        self._remember()
        for row in rows:
            self._relations[row.number] = relationship
            if (placed := self.placed.get(row.number)) is not None:
                self.placed[row.number] = replace(placed, relationship=relationship)

    def leave(self, rows: Iterable[Row]) -> None:
        """Do not take these. Marks go."""
        self._remember()
        for row in rows:
            self.placed.pop(row.number, None)
        self.marked.clear()

    def choose(self, row: Row, fields: Mapping[str, bool]) -> None:
        """Take a row field by field."""
        self._remember()
        self._choose(row, fields)

    def _choose(self, row: Row, fields: Mapping[str, bool]) -> None:
        self.placed[row.number] = replace(self.placed.get(row.number, Placed()), fields=dict(fields))

    def answer(self, row: Row, *, same: bool, fields: Mapping[str, bool] | None = None) -> int | None:
        """Say whether somebody is who they may be, and if so which fields to take; the number of the row that
        they are in then."""
        if row.maybe is None:
            return row.number
        self._remember()
        answer = row.maybe.who if same else ANOTHER
        self.answers[row.number] = answer
        self.rows, number = answered(self.rows, row, answer, self.network)
        if number != row.number:
            self.placed.pop(row.number, None)
        self._texts.pop(number, None)
        self.marked &= self.rows.keys()
        if self.rows[number].state == "changed":
            self.placed.setdefault(number, Placed())
        if same and fields and self.rows[number].supporter is not None:
            self._choose(self.rows[number], fields)
        return number

    # Taken back, before anything is accepted

    def undo(self) -> bool:
        """Take the last decision back; whether there was one."""
        return self._step(self._before, self._undone)

    def redo(self) -> bool:
        """Decide again what was taken back; whether there was anything."""
        return self._step(self._undone, self._before)

    def begin_here(self) -> None:
        """Nothing decided so far can be taken back."""
        self._before.clear()
        self._undone.clear()

    def _step(self, of: list[_Decided], to: list[_Decided]) -> bool:
        if not of:
            return False
        to.append(self._now())
        now = of.pop()
        self.rows, self.answers, self.placed, self._relations = (
            now.rows,
            now.answers,
            now.placed,
            now.relations,
        )
        self.marked &= self.rows.keys()
        self._texts.clear()
        return True

    def _remember(self) -> None:
        self._before.append(self._now())
        del self._before[:-MOST_STEPS]
        self._undone.clear()

    def _now(self) -> _Decided:
        """Rows are never changed in place, so that they need no copy."""
        return _Decided(self.rows, dict(self.answers), dict(self.placed), dict(self._relations))

    # The end

    def decided(self) -> Import:
        """The import as it is decided now."""
        placed = {number: placed for number, placed in self.placed.items() if number in self.rows}
        return Import(self.contacts, self.network, tuple(self.rows.values()), self.answers, placed)


def _fullness(contact: Contact) -> int:
    """How much is said of somebody; people one is close to are written down with more."""
    return sum(
        2 if field in ("birthday", "notes", "aliases") else 1 for field in _HAS if getattr(contact, field)
    )
