"""Coverage: how far the people in the directory could meet the needs of a goal.

This is what the directory says (mapped); how covered a person feels is in the needs profile (perceived).
The two are told side by side and never merged. The numbers rank and decide; people read names and words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from tui.domain.language.words import KINDS, Cover, Kind
from tui.domain.needs.goal_order import in_order
from tui.domain.needs.needs_profile import NeedsProfile, needs_profile
from tui.domain.needs.then_and_now import latest
from tui.domain.questionnaire.items import Scoring
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network
from tui.domain.records.shared import shared

from .reach import Reach, reaches

STRONG_NEED = 2
"""From this need on it matters when a kind rests on one person, or on nobody."""

CAPACITY = {"inner": 4, "middle": 2, "outer": 1}
"""How many asks in thirty days somebody in each circle can be expected to take gladly."""

LATELY = timedelta(days=30)

SEVERAL_KINDS = 2
"""From so many kinds on, what somebody carries may be called much."""

_WEAK, _FAIR, _GOOD = 0.3, 0.6, 0.85
_MOST_OF_IT = 0.4  # a house rule: carrying more than two fifths is too much for one
_ENOUGH_PEOPLE = 3
_DECIMALS = 6


@dataclass(frozen=True, eq=False)
class Coverage:
    """What covers the needs of one goal on one `day`; they were answered for on the day `seen_on`.

    `people` are all who are down for the goal and give anything. `missing` is the chance, per kind, that
    nobody of them helps. `asked_lately` counts what was asked of each in the last thirty days.
    """

    goal: Goal
    day: date
    seen_on: date
    profile: NeedsProfile
    people: tuple[Reach, ...]
    missing: Mapping[Kind, float]
    asked_lately: Mapping[str, int]

    def need(self, kind: Kind) -> float:
        """How much the kind is needed; 0 where it was not asked."""
        found = self.profile.kinds[kind]
        return 0.0 if found is None else found.need

    @cached_property
    def needed(self) -> tuple[Kind, ...]:
        """The needed kinds, strongest need first."""
        return tuple(kind for kind, _ in self.profile.ranked)

    @cached_property
    def mapped(self) -> Mapping[Kind, float]:
        """How far each kind is covered, from 0 to nearly 1."""
        return {kind: 1 - self.missing[kind] for kind in KINDS}

    @cached_property
    def total(self) -> float:
        """All needs, each as far as it is covered."""
        return sum(self.need(kind) * self.mapped[kind] for kind in self.needed)

    @cached_property
    def residual(self) -> Mapping[Kind, float]:
        """What remains of each need; kinds that were not asked are not there."""
        return {
            kind: self.need(kind) * self.missing[kind]
            for kind in KINDS
            if self.profile.kinds[kind] is not None
        }

    @cached_property
    def holders(self) -> Mapping[Kind, tuple[Reach, ...]]:
        """The active people who give a kind at least sometimes, the surest first."""
        found: dict[Kind, list[Reach]] = {kind: [] for kind in KINDS}
        for one in self.people:
            for kind in one.chances:
                if one.holds(kind):
                    found[kind].append(one)
        return {
            kind: tuple(sorted(holders, key=lambda one: -one.chances[kind]))
            for kind, holders in found.items()
        }

    @cached_property
    def gaps(self) -> tuple[Kind, ...]:
        """The needed kinds that nobody holds, the largest remaining need first."""
        open_ = [kind for kind in self.needed if not self.holders[kind]]
        return tuple(sorted(open_, key=lambda kind: -round(self.residual[kind], _DECIMALS)))

    @cached_property
    def single_points(self) -> tuple[Kind, ...]:
        """The strongly needed kinds that rest on one person alone, the strongest need first."""
        return tuple(
            kind
            for kind in self.needed
            if len(self.holders[kind]) == 1 and round(self.need(kind), _DECIMALS) >= STRONG_NEED
        )

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """How much of what is carried each person carries, by their id."""
        loads = {
            one.id: sum(self.need(kind) * chance for kind, chance in one.chances.items())
            for one in self.people
        }
        all_ = sum(loads.values())
        return {id_: load / all_ if all_ else 0.0 for id_, load in loads.items()}

    @cached_property
    def drops(self) -> Mapping[str, float]:
        """How much of the whole would be gone without each person, by their id."""
        return {
            one.id: sum(self.lost_without(one, kind) for kind in one.chances) / self.total
            if self.total
            else 0.0
            for one in self.people
        }

    def lost_without(self, one: Reach, kind: Kind) -> float:
        """How much of a need would go uncovered without this person."""
        chance = one.chances.get(kind, 0.0)
        return self.need(kind) * self.missing[kind] * chance / (1 - chance)

    @cached_property
    def _several(self) -> bool:
        return sum(each.supporter.state == "active" for each in self.people) >= _ENOUGH_PEOPLE

    def overloaded(self, one: Reach) -> bool:
        """Whether somebody carries more than two fifths among several, or was asked a lot lately."""
        if self._several and round(self.shares[one.id], _DECIMALS) > _MOST_OF_IT:
            return True
        return self.asked_much(one)

    def carries_much(self, one: Reach) -> bool:
        """Whether that is worth saying: one kind alone is never much, however little the others give."""
        if self.asked_much(one):
            return True
        return self.overloaded(one) and sum(one.holds(kind) for kind in self.needed) >= SEVERAL_KINDS

    def asked_much(self, one: Reach) -> bool:
        """Whether somebody was asked more often lately than people in their circle take gladly."""
        return self.asked_lately.get(one.id, 0) > CAPACITY[one.supporter.circle]

    def in_a_word(self, kind: Kind) -> Cover:
        """How well a kind is covered, in one word."""
        return in_a_word(self.mapped[kind])


def in_a_word(mapped: float) -> Cover:
    """How well something is covered, in one word.

    >>> in_a_word(0.29), in_a_word(0.3), in_a_word(0.6), in_a_word(0.85)
    ('none', 'weak', 'fair', 'good')
    """
    rounded = round(mapped, _DECIMALS)
    if rounded < _WEAK:
        return "none"
    if rounded < _FAIR:
        return "weak"
    return "fair" if rounded < _GOOD else "good"


def coverage_of(network: Network, goal: Goal, scoring: Scoring, today: date) -> Coverage | None:
    """What covers a goal; None unless it is active and somebody has answered for it."""
    return coverages(network, scoring, today).get(goal.id)


@shared
def coverages(network: Network, scoring: Scoring, today: date) -> Mapping[str, Coverage]:
    """The coverage of every active goal with a finished response, by its id, in the order of the goals."""
    lately = _asked_lately(network, today)
    goals = in_order(goal for goal in network.goals.values() if goal.state == "active")
    worked_out = (_worked_out(network, goal, scoring, today, lately) for goal in goals)
    return {coverage.goal.id: coverage for coverage in worked_out if coverage is not None}


def _worked_out(
    network: Network, goal: Goal, scoring: Scoring, today: date, lately: Mapping[str, int]
) -> Coverage | None:
    response = latest(network, goal.id)
    if response is None:
        return None
    people = tuple(one for one in reaches(network, today) if one.counts_for(goal.id))
    missing = dict.fromkeys(KINDS, 1.0)
    for one in people:
        for kind, chance in one.chances.items():
            missing[kind] *= 1 - chance
    profile = needs_profile(scoring, response.answers)
    return Coverage(goal, today, response.date, profile, people, missing, lately)


def _asked_lately(network: Network, today: date) -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for ask in network.asks.values():
        if ask.supporter and ask.sent_on and today - LATELY <= ask.sent_on <= today:
            counts[ask.supporter] = counts.get(ask.supporter, 0) + 1
    return counts
