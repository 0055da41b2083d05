"""Looking for somebody new for a kind of support: who gives it now, and the way that is chosen from there."""

from typing import TYPE_CHECKING

from .forms import AnyApp, house_of, network_of

if TYPE_CHECKING:
    from tui.dialogs.find_somebody import Way
    from tui.domain.language.words import Kind
    from tui.domain.records.goal import Goal

GOALS = "Goals"


def find_somebody(app: AnyApp, goal_id: str, kind: "Kind | None") -> None:
    """Show what there is, and go the way that is chosen; where the goal is gone, to the goals."""
    from tui.content import vocabulary
    from tui.dialogs.find_somebody import FindSomebodyDialog
    from tui.domain.support.coverage_words import spoken

    goal = network_of(app).goals.get(goal_id)
    if goal is None or kind is None:
        house_of(app).go_to(GOALS, key=goal_id)
        return
    facts = [("goal", goal.title), ("so far", _so_far(app, goal, kind))]

    def chosen(way: "Way | None") -> None:
        if way is not None:
            _go(app, way, goal, kind)

    app.push_screen(FindSomebodyDialog(spoken(kind, vocabulary()), facts), chosen)


def _so_far(app: AnyApp, goal: "Goal", kind: "Kind") -> str:
    from tui.content import questionnaire, vocabulary
    from tui.domain.support.coverage import coverage_of
    from tui.domain.support.coverage_words import who_gives

    coverage = coverage_of(network_of(app), goal, questionnaire().scoring, house_of(app).day)
    return who_gives(coverage, kind, vocabulary()) if coverage is not None else "not known yet"


def _go(app: AnyApp, way: "Way", goal: "Goal", kind: "Kind") -> None:
    from tui.content import vocabulary

    from . import asking, supporters

    house = house_of(app)

    def to_them(id_: str) -> None:
        house.go_to("Supporters", key=id_)

    match way:
        case "new":
            supporters.add(app, vocabulary(), to_them, gives={kind: 1})
        case "group":
            group = {"relationship": "group", "circle": "outer", "state": "candidate"}
            supporters.add(app, vocabulary(), to_them, gives={kind: 1}, **group)
        case "bring":
            house.bring()
        case "ask":
            asking.ask(app, goal=goal.id)
        case "goal":
            house.go_to(GOALS, key=goal.id)
