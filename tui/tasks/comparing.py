"""Comparing two who may be the same person: in an import, and in the directory."""

import asyncio
from typing import TYPE_CHECKING

from tui.domain.language.text import clean_line

from .forms import AnyApp, house_of, network_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.dialogs.compare import Side
    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.newer import Difference
    from tui.domain.bringing.preview import Preview
    from tui.domain.people.duplicates import Same
    from tui.domain.records.supporter import Supporter
    from tui.store import Transaction


async def compared(app: AnyApp, preview: "Preview", row: "Row") -> bool:
    """Ask about a row of an import, field by field; whether anything was said."""
    from tui.dialogs.compare import CompareDialog
    from tui.domain.bringing.newer import differences

    here = row.supporter
    asks = row.maybe is not None
    found: Sequence[Difference] = row.differences
    name = here.name if here is not None else ""
    if row.maybe is not None:
        here = network_of(app).supporters.get(row.maybe.who)
        name = row.maybe.name
        found = differences(row.said, here) if here is not None else ()
    dialog = CompareDialog(
        f"{row.contact.name} and {name}" if asks else name,
        row.maybe.why if row.maybe is not None else row.why,
        ("here" if here is not None else "in the file", "in the file"),
        _sides(found),
        asks=asks,
    )
    answer = await app.push_screen_wait(dialog)
    if answer is None:
        return False
    number = preview.answer(row, same=answer.same)
    target = preview.rows.get(number) if number is not None else None
    if answer.same and target is not None and target.supporter is not None:
        preview.choose(target, answer.take)
    return True


async def merged(app: AnyApp, one: "Supporter", other: "Supporter", why: str) -> bool:
    """Ask which side to keep of two supporters, and make one of them; whether that is done."""
    from tui.dialogs.compare import CompareDialog, Side
    from tui.domain.people.merging import choices, merge_records
    from tui.domain.records.supporter import Supporter as Person

    sides = [
        Side(each.field, each.field.replace("_", " "), _told(each.first), _told(each.second), not each.keep)
        for each in choices(one, other)
    ]
    dialog = CompareDialog(
        f"Make one of {one.name} and {other.name}", why, (one.name, other.name), sides, asks=False
    )
    answer = await app.push_screen_wait(dialog)
    if answer is None:
        return False

    def run(transaction: "Transaction") -> None:
        people = transaction.network.of(Person)
        first, second = people.get(one.id, one), people.get(other.id, other)
        changed = merge_records(transaction.network, first, second, answer.take)
        transaction.delete(second)
        for record in changed.values():
            transaction.put(record)

    house = house_of(app)
    if not await house.transact(f"merged {clean_line(other.name)} into {clean_line(one.name)}", run):
        return False
    house.notify(f"{clean_line(one.name)} and {clean_line(other.name)} are one. u takes it back.")
    return True


async def likely_twin(app: AnyApp, one: "Supporter") -> "tuple[Supporter, str] | None":
    """Who in the directory may be the same person, and why."""
    from tui.domain.bringing.importing import known_of
    from tui.domain.people.duplicates import Finder

    people = network_of(app).supporters

    def look() -> "Sequence[Same]":
        return Finder(known_of(other) for other in people.values()).like(known_of(one))

    found = await asyncio.to_thread(look)
    return (people[found[0].other], found[0].why) if found else None


def _sides(found: "Sequence[Difference]") -> "list[Side]":
    from tui.dialogs.compare import Side
    from tui.widgets.contact_view import LABELS, shown

    return [
        Side(
            one.field,
            LABELS[one.field],
            shown(one.here),
            shown(one.there),
            one.take,
            both=isinstance(one.here, tuple) and set(one.here) <= set(one.result),
        )
        for one in found
    ]


def _told(value: object) -> str:
    return "" if value is None else str(value)
