"""How far each supporter can be counted on today: how surely they give, and whether they are near."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from tui.domain.language.words import HOLDS, KINDS, Kind
from tui.domain.people.directory import directory_of
from tui.domain.people.directory_card import Card
from tui.domain.records.network import Network
from tui.domain.records.shared import shared
from tui.domain.records.supporter import Supporter
from tui.domain.talks.rhythm import Touch, cadence_of, is_group, touch_after

CHANCES = (0.0, 0.3, 0.6, 0.9)
"""How likely help of each strength is when it is asked for: no, could, sometimes, reliably."""

_BY_TOUCH: Mapping[Touch, float] = {"fine": 1.0, "soon": 1.0, "due": 1.0, "overdue": 0.75, "drifting": 0.5}
_GROUP_VISITED = 30
_GROUP_UNVISITED = 0.5


class Reach(NamedTuple):
    """One supporter with how far they are within reach, and so the chance that they help with each kind."""

    card: Card
    availability: float
    chances: Mapping[Kind, float]

    @property
    def supporter(self) -> Supporter:
        """Who it is."""
        return self.card.supporter

    @property
    def id(self) -> str:
        """The id of the supporter."""
        return self.card.id

    def holds(self, kind: Kind) -> bool:
        """Whether they are active and give it at least sometimes."""
        return self.supporter.state == "active" and self.supporter.gives.get(kind, 0) >= HOLDS

    def counts_for(self, goal_id: str) -> bool:
        """Whether they are down for this goal: for all goals, or for this one among others."""
        return not self.supporter.goals or goal_id in self.supporter.goals


def availability_of(card: Card) -> float:
    """How far somebody is within reach: 1 in touch, less as contact fades, 0 unless they are active.

    A group is within reach while somebody was there in the last thirty days.
    """
    if card.supporter.state != "active":
        return 0.0
    if is_group(card.supporter):
        visited = bool(card.exchanges) and card.days <= _GROUP_VISITED
        return 1.0 if visited else _GROUP_UNVISITED
    return _BY_TOUCH[as_heard(card)]


def as_heard(card: Card) -> Touch:
    """The touch by the last talk: a clock that rests, or was begun anew without one, brings nobody nearer."""
    supporter = card.supporter
    return touch_after(card.days, cadence_of(supporter), kin=supporter.relationship in ("family", "partner"))


def reach_of(card: Card) -> Reach:
    """The reach of one supporter."""
    availability = availability_of(card)
    gives = card.supporter.gives
    chances = {kind: CHANCES[gives[kind]] * availability for kind in KINDS if gives.get(kind)}
    return Reach(card, availability, chances)


@shared
def reaches(network: Network, today: date) -> tuple[Reach, ...]:
    """All who give anything, whatever their state, always in the same order."""
    cards = directory_of(network, today).cards.values()
    giving = (reach_of(card) for card in cards if any(card.supporter.gives.values()))
    return tuple(sorted(giving, key=lambda reach: reach.id))
