"""What was answered and found for a goal, then and now."""

from datetime import date

from tui.domain.questionnaire.items import Scoring
from tui.domain.records.network import Network
from tui.domain.records.response import Response

from .needs_profile import NeedsProfile, needs_profile


def responses(network: Network, goal_id: str) -> tuple[Response, ...]:
    """The responses on a goal, oldest first."""
    found = [response for response in network.responses.values() if response.goal == goal_id]
    return tuple(sorted(found, key=lambda response: (response.date, int(response.id or 0))))


def latest(network: Network, goal_id: str) -> Response | None:
    """The newest response on a goal."""
    return next(reversed(responses(network, goal_id)), None)


def profiles(network: Network, scoring: Scoring, goal_id: str) -> tuple[tuple[date, NeedsProfile], ...]:
    """The needs profile of a goal then and now: one for each response, oldest first."""
    return tuple(
        (response.date, needs_profile(scoring, response.answers)) for response in responses(network, goal_id)
    )
