"""Where a goal stands, and what changing that leaves behind."""

from datetime import date

from tui.domain.language.words import Change, GoalState
from tui.domain.records.goal import Goal
from tui.domain.records.log import Adjustment, Decision

DECIDED: dict[GoalState, Change] = {"paused": "pause", "let-go": "let-go"}
"""The states that are a decision worth looking back on."""


def stands(goal: Goal, state: GoalState) -> Goal:
    """The goal in another state."""
    return goal.changed_to(state=state)


def decision_on(
    goal: Goal, state: GoalState, today: date, *, look_again_on: date | None = None, instead: str = ""
) -> Decision | None:
    """What is kept of pausing a goal or letting it go: the day to look again, or what it makes room for.

    None where the change is no such decision.
    """
    if state not in DECIDED or state == goal.state:
        return None
    change = Adjustment(what=DECIDED[state], before=goal.state, after=state)
    return Decision(goal=goal.id, date=today, changes=(change,), expects=instead, look_again_on=look_again_on)
