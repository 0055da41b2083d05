"""How a task asks for the fields of a form."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.app import App

if TYPE_CHECKING:
    from tui.dialogs.fields import Form, Value
    from tui.dialogs.form import Submit
    from tui.domain.records.network import Network
    from tui.domain.records.record import Record
    from tui.page import House

R = TypeVar("R", bound="Record")

AnyApp = App[Any]
"""The app; what it returns in the end does not matter here."""


def house_of(app: AnyApp) -> "House":
    """The app, as far as tasks know it."""
    return cast("House", app)


def network_of(app: AnyApp) -> "Network":
    """The network that is shown. Tasks begin only where there is one."""
    if (network := house_of(app).network) is None:
        raise RuntimeError("a task begins before the store is open")
    return network


def fill(
    app: AnyApp,
    form: "Form",
    values: "Mapping[str, Value]",
    submit: "Submit",
    then: Callable[[], object] | None = None,
) -> None:
    """Put up a form at once, before anything is awaited; `then` is called when it has been saved.

    A form that is open already, on whichever page, stays the only one of its name.
    """
    from tui.dialogs.form import FormDialog

    house = house_of(app)
    if any(isinstance(one, FormDialog) and one.form.name == form.name for one in house.all_screens()):
        house.notify("This form is open already.")
        return

    def closed(saved: bool | None) -> None:
        if saved and then is not None:
            then()

    app.push_screen(FormDialog(form, values, today=house.day, submit=submit, drafts=house), closed)


def change_fields(app: AnyApp, form: "Form", record: "Record", label: str) -> None:
    """Put up a form with the fields of a record, and save what is changed there."""

    async def save(values: dict[str, Any], base: Mapping[str, object] | None) -> bool:
        before = opened_on(record, base)
        changed = before.changed_to(**values)
        if changed == before:
            return True
        judge(app, changed, before)
        return await house_of(app).save(changed, base=before, label=label)

    fill(app, form, dict(record), save)


async def delete_one(app: AnyApp, record: "Record", label: str) -> None:
    """Delete a record, and say how it comes back."""
    house = house_of(app)
    if await house.transact(label, lambda transaction: transaction.delete(record)):
        house.notify("Deleted. u takes it back.")


def let_go(app: AnyApp, draft: str) -> None:
    """Drop a draft that is no longer needed; one that the disk keeps does no harm."""
    with suppress(OSError):
        house_of(app).drop_draft(draft)


def opened_on(record: R, base: Mapping[str, object] | None) -> R:
    """The version a form was opened on, as its draft kept it.

    One that an older Allies kept and this one cannot read gives way to the version that is there: what was
    typed counts, and only changes made elsewhere meanwhile go unnoticed.
    """
    from pydantic import ValidationError

    try:
        return type(record).model_validate(base)
    except ValidationError:
        return record


def judge(app: AnyApp, record: "Record", before: "Record | None" = None) -> None:
    """Raise `NotAccepted` where the rules on entry are against it; what was there `before` is not judged."""
    from tui.dialogs.fields import NotAccepted
    from tui.domain.entry import refusal

    if why_not := refusal(record, before, network_of(app), house_of(app).day):
        raise NotAccepted(why_not, why_not.field)


def allowed(app: AnyApp, record: R, network: "Network") -> R:
    """A new record, if the rules on entry allow it. Raises `Refused` with the sentence for why not."""
    from tui.domain.entry import refusal
    from tui.store import Refused

    if why_not := refusal(record, None, network, house_of(app).day):
        raise Refused(why_not)
    return record
