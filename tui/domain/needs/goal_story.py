"""The story of a goal: how its needs were seen each time, what was decided, and what to do next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from tui.domain.language.vocabulary import Vocabulary
from tui.domain.language.words import Form, Kind
from tui.domain.questionnaire.items import Questionnaire
from tui.domain.records.goal import Goal
from tui.domain.records.log import Decision
from tui.domain.records.network import Network
from tui.domain.records.references import shown_name
from tui.domain.records.response import Response

from .advice import next_steps
from .needs_profile import NeedsProfile, needs_profile
from .then_and_now import latest, responses

_EARLY = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Look:
    """One look at the needs of a goal."""

    date: date
    form: Form
    profile: NeedsProfile


@dataclass(frozen=True)
class GoalStory:
    """A goal with all looks at it and all decisions on it, oldest first, and the next steps."""

    goal: Goal
    looks: tuple[Look, ...] = ()
    decisions: tuple[Decision, ...] = ()
    steps: tuple[str, ...] = ()
    yes_since: tuple[tuple[str, Kind], ...] = ()
    """Who said yes to which kind after the last look, which therefore cannot tell of it; the oldest first."""


def story_of(network: Network, questionnaire: Questionnaire, words: Vocabulary, goal: Goal) -> GoalStory:
    """The story of a goal. Next steps are given only while the goal is active."""
    looks = tuple(
        Look(response.date, response.form, needs_profile(questionnaire.scoring, response.answers))
        for response in responses(network, goal.id)
    )
    decisions = [decision for decision in network.decisions.values() if decision.goal == goal.id]
    steps: tuple[str, ...] = ()
    if looks and goal.state == "active":
        steps = next_steps(network, looks[-1].profile, goal.id, questionnaire.advice, words["kind"])
    return GoalStory(
        goal,
        looks,
        tuple(sorted(decisions, key=lambda one: (one.date, int(one.id or 0)))),
        steps,
        tuple(_yes_since(network, goal)),
    )


def _yes_since(network: Network, goal: Goal) -> Iterator[tuple[str, Kind]]:
    look = latest(network, goal.id)
    if look is None:
        return
    said = [
        (ask.answered_on, ask.id, ask)
        for ask in network.asks.values()
        if ask.goal == goal.id and ask.state == "yes" and ask.answered_on is not None
    ]
    for day, _, ask in sorted(said, key=lambda one: one[:2]):
        if ask.kind is not None and (day, ask.changed or _EARLY) > (look.date, look.created or _EARLY):
            yield shown_name(network, "supporter", ask.supporter or ""), ask.kind


def latest_looks(network: Network) -> Mapping[str, Response]:
    """The newest response on each goal, by the goal's id."""
    found: dict[str, Response] = {}
    for response in network.responses.values():
        if response.goal is not None:
            before = found.get(response.goal)
            if before is None or _when(before) < _when(response):
                found[response.goal] = response
    return found


def _when(response: Response) -> tuple[date, int]:
    return response.date, int(response.id or 0)
