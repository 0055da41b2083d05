"""Takes one picture of every page, and of the questionnaire, from the demo on its anchor day.

python screenshots/take.py [FOLDER]       SVG files at 80x24, 60x20 and 160x50
"""

import asyncio
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from tui.app import AlliesApp
from tui.clock import fixed
from tui.demo import write_demo
from tui.settings import Settings

ANCHOR = date(2026, 3, 18)
NORMAL, SMALL, LARGE = (80, 24), (60, 20), (160, 50)
GOAL = "Run 10 km in June"
_FONT_FACES = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_UNIQUE = re.compile(r"terminal-\d+")


async def settled(app: AlliesApp, pilot: Pilot[None]) -> None:
    """Wait until the store is open and there is nothing left to draw."""
    while app.network is None:
        await pilot.pause(0.05)
    for _ in range(4):
        await pilot.pause(0.05)
    app.clear_notifications()
    await pilot.pause(0.1)


async def page(store: Path, folder: Path, key: str, name: str, size: tuple[int, int]) -> None:
    """One page."""
    app = AlliesApp(store, fixed(ANCHOR), Settings(motion=False))
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await pilot.press(key)
        await settled(app, pilot)
        save(app, folder, name, size)


async def questionnaire(folder: Path, size: tuple[int, int]) -> None:
    """The greeting, and some questions of the short start."""
    with tempfile.TemporaryDirectory() as empty:
        app = AlliesApp(Path(empty) / "network.json", fixed(ANCHOR), Settings(motion=False))
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            save(app, folder, "welcome", size)
            await pilot.press("b")
            await settled(app, pilot)
            await pilot.press(*("space" if letter == " " else letter for letter in GOAL))
            await settled(app, pilot)
            save(app, folder, "question", size)
            for keys, name in (
                (["enter"], "choice"),
                (["2", "enter"], "kinds"),
                (["3", "4", "7", "enter"], "grid"),
            ):
                await pilot.press(*keys)
                await settled(app, pilot)
                save(app, folder, name, size)


def save(app: AlliesApp, folder: Path, name: str, size: tuple[int, int]) -> None:
    """Write the screen as SVG: the same bytes for the same screen, and nothing fetched from anywhere."""
    picture = _FONT_FACES.sub("", app.export_screenshot(title="Allies", simplify=True))
    suffix = "" if size == NORMAL else f"-{size[0]}x{size[1]}"
    (folder / f"{name}{suffix}.svg").write_text(_UNIQUE.sub("terminal", picture), encoding="utf-8")


async def main() -> None:
    """Take them all."""
    here = Path(__file__).parent
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else here
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "network.json"
        write_demo(store, ANCHOR)
        entries = AlliesApp(store, fixed(ANCHOR), Settings()).pages
        for size in (NORMAL,) if folder == here else (NORMAL, SMALL, LARGE):
            for entry in entries:
                await page(store, folder, entry.key, entry.title.lower(), size)
            await questionnaire(folder, size)


if __name__ == "__main__":
    asyncio.run(main())
