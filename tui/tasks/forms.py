"""How a task asks for the fields of a form."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from textual.app import App

if TYPE_CHECKING:
    from tui.dialogs.fields import Form, Value
    from tui.dialogs.form import Submit
    from tui.domain.network import Network
    from tui.domain.record import Record
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
    """Put up a form at once, before anything is awaited; `then` is called when it has been saved."""
    from tui.dialogs.form import FormDialog

    def closed(saved: bool | None) -> None:
        if saved and then is not None:
            then()

    house = house_of(app)
    app.push_screen(FormDialog(form, values, today=house.day, submit=submit, drafts=house), closed)


def may(app: AnyApp, record: "Record", before: "Record | None" = None) -> bool:
    """Whether this may be entered; if not, the reason is told."""
    from tui.domain.entry import refusal

    house = house_of(app)
    why_not = refusal(record, before, network_of(app), house.day)
    if why_not:
        house.notify(why_not, severity="warning")
    return why_not is None


def allowed(app: AnyApp, record: R, network: "Network") -> R:
    """A new record, if the rules on entry allow it. Raises `Refused` with the sentence for why not."""
    from tui.domain.entry import refusal
    from tui.store import Refused

    if why_not := refusal(record, None, network, house_of(app).day):
        raise Refused(why_not)
    return record
