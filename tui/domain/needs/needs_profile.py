"""Needs: how much each kind of support would help, how much of it is missing, and why we think so.

The person's own marks decide. The rules move a need by half a point at most, never lift a kind marked 0,
and always give their reason. What was not answered stays unknown.
"""

from collections.abc import Mapping
from typing import NamedTuple

from tui.domain.language.plain import Answers, Plain, as_mapping, as_texts
from tui.domain.language.words import KINDS, Band, Kind
from tui.domain.questionnaire.items import Scoring

HIGHEST = 3
_DECIMALS = 6  # 1 - (1 - 0.3) is not quite 0.3; edges are compared after rounding


class Need(NamedTuple):
    """One kind: what was marked, what the rules added, what is needed and what of it is missing.

    Coverage, gap and band are None where the coverage of a needed kind is unknown.
    """

    importance: int
    coverage: int | None
    adjustment: float
    need: float
    gap: float | None
    band: Band | None
    because: tuple[str, ...]

    def document(self) -> dict[str, Plain]:
        """The need as plain JSON values, unrounded."""
        return {
            "importance": self.importance,
            "coverage": self.coverage,
            "adjustment": self.adjustment,
            "need": self.need,
            "gap": self.gap,
            "band": self.band,
            "because": list(self.because),
        }


class NeedsProfile(NamedTuple):
    """The need for each kind, None where it was not asked, and how far the needs feel covered."""

    kinds: Mapping[Kind, Need | None]
    perceived: float | None

    @property
    def ranked(self) -> tuple[tuple[Kind, Need], ...]:
        """The needed kinds, strongest need first; equal ones in the order of the kinds."""
        needed = [(kind, need) for kind, need in self.kinds.items() if need is not None and need.need > 0]
        return tuple(sorted(needed, key=lambda pair: -pair[1].need))

    def in_band(self, band: Band) -> tuple[Kind, ...]:
        """The kinds whose gap is in this band, strongest need first."""
        return tuple(kind for kind, need in self.ranked if need.band == band)

    def document(self) -> dict[str, Plain]:
        """The profile as plain JSON values, unrounded."""
        return {
            "kinds": {kind: need.document() if need else None for kind, need in self.kinds.items()},
            "perceived": self.perceived,
        }


def needs_profile(scoring: Scoring, answers: Answers) -> NeedsProfile:
    """The needs that follow from finished answers, in which hidden questions are left out."""
    importance, coverage = marks(scoring, answers)
    kinds: dict[Kind, Need | None] = {
        kind: _need(scoring, answers, kind, importance[kind], coverage.get(kind))
        if kind in importance
        else None
        for kind in KINDS
    }
    return NeedsProfile(kinds, _perceived(kinds))


def marks(scoring: Scoring, answers: Answers) -> tuple[Mapping[Kind, int], Mapping[Kind, int]]:
    """Importance and coverage by kind: from the two grids, or from the order of the few kinds chosen."""
    if chosen := as_texts(answers.get("top3")):
        importance = dict(zip(chosen, scoring.by_choice, strict=False))
        return _by_kind(importance), _by_kind(answers.get("top3_cover"))
    return _by_kind(answers.get("importance")), _by_kind(answers.get("coverage"))


def _by_kind(grid: Plain) -> Mapping[Kind, int]:
    rows = as_mapping(grid)
    return {kind: value for kind in KINDS if isinstance(value := rows.get(kind), int)}


def _need(scoring: Scoring, answers: Answers, kind: Kind, importance: int, coverage: int | None) -> Need:
    if importance < 1:
        return Need(importance, None, 0.0, 0.0, 0.0, "ok", ())
    rules = [rule for rule in scoring.adjustments if kind in rule.add and rule.when.holds(answers)]
    total = sum(rule.add[kind] for rule in rules)
    adjustment = float(min(max(total, -scoring.cap), scoring.cap))
    need = min(max(importance + adjustment, 0.0), float(HIGHEST))
    gap = None if coverage is None else need * (1 - coverage / HIGHEST)
    because = tuple(rule.because for rule in rules)
    return Need(importance, coverage, adjustment, need, gap, _band(scoring, gap), because)


def _band(scoring: Scoring, gap: float | None) -> Band | None:
    if gap is None:
        return None
    rounded = round(gap, _DECIMALS)
    return next((band for band, edge in scoring.bands.items() if rounded >= edge), "ok")


def _perceived(kinds: Mapping[Kind, Need | None]) -> float | None:
    """The share of all need that is covered; None where nothing is needed or no coverage is known."""
    known = [
        (need.need, need.coverage)
        for need in kinds.values()
        if need is not None and need.need > 0 and need.coverage is not None
    ]
    if not known:
        return None
    return sum(need * coverage / HIGHEST for need, coverage in known) / sum(need for need, _ in known)
