"""What asking alone does not mend: kinds that rest on one person, and kinds that want somebody new."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tui.domain.language.words import Kind
from tui.domain.questionnaire.items import Scoring
from tui.domain.records.network import Network

from .best_asks import plan
from .coverage import STRONG_NEED, Coverage, coverages, in_a_word

_DECIMALS = 6


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """A strongly needed kind that rests on one supporter alone, and how much would be lost without them."""

    goal: str
    kind: Kind
    supporter: str
    loss: float


@dataclass(frozen=True, slots=True)
class Unmet:
    """A strongly needed kind that nobody known can cover, and how much of the need remains after the asks."""

    goal: str
    kind: Kind
    residual: float


def single_points(network: Network, scoring: Scoring, today: date) -> tuple[SinglePoint, ...]:
    """What rests on one person alone, over all active goals; the largest loss first."""
    found = [
        SinglePoint(coverage.goal.id, kind, holder.id, coverage.lost_without(holder, kind))
        for coverage in coverages(network, scoring, today).values()
        for kind in coverage.single_points
        for holder in coverage.holders[kind]
    ]
    return tuple(sorted(found, key=lambda point: -round(point.loss, _DECIMALS)))


def unmet_after_asks(network: Network, scoring: Scoring, today: date) -> tuple[Unmet, ...]:
    """What even the best asks would leave weakly covered, or what nobody known could give."""
    after = plan(network, scoring, today).missing
    found = [
        Unmet(coverage.goal.id, kind, coverage.need(kind) * after[coverage.goal.id][kind])
        for coverage in coverages(network, scoring, today).values()
        for kind in _strongly_needed(coverage)
        if in_a_word(1 - after[coverage.goal.id][kind]) in ("none", "weak") or not _anybody(coverage, kind)
    ]
    return tuple(sorted(found, key=lambda unmet: -round(unmet.residual, _DECIMALS)))


def _strongly_needed(coverage: Coverage) -> Iterator[Kind]:
    return (kind for kind in coverage.needed if round(coverage.need(kind), _DECIMALS) >= STRONG_NEED)


def _anybody(coverage: Coverage, kind: Kind) -> bool:
    """Whether somebody active gives the kind, or could."""
    return any(kind in one.chances and one.supporter.state == "active" for one in coverage.people)
