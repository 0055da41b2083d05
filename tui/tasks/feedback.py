"""Writing down feedback, and changing what was written."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .forms import AnyApp, fill, house_of, judge, network_of, opened_on

if TYPE_CHECKING:
    from tui.domain.records.feedback import Feedback
    from tui.store import Transaction


def write_down(app: AnyApp, then: Callable[[str], object]) -> None:
    """Ask for new feedback; `then` gets the id of the note."""
    from tui.dialogs.feedback_forms import new_form
    from tui.domain.feedback.verdicts import heard
    from tui.domain.records.feedback import Feedback

    house, added = house_of(app), list["Feedback"]()

    async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
        note = heard(Feedback(**values), house.day)

        def add(transaction: "Transaction") -> None:
            added.append(transaction.put(note))

        judge(app, note)
        return await house.transact("added feedback", add)

    def kept() -> None:
        then(added[-1].id)
        if added[-1].verdict == "park":
            house.notify("Kept. It rests until tomorrow.")

    fill(app, new_form(network_of(app)), {"date": house.day}, save, kept)


def change(app: AnyApp, note: "Feedback") -> None:
    """Ask for every field of a note."""
    from tui.dialogs.feedback_forms import edit_form

    async def save(values: dict[str, Any], base: Mapping[str, object] | None) -> bool:
        before = opened_on(note, base)
        changed = before.changed_to(**values)
        if changed == before:
            return True
        judge(app, changed, before)
        return await house_of(app).save(changed, base=before, label="edited feedback")

    fill(app, edit_form(network_of(app), note), dict(note), save)


async def delete(app: AnyApp, note: "Feedback") -> None:
    """Delete a note."""
    house = house_of(app)
    if await house.transact("deleted feedback", lambda transaction: transaction.delete(note)):
        house.notify("Deleted. u takes it back.")
