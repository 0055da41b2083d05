"""Changing a goal: any field of it, or where it stands."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, cast

from tui.domain.language.text import clean_line
from tui.widgets.goal_view import STATES

from .asking import ask
from .forms import AnyApp, change_fields, delete_one, fill, house_of, network_of

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.language.words import GoalState
    from tui.domain.records.goal import Goal

_LABELS: Mapping["GoalState", str] = {
    "active": "took a goal up again",
    "paused": "paused a goal",
    "done": "finished a goal",
    "let-go": "let a goal go",
}
_SAID: Mapping["GoalState", str] = {
    "active": "Active again.",
    "paused": "Paused. It waits for you; s takes it up again.",
    "done": "You got there. Who would be glad to hear of it?",
    "let-go": "Let go on purpose. What it taught you stays here.",
}


def change(app: AnyApp, goal: "Goal", words: "Vocabulary") -> None:
    """Ask for every field of a goal."""
    from tui.dialogs.goal_forms import edit_form

    change_fields(app, edit_form(goal, words), goal, "edited goal")


async def put_state(app: AnyApp, goal: "Goal", words: "Vocabulary") -> None:
    """Ask where a goal stands now. Called from a worker."""
    from tui.dialogs.choose import Choice, ChooseDialog

    states = words["goal_state"]
    options = [Choice(state, STATES[state], states[state].label, states[state].plain) for state in STATES]
    heading = f"Where does it stand? {clean_line(goal.title)}"
    chosen = await app.push_screen_wait(ChooseDialog(heading, options, goal.state))
    if chosen is not None and chosen != goal.state:
        await _save_state(app, goal, cast("GoalState", chosen))


async def _save_state(app: AnyApp, goal: "Goal", state: "GoalState") -> None:
    """Save the state, and what is to be kept of a pause or of letting go."""
    from tui.dialogs.goal_forms import form_for
    from tui.domain.needs.standing import decision_on, stands

    house = house_of(app)

    async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
        decision = decision_on(goal, state, house.day, **values)
        records = (stands(goal, state), *((decision,) if decision else ()))
        return await house.save(*records, label=_LABELS[state], base=goal)

    def done() -> None:
        house.notify(_SAID[state])

    if (form := form_for(goal, state)) is not None:
        fill(app, form, {}, save, done)
    elif await save({}, None):
        done()


def show_all(app: AnyApp, words: "Vocabulary", go_to: Callable[[str], object]) -> None:
    """Show for each kind the goal that lacks most of it; go to one, or ask somebody for it."""
    from tui.content import questionnaire
    from tui.dialogs.all_goals import AllGoalsDialog
    from tui.domain.support.coverage import coverages
    from tui.domain.support.widest_gaps import widest_gaps

    house = house_of(app)
    gaps = widest_gaps(coverages(network_of(app), questionnaire().scoring, house.day).values())
    if not gaps:
        house.notify("Nothing is needed yet, as far as is known. r asks what would help.")
        return

    def chosen(answer: tuple[str, str] | None) -> None:
        if answer is not None:
            go_to(answer[1])
            if answer[0] == "ask":
                ask(app, goal=answer[1])

    app.push_screen(AllGoalsDialog(gaps, words), chosen)


async def delete(app: AnyApp, goal: "Goal") -> None:
    """Delete a goal."""
    await delete_one(app, goal, "deleted goal")
