"""What was understood of a line."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from tui.domain.language.plain import Plain
from tui.domain.language.words import Channel, Direction, Kind
from tui.domain.records.network import Network

Value = Literal["yes", "no", "later"]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A name that several people go by."""

    name: str
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for, the day it is wanted, and of whom; nobody named here: of all in the line.

    `names` are those of them who are not known yet.
    """

    text: str
    due: date | None = None
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """Who answered, and what."""

    person: str
    value: Value


@dataclass(frozen=True, slots=True)
class ComesNext:
    """What comes next, when, how it comes again, and with whom; nobody named here: with all in the line.

    `mine` says whether it was promised or offered to them; `names` are those who are not known yet.
    """

    text: str
    due: date | None = None
    rrule: str = ""
    mine: Literal["", "promised", "offered"] = ""
    people: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Understood:
    """A line with what it says. People and the goal go by their ids; `unknown` are names of nobody known.

    `later` are those of the people who have to do only with what comes next; `happened` is False where the
    line says nothing else.
    """

    note: str
    date: date
    people: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unclear: tuple[Unclear, ...] = ()
    channel: Channel | None = None
    direction: Direction | None = None
    kinds: tuple[Kind, ...] = ()
    goal: str | None = None
    ask: Wish | None = None
    answer: Answered | None = None
    follow_up: ComesNext | None = None
    good_news: bool = False
    later: tuple[str, ...] = ()
    happened: bool = True

    def document(self, network: Network) -> dict[str, Plain]:
        """The same as plain JSON values, with names for ids. Names that are unclear are among the unknown."""
        goal = network.goals.get(self.goal or "")
        ask, answer, next_ = self.ask, self.answer, self.follow_up
        return {
            "date": f"{self.date}",
            "people": [name_of(network, id_) for id_ in self.people],
            "unknown": [*self.unknown, *(one.name for one in self.unclear)],
            "channel": "in person" if self.channel == "in-person" else self.channel,
            "direction": self.direction,
            "kinds": list(self.kinds),
            "goal": goal.title if goal is not None else None,
            "ask": {"text": ask.text, "due": _day(ask.due)} if ask else None,
            "answer": {"person": name_of(network, answer.person), "value": answer.value} if answer else None,
            "follow_up": (
                {"text": next_.text, "due": _day(next_.due), "rrule": next_.rrule or None} if next_ else None
            ),
            "note": self.note,
        }


def name_of(network: Network, id_: str) -> str:
    """The name of a supporter; "someone" where they are gone."""
    found = network.supporters.get(id_)
    return found.name if found is not None else "someone"


def _day(day: date | None) -> str | None:
    return f"{day}" if day is not None else None
