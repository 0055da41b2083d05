"""Writing down feedback, and changing what was written."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .forms import AnyApp, change_fields, delete_one, fill, house_of, judge, network_of

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

    change_fields(app, edit_form(network_of(app), note), note, "edited feedback")


async def delete(app: AnyApp, note: "Feedback") -> None:
    """Delete a note."""
    await delete_one(app, note, "deleted feedback")
