"""Who knows whom among the supporters: said of one, it holds for both."""

from collections.abc import Collection, Mapping

from tui.domain.records.network import Network
from tui.domain.records.shelf import Shelf
from tui.domain.records.supporter import Supporter

Acquaintances = Mapping[str, frozenset[str]]


class _Newest:
    """What was last worked out, so that all who ask about the same supporters share it."""

    supporters: Shelf[Supporter] | None = None
    acquaintances: Acquaintances = {}


def acquaintances(network: Network) -> Acquaintances:
    """For each supporter the ids of those they know or are known by; who knows nobody is not there."""
    supporters = network.supporters
    if _Newest.supporters is not supporters:
        _Newest.supporters, _Newest.acquaintances = supporters, _both_ways(supporters)
    return _Newest.acquaintances


def acquainted(supporter: Supporter, knows: Collection[str], network: Network) -> tuple[Supporter, ...]:
    """The supporters as they are once this one knows just those: itself first, then others that change.

    Whom they no longer know may have said so on the other side; that is taken out too. Who is gone stays.
    """
    before = acquaintances(network).get(supporter.id, frozenset())
    wanted = {id_ for id_ in knows if id_ != supporter.id}
    people = network.supporters
    named_me = {id_ for id_ in before if supporter.id in people[id_].knows}
    own = tuple(
        id_
        for id_ in dict.fromkeys((*supporter.knows, *knows))
        if id_ not in people or (id_ in wanted and (id_ in supporter.knows or id_ not in named_me))
    )
    others = (people[id_] for id_ in sorted(named_me - wanted))
    return (
        supporter.changed_to(knows=own),
        *(
            other.changed_to(knows=tuple(id_ for id_ in other.knows if id_ != supporter.id))
            for other in others
        ),
    )


def _both_ways(supporters: Shelf[Supporter]) -> Acquaintances:
    found: dict[str, set[str]] = {}
    for supporter in supporters.values():
        for id_ in supporter.knows:
            if id_ in supporters and id_ != supporter.id:
                found.setdefault(supporter.id, set()).add(id_)
                found.setdefault(id_, set()).add(supporter.id)
    return {id_: frozenset(ids) for id_, ids in found.items()}
