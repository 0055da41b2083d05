"""From an empty store to a changed goal, by keys alone, all of it taken back and done again."""

from pathlib import Path

from tui.domain.records.network import Network

from .asked import EXAMPLES, fill, save
from .terminal import Dashboard, dashboard

PEOPLE = ("Ana", "Ben", "Cleo", "Dev", "Eli", "Fay", "Gus", "Hana", "Ida", "Jon")
HEARD = (
    ("shorter stride", "ana"),
    ("rest on Mondays", "ben"),
    ("buy a watch", "cleo"),
    ("run at dawn", "dev"),
    ("a later date would be kinder", "eli"),
)
STEPS = 1 + len(PEOPLE) + len(HEARD) + 4 + 1
"""A goal, the people, what they said, four verdicts and a decision."""

Contents = dict[str, dict[str, dict[str, object]]]


def contents(network: Network) -> Contents:
    """What every record holds, by table and id."""
    return {
        table: {id_: record.content() for id_, record in shelf.items()}
        for table, shelf in network.shelves.items()
        if shelf
    }


class Walk:
    """A way through the dashboard that remembers what the store held after each step."""

    def __init__(self, shown: Dashboard) -> None:
        self.shown = shown
        self.held = [contents(shown.network)]

    async def saved(self) -> None:
        """The form that is open is saved, as one step."""
        await self.shown.press("ctrl+o")
        await self.done()

    async def done(self) -> None:
        await self.shown.until(lambda: len(self.shown.app.screen_stack) == 1)
        await self.shown.until(lambda: contents(self.shown.network) != self.held[-1])
        self.held.append(contents(self.shown.network))

    async def ask_for_a_goal(self) -> None:
        await self.shown.sees("Start with a goal")
        await self.shown.press("b")
        await fill(self.shown, EXAMPLES["short_form"]["answers_file"], "short")
        await save(self.shown)
        await self.shown.press("enter")
        await self.done()

    async def name(self, who: str) -> None:
        await self.shown.press("n")
        await self.shown.sees("New supporter")
        await self.shown.type(who)
        await self.saved()
        await self.shown.sees(who)

    async def capture(self, text: str, who: str) -> None:
        await self.shown.press("F")
        await self.shown.sees("just heard")
        await self.shown.type(text)
        await self.shown.press("tab")
        await self.shown.type(who)
        await self.saved()

    async def judge(self, key: str, text: str, typed: str, counted: str) -> None:
        await self.shown.press("slash")
        await self.shown.type(text)
        await self.shown.sees("1 of 5")
        await self.shown.press("enter", key)
        await self.shown.until(lambda: len(self.shown.app.screen_stack) == 2)
        await self.shown.type(typed)
        await self.saved()
        await self.shown.press("escape")
        await self.shown.sees(counted)


async def test_ten_people_five_notes_four_verdicts_and_a_decision_are_taken_back_and_done_again(
    path: Path,
) -> None:
    async with dashboard(path, (80, 24), greeted=True) as shown:
        walk = Walk(shown)
        await walk.ask_for_a_goal()
        await shown.press("3")
        for who in PEOPLE:
            await walk.name(who)
        await shown.press("7")
        for text, who in HEARD:
            await walk.capture(text, who)
        await shown.sees("to sort 5")
        await walk.judge("a", "stride", "on hills", "accepted 1")
        await walk.judge("t", "rest", "every other Monday", "adapted 1")
        await walk.judge("x", "watch", "screens", "declined 1")
        await walk.judge("p", "dawn", "", "parked 1")
        await shown.press("g", "c")
        await shown.sees("Decide, because: a later date would be kinder")
        await shown.press("enter", "3", "enter")
        await shown.type("30 Sep 2026")
        await walk.saved()
        assert len(walk.held) == STEPS + 1
        assert [f"{goal.by}" for goal in shown.network.goals.values()] == ["2026-09-30"]
        for held in reversed(walk.held[:-1]):
            await shown.press("u")
            await shown.until(lambda: contents(shown.network) == held)  # noqa: B023
        assert shown.network.empty
    async with dashboard(path, (80, 24), page="7", greeted=True) as again:
        await again.sees("Start with a goal")
        await again.press("7")
        for held in walk.held[1:]:
            await again.press("ctrl+r")
            await again.until(lambda: contents(again.network) == held)  # noqa: B023
        await again.sees("to sort 1 · parked 1 · accepted 1 · adapted 1 · declined 1")
