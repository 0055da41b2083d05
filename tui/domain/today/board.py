"""The board: all that Today has to tell, found together as a function of the network and the day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tui.domain.language.plain import Plain
from tui.domain.promises.loops import OpenLoop, open_loops
from tui.domain.questionnaire.items import Scoring
from tui.domain.questionnaire.left_off import LeftOff
from tui.domain.records.network import Network
from tui.domain.records.references import shown_name
from tui.domain.talks.due import Due, due_people
from tui.domain.talks.occasions import Occasion, coming_up

from .act_lanes import Wording
from .day import Day
from .open_now import Item, open_now
from .so_far import DayAct
from .todays_acts import todays_acts


@dataclass(frozen=True)
class Board:
    """Acts, people who are due, open loops, days that come up, and what else is open; each in its order."""

    day: date
    acts: tuple[DayAct, ...] = ()
    due: tuple[Due, ...] = ()
    loops: tuple[OpenLoop, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    items: tuple[Item, ...] = ()
    goals: Mapping[str, str] = field(default_factory=dict)
    """The titles of the goals that acts are for, by id."""

    @property
    def to_sort(self) -> int:
        """How much feedback waits for a verdict."""
        return sum(item.wants == "sort" for item in self.items)

    @property
    def acts_open(self) -> int:
        """How many acts are neither done nor put off."""
        return sum(one.state == "open" for one in self.acts)


def board_of(
    network: Network,
    scoring: Scoring,
    wording: Wording,
    today: date,
    *,
    so_far: Day | None = None,
    drafts: Iterable[str] = (),
    left: Iterable[LeftOff] = (),
) -> Board:
    """The board of a day; `drafts` are the names of what was left half done, `left` the questionnaires."""
    acts = todays_acts(network, scoring, wording, today, so_far)
    return Board(
        today,
        acts,
        due_people(network, scoring, today),
        open_loops(network, today),
        coming_up(network, today),
        open_now(network, scoring, drafts, today, left=left),
        {id_: shown_name(network, "goal", id_) for one in acts if (id_ := one.act.goal) is not None},
    )


def as_document(board: Board, network: Network) -> dict[str, Plain]:
    """The board as plain JSON values, unrounded, names beside ids."""
    today = board.day
    return {
        "day": f"{today}",
        "acts": [_act(one, network) for one in board.acts],
        "due": [
            {
                "person": due.supporter.name,
                "person_id": due.supporter.id,
                "ratio": due.rhythm.ratio,
                "state": due.rhythm.touch,
                "score": due.score,
                "days": due.rhythm.days,
                "cadence": due.rhythm.cadence,
                "last": f"{due.rhythm.heard}",
                "due_on": _day(due.rhythm.due_on),
            }
            for due in board.due
        ],
        "open_loops": [
            {
                "what": loop.loop,
                "id": loop.key,
                "people": [shown_name(network, "supporters", id_) for id_ in loop.people],
                "text": loop.text,
                "kind": loop.kind,
                "goal": _name(network, "goal", loop.goal),
                "since": _day(loop.since),
                "due": _day(loop.due),
                "late": loop.late(today),
            }
            for loop in board.loops
        ],
        "coming_up": [
            {
                "person": one.supporter.name,
                "person_id": one.supporter.id,
                "day": f"{one.day}",
                "what": one.what,
            }
            for one in board.occasions
        ],
        "open": [
            {
                "what": item.what,
                "key": item.key,
                "subject": item.subject,
                "person": item.person or None,
                "goal": item.goal or None,
                "kinds": list(item.kinds),
                "since": _day(item.since),
            }
            for item in board.items
        ],
    }


def _act(one: DayAct, network: Network) -> dict[str, Plain]:
    act = one.act
    return {
        "lane": act.lane,
        "person": _name(network, "supporter", act.person),
        "person_id": act.person,
        "kind": act.kind,
        "goal": _name(network, "goal", act.goal),
        "goal_id": act.goal,
        "of": act.of,
        "score": act.score,
        "title": act.title,
        "because": act.because,
        "state": one.state,
    }


def _name(network: Network, field: str, id_: str | None) -> str | None:
    return shown_name(network, field, id_) if id_ else None


def _day(day: date | None) -> str | None:
    return None if day is None else f"{day}"
