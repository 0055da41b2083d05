"""Offering or promising something to somebody."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .forms import AnyApp, change_fields, fill, house_of, judge, network_of

if TYPE_CHECKING:
    from tui.domain.records.log import Offer


def offer(app: AnyApp, supporter: str = "") -> None:
    """Write down what is offered or promised to somebody."""
    from tui.content import vocabulary
    from tui.dialogs.ask_forms import offer_form
    from tui.dialogs.fields import NotAccepted
    from tui.domain.records.log import Offer

    house = house_of(app)

    async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
        made = Offer(date=house.day, **{"supporter": supporter, **values})
        if (person := network_of(app).supporters.get(made.supporter or "")) is None:
            raise NotAccepted("They are no longer in your network.", "supporter")
        judge(app, made)
        return await house.save(made, label=f"{_DONE[made.state]} {person.name}")

    form = offer_form(network_of(app), vocabulary(), supporter)
    fill(app, form, {"state": "promised"}, save, lambda: house.notify("Kept. Today shows what is open."))


def change_offer(app: AnyApp, offer: "Offer") -> None:
    """Change what was offered."""
    from tui.content import vocabulary
    from tui.dialogs.ask_forms import offer_form

    change_fields(app, offer_form(network_of(app), vocabulary(), "", offer), offer, "changed an offer")


_DONE = {
    "drafted": "thought of something for",
    "offered": "offered something to",
    "promised": "promised something to",
}
