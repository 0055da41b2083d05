"""Coming back to something: whether it is done, or on which day it comes again."""

from datetime import timedelta
from typing import TYPE_CHECKING

from .forms import AnyApp, house_of, network_of

if TYPE_CHECKING:
    from tui.domain.records.log import FollowUp

_WEEK, _DAY = timedelta(days=7), timedelta(days=1)


def settle(app: AnyApp, id_: str) -> None:
    """Ask what became of a follow-up, and keep it."""
    from tui.dialogs.choose import Choice, ChooseDialog

    house = house_of(app)
    if (one := network_of(app).follow_ups.get(id_)) is None:
        house.notify("This is gone.", severity="warning")
        return
    ways = (
        Choice("done", "✓", "done", "You came back to it. What comes again comes on its next day."),
        Choice("tomorrow", "▸", "tomorrow", "It comes back tomorrow."),
        Choice("week", "▸", "in a week", "It comes back in a week."),
        Choice("dropped", "–", "let go of", "You need not come back to it any more."),
    )

    async def keep(answer: str) -> None:
        changed, label = _settled(app, one, answer)
        if await house.save(changed, base=one, label=label):
            house.notify("Kept. u takes it back.")

    def closed(answer: str | None) -> None:
        if answer is not None:
            app.run_worker(keep(answer), group="tasks")

    app.push_screen(ChooseDialog(one.text.split("\n", 1)[0], ways, ""), closed)


def _settled(app: AnyApp, one: "FollowUp", answer: str) -> "tuple[FollowUp, str]":
    from tui.domain.promises.follow_ups import followed_up, put_off_to

    today = house_of(app).day
    match answer:
        case "done":
            return followed_up(one, today), "followed up"
        case "tomorrow":
            return put_off_to(one, today + _DAY), "put off a follow-up"
        case "week":
            return put_off_to(one, today + _WEEK), "put off a follow-up"
        case _:
            return one.changed_to(done_on=today), "let go of a follow-up"
