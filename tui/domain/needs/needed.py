"""How much each kind of support is needed for the goals one has, and who carries how much of it."""

from collections.abc import Mapping

from tui.domain.language.words import HOLDS, Kind
from tui.domain.questionnaire.items import Scoring
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

from .needs_profile import needs_profile
from .then_and_now import latest

Needed = Mapping[str, Mapping[Kind, float]]
"""By id of a goal, the need of each kind that is needed for it."""


def needed_now(network: Network, scoring: Scoring) -> Needed:
    """The needs of every active goal that was looked at, by the latest look. Unknown ones are left out."""
    found: dict[str, Mapping[Kind, float]] = {}
    for goal in network.goals.values():
        if goal.state != "active" or (response := latest(network, goal.id)) is None:
            continue
        found[goal.id] = {kind: need.need for kind, need in needs_profile(scoring, response.answers).ranked}
    return found


def total(needed: Needed) -> float:
    """All that is needed, over all goals."""
    return sum(need for kinds in needed.values() for need in kinds.values())


def share_held(supporter: Supporter, needed: Needed, of: float) -> float:
    """The share of all need `of` that is in kinds which a supporter gives sometimes or reliably."""
    if not of or not any(strength >= HOLDS for strength in supporter.gives.values()):
        return 0.0
    held = sum(
        need
        for goal, kinds in needed.items()
        if not supporter.goals or goal in supporter.goals
        for kind, need in kinds.items()
        if supporter.gives.get(kind, 0) >= HOLDS
    )
    return held / of
