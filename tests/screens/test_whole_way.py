"""From notes just heard to a changed goal, by keys alone, all of it taken back and done again."""

from pathlib import Path

from tui.domain.goal import Goal
from tui.domain.network import Network
from tui.domain.supporter import Supporter
from tui.store import Store

from .terminal import Dashboard, dashboard

PEOPLE = ("Ana", "Ben", "Cleo", "Dev", "Eli", "Fay", "Gus", "Hana", "Ida", "Jon")
HEARD = (
    ("shorter stride", "ana"),
    ("rest on Mondays", "ben"),
    ("buy a watch", "cleo"),
    ("run at dawn", "dev"),
    ("a later date would be kinder", "eli"),
)
STEPS = 10


async def capture(shown: Dashboard, text: str, who: str) -> None:
    before = len(shown.network.feedback)
    await shown.press("F")
    await shown.sees("just heard")
    await shown.type(text)
    await shown.press("tab")
    await shown.type(who)
    await shown.press("ctrl+o")
    await shown.until(lambda: len(shown.network.feedback) == before + 1)
    await shown.until(lambda: len(shown.app.screen_stack) == 1)


async def verdict(shown: Dashboard, key: str, text: str, typed: str, counted: str) -> None:
    await shown.press("slash")
    await shown.type(text)
    await shown.sees("1 of 5")
    await shown.press("enter", key)
    await shown.until(lambda: len(shown.app.screen_stack) == 2)
    await shown.type(typed)
    await shown.press("ctrl+o")
    await shown.until(lambda: len(shown.app.screen_stack) == 1)
    await shown.press("escape")
    await shown.sees(counted)


async def test_five_notes_four_verdicts_and_a_decision_are_taken_back_and_done_again(
    path: Path, other: Store
) -> None:
    other.save(Goal(title="10 km in June"), label="added goal")
    other.save(*(Supporter(name=name) for name in PEOPLE), label="added supporters")
    async with dashboard(path, (80, 24), page="7") as shown:
        for text, who in HEARD:
            await capture(shown, text, who)
        await shown.sees("to sort 5")
        await verdict(shown, "a", "stride", "on hills", "accepted 1")
        await verdict(shown, "t", "rest", "every other Monday", "adapted 1")
        await verdict(shown, "x", "watch", "screens", "declined 1")
        await verdict(shown, "p", "dawn", "", "parked 1")
        await shown.press("g", "c")
        await shown.sees("Decide, because: a later date would be kinder")
        await shown.press("enter", "3", "enter")
        await shown.type("30 Sep 2026")
        await shown.press("ctrl+o")
        await shown.until(lambda: shown.network.decisions)
        after = contents(shown.network)
        for step in range(1, STEPS + 1):
            await shown.press("u")
            await shown.until(lambda: taken_back(other) == step)  # noqa: B023
        await shown.until(lambda: not shown.network.feedback)
        assert not shown.network.decisions
        assert [goal.by for goal in shown.network.goals.values()] == [None]
    async with dashboard(path, (80, 24), page="7") as again:
        for step in range(STEPS - 1, -1, -1):
            await again.press("ctrl+r")
            await again.until(lambda: taken_back(other) == step)  # noqa: B023
        await again.sees("to sort 1 · parked 1 · accepted 1 · adapted 1 · declined 1")
        assert contents(again.network) == after


def contents(network: Network) -> dict[str, dict[str, object]]:
    """What every record holds, by table and id."""
    return {
        table: {id_: record.content() for id_, record in shelf.items()}
        for table, shelf in network.shelves.items()
        if shelf
    }


def taken_back(other: Store) -> int:
    """How many transactions of a dashboard are taken back now."""
    other.refresh()
    return sum(entry.undone and entry.origin == "dashboard" for entry in other.history() if entry.plain)
