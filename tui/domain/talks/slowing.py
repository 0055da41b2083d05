"""Whether the talks with somebody come further and further apart."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tui.domain.records.log import Exchange

_GAPS = 6
_LATELY = 3
_SLOWER = 1.5


def slows_down(gaps: Sequence[int]) -> bool:
    """Whether the last three gaps, in days, are half as long again as those before. Six tell something.

    >>> slows_down([7, 8, 6, 7, 14, 15, 13]), slows_down([7, 8, 6, 7, 9, 10, 8])
    (True, False)
    """
    if len(gaps) < _GAPS:
        return False
    return median(gaps[-_LATELY:]) >= _SLOWER * median(gaps[:-_LATELY])


def gaps_between(exchanges: Sequence[Exchange]) -> list[int]:
    """The days between talks, the oldest first. What passed on one day is one talk."""
    days = sorted({exchange.date for exchange in exchanges})
    return [(later - day).days for day, later in pairwise(days)]
