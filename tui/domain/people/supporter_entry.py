"""What comes of the forms about supporters: the records as they are with what was said."""

from collections.abc import Collection, Mapping
from typing import Any

from tui.domain.records.log import Exchange
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

from .acquaintance import acquainted

Said = Mapping[str, Any]
"""Values by field, of the types the fields have; the record checks them."""


def new_supporter(said: Said) -> Supporter:
    """A supporter with what was said."""
    return Supporter(**said)


def changed_supporter(before: Supporter, said: Said, network: Network) -> tuple[Supporter, ...]:
    """The supporter with what was said, and others whose word that they know each other is taken back."""
    kept = before.changed_to(
        **{**said, "goals": _with_gone(said["goals"], before.goals, network.goals), "knows": before.knows}
    )
    return acquainted(kept, said["knows"], network)


def changed_together(before: Supporter, said: Said) -> Supporter:
    """One of several that get the same circle, state or tag; what was left open stays."""
    tag, untag = said["tag"], said["untag"]
    tags = tuple(dict.fromkeys((*(one for one in before.tags if one != untag), *([tag] if tag else []))))
    given = {name: said[name] for name in ("circle", "state") if said[name]}
    return before.changed_to(tags=tags, **given)


def new_exchange(said: Said) -> Exchange:
    """An exchange with what was said."""
    return Exchange(**{**said, "size": int(said["size"])})


def changed_exchange(before: Exchange, said: Said, network: Network) -> Exchange:
    """The exchange with what was said; whoever of it is gone stays in it, and so does a goal let go of."""
    supporters = _with_gone(said["supporters"], before.supporters, network.supporters)
    goal = said["goal"] or (before.goal if before.goal not in network.goals else None)
    return before.changed_to(**{**said, "size": int(said["size"]), "supporters": supporters, "goal": goal})


def _with_gone(said: Collection[str], before: Collection[str], there: Collection[str]) -> tuple[str, ...]:
    """The ids said, and those of records that are gone: a form shows no name for them."""
    return tuple(dict.fromkeys((*said, *(id_ for id_ in before if id_ not in there))))
