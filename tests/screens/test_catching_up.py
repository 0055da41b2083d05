"""The pass through those who are due, as a person goes through it."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tui.domain.records.log import Exchange
from tui.domain.records.supporter import Supporter
from tui.store import Store

from .terminal import TODAY, dashboard

NAMES = ("Ana", "Ben", "Cleo", "Dev", "Eli", "Fay", "Gus", "Hal", "Ida")


@pytest.fixture
def after_a_month(other: Store) -> None:
    """Nine people, all due, the first the most; nothing was logged for a month."""
    saved = other.save(*(Supporter(name=name, cadence=14) for name in NAMES), label="added supporters")
    other.save(
        *(
            Exchange(supporters=(one.id,), date=TODAY - timedelta(days=40 - place), note="a walk")
            for place, one in enumerate(saved)
        ),
        label="logged exchanges",
    )


@pytest.mark.usefixtures("after_a_month")
async def test_after_a_month_away_one_pass_leaves_today_sensible(path: Path) -> None:
    async with dashboard(path, page="1") as shown:
        await shown.sees("THREE THINGS WORTH DOING", "DUE  9")
        await shown.press("p")
        await shown.sees("CATCHING UP  1 of 9", "Ana", "a walk", "every 30 days instead of 14")
        assert "To the list" not in shown.text
        await shown.press("t")
        await shown.sees("2 of 9", "Ben")
        await shown.press("w", "m", "s")
        await shown.sees("5 of 9", "Eli")
        await shown.press("p", "0", "enter")
        await shown.sees("8 of 9", "Hal")
        await shown.press("u")
        await shown.sees("7 of 9", "Gus")
        await shown.press("u")
        await shown.sees("6 of 9", "Fay", "every 14 days")
        await shown.press("0", "space")
        await shown.sees("8 of 9", "Hal")
        await shown.press("f")
        await shown.sees("That was everybody.", "1  talked with", "2  begun anew", "1  left as they are")
        await shown.press("enter")
        await shown.sees("WORTH DOING", "DUE  2", "Dev", "Gus")
        by_name = {one.name: one for one in shown.network.supporters.values()}
        week, month = TODAY + timedelta(days=7), TODAY + timedelta(days=30)
        assert (by_name["Ben"].snoozed_until, by_name["Cleo"].snoozed_until) == (week, month)
        assert (by_name["Dev"].cadence, by_name["Eli"].state, by_name["Fay"].cadence) == (30, "paused", 0)
        assert (by_name["Hal"].clock_from, by_name["Ida"].clock_from) == (TODAY, TODAY)
        assert [one.supporters for one in shown.network.exchanges.values() if one.date == TODAY] == [
            (by_name["Ana"].id,)
        ]
        for _ in range(7):
            await shown.press("u")
        await shown.sees("DUE  9")


@pytest.mark.usefixtures("after_a_month")
async def test_a_pass_is_left_at_any_time_and_what_is_done_stays(path: Path, other: Store) -> None:
    async with dashboard(path, (60, 20), page="1") as shown:
        await shown.sees("DUE  9")
        await shown.press("p")
        await shown.sees("1 of 9")
        await shown.press("b")
        await shown.sees("BEFORE YOU TALK", "Ana")
        await shown.press("escape")
        await shown.sees("1 of 9")
        with other.transaction("deleted supporter") as transaction:
            transaction.delete(next(one for one in other.network.supporters.values() if one.name == "Ana"))
        await shown.sees("1 of 8", "Ben")
        await shown.press("0", "escape")
        await shown.sees("DUE  7")


@pytest.mark.usefixtures("after_a_month")
async def test_what_could_not_be_saved_is_told_though_the_pass_and_the_briefing_were_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with dashboard(path, page="1") as shown:
        left = asyncio.Event()

        async def refuses_late(*_: object, **__: object) -> bool:
            await left.wait()
            shown.app.notify("Somebody else is writing.")
            return False

        await shown.sees("DUE  9")
        monkeypatch.setattr(shown.app, "save", refuses_late)
        for opening, there in (("p", "CATCHING UP  1 of 9"), ("a", "BEFORE YOU TALK")):
            await shown.press(opening)
            await shown.sees(there)
            await shown.press("t", "escape")
            await shown.sees("THREE THINGS WORTH DOING")
            left.set()
            await shown.sees("Somebody else is writing.")
            shown.app.clear_notifications()
            await shown.sees_no("Somebody else is writing.")
            left.clear()


@pytest.mark.usefixtures("after_a_month")
async def test_that_all_is_forgiven_is_said_however_soon_the_page_shows_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with dashboard(path, page="1") as shown:
        saving, drawn = shown.app.transact, asyncio.Event()

        async def comes_back_late(*args: Any) -> bool:
            done = await saving(*args)
            await drawn.wait()
            return done

        await shown.sees("DUE  9")
        monkeypatch.setattr(shown.app, "transact", comes_back_late)
        await shown.press("f")
        await shown.sees_no("DUE")
        drawn.set()
        await shown.sees("All forgiven")
