"""Decisions: what changes about a goal, the goal as it is then, and looking back at whether it helped."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from pydantic import ValidationError

from tui.domain.calendar.days import said_day
from tui.domain.language.text import clean_line, clean_note, fold
from tui.domain.language.words import Change
from tui.domain.records.goal import Goal
from tui.domain.records.log import Adjustment, Decision
from tui.domain.records.network import Network

LOOK_AGAIN = timedelta(days=28)
"""When to look back at a decision unless another day is said."""

GOAL_FIELDS: Mapping[Change, str] = {
    "approach": "next_step",
    "measure": "sign",
    "date": "by",
    "scope": "title",
    "pause": "state",
    "let-go": "state",
}
"""The field of the goal that each change is about. Another approach is begun with another next step."""

Helped = Literal["yes", "partly", "no"]
HELPED: Mapping[Helped, str] = {"yes": "It helped.", "partly": "It helped in part.", "no": "It did not help."}
"""How a look back begins."""

_ENDS: frozenset[Change] = frozenset({"pause", "let-go"})


class DecisionRefused(ValueError):
    """A decision cannot be taken as it is. Its text is a sentence, `field` what it is about."""

    def __init__(self, sentence: str, field: str = "after") -> None:
        super().__init__(sentence)
        self.field = field


def take(decision: Decision, goal: Goal, today: date) -> tuple[Decision, Goal]:
    """The decision as it is to be kept, and the goal as it is then; both are to be saved together.

    What was before is filled in from the goal, and the look-back day where none was said. After a pause the
    day is the one to take the goal up again; a goal let go of needs none. Raises `DecisionRefused`.
    """
    if not decision.changes:
        raise DecisionRefused("A decision changes something: say what, and to what.")
    kinds = [change.what for change in decision.changes]
    if len(set(kinds)) < len(kinds) or len(_ENDS.intersection(kinds)) > 1:
        raise DecisionRefused("A decision changes each thing once, and either pauses a goal or lets it go.")
    if decision.look_again_on is not None and decision.look_again_on <= today:
        raise DecisionRefused(
            f"The day to look again, {decision.look_again_on}, is not ahead.", "look_again_on"
        )
    changes = tuple(_filled_in(change, goal, today) for change in decision.changes)
    look_again_on = decision.look_again_on
    if look_again_on is None and "pause" in kinds:
        raise DecisionRefused("A pause needs the day to look again.", "look_again_on")
    if look_again_on is None and "let-go" not in kinds:
        look_again_on = today + LOOK_AGAIN
    try:
        adjusted = goal.changed_to(**{GOAL_FIELDS[change.what]: _value(change) for change in changes})
    except ValidationError as error:
        field = str(error.errors(include_input=False)[0]["loc"][0]).replace("_", " ")
        raise DecisionRefused(f"The {field} of the goal would be too long.") from None
    return decision.changed_to(goal=goal.id, changes=changes, look_again_on=look_again_on), adjusted


def looked_back(decision: Decision, helped: Helped, words: str, today: date) -> Decision:
    """The decision with whether it helped, what was seen, and that this was today."""
    seen = f"{HELPED[helped]} {clean_note(words).strip()}".strip()
    return decision.changed_to(looked_back=seen, looked_back_on=today)


def helped(decision: Decision) -> Helped | None:
    """Whether a decision helped, by how its look back begins; None where nobody has said."""
    for answer, beginning in HELPED.items():
        if decision.looked_back.startswith(beginning):
            return answer
    return None


def look_back_due(decision: Decision, today: date) -> bool:
    """Whether the day to look back has come and nobody has looked back yet."""
    return (
        decision.look_again_on is not None
        and decision.look_again_on <= today
        and decision.looked_back_on is None
    )


def decisions_of(network: Network, goal_id: str) -> tuple[Decision, ...]:
    """The decisions about a goal, the newest first."""
    found = [decision for decision in network.decisions.values() if decision.goal == goal_id]
    return tuple(sorted(found, key=lambda decision: (decision.date, int(decision.id or 0)), reverse=True))


def _filled_in(change: Adjustment, goal: Goal, today: date) -> Adjustment:
    """The change with what was before and, for a date, the day that is meant."""
    after = clean_note(change.after).strip()
    match change.what:
        case "date" if after:
            try:
                day = said_day(after, today)
            except ValueError:
                raise DecisionRefused(
                    f'"{clean_line(after)}" is not a day; write one such as {today}.'
                ) from None
            if day < today:
                raise DecisionRefused(f"{day} has passed; the new date of a goal lies ahead.")
            after = f"{day}"
        case "let-go" if not after:
            raise DecisionRefused("Letting go asks: what instead? Rest is an answer too.")
        case "pause" | "date" | "let-go":
            pass
        case _ if not after:
            raise DecisionRefused(f"Say what the {change.what} is from now on.")
        case "scope" | "approach":
            after = clean_line(after)
    there = _shown(goal, change.what)
    if change.what in _ENDS:
        if there == _value(change):
            raise DecisionRefused(f"This goal is {there.replace('-', ' ')} already.")
    elif fold(after) == fold(there):
        raise DecisionRefused(f"The {change.what} of this goal is that already.")
    before = change.before or there
    return Adjustment(what=change.what, before=before, after=after)


def _shown(goal: Goal, what: Change) -> str:
    value = getattr(goal, GOAL_FIELDS[what])
    return "" if value is None else f"{value}"


def _value(change: Adjustment) -> str | None:
    """What the goal's field holds after the change."""
    match change.what:
        case "pause":
            return "paused"
        case "let-go":
            return "let-go"
        case "date":
            return change.after or None
        case _:
            return change.after
