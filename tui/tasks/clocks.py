"""Easing clocks: of some people, or of all who are due."""

from typing import TYPE_CHECKING

from .forms import AnyApp, house_of
from .supporters import put

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from tui.domain.records.supporter import Supporter
    from tui.store import Transaction


def ease(app: AnyApp, chosen: "Sequence[Supporter]") -> None:
    """Ask how the clocks of those chosen should run."""
    from tui.dialogs.choose import Choice, ChooseDialog
    from tui.domain.talks.easing import MONTH, WEEK, put_off, without_clock

    if not chosen:
        return
    today = house_of(app).day
    ways: dict[str, tuple[Choice, str, Callable[[Supporter], Supporter]]] = {
        "week": (
            Choice("week", "▸", "a week", "Their clock rests for a week."),
            "let rest for a week:",
            lambda one: put_off(one, today + WEEK),
        ),
        "month": (
            Choice("month", "▸", "a month", "Their clock rests for a month."),
            "let rest for a month:",
            lambda one: put_off(one, today + MONTH),
        ),
        "never": (
            Choice("never", "–", "no clock", "You talk when you talk; they are never due."),
            "stopped the clock of",
            without_clock,
        ),
        "runs": (
            Choice("runs", "●", "runs", "Their clock runs as that of their circle, and rests no longer."),
            "set going the clock of",
            lambda one: one.changed_to(snoozed_until=None, cadence=one.cadence or None),
        ),
    }
    heading = chosen[0].name if len(chosen) == 1 else f"{len(chosen)} supporters"
    options = [choice for choice, _, _ in ways.values()]

    def closed(answer: str | None) -> None:
        if answer is not None:
            _, done, change = ways[answer]
            app.run_worker(put(app, chosen, done, change), group="tasks")

    app.push_screen(ChooseDialog(f"The clock of {heading}", options, _now(chosen, today)), closed)


def _now(chosen: "Sequence[Supporter]", today: "date") -> str:
    """How the clock of a single one runs at present."""
    from tui.domain.talks.rhythm import cadence_of, rests

    if len(chosen) != 1:
        return ""
    if not cadence_of(chosen[0]):
        return "never"
    return "" if rests(chosen[0], today) else "runs"


async def forgive_all(app: AnyApp) -> None:
    """Let the clock of everybody who is due begin anew, without a talk. Called from a worker."""
    from tui.domain.talks.easing import forgiven

    house = house_of(app)

    def ease_all(transaction: "Transaction") -> None:
        for one in forgiven(transaction.network, house.day):
            transaction.put(one)

    if await house.transact("let the clocks begin anew", ease_all):
        house.notify("All forgiven: every clock begins anew today. u takes it back.")
