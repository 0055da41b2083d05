"""All goals at a glance: for each kind the goal in which most of the need remains."""

from collections.abc import Iterable

from tui.domain.language.words import KINDS, Kind

from .coverage import Coverage

_DECIMALS = 6


def widest_gaps(coverages: Iterable[Coverage]) -> tuple[tuple[Kind, Coverage], ...]:
    """Each needed kind with the goal in which the largest need remains; the largest of all first."""
    of_goals = list(coverages)
    found = [
        (kind, max(needing, key=lambda one: round(one.residual[kind], _DECIMALS)))
        for kind in KINDS
        if (needing := [one for one in of_goals if one.need(kind) > 0])
    ]
    return tuple(sorted(found, key=lambda pair: -round(pair[1].residual[pair[0]], _DECIMALS)))
