"""What is to be done about a store with which something is wrong: asked, and done."""

import asyncio
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App

from tui.clock import Today
from tui.domain.calendar.days import day_in_words

if TYPE_CHECKING:
    from tui.store import StoreError, Way


async def mended(app: App[None], path: Path, problem: "StoreError", today: Today, *, shown: bool) -> bool:
    """Ask until a way is gone or none is wanted; whether the store is to be opened again.

    `shown`: what is in the store can be looked at as it is.
    """
    from tui.dialogs.trouble import TroubleScreen, WayOut
    from tui.store import StoreError, put_right, ways_back

    while True:
        ways = await asyncio.to_thread(ways_back, path, problem)
        outs = [WayOut(way.does, _words(way, today())) for way in ways]
        chosen = await app.push_screen_wait(TroubleScreen(str(problem), problem.exit_code, outs, shown=shown))
        way = next((way for way in ways if way.does == chosen), None)
        if way is None:
            return False
        try:
            await asyncio.to_thread(put_right, path, way, today)
        except StoreError as error:
            problem = error
        else:
            return True


def _words(way: "Way", today: date) -> str:
    """What a way does, in a sentence."""
    aside = "What is there now is kept beside it."
    match way.does:
        case "restore":
            day = day_in_words(way.at.astimezone().date(), today) if way.at is not None else ""
            return f"Put the backup of {day} in its place: {way.holds}. {aside}"
        case "carry-on":
            return f"Go on with {way.name} as it is: {way.holds}. {aside}"
        case "take-over":
            return "Take those changes over; nobody else may be using the store meanwhile."
        case "begin-anew":
            return f"Begin a new, empty network in its place. {aside}"
        case _:
            return "Try again."
