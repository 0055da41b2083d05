"""What became of asks and offers: each step with one key, saved at once."""

from collections.abc import Callable, Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.content import Content

from .asking import heading
from .forms import AnyApp, delete_one, house_of, let_go, network_of
from .offering import change_offer

if TYPE_CHECKING:
    from datetime import date

    from tui.dialogs.ask import AskAnswer
    from tui.dialogs.count_on import From
    from tui.domain.records.log import Ask, Offer
    from tui.store import Transaction
    from tui.widgets.loop_row import Loop


def show_loops(app: AnyApp, *, supporter: str = "", goal: str = "", at: str = "") -> None:
    """Show the asks and offers with one person, the asks for one goal, or all; the cursor on `at`."""
    from tui.dialogs.loops import LoopsDialog, Rows

    network = network_of(app)
    title = "Asks and offers"
    if supporter:
        title = f"Asks and offers · {network.supporters[supporter].name}"
    elif goal:
        title = f"Asks · {network.goals[goal].title}"
    rows = Rows(partial(_loops, app, supporter, goal), partial(_line, app, bool(supporter)), _in_full)
    app.push_screen(LoopsDialog(title, rows, partial(_step, app), at=at))


def _loops(app: AnyApp, supporter: str, goal: str) -> "Sequence[Loop]":
    """What is open first; in each part the newest first."""
    from tui.domain.promises import asks, offers

    network = network_of(app)
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


def _line(app: AnyApp, of_one: bool, loop: "Loop", width: int) -> Content:
    from tui.content import vocabulary
    from tui.widgets.loop_row import loop_line

    who = "" if of_one else _name(app, loop)
    return loop_line(loop, who, vocabulary(), house_of(app).day, width)


def _in_full(loop: "Loop", width: int) -> list[Content]:
    """The words themselves, and what came of them."""
    from tui.domain.language.text import clean_note

    lines = list(Content(clean_note(loop.text) or "No words are written down.").wrap(width))
    if loop.outcome:
        lines += Content(clean_note(loop.outcome)).stylize("$quiet").wrap(width)
    return lines


def _step(app: AnyApp, step: str, loop: "Loop") -> None:
    """Take one step of an ask or offer."""
    from tui.domain.records.log import Ask

    if step == "delete":
        _run(app, _delete(app, loop))
    elif isinstance(loop, Ask):
        _step_of_ask(app, step, loop)
    else:
        _step_of_offer(app, step, loop)


def _step_of_ask(app: AnyApp, step: str, ask: "Ask") -> None:
    from tui.domain.promises.asks import answered, sent

    house, name = house_of(app), _name(app, ask)
    match step:
        case "open":
            _change_words(app, ask)
        case "remind":
            _remind(app, ask)
        case "yes":
            _say_yes(app, ask)
        case "sent":
            _run(app, house.save(sent(ask, house.day), label=f"asked {name}", base=ask))
        case "no" | "later" | "silent":
            kept = answered(ask, step, house.day)
            _run(app, house.save(kept, label=f"noted {_ANSWERS[step]} from {name}", base=ask))


def _step_of_offer(app: AnyApp, step: str, offer: "Offer") -> None:
    from tui.domain.promises import offers

    if step == "open":
        change_offer(app, offer)
        return
    steps: dict[str, tuple[Callable[[Offer, date], Offer], str]] = {
        "offered": (offers.offered, "offered something to"),
        "promised": (offers.promised, "promised something to"),
        "kept": (offers.kept, "kept a promise to"),
        "declined": (offers.declined, "noted a no, thank you from"),
        "dropped": (offers.dropped, "let go of a promise to"),
    }
    taken, label = steps[step]
    house = house_of(app)
    _run(app, house.save(taken(offer, house.day), label=f"{label} {_name(app, offer)}", base=offer))


def _say_yes(app: AnyApp, ask: "Ask") -> None:
    """Note a yes; where it could mean more, ask first whether it does."""
    from tui.content import vocabulary
    from tui.dialogs.count_on import CountOnDialog
    from tui.domain.promises.asks import stronger
    from tui.domain.support.coverage_words import spoken

    person = network_of(app).supporters.get(ask.supporter or "")

    def said(counted: "From | None") -> None:
        if counted is not None:
            _run(app, _keep_yes(app, ask, count_on=counted == "now"))

    if person is None or ask.kind is None or stronger(ask, person) is None:
        said("once")
        return
    kind = spoken(ask.kind, vocabulary())
    app.push_screen(CountOnDialog(person.name, kind, candidate=person.state == "candidate"), said)


async def _keep_yes(app: AnyApp, ask: "Ask", *, count_on: bool) -> None:
    """Keep the yes, and with it in one transaction that they can be counted on."""
    from tui.domain.promises.asks import answered, stronger

    house = house_of(app)

    def put(transaction: "Transaction") -> None:
        transaction.put(answered(ask, "yes", house.day), base=ask)
        newest = transaction.network.supporters.get(ask.supporter or "")
        if count_on and newest is not None and (raised := stronger(ask, newest)) is not None:
            transaction.put(raised, base=newest)

    if await house.transact(f"noted a yes from {_name(app, ask)}", put):
        house.notify("Kept. A thank you is never wrong.")


def _change_words(app: AnyApp, ask: "Ask") -> None:
    """Read the words of an ask; they may be changed, and sent."""
    from tui.domain.promises.asks import sent

    def kept(answer: "AskAnswer") -> "tuple[Ask, str]":
        changed = ask.changed_to(text=answer.text)
        if answer.state == "sent":
            return sent(changed, house_of(app).day), f"asked {_name(app, ask)}"
        return changed, f"changed an ask to {_name(app, ask)}"

    _put_up_words(app, ask, ask.text, kept, remind=False)


def _remind(app: AnyApp, ask: "Ask") -> None:
    """Write the one reminder; a second one is kindly refused."""
    from tui.content import asking, vocabulary
    from tui.domain.promises.asks import AskRefused, reminded
    from tui.domain.support.asking import reminder_draft

    house = house_of(app)
    try:
        once = reminded(ask, house.day)
    except AskRefused as refused:
        house.notify(str(refused), severity="warning")
        return
    text = reminder_draft(network_of(app), ask, vocabulary(), asking(), house.day)
    label = f"reminded {_name(app, ask)}"
    _put_up_words(app, ask, text, lambda _: (once, label), remind=True)


def _put_up_words(
    app: AnyApp, ask: "Ask", text: str, kept: "Callable[[AskAnswer], tuple[Ask, str]]", *, remind: bool
) -> None:
    from tui.dialogs.ask import AskDialog, To

    house, network = house_of(app), network_of(app)
    person, goal = network.supporters.get(ask.supporter or ""), network.goals.get(ask.goal or "")
    draft = f"ask-{ask.id}-{'remind' if remind else 'words'}"

    async def keep(answer: "AskAnswer") -> None:
        changed, label = kept(answer)
        if changed == ask or await house.save(changed, label=label, base=ask):
            let_go(app, draft)

    def closed(answer: "AskAnswer | None") -> None:
        if answer is not None:
            _run(app, keep(answer))

    to = To(_name(app, ask), person.emails if person else (), goal.title if goal else "A question")
    title = heading(f"{'Remind' if remind else 'Ask'} {to.name}", ask.kind, goal)
    app.push_screen(AskDialog(to, title, text, draft=draft, drafts=house, remind=remind), closed)


async def _delete(app: AnyApp, loop: "Loop") -> None:
    await delete_one(app, loop, f"deleted {'an ask' if loop.table == 'ask' else 'an offer'}")


def _run(app: AnyApp, saving: Coroutine[Any, Any, object]) -> None:
    app.run_worker(saving, group="tasks")


def _name(app: AnyApp, loop: "Loop") -> str:
    from tui.domain.records.references import shown_name

    return shown_name(network_of(app), "supporter", loop.supporter or "")


_ANSWERS = {"no": "a no", "later": "a later", "silent": "no answer"}
