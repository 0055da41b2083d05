"""What one supporter carries: for each goal the kinds they hold, and those that rest on them alone."""

from dataclasses import dataclass
from datetime import date

from tui.domain.language.words import Kind
from tui.domain.questionnaire.items import Scoring
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network

from .coverage import coverages
from .coverage_words import carried


@dataclass(frozen=True, slots=True)
class Carried:
    """What somebody carries for one goal. `alone` are those of the kinds that nobody else holds."""

    goal: Goal
    kinds: tuple[Kind, ...]
    alone: tuple[Kind, ...]
    much: bool


def carried_by(network: Network, scoring: Scoring, today: date, supporter: str) -> tuple[Carried, ...]:
    """What a supporter carries for the active goals, in their order; `much` where it is a lot for one."""
    found = []
    for coverage in coverages(network, scoring, today).values():
        one = next((one for one in coverage.people if one.id == supporter), None)
        if one is not None and (kinds := carried(coverage, one)):
            alone = tuple(kind for kind in coverage.single_points if one.holds(kind))
            found.append(Carried(coverage.goal, kinds, alone, coverage.carries_much(one)))
    return tuple(found)
