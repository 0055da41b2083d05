"""Following up: it is done, or comes again on its next day."""

import click

from tui.domain.language.text import clean_line
from tui.domain.promises.follow_ups import followed_up
from tui.domain.records.lookup import find

from .context import Session, pass_session
from .records.writing import acknowledge


@click.command("done", help="You came back to it: it is done, or moves on to the next day of its rule.")
@click.argument("wanted", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def done_command(session: Session, wanted: str, *, as_json: bool) -> None:
    """Note that it was followed up today."""
    with session.store.transaction("followed up") as transaction:
        one = find(transaction.network.follow_ups, clean_line(wanted), "follow-up")
        saved = transaction.put(followed_up(one, session.today()), base=one)
    acknowledge(session, "done", [saved], as_json=as_json, several=False)
