"""Twins: two in the directory who may be the same person, until the person says that they are two."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

from .duplicates import Finder, Known, Same, duplicates

MOST_NAMES = 10
"""Names of somebody by which they are looked for."""


class Twins(NamedTuple):
    """Two who may be the same person, why, and whether that is as good as certain."""

    one: Supporter
    other: Supporter
    why: str
    sure: bool

    @property
    def id(self) -> str:
        """What the two go by in a list."""
        return f"{self.one.id} {self.other.id}"


def twins(network: Network) -> list[Twins]:
    """All of whom it is open whether they are two, the surest first; who was here first comes first."""
    people = network.supporters
    return list(_open(network, duplicates([known_of(one) for one in people.values()])))


def twins_of(supporter: Supporter, network: Network) -> list[Twins]:
    """Who else somebody may be, the surest first; that somebody comes first."""
    finder = Finder(known_of(one) for one in network.supporters.values())
    return list(_open(network, finder.like(known_of(supporter)), first=supporter.id))


def told_apart(one: Supporter, other: Supporter) -> Supporter:
    """The first, once it is said that the two are not the same person."""
    if are_two(one, other):
        return one
    return one.changed_to(not_same=(*one.not_same, other.id))


def are_two(one: Supporter, other: Supporter) -> bool:
    """Whether it was said that they are not the same person."""
    return other.id in one.not_same or one.id in other.not_same


def known_of(supporter: Supporter) -> Known:
    """What a supporter is known by."""
    return Known(
        supporter.id,
        (supporter.name, *supporter.aliases)[:MOST_NAMES],
        supporter.emails,
        supporter.phones,
        supporter.birthday,
        supporter.organisation,
    )


def _open(network: Network, found: Iterable[Same], first: str = "") -> Iterator[Twins]:
    people = network.supporters
    for same in found:
        pair = people[same.one], people[same.other]
        one, other = sorted(pair, key=lambda each: (each.id != first, int(each.id or 0)))
        if not are_two(one, other):
            yield Twins(one, other, same.why, same.sure)
