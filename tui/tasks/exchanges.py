"""Logging an exchange, and looking through those there were with somebody."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from .forms import AnyApp, allowed, delete_one, fill, house_of, judge, network_of, opened_on

if TYPE_CHECKING:
    from tui.dialogs.fields import Value
    from tui.dialogs.talks import Talk
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.records.log import Exchange
    from tui.domain.records.supporter import Supporter
    from tui.store import Transaction


def log(app: AnyApp, chosen: "Sequence[Supporter]", words: "Vocabulary") -> None:
    """Ask for an exchange with those chosen."""
    from tui.dialogs.supporter_forms import exchange_form, first_values
    from tui.domain.people.supporter_entry import new_exchange

    house = house_of(app)

    def put(transaction: "Transaction", values: "Mapping[str, Value]") -> None:
        transaction.put(allowed(app, new_exchange(values), transaction.network))

    async def save(values: "dict[str, Value]", _: Mapping[str, object] | None) -> bool:
        return await house.transact("logged an exchange", partial(put, values=values))

    form = exchange_form(network_of(app), words)
    fill(app, form, first_values(chosen, house.day), save, lambda: house.notify("Logged."))


async def look_through(app: AnyApp, name: str, talks: "Sequence[Talk]", words: "Vocabulary") -> None:
    """Show all exchanges with somebody; change or delete one of them. Called from a worker."""
    from tui.dialogs.talks import TalksDialog

    answer = await app.push_screen_wait(TalksDialog(name, talks))
    if answer is None or (exchange := network_of(app).exchanges.get(answer[1])) is None:
        return
    if answer[0] == "edit":
        change(app, exchange, words)
    else:
        await delete_one(app, exchange, "deleted an exchange")


def change(app: AnyApp, exchange: "Exchange", words: "Vocabulary") -> None:
    """Ask for every field of an exchange."""
    from tui.dialogs.supporter_forms import exchange_form, exchange_values
    from tui.domain.people.supporter_entry import changed_exchange

    house = house_of(app)

    async def save(values: "dict[str, Value]", base: Mapping[str, object] | None) -> bool:
        newest = network_of(app)
        before = opened_on(exchange, base)
        changed = changed_exchange(before, values, newest)
        judge(app, changed, before)
        return changed == before or await house.save(changed, base=before, label="changed an exchange")

    fill(app, exchange_form(network_of(app), words, exchange), exchange_values(exchange), save)
