"""The exact best asks, found by trying all there are: what the quick search is measured against.

It knows the rules from the paper only, and shares no code with what it checks.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

CHANCE = (0.0, 0.3, 0.6, 0.9)


@dataclass(frozen=True)
class Somebody:
    """A person as the exact search sees them: strengths by kind, and how far they are within reach."""

    gives: Mapping[str, int]
    availability: float
    askable: bool = True


def covered(need: Mapping[str, float], people: Sequence[Somebody], asked: Mapping[int, str]) -> float:
    """All that is covered once some people, by their place, have said yes to one kind each."""
    total = 0.0
    for kind, wanted in need.items():
        nobody = 1.0
        for place, one in enumerate(people):
            strength, availability = one.gives.get(kind, 0), one.availability
            if asked.get(place) == kind:
                strength, availability = max(strength, 2), 1.0
            nobody *= 1 - CHANCE[strength] * availability
        total += wanted * (1 - nobody)
    return total


def every_way(need: Mapping[str, float], people: Sequence[Somebody], most: int) -> Iterator[dict[int, str]]:
    """Every way of asking at most so many people for one kind each."""
    options = {
        place: [kind for kind in need if one.gives.get(kind, 0) > 0]
        for place, one in enumerate(people)
        if one.askable
    }
    for count in range(most + 1):
        for places in combinations(options, count):
            for kinds in product(*(options[place] for place in places)):
                yield dict(zip(places, kinds, strict=True))


def most_covered(need: Mapping[str, float], people: Sequence[Somebody], most: int = 3) -> float:
    """What the very best asks would cover."""
    return max(covered(need, people, asked) for asked in every_way(need, people, most))
