"""Asking somebody for support, and offering some, over any page."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from textual.app import App

if TYPE_CHECKING:
    from tui.dialogs.ask_ideas import Idea
    from tui.domain.best_asks import AskIdea
    from tui.domain.network import Network
    from tui.domain.words import Kind
    from tui.page import House

_BY_HAND = "by-hand"
_MOST = 5


class Wish(NamedTuple):
    """Whom to ask for what, and for which goal."""

    supporter: str
    kind: "Kind | None"
    goal: str | None


async def asked(app: App[None], supporter: str = "", goal: str = "") -> None:
    """Ask for something: first whom for what - one person, for one goal, or at all - then the words."""
    house = cast("House", app)
    if (network := house.network) is not None and (wish := await _wished(app, network, supporter, goal)):
        await composed(app, wish)


async def composed(app: App[None], wish: Wish) -> None:
    """Compose the words to ask somebody with, and keep them."""
    from tui.content import asking, label
    from tui.dialogs.ask import AskDialog, To
    from tui.domain.asking import ask_draft
    from tui.domain.asks import asked_before, asked_before_in_words, sent, why_not_suggested
    from tui.domain.log import Ask

    house = cast("House", app)
    network = house.network
    if network is None or (person := network.supporters.get(wish.supporter)) is None:
        house.notify("They are no longer in your network.", severity="warning")
        return
    goal = network.goals.get(wish.goal or "")
    before = asked_before(network.asks, person.id, wish.kind, wish.goal)
    notes = [asked_before_in_words(before, person.name, house.day)] if before is not None else []
    notes += [why_not] if (why_not := why_not_suggested(person)) else []
    about = [label("kind", wish.kind)] if wish.kind else []
    about += [goal.title] if goal else []
    answer = await app.push_screen_wait(
        AskDialog(
            To(person.name, person.emails, goal.title if goal else "A question"),
            " · ".join([f"Ask {person.name}", *about]),
            ask_draft(network, person, wish.kind, goal, asking()),
            draft=f"supporter-{person.id}-ask",
            drafts=house,
            notes=tuple(notes),
        )
    )
    if answer is None:
        return
    ask = Ask(supporter=person.id, kind=wish.kind, goal=wish.goal, text=answer.text)
    is_sent = answer.state == "sent"
    label_ = f"asked {person.name}" if is_sent else f"drafted an ask to {person.name}"
    if await house.save(sent(ask, house.day) if is_sent else ask, label=label_):
        house.drop_draft(f"supporter-{person.id}-ask")
        house.notify(f"{'Kept' if is_sent else 'Kept as a draft'}. A shows what is open.")


async def offered(app: App[None], supporter: str = "") -> None:
    """Write down what is offered or promised to somebody."""
    from tui.content import vocabulary
    from tui.dialogs.ask_forms import offer_form
    from tui.dialogs.form import FormDialog
    from tui.domain.log import Offer

    house = cast("House", app)
    if (network := house.network) is None:
        return

    async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
        offer = Offer(date=house.day, **values)
        return await house.save(offer, label="offered something")

    first = {"supporter": supporter or None, "state": "promised"}
    form = offer_form(network, vocabulary(), supporter)
    if await app.push_screen_wait(FormDialog(form, first, today=house.day, submit=save, drafts=house)):
        house.notify("Kept. A shows what is open.")


async def _wished(app: App[None], network: "Network", supporter: str, goal: str) -> Wish | None:
    """Whom to ask for what: one of the few most worth asking, or somebody and something else."""
    from tui.dialogs.ask_ideas import AskIdeasDialog

    found = _most_worth(network, cast("House", app), supporter, goal)
    if not found:
        return await _by_hand(app, network, supporter, goal)
    heading = f"Ask {network.supporters[supporter].name} for what?" if supporter else "Whom to ask for what?"
    chosen = await app.push_screen_wait(AskIdeasDialog(heading, _rows(network, found, supporter)))
    if chosen is None:
        return None
    if chosen == _BY_HAND:
        return await _by_hand(app, network, supporter, goal)
    idea = found[int(chosen)]
    return Wish(idea.supporter, idea.kind, idea.goal)


def _most_worth(network: "Network", house: "House", supporter: str, goal: str) -> "Sequence[AskIdea]":
    from tui.content import questionnaire
    from tui.domain.best_asks import asks_of, best_asks

    scoring, today = questionnaire().scoring, house.day
    if supporter:
        return asks_of(network, scoring, today, supporter)[:_MOST]
    return best_asks(network, scoring, today, goal=network.goals.get(goal))


def _rows(network: "Network", found: "Sequence[AskIdea]", supporter: str) -> "list[Idea]":
    from tui.content import label
    from tui.dialogs.ask_ideas import Idea

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
    who = network.supporters[supporter].name if supporter else "somebody else"
    return [*rows, Idea(_BY_HAND, who, "something else", because="")]


async def _by_hand(app: App[None], network: "Network", supporter: str, goal: str) -> Wish | None:
    """Ask in a form; it is too small to be kept half-way."""
    from tui.content import vocabulary
    from tui.dialogs.ask_forms import ask_form
    from tui.dialogs.form import FormDialog
    from tui.dialogs.names import only_goal

    house = cast("House", app)
    said: list[Wish] = []

    async def take(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
        said.append(Wish(values.get("supporter", supporter), values["kind"], values["goal"]))
        return True

    first = {"goal": goal or only_goal(network)}
    form = ask_form(network, vocabulary(), supporter)
    await app.push_screen_wait(FormDialog(form, first, today=house.day, submit=take, drafts=_Nowhere()))
    return said[-1] if said else None


class _Nowhere:
    """Keeps no drafts."""

    async def load_draft(self, name: str) -> object:  # noqa: ARG002
        """There is none."""
        return None

    def keep_draft(self, name: str, draft: dict[str, object]) -> None:
        """Nothing is kept."""

    def drop_draft(self, name: str) -> None:
        """There is nothing to drop."""
