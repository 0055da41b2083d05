"""The order in which goals are shown and asked for."""

from collections.abc import Iterable
from datetime import date

from tui.domain.language.text import fold
from tui.domain.language.words import GoalState
from tui.domain.records.goal import Goal

_ORDER: tuple[GoalState, ...] = ("active", "paused", "done", "let-go")


def in_order(goals: Iterable[Goal]) -> list[Goal]:
    """Active goals first, then paused, done and let go; the nearest day first, goals without one last."""
    return sorted(
        goals, key=lambda goal: (_ORDER.index(goal.state), goal.by or date.max, fold(goal.title), goal.id)
    )
