"""Asking somebody for support: whom for what, in which words, and keeping it. Nothing is sent."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from .forms import AnyApp, fill, house_of, let_go, network_of

if TYPE_CHECKING:
    from tui.dialogs.ask import AskAnswer
    from tui.dialogs.ask_ideas import Idea
    from tui.domain.language.words import Kind
    from tui.domain.records.goal import Goal
    from tui.domain.records.supporter import Supporter
    from tui.domain.support.best_asks import AskIdea

_BY_HAND = "by-hand"
_MOST = 5


class Wish(NamedTuple):
    """Whom to ask for what, and for which goal."""

    supporter: str
    kind: "Kind | None"
    goal: str | None


def ask(app: AnyApp, *, supporter: str = "", goal: str = "") -> None:
    """Ask one person for something, or somebody for a goal: first whom for what, then the words."""
    from tui.dialogs.ask_ideas import AskIdeasDialog

    found = _most_worth(app, supporter, goal)
    if not found:
        ask_by_hand(app, supporter=supporter, goal=goal)
        return

    def chosen(key: str | None) -> None:
        if key == _BY_HAND:
            ask_by_hand(app, supporter=supporter, goal=goal)
        elif key is not None:
            idea = found[int(key)]
            compose(app, Wish(idea.supporter, idea.kind, idea.goal))

    name = network_of(app).supporters[supporter].name if supporter else ""
    heading = f"Ask {name} for what?" if name else "Whom to ask for what?"
    app.push_screen(AskIdeasDialog(heading, _rows(app, found, name)), chosen)


def compose(app: AnyApp, wish: Wish) -> None:
    """Compose the words of one ask, and keep them."""
    from tui.content import asking
    from tui.dialogs.ask import AskDialog, To
    from tui.domain.support.asking import ask_draft

    house, network = house_of(app), network_of(app)
    if (person := network.supporters.get(wish.supporter)) is None:
        house.notify("They are no longer in your network.", severity="warning")
        return
    goal = network.goals.get(wish.goal or "")

    def closed(answer: "AskAnswer | None") -> None:
        if answer is not None:
            app.run_worker(_keep(app, wish, person, answer), group="tasks")

    dialog = AskDialog(
        To(person.name, person.emails, goal.title if goal else "A question"),
        heading(f"Ask {person.name}", wish.kind, goal),
        ask_draft(network, person, wish.kind, goal, asking()),
        draft=_draft_of(person),
        drafts=house,
        notes=_notes(app, wish, person),
    )
    app.push_screen(dialog, closed)


def heading(who: str, kind: "Kind | None", goal: "Goal | None") -> str:
    """Whom, for what and for which goal, in one line."""
    from tui.content import label

    about = [label("kind", kind)] if kind else []
    return " · ".join([who, *about, *([goal.title] if goal else [])])


async def _keep(app: AnyApp, wish: Wish, person: "Supporter", answer: "AskAnswer") -> None:
    """Keep the ask; its draft is dropped when that is done."""
    from tui.domain.promises.asks import sent
    from tui.domain.records.log import Ask

    house = house_of(app)
    ask_ = Ask(supporter=person.id, kind=wish.kind, goal=wish.goal, text=answer.text)
    label = f"drafted an ask to {person.name}"
    if answer.state == "sent":
        ask_, label = sent(ask_, house.day), f"asked {person.name}"
    if await house.save(ask_, label=label):
        let_go(app, _draft_of(person))
        kept = "Kept" if answer.state == "sent" else "Kept as a draft"
        house.notify(f"{kept}. Today shows what is open.")


def _draft_of(person: "Supporter") -> str:
    return f"supporter-{person.id}-ask"


def _notes(app: AnyApp, wish: Wish, person: "Supporter") -> tuple[str, ...]:
    """What is worth knowing first: it was asked before, or they are paused or gone."""
    from tui.domain.promises.asks import asked_before, asked_before_in_words, why_not_suggested

    before = asked_before(network_of(app).asks, person.id, wish.kind, wish.goal)
    said = asked_before_in_words(before, person.name, house_of(app).day) if before is not None else None
    return tuple(filter(None, (said, why_not_suggested(person))))


def _most_worth(app: AnyApp, supporter: str, goal: str) -> "Sequence[AskIdea]":
    from tui.content import questionnaire
    from tui.domain.support.best_asks import asks_of, best_asks

    network, scoring, today = network_of(app), questionnaire().scoring, house_of(app).day
    if supporter:
        return asks_of(network, scoring, today, supporter)[:_MOST]
    return best_asks(network, scoring, today, goal=network.goals.get(goal))


def _rows(app: AnyApp, found: "Sequence[AskIdea]", name: str) -> "list[Idea]":
    from tui.content import label
    from tui.dialogs.ask_ideas import Idea

    network = network_of(app)
    rows = [
        Idea(
            str(place),
            network.supporters[idea.supporter].name,
            label("kind", idea.kind),
            network.goals[idea.goal].title,
            idea.because,
        )
        for place, idea in enumerate(found)
    ]
    return [*rows, Idea(_BY_HAND, name or "somebody else", "something else")]


def ask_by_hand(app: AnyApp, *, supporter: str = "", goal: str = "") -> None:
    """Ask whom for what in a form, then compose it."""
    from tui.content import vocabulary
    from tui.dialogs.ask_forms import ask_form
    from tui.dialogs.names import only_goal

    said: list[Wish] = []

    async def take(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
        said.append(Wish(values.get("supporter", supporter), values["kind"], values["goal"]))
        return True

    network = network_of(app)
    form = ask_form(network, vocabulary(), supporter)
    fill(app, form, {"goal": goal or only_goal(network)}, take, lambda: compose(app, said[-1]))
