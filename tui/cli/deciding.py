"""Decisions that change their goal, and looking back at whether they helped."""

import click

from tui.domain.entry import refusal
from tui.domain.feedback.decisions import HELPED, DecisionRefused, Helped, looked_back, take
from tui.domain.language.text import clean_line
from tui.domain.records.log import Decision
from tui.domain.records.lookup import find

from .context import Session, pass_session
from .ending import Failed
from .records.fields import Unfit, fields_of
from .records.meant import from_options, made
from .records.options import Given, option, said
from .records.writing import acknowledge, as_usage

_FIELDS = {name: field for name, field in fields_of(Decision).items() if not name.startswith("looked_back")}
_ALIASES = {"changes": ("--change",), "look_again_on": ("--look-again",)}


def _take() -> click.Command:
    fields = {name: field for name, field in _FIELDS.items() if name != "goal"}

    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool, **given: Given) -> None:
        today = session.today()
        values = {**said(fields, given, today), "goal": clean_line(wanted)}
        if not values.get("changes"):
            raise click.UsageError("Say what changes, such as --change date=2026-09-30.")
        with session.store.transaction("take decision") as transaction, as_usage():
            network = transaction.network
            decided = made(Decision, from_options(Decision, values, None, network), network, today)
            goal = network.goals[decided.goal or ""]
            try:
                decision, adjusted = take(decided, goal, today)
            except DecisionRefused as refused:
                raise Failed(str(refused)) from None
            if why_not := refusal(adjusted, goal, network, today):
                raise Failed(why_not)
            transaction.put(adjusted, base=goal)
            taken = transaction.put(decision)
        acknowledge(session, "decided", [taken], as_json=as_json, several=False)

    return click.Command(
        "take",
        callback=run,
        help="Take a decision: it is kept, and the goal is changed by it. `date` takes a day, `measure` the"
        " new sign, `scope` the new title, `approach` the next step on the new way, `let-go` what you do"
        " instead; `pause` needs a day to look again.",
        params=[
            click.Argument(["wanted"], metavar="GOAL"),
            *(option(field, _ALIASES.get(name, ())) for name, field in fields.items()),
            click.Option(["--json", "as_json"], is_flag=True, help="Print JSON."),
        ],
    )


take_command = _take()


@click.command("look-back", help="Look back at a decision: did it help?")
@click.argument("wanted", metavar="ID")
@click.option("--helped", type=click.Choice(list(HELPED)), required=True, help="Whether it helped.")
@click.option("--seen", default="", metavar="TEXT", help="What you see now.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def look_back_command(session: Session, wanted: str, helped: Helped, seen: str, as_json: bool) -> None:
    """Note whether a decision helped."""
    try:
        words = fields_of(Decision)["looked_back"].parsed(seen, session.today())
    except Unfit as unfit:
        raise click.UsageError(f"--seen {unfit}.") from None
    with session.store.transaction("look back at decision") as transaction:
        decision = find(transaction.network.decisions, clean_line(wanted), "decision")
        saved = transaction.put(looked_back(decision, helped, words, session.today()), base=decision)
    acknowledge(session, "looked back at", [saved], as_json=as_json, several=False)
