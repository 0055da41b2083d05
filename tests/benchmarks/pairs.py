"""Ours and what it is compared with, taken in turn, so that a slow minute of the machine hits both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Taken = tuple[float, float]
"""A time, and how much of it was spent waiting for a core, both in seconds."""

MOST_WAITED = 0.0005
"""A sample that waited longer says more about the machine than about the program."""
MOST_WAITED_OF = 0.03
"""The same for what takes long anyway: a share of it."""


@dataclass
class Pairs:
    """The pairs of one round that count. Where none is undisturbed, all of them do."""

    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)
    left_out: int = 0


def paired(ours: Callable[[], Taken], theirs: Callable[[], Taken], count: int) -> Pairs:
    """So many undisturbed pairs; on a busy machine, as many as there are among twice that number."""
    good, disturbed = Pairs(), Pairs()
    for _ in range(2 * count):
        if len(good.ours) == count:
            break
        one, other = ours(), theirs()
        kept = disturbed if _disturbed(one) or _disturbed(other) else good
        kept.ours.append(one[0])
        kept.theirs.append(other[0])
    good.left_out = len(disturbed.ours)
    return good if good.ours else disturbed


def percentile(values: Sequence[float], part: float) -> float:
    """The value that this part of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def _disturbed(taken: Taken) -> bool:
    seconds, waited = taken
    return waited > max(MOST_WAITED, seconds * MOST_WAITED_OF)
