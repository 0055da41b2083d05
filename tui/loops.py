"""Asks and offers that are open, over any page: what became of each, with one key."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.content import Content

if TYPE_CHECKING:
    from tui.domain.log import Ask, Offer
    from tui.domain.supporter import Supporter
    from tui.page import House
    from tui.store import Transaction
    from tui.widgets.loop_row import Loop


async def looped(app: App[None], supporter: str = "", goal: str = "", at: str = "") -> None:
    """Show the asks and offers with one person, the asks for one goal, or all of them."""
    from tui.dialogs.loops import LoopsDialog, Rows

    house = cast("House", app)
    if (network := house.network) is None:
        return
    if supporter:
        heading = f"Asks and offers · {network.supporters[supporter].name}"
    else:
        heading = f"Asks · {network.goals[goal].title}" if goal else "Asks and offers"
    rows = Rows(partial(_loops, house, supporter, goal), partial(_line, house), _in_full)
    await app.push_screen_wait(LoopsDialog(heading, rows, partial(_step, app), at=at))


def _loops(house: "House", supporter: str, goal: str) -> "Sequence[Loop]":
    """What is open first; in each part the newest first."""
    from tui.domain import asks, offers

    if (network := house.network) is None:
        return ()
    found: list[tuple[bool, Loop]] = [
        (asks.is_open(ask), ask)
        for ask in network.asks.values()
        if (not supporter or ask.supporter == supporter) and (not goal or ask.goal == goal)
    ]
    found += [
        (offers.is_open(offer), offer)
        for offer in network.offers.values()
        if not goal and (not supporter or offer.supporter == supporter)
    ]
    return [loop for _, loop in sorted(found, key=lambda pair: (not pair[0], -int(pair[1].id)))]


def _line(house: "House", loop: "Loop", width: int) -> Content:
    from tui.content import vocabulary
    from tui.domain.references import shown_name
    from tui.widgets.loop_row import loop_line

    network = house.network
    who = "" if network is None else shown_name(network, "supporter", loop.supporter or "")
    return loop_line(loop, who, vocabulary(), house.day, width)


def _in_full(loop: "Loop", width: int) -> list[Content]:
    """The words themselves, and what came of them."""
    from tui.domain.text import clean_note

    lines = list(Content(clean_note(loop.text) or "No words are written down.").wrap(width))
    if loop.outcome:
        lines += Content(clean_note(loop.outcome)).stylize("$quiet").wrap(width)
    return lines


async def _step(app: App[None], step: str, loop: "Loop") -> None:
    """Take one step of an ask or offer."""
    from tui.domain.log import Ask

    house = cast("House", app)
    if step == "delete":
        what = "an ask" if isinstance(loop, Ask) else "an offer"
        if await house.transact(f"deleted {what}", lambda transaction: transaction.delete(loop)):
            house.notify("Deleted. u takes it back.")
    elif isinstance(loop, Ask):
        await _step_of_ask(app, step, loop)
    else:
        await _step_of_offer(app, step, loop)


async def _step_of_ask(app: App[None], step: str, ask: "Ask") -> None:
    from tui.domain.asks import answered, sent

    house = cast("House", app)
    match step:
        case "open" | "remind":
            await _words(app, ask, remind=step == "remind")
        case "yes":
            await _yes(app, ask)
        case "sent":
            await house.save(sent(ask, house.day), label=f"asked {_name(house, ask)}", base=ask)
        case "no" | "later" | "silent":
            label = f"noted {_SAID[step]} from {_name(house, ask)}"
            await house.save(answered(ask, step, house.day), label=label, base=ask)


async def _step_of_offer(app: App[None], step: str, offer: "Offer") -> None:
    from tui.domain import offers

    house = cast("House", app)
    if step == "open":
        await _offer_changed(app, offer)
        return
    steps = {
        "offered": offers.offered,
        "promised": offers.promised,
        "kept": offers.kept,
        "declined": offers.declined,
        "dropped": offers.dropped,
    }
    label = f"{_DONE[step]} {_name(house, offer)}"
    await house.save(steps[step](offer, house.day), label=label, base=offer)


async def _yes(app: App[None], ask: "Ask") -> None:
    """Note a yes; where it would mean more, ask whether it does, and keep both together."""
    from tui.content import vocabulary
    from tui.dialogs.count_on import CountOnDialog
    from tui.domain.asks import answered, stronger
    from tui.domain.coverage_words import spoken

    house = cast("House", app)
    network = house.network
    person = network.supporters.get(ask.supporter or "") if network is not None else None
    more = stronger(ask, person) if person is not None else None
    counted = "once"
    if person is not None and more is not None and ask.kind is not None:
        new = person.state == "candidate"
        question = CountOnDialog(person.name, spoken(ask.kind, vocabulary()), new)
        answer = await app.push_screen_wait(question)
        if answer is None:
            return
        counted = answer

    def put(transaction: "Transaction") -> None:
        transaction.put(answered(ask, "yes", house.day), base=ask)
        newest: Supporter | None = transaction.network.supporters.get(ask.supporter or "")
        if counted == "now" and newest is not None and (raised := stronger(ask, newest)) is not None:
            transaction.put(raised, base=newest)

    if await house.transact(f"noted a yes from {_name(house, ask)}", put):
        house.notify("Good. A thank you is never wrong.")


async def _words(app: App[None], ask: "Ask", *, remind: bool) -> None:
    """Read or change the words of an ask, or write its one reminder."""
    from tui.content import asking, label, vocabulary
    from tui.dialogs.ask import AskDialog, To
    from tui.domain.asking import reminder_draft
    from tui.domain.asks import AskRefused, reminded, sent

    house = cast("House", app)
    if (network := house.network) is None:
        return
    person = network.supporters.get(ask.supporter or "")
    name = _name(house, ask)
    goal = network.goals.get(ask.goal or "")
    text = ask.text
    if remind:
        try:
            reminded(ask, house.day)
        except AskRefused as refused:
            house.notify(str(refused), severity="warning")
            return
        text = reminder_draft(network, ask, vocabulary(), asking(), house.day)
    about = [label("kind", ask.kind)] if ask.kind else []
    to = To(name, person.emails if person else (), goal.title if goal else "A question")
    heading = " · ".join([f"{'Remind' if remind else 'Ask'} {name}", *about])
    answer = await app.push_screen_wait(
        AskDialog(to, heading, text, draft=f"ask-{ask.id}-words", drafts=house, remind=remind)
    )
    if answer is None:
        return
    if remind:
        kept, done = reminded(ask, house.day), f"reminded {name}"
    else:
        kept, done = ask.changed_to(text=answer.text), f"changed an ask to {name}"
        if answer.state == "sent":
            kept, done = sent(kept, house.day), f"asked {name}"
    if kept == ask or await house.save(kept, label=done, base=ask):
        house.drop_draft(f"ask-{ask.id}-words")


async def _offer_changed(app: App[None], offer: "Offer") -> None:
    from tui.content import vocabulary
    from tui.dialogs.ask_forms import offer_form
    from tui.dialogs.form import FormDialog

    house = cast("House", app)
    if (network := house.network) is None:
        return

    async def save(values: dict[str, Any], base: Mapping[str, object] | None) -> bool:
        opened_on = type(offer).model_validate(base)
        changed = opened_on.changed_to(**values)
        return changed == opened_on or await house.save(changed, base=opened_on, label="changed an offer")

    form = offer_form(network, vocabulary(), "", offer)
    await app.push_screen_wait(FormDialog(form, dict(offer), today=house.day, submit=save, drafts=house))


def _name(house: "House", loop: "Loop") -> str:
    from tui.domain.references import shown_name

    network = house.network
    return "someone" if network is None else shown_name(network, "supporter", loop.supporter or "")


_SAID = {"no": "a no", "later": "a later", "silent": "no answer"}
_DONE = {
    "offered": "offered something to",
    "promised": "promised something to",
    "kept": "kept a promise to",
    "declined": "noted a no, thank you from",
    "dropped": "let go of a promise to",
}
