"""Making one of two supporters who are the same person, or saying that they are two."""

import asyncio
from typing import TYPE_CHECKING

from tui.domain.language.text import clean_line

from .forms import AnyApp, house_of, network_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.domain.people.twins import Twins
    from tui.domain.records.supporter import Supporter
    from tui.store import Transaction


async def settled(app: AnyApp, one: "Supporter", other: "Supporter", why: str) -> bool:
    """Ask whether two are the same person, and which sides to keep; whether that was said and saved."""
    from tui.dialogs.compare import CompareDialog

    from .sides import sides_of_two

    sides = sides_of_two(one, other, network_of(app), house_of(app).day)
    dialog = CompareDialog("The same person?", why, (one.name, other.name), sides, "merge")
    answer = await app.push_screen_wait(dialog)
    if answer is None:
        return False
    if not answer.same:
        return await kept_apart(app, one, other)
    return await _merged(app, one, other, answer.take)


async def kept_apart(app: AnyApp, one: "Supporter", other: "Supporter") -> bool:
    """Remember that two are not the same person; whether that is saved."""
    from tui.domain.people.twins import told_apart

    house = house_of(app)
    first, second = clean_line(one.name), clean_line(other.name)
    if not await house.save(told_apart(one, other), base=one, label=f"said that {first} is not {second}"):
        return False
    house.notify(f"{first} and {second} are two people. u takes it back.")
    return True


async def _merged(app: AnyApp, one: "Supporter", other: "Supporter", take: "Mapping[str, bool]") -> bool:
    from tui.domain.people.merging import merge_records
    from tui.domain.records.supporter import Supporter as Person

    def run(transaction: "Transaction") -> None:
        people = transaction.network.of(Person)
        first, second = people.get(one.id, one), people.get(other.id, other)
        changed = merge_records(transaction.network, first, second, take)
        transaction.delete(second)
        for record in changed.values():
            transaction.put(record)

    house = house_of(app)
    if not await house.transact(f"merged {clean_line(other.name)} into {clean_line(one.name)}", run):
        return False
    house.notify(f"{clean_line(one.name)} and {clean_line(other.name)} are one. u takes it back.")
    return True


async def all_twins(app: AnyApp) -> "list[Twins]":
    """Everybody in the directory who may be there twice."""
    from tui.domain.people.twins import twins

    return await asyncio.to_thread(twins, network_of(app))


async def likely_twin(app: AnyApp, one: "Supporter") -> "Twins | None":
    """Who in the directory may be the same person, and why."""
    from tui.domain.people.twins import twins_of

    found = await asyncio.to_thread(twins_of, one, network_of(app))
    return found[0] if found else None
