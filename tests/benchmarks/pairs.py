"""Ours and what it is compared with, taken in turn, so that a slow minute of the machine hits both."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

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


def timed(run: Callable[[], object]) -> Taken:
    """How long something in this process takes."""
    waited = _waited()
    began = time.perf_counter()
    run()
    return time.perf_counter() - began, _waited() - waited


def _waited() -> float:
    """Seconds this thread could have run and had no core; 0 where the kernel does not count them."""
    with suppress(OSError):
        return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    return 0.0


def percentile(values: Sequence[float], part: float) -> float:
    """The value that this part of all values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * part), len(ordered) - 1)]


def _disturbed(taken: Taken) -> bool:
    seconds, waited = taken
    return waited > max(MOST_WAITED, seconds * MOST_WAITED_OF)
