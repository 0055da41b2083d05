"""Takes a picture of every page, the guided screens and the questionnaire, from the demo on its anchor day.

python screenshots/take.py                      the pictures in this folder, at 80x24
python screenshots/take.py FOLDER [THEME ...]   at 80x24, 60x20 and 160x50, in each theme, a folder a theme
"""

import asyncio
import re
import sys
import tempfile
from datetime import date
from pathlib import Path

from textual import events
from textual.pilot import Pilot

from tui.app import AlliesApp
from tui.clock import fixed
from tui.demo import write_demo
from tui.settings import Settings

ANCHOR = date(2026, 3, 18)
NORMAL, SMALL, LARGE = (80, 24), (60, 20), (160, 50)
STEPS = (
    ("Run 10 km in June", ["enter"], "question"),
    ("2", ["enter"], "choice"),
    ("347", ["enter"], "kinds"),
    ("120", ["enter"], "grid"),
    ("Mara", ["enter", "1", "enter", "3", "enter"], "people"),
    ("Tuesday: ask Mara", ["enter"], "next"),
    ("g", ["enter"], "review"),
)
"""What is answered, the keys that go on, and the name of the picture taken in between."""
CARDS = (
    "FN:Mara Lindquist\nEMAIL:mara@museum.example\nNOTE:Reads chapter two\nTEL:905 555 1234",
    "FN:Ana Ribeiro\nTEL:+351 912 345 678\nORG:Clube de Corrida",
    "FN:Anouk Bakker\nTEL:+31 6 12345678\nORG:Koor\nCATEGORIES:choir\nBDAY:1985-05-14",
    "FN:Zoë Müller\nEMAIL:zoe@example.org\nCATEGORIES:choir,friends",
    "FN:Imani Diallo\nEMAIL:imani@example.org\nNOTE:Has walked the way",
    "FN:Petra Novak\nTEL:+420 601 123 456",
    "FN:Noor van den Berg\nEMAIL:noor@example.nl\nCATEGORIES:choir",
)
"""An address book to bring people from."""

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


async def pages(store: Path, folder: Path, theme: str, size: tuple[int, int]) -> None:
    """Every page, and the help of the first."""
    app = AlliesApp(store, fixed(ANCHOR), Settings(theme=theme, motion=False))
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        for entry in app.pages:
            await pilot.press(entry.key)
            await settled(app, pilot)
            save(app, folder, entry.title.lower(), size)
        await pilot.press(app.pages[0].key, "question_mark")
        await settled(app, pilot)
        save(app, folder, "help", size)


async def people(store: Path, folder: Path, theme: str, size: tuple[int, int]) -> None:
    """Going through those who are due, and the briefing on one of them."""
    app = AlliesApp(store, fixed(ANCHOR), Settings(theme=theme, motion=False))
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        await pilot.press("p")
        await settled(app, pilot)
        save(app, folder, "catching-up", size)
        await pilot.press("enter", "enter", "b")
        await settled(app, pilot)
        save(app, folder, "briefing", size)


async def bringing(store: Path, folder: Path, theme: str, size: tuple[int, int]) -> None:
    """An address book as it is looked at before it comes in, and two who may be the same, compared."""
    book = store.with_name("contacts.vcf")
    book.write_text("".join(f"BEGIN:VCARD\nVERSION:3.0\n{card}\nEND:VCARD\n" for card in CARDS))
    app = AlliesApp(store, fixed(ANCHOR), Settings(theme=theme, motion=False))
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        app.bring()
        await settled(app, pilot)
        app.post_message(events.Paste(str(book)))
        await pilot.press("enter")
        await settled(app, pilot)
        await pilot.press("j", "1", "j", "2", "g")
        await settled(app, pilot)
        save(app, folder, "import", size)
        await pilot.press("slash", *"lindquist", "enter", "enter")
        await settled(app, pilot)
        save(app, folder, "compare", size)


async def questionnaire(folder: Path, theme: str, size: tuple[int, int]) -> None:
    """The greeting, each sort of question of the short start, the answers looked over, and the result."""
    with tempfile.TemporaryDirectory() as empty:
        app = AlliesApp(Path(empty) / "network.json", fixed(ANCHOR), Settings(theme=theme, motion=False))
        async with app.run_test(size=size) as pilot:
            await settled(app, pilot)
            save(app, folder, "welcome", size)
            await pilot.press("b")
            await settled(app, pilot)
            for answer, on, name in STEPS:
                await pilot.press(*keys(answer))
                await settled(app, pilot)
                save(app, folder, name, size)
                await pilot.press(*on)
                await settled(app, pilot)
            save(app, folder, "result", size)


def keys(text: str) -> list[str]:
    """The keys of a text."""
    return [{" ": "space", ":": "colon"}.get(letter, letter) for letter in text]


def save(app: AlliesApp, folder: Path, name: str, size: tuple[int, int]) -> None:
    """Write the screen as SVG: the same bytes for the same screen, and nothing fetched from anywhere."""
    picture = _FONT_FACES.sub("", app.export_screenshot(title="Allies", simplify=True))
    suffix = "" if size == NORMAL else f"-{size[0]}x{size[1]}"
    (folder / f"{name}{suffix}.svg").write_text(_UNIQUE.sub("terminal", picture), encoding="utf-8")


async def main() -> None:
    """Take them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    themes = sys.argv[2:] or ["dark"]
    sizes = (NORMAL, SMALL, LARGE) if len(sys.argv) > 1 else (NORMAL,)
    with tempfile.TemporaryDirectory() as place:
        store = Path(place) / "network.json"
        write_demo(store, ANCHOR)
        for theme in themes:
            into = folder / theme if len(themes) > 1 else folder
            into.mkdir(parents=True, exist_ok=True)
            for size in sizes:
                await pages(store, into, theme, size)
                await people(store, into, theme, size)
                await bringing(store, into, theme, size)
                await questionnaire(into, theme, size)


if __name__ == "__main__":
    asyncio.run(main())
