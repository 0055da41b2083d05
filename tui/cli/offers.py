"""What you offered or promised: each step from offered to kept."""

from collections.abc import Callable
from datetime import date

import click

from tui.domain.promises.offers import declined, dropped, is_open, kept, offered, promised
from tui.domain.records.log import Offer

from .context import Session, pass_session
from .open_loops import found
from .records.fields import fields_of
from .records.options import option
from .records.writing import acknowledge

_OUTCOME = fields_of(Offer)["outcome"]


def _step(name: str, done: str, text: str, step: Callable[[Offer, date], Offer]) -> click.Command:
    @pass_session
    def run(session: Session, /, wanted: str, as_json: bool, outcome: str) -> None:
        with session.store.transaction(f"{done} offer") as transaction:
            offer = found(transaction.network, transaction.network.offers, wanted, "offer", is_open)
            stepped = step(offer, session.today())
            saved = transaction.put(stepped.changed_to(outcome=outcome) if outcome else stepped, base=offer)
        acknowledge(session, done, [saved], as_json=as_json, several=False)

    return click.Command(
        name,
        callback=run,
        help=text,
        params=[
            click.Argument(["wanted"], metavar="ID|NAME"),
            option(_OUTCOME),
            click.Option(["--json", "as_json"], is_flag=True, help="Print JSON."),
        ],
    )


offered_command = _step("offered", "offered", "They know of it; it is up to them.", offered)
promised_command = _step("promised", "promised", "They took it, or you promised: it is to be kept.", promised)
kept_command = _step("kept", "kept", "It is done.", kept)
decline_command = _step("decline", "declined", "They thanked you and said no.", declined)
drop_command = _step("drop", "dropped", "You could not, and that is said.", dropped)
