"""Whom to ask for what: the few asks that would cover most of what is missing, one a person.

Greedy is enough: each next ask is the one that adds most to the ones before it. On small random networks this
finds what an exact search finds nearly always.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from tui.domain.language.text import fold
from tui.domain.language.words import HOLDS, KINDS, Kind
from tui.domain.promises.asks import is_open
from tui.domain.questionnaire.items import Scoring
from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask
from tui.domain.records.network import Network

from .because import why_ask
from .coverage import Coverage, coverage_of, coverages
from .reach import CHANCES, Reach

MOST = 3

_BY_CIRCLE = {"inner": 1.0, "middle": 0.9, "outer": 0.8}
_UNKNOWN_RESPONSIVE = 1.5  # the middle of the scale: neither for nor against somebody
_LEAST = 0.05
_DECIMALS = 6
_RESTS = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class AskIdea:
    """One ask worth making: for which goal and kind, whom, what a yes would add, its rank, and why.

    `goal` and `supporter` are ids; `because` is a clause that follows the word "because".
    """

    goal: str
    kind: Kind
    supporter: str
    gain: float
    score: float
    because: str


def asks_of(network: Network, scoring: Scoring, today: date, supporter: str) -> tuple[AskIdea, ...]:
    """All that is worth asking one supporter for, over all active goals; the best first."""
    found = tuple(coverages(network, scoring, today).values())
    options = [option for option in _options(found, _resting(network, today)) if option.one.id == supporter]
    options.sort(key=lambda one: (-round(one.score(one.coverage.missing), _DECIMALS), one.rank()))
    ideas = (option.idea(option.coverage.missing) for option in options)
    return tuple(idea for idea in ideas if round(idea.score, _DECIMALS) >= _LEAST)


@dataclass(frozen=True)
class Plan:
    """The asks, the best first, and what would then be missing of each goal: the chance that nobody helps."""

    asks: tuple[AskIdea, ...]
    missing: Mapping[str, Mapping[Kind, float]]


def best_asks(
    network: Network, scoring: Scoring, today: date, *, goal: Goal | None = None, limit: int = MOST
) -> tuple[AskIdea, ...]:
    """The asks most worth making, for one goal or over all active ones; the best first."""
    return plan(network, scoring, today, goal=goal, limit=limit).asks


def plan(
    network: Network, scoring: Scoring, today: date, *, goal: Goal | None = None, limit: int = MOST
) -> Plan:
    """The asks most worth making, and what would be missing after them."""
    if goal is None:
        found = tuple(coverages(network, scoring, today).values())
    else:
        one = coverage_of(network, goal, scoring, today)
        found = () if one is None else (one,)
    missing = {coverage.goal.id: dict(coverage.missing) for coverage in found}
    options = list(_options(found, _resting(network, today)))
    asks: list[AskIdea] = []
    while options and len(asks) < limit:
        scores = [round(option.score(missing[option.coverage.goal.id]), _DECIMALS) for option in options]
        if (highest := max(scores)) < _LEAST:
            break
        equal = (option for option, score in zip(options, scores, strict=True) if score == highest)
        best = min(equal, key=_Option.rank)
        asks.append(best.idea(missing[best.coverage.goal.id]))
        for coverage in found:
            if best.one.counts_for(coverage.goal.id):
                missing[coverage.goal.id][best.kind] *= best.left
        options = [option for option in options if option.one.id != best.one.id]
    return Plan(tuple(asks), missing)


class _Option(NamedTuple):
    """One ask that could be made.

    `left` is what a yes leaves of the chance that nobody helps, `weight` how glad it is likely to be heard.
    """

    coverage: Coverage
    one: Reach
    kind: Kind
    need: float
    left: float
    weight: float
    place: int

    def gain(self, missing: Mapping[Kind, float]) -> float:
        return self.need * missing[self.kind] * (1 - self.left)

    def score(self, missing: Mapping[Kind, float]) -> float:
        return self.gain(missing) * self.weight

    def rank(self) -> tuple[float, int, int, str, str]:
        """Among equal ones the stronger need comes first, and then always the same."""
        return -self.need, KINDS.index(self.kind), self.place, fold(self.one.supporter.name), self.one.id

    def idea(self, missing: Mapping[Kind, float]) -> AskIdea:
        gain, score = self.gain(missing), self.score(missing)
        because = why_ask(self.coverage, self.one, self.kind)
        return AskIdea(self.coverage.goal.id, self.kind, self.one.id, gain, score, because)


def _options(found: Iterable[Coverage], resting: frozenset[tuple[str, Kind]]) -> Iterator[_Option]:
    """All asks that could be worth making. What adds too little now never adds more after other asks."""
    for place, coverage in enumerate(found):
        needed = frozenset(coverage.needed)
        for one in coverage.people:
            if one.supporter.state != "active" or one.supporter.never_suggest:
                continue
            for kind in one.chances:
                if kind in needed and (one.id, kind) not in resting:
                    need, left = coverage.need(kind), _left(one, kind)
                    if round(need * coverage.missing[kind] * (1 - left), _DECIMALS) >= _LEAST:
                        yield _Option(coverage, one, kind, need, left, _weight(coverage, one), place)


def _left(one: Reach, kind: Kind) -> float:
    """What a yes leaves of the chance that nobody helps: they give it at least sometimes, and are near."""
    then = CHANCES[max(one.supporter.gives[kind], HOLDS)]
    return (1 - then) / (1 - one.chances[kind])


def _weight(coverage: Coverage, one: Reach) -> float:
    responsive = one.supporter.responsive
    takes_in = 0.7 + 0.1 * (_UNKNOWN_RESPONSIVE if responsive is None else responsive)
    spared = 0.5 if coverage.overloaded(one) else 1.0
    return _BY_CIRCLE[one.supporter.circle] * takes_in * spared


def _resting(network: Network, today: date) -> frozenset[tuple[str, Kind]]:
    """Whom not to suggest for what: they are being asked for it already, or were not long ago."""
    return frozenset(
        (ask.supporter, ask.kind)
        for ask in network.asks.values()
        if ask.supporter and ask.kind and (is_open(ask) or today - _last_day(ask) < _RESTS)
    )


def _last_day(ask: Ask) -> date:
    return ask.answered_on or ask.sent_on or date.min
