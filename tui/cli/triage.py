"""Verdicts on feedback: accept, adapt, park, decline; and telling somebody what became of what they said."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import click

from tui.domain.feedback.verdicts import (
    VerdictRefused,
    accept,
    adapt,
    asks_to_be_declined,
    day_back,
    decline,
    park,
    reopened,
    told,
)
from tui.domain.records.feedback import Feedback
from tui.domain.records.network import Network

from .context import Session, pass_session
from .ending import Failed
from .records.fields import fields_of
from .records.options import Given, option, said
from .records.writing import acknowledge

Said = Mapping[str, Any]
"""JSON values by field, as the options said them."""

_FIELDS = fields_of(Feedback)


def found(network: Network, wanted: str) -> Feedback:
    """The feedback a person means. Raises `LookupFailed`."""
    from tui.domain.language.text import clean_line
    from tui.domain.records.lookup import find

    return find(network.feedback, clean_line(wanted), "feedback")


def ruled(
    session: Session,
    verb: str,
    wanted: str,
    rule: Callable[[Feedback], Feedback],
    options: Mapping[str, str] = MappingProxyType({}),
) -> Feedback:
    """Save what a rule makes of a note, in one transaction; `options` say how to give what it lacks."""
    with session.store.transaction(f"{verb} feedback") as transaction:
        note = found(transaction.network, wanted)
        try:
            return transaction.put(rule(note), base=note)
        except VerdictRefused as refused:
            how = " and ".join(options[field] for field in refused.why.fields if field in options)
            raise Failed(f"{refused.why} Say it with {how}." if how else refused.why) from None


def _verdict(
    name: str,
    done: str,
    text: str,
    options: Mapping[str, tuple[str, ...]],
    rule: Callable[[Feedback, Said, date], Feedback],
    *more: click.Option,
) -> click.Command:
    """A command that gives one verdict; `options` names the fields it takes and their other names."""
    fields = {field: _FIELDS[field] for field in options}
    ways = {name: (*aliases, fields[name].option)[0] for name, aliases in options.items()}

    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool, again: bool = False, **given: Given) -> None:
        today = session.today()
        values = {"again": again, **said(fields, given, today)}
        note = ruled(session, name, wanted, lambda note: rule(note, values, today), ways)
        acknowledge(session, done, [note], as_json=as_json, several=False)

    return click.Command(
        name,
        callback=run,
        help=text,
        params=[
            click.Argument(["wanted"], metavar="ID"),
            *(option(fields[field], aliases) for field, aliases in options.items()),
            *more,
            click.Option(["--json", "as_json"], is_flag=True, help="Print JSON."),
        ],
    )


def _day(values: Said, field: str) -> date | None:
    return date.fromisoformat(values[field]) if values.get(field) else None


def _parked(note: Feedback, values: Said, today: date) -> Feedback:
    if asks_to_be_declined(note) and not values["again"]:
        times = "twice" if note.parked_times == 2 else f"{note.parked_times} times"
        raise Failed(f"This was parked {times} already: decline it, or park it once more with --again.")
    return park(note, today, _day(values, "parked_until") or day_back(note, today))


accept_command = _verdict(
    "accept",
    "accepted",
    "You will do it: say the next step, and the day to do it by.",
    {"next_step": (), "next_by": ("--by",)},
    lambda note, values, today: accept(note, values.get("next_step", ""), _day(values, "next_by"), today),
)

adapt_command = _verdict(
    "adapt",
    "adapted",
    "You take a part of it: say which, and the next step if there is one.",
    {"part": (), "next_step": (), "next_by": ("--by",)},
    lambda note, values, today: adapt(
        note, values.get("part", ""), today, values.get("next_step", ""), _day(values, "next_by")
    ),
)

park_command = _verdict(
    "park",
    "parked",
    "You look at it again later: in two weeks, or on the day you say;"
    " tomorrow where it hurts and you have not looked at it yet.",
    {"parked_until": ("--until",)},
    _parked,
    click.Option(["--again"], is_flag=True, help="Park it once more, though it was parked twice."),
)

decline_command = _verdict(
    "decline",
    "declined",
    "You will not do it: say why in one line.",
    {"reason": ("--why",)},
    lambda note, values, today: decline(note, values.get("reason", ""), today),
)

reopen_command = _verdict(
    "reopen",
    "reopened",
    "Take the verdict back, so that it waits for another.",
    {},
    lambda note, _values, _today: reopened(note),
)


@click.command(
    "tell", help="Print a draft that tells the one who said it what you did with it. Nothing is sent."
)
@click.argument("wanted", metavar="ID")
@click.option("--told", "is_told", is_flag=True, help="Also note that you have told them today.")
@pass_session
def tell_command(session: Session, wanted: str, is_told: bool) -> None:
    """Print a draft."""
    from tui.content import telling
    from tui.domain.feedback.telling import draft, may_be_told

    note = found(session.network, wanted)
    if not may_be_told(note):
        session.fail("There is nothing to tell yet: accept, adapt or decline it first.")
    text = draft(note, session.network, telling(), session.today())
    if is_told:
        ruled(session, "tell of", wanted, lambda newest: told(newest, session.today()))
    session.say(text)
