"""The forms about a goal: every field of it, and what is asked when it is paused or let go."""

from typing import TYPE_CHECKING

from tui.domain.language.text import clean_line

from .fields import Field, Form

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.language.words import GoalState
    from tui.domain.records.goal import Goal


def edit_form(goal: "Goal", words: "Vocabulary") -> Form:
    """Every field of a goal."""

    def labels(name: str) -> tuple[tuple[str, str], ...]:
        return tuple((word.id, word.label) for word in words[name].values())

    fields = (
        Field("title", "Goal", required=True),
        Field("why", "Why", "note"),
        Field("ownership", "Whose wish", "choice", options=labels("ownership")),
        Field("sign", "Sign", "note"),
        Field("by", "By when", "date", help="28 June, in 6 weeks, or empty"),
        Field("state", "State", "choice", required=True, options=labels("goal_state")),
        Field("stage", "Stage", "choice", options=labels("stage")),
        Field("obstacle", "When", help="what is most likely to get in the way"),
        Field("plan", "then I will", help="what you will do then"),
        Field("next_step", "Next step", help="the smallest one, and its day"),
        Field("audience", "Who may know", "choice", options=labels("audience")),
        Field("praise", "Praise eases", "choice", options=labels("praise")),
        Field("report", "Reports", "choice", options=labels("report_rhythm")),
        Field("change_sign", "Rethink if", "note"),
        Field("notes", "Notes", "note"),
    )
    return Form(f"goal-{goal.id}", "Goal", fields, base=goal.document())


def pause_form(goal: "Goal") -> Form:
    """A rest, with a day to look again."""
    day = Field("look_again_on", "Look again", "date", help="in 4 weeks, 1 May; enter for no day")
    return Form(f"goal-{goal.id}-pause", f"Pause: {clean_line(goal.title)}", (day,))


def let_go_form(goal: "Goal") -> Form:
    """Putting a goal down is an outcome of its own; it makes room."""
    instead = Field("instead", "Instead", help="what does it make room for? enter if you do not know yet")
    return Form(f"goal-{goal.id}-let-go", f"Let go of: {clean_line(goal.title)}", (instead,))


def form_for(goal: "Goal", state: "GoalState") -> Form | None:
    """What is asked on the way to a state; None where nothing is."""
    match state:
        case "paused":
            return pause_form(goal)
        case "let-go":
            return let_go_form(goal)
        case _:
            return None
