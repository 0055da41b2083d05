"""Asking somebody: a draft to copy, and each step from sent to answered."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import click

from tui.domain.promises.asks import (
    AskRefused,
    answered,
    asked_before,
    asked_before_in_words,
    is_open,
    open_asks,
    reminded,
    sent,
    stronger,
    why_not_suggested,
)
from tui.domain.records.log import Ask
from tui.domain.records.network import Network
from tui.domain.records.record import Record

from .context import Session, pass_session
from .ending import Failed
from .open_loops import found
from .records.fields import fields_of
from .records.meant import from_options, made
from .records.options import Given, option, said
from .records.writing import acknowledge

if TYPE_CHECKING:
    from tui.domain.records.supporter import Supporter

Step = Callable[[Ask, date], Ask]

WANTS = {"remind": "one reminder", "again": "ask again", "send": "to send", "wait": "waits"}
_FIELDS = fields_of(Ask)


def remark(network: Network, record: Record, today: date) -> str | None:
    """What is worth saying about asking this: the same was asked before, or they are paused or gone."""
    if not isinstance(record, Ask) or (supporter := network.supporters.get(record.supporter or "")) is None:
        return None
    others = {id_: ask for id_, ask in network.asks.items() if id_ != record.id}
    before = asked_before(others, supporter.id, record.kind, record.goal)
    if before is not None:
        return asked_before_in_words(before, supporter.name, today)
    return why_not_suggested(supporter)


def _draft() -> click.Command:
    fields = {name: _FIELDS[name] for name in ("kind", "goal")}

    @pass_session
    def run(session: Session, /, wanted: str, keep: bool, as_json: bool, **given: Given) -> None:
        today, network = session.today(), session.network
        values = {**said(fields, given, today), "supporter": wanted}
        ask = made(Ask, from_options(Ask, values, None, network), network, today)
        supporter = network.supporters[ask.supporter or ""]
        if "kind" not in values and "goal" not in values:
            ask = _best_for(session, supporter, ask)
        ask = ask.changed_to(text=_text(network, supporter, ask))
        if keep:
            with session.store.transaction("draft ask") as transaction:
                ask = transaction.put(ask)
        if as_json:
            session.print_json(ask.document())
        else:
            session.say(ask.text)
            if keep:
                session.say(f"\nadded {ask.id}")
        if (sentence := remark(network, ask, today)) is not None:
            session.remark(sentence)

    return click.Command(
        "draft",
        callback=run,
        help="Print a draft that asks somebody for support. Nothing is sent."
        " Without a kind and a goal it is what is most worth asking them for.",
        params=[
            click.Argument(["wanted"], metavar="NAME"),
            *(option(field) for field in fields.values()),
            click.Option(["--keep"], is_flag=True, help="Also keep it, as an ask that is drafted."),
            click.Option(["--json", "as_json"], is_flag=True, help="Print the ask as JSON."),
        ],
    )


def _best_for(session: Session, supporter: "Supporter", ask: Ask) -> Ask:
    from tui.content import questionnaire
    from tui.domain.support.best_asks import asks_of

    ideas = asks_of(session.network, questionnaire().scoring, session.today(), supporter.id)
    return ask.changed_to(kind=ideas[0].kind, goal=ideas[0].goal) if ideas else ask


def _text(network: Network, supporter: "Supporter", ask: Ask) -> str:
    from tui.content import asking
    from tui.domain.support.asking import ask_draft

    return ask_draft(network, supporter, ask.kind, network.goals.get(ask.goal or ""), asking())


def _stepped(session: Session, verb: str, wanted: str, step: Step, outcome: str = "") -> Ask:
    """Save what a step makes of an ask, in one transaction."""
    with session.store.transaction(f"{verb} ask") as transaction:
        ask = found(transaction.network, transaction.network.asks, wanted, "ask", is_open)
        try:
            stepped = step(ask, session.today())
        except AskRefused as refused:
            raise Failed(str(refused)) from None
        return transaction.put(stepped.changed_to(outcome=outcome) if outcome else stepped, base=ask)


def _step(name: str, done: str, text: str, step: Step, *, answer: bool = True) -> click.Command:
    """A command that takes one step; `answer` says that there may be words that came with it."""

    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool, outcome: str = "") -> None:
        ask = _stepped(session, name, wanted, step, outcome)
        acknowledge(session, done, [ask], as_json=as_json, several=False)
        if name == "sent" and (sentence := remark(session.network, ask, session.today())) is not None:
            session.remark(sentence)

    return click.Command(name, callback=run, help=text, params=[_wanted(), *_said(answer), _as_json()])


def _yes() -> click.Command:
    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool, count_on: bool, outcome: str = "") -> None:
        with session.store.transaction("yes to ask") as transaction:
            ask = found(transaction.network, transaction.network.asks, wanted, "ask", is_open)
            yes = answered(ask, "yes", session.today())
            saved = transaction.put(yes.changed_to(outcome=outcome) if outcome else yes, base=ask)
            person = transaction.network.supporters.get(ask.supporter or "")
            raised = stronger(ask, person) if person is not None else None
            if count_on and raised is not None:
                transaction.put(raised, base=person)
        acknowledge(session, "answered", [saved], as_json=as_json, several=False)
        if person is not None and raised is not None and not count_on:
            noting = f"`allies ask yes {saved.id} --count-on`"
            session.remark(f"{person.name} is not down as giving this yet; {noting} notes it.")
        elif raised is not None and saved.goal is not None:
            again = f"`allies assess --goal {saved.goal}`"
            session.remark(f"How covered it feels stays as you last said, until {again} asks again.")

    return click.Command(
        "yes",
        callback=run,
        help="They said yes. With --count-on they also count as giving it at least sometimes.",
        params=[
            _wanted(),
            click.Option(["--count-on"], is_flag=True, help="Count on them for it from now on."),
            *_said(True),
            _as_json(),
        ],
    )


def _later() -> click.Command:
    due = {"due": _FIELDS["due"]}

    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool, outcome: str = "", **given: Given) -> None:
        values = said(due, given, session.today())
        until = date.fromisoformat(values["due"]) if values.get("due") else None
        ask = _stepped(
            session, "later", wanted, lambda ask, today: answered(ask, "later", today, until), outcome
        )
        acknowledge(session, "put off", [ask], as_json=as_json, several=False)

    return click.Command(
        "later",
        callback=run,
        help="Not now: it comes back in two weeks, or on the day you say.",
        params=[_wanted(), option(due["due"], ("--until",)), *_said(True), _as_json()],
    )


def _remind() -> click.Command:
    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool) -> None:
        from tui.content import asking, vocabulary
        from tui.domain.support.asking import reminder_draft

        ask = _stepped(session, "remind of", wanted, reminded)
        if as_json:
            acknowledge(session, "reminded", [ask], as_json=True, several=False)
        else:
            session.say(reminder_draft(session.network, ask, vocabulary(), asking(), session.today()))

    return click.Command(
        "remind",
        callback=run,
        help="Print the one reminder of an ask, and note that you remind them today. Nothing is sent.",
        params=[_wanted(), _as_json()],
    )


def _open() -> click.Command:
    @pass_session
    def run(session: Session, /, as_json: bool) -> None:
        from .records.shown import endings
        from .table import table

        asks = open_asks(session.network, session.today())
        if as_json:
            session.print_json(
                [{**one.ask.document(), "person": one.person, "wants": one.wants} for one in asks]
            )
        elif not asks:
            session.say("No ask is open.")
        else:
            last = endings(one.id for one in asks)
            rows = [
                [
                    one.id[-last:],
                    one.person,
                    one.ask.kind or "",
                    WANTS[one.wants],
                    f"{one.since or ''}",
                    one.goal,
                ]
                for one in asks
            ]
            session.say(table(["id", "supporter", "kind", "wants", "since", "goal"], rows))

    return click.Command(
        "open",
        callback=run,
        help="What is open of all that was asked, and what it wants: what wants most first.",
        params=[_as_json()],
    )


def _wanted() -> click.Argument:
    return click.Argument(["wanted"], metavar="ID|NAME")


def _said(there: bool) -> list[click.Option]:
    return [option(_FIELDS["outcome"])] if there else []


def _as_json() -> click.Option:
    return click.Option(["--json", "as_json"], is_flag=True, help="Print JSON.")


draft_command = _draft()
open_command = _open()
sent_command = _step("sent", "sent", "You asked today.", sent, answer=False)
yes_command = _yes()
no_command = _step("no", "answered", "They said no.", lambda ask, today: answered(ask, "no", today))
later_command = _later()
silent_command = _step(
    "silent",
    "closed",
    "Nothing was heard, and you leave it at that.",
    lambda ask, today: answered(ask, "silent", today),
)
remind_command = _remind()
