"""Every page, the questionnaire, the help and a form, as they look at three sizes.

A page that is added is looked at without a word here. `make goldens` keeps all screens as they look now.
"""

from pathlib import Path
from typing import Any

import pytest

from tui.content import questionnaire
from tui.demo import write_demo
from tui.domain.questionnaire import Item
from tui.domain.sheet import Sheet, new_sheet
from tui.screens.result import ResultScreen

from .asked import KNOWN, keys_for
from .golden import Goldens
from .terminal import TODAY, Dashboard, dashboard

NAME = "Mara"
SIZES = [(60, 20), (80, 24), (160, 50)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_every_screen_looks_as_it_is_kept(tmp_path: Path, size: tuple[int, int]) -> None:
    goldens = Goldens(size)
    write_demo(tmp_path / "demo.json", TODAY)
    async with dashboard(tmp_path / "demo.json", size, page="1") as shown:
        await walk_the_pages(shown, goldens)
    async with dashboard(tmp_path / "empty.json", size, greeted=True) as shown:
        await goldens.see(shown, "welcome")
        await walk_the_questionnaire(shown, goldens)
    goldens.settle_up()


async def walk_the_pages(shown: Dashboard, goldens: Goldens) -> None:
    for entry in shown.app.pages:
        await shown.press(entry.key)
        await goldens.see(shown, entry.title.lower())
    await shown.press(shown.app.pages[0].key)
    for key, name in (("question_mark", "help"), ("F", "form")):
        await shown.press(key)
        await shown.until(lambda: len(shown.app.screen_stack) == 2)
        await goldens.see(shown, name)
        await shown.press("escape")
        await shown.until(lambda: len(shown.app.screen_stack) == 1)


async def walk_the_questionnaire(shown: Dashboard, goldens: Goldens) -> None:
    """Each sort of question once, the answers looked over, and what was found."""
    sheet = new_sheet(questionnaire(), "short")
    shown.app.assess("short")
    looked_at: set[str] = set()
    while (item := sheet.item) is not None:
        await shown.sees(item.text[:KNOWN])
        answer = an_answer(sheet, item)
        keys = keys_for(sheet, item, answer)
        seen = len(NAME) if item.type == "people" else len(keys)
        await shown.press(*keys[:seen])
        if item.type not in looked_at:
            looked_at.add(item.type)
            await goldens.see(shown, f"question-{item.type}")
        sheet = sheet.answered(item.id, answer, TODAY).next()
        await shown.press(*(keys[seen:] or ["enter"]))
        await shown.sees(sheet.item.text[:KNOWN] if sheet.item else "review")
    await goldens.see(shown, "review")
    await shown.press("g", "enter")
    await shown.until(lambda: isinstance(shown.app.screen, ResultScreen))
    await goldens.see(shown, "result")


def an_answer(sheet: Sheet, item: Item) -> Any:
    """Something to answer with, whatever is asked."""
    match item.type:
        case "choice" | "multi":
            options = [option.id for option in item.options]
            return options[1] if item.type == "choice" else options[1:4]
        case "grid":
            return {row.id: place % 3 + 1 for place, row in enumerate(sheet.rows(item))}
        case "scale":
            return 2
        case "people":
            return [{"name": NAME}]
        case _:
            return "Run 10 km in June"


@pytest.fixture
async def a_goal_kept(tmp_path: Path) -> Path:
    """A folder in which the page of goals was kept as it looks without any."""
    goldens = Goldens((60, 20), tmp_path / "goldens", renew=True)
    async with dashboard(tmp_path / "empty.json", (60, 20), page="2") as shown:
        await goldens.see(shown, "goals")
    return tmp_path / "goldens"


async def test_what_looks_different_is_shown_line_by_line(tmp_path: Path, a_goal_kept: Path) -> None:
    [file] = a_goal_kept.rglob("*.txt")
    file.write_text(file.read_text(encoding="utf-8").replace("ALLIES", "ENEMIES"), encoding="utf-8")
    (file.parent / "gone.txt").write_text("a screen that was", encoding="utf-8")
    goldens = Goldens((60, 20), a_goal_kept, renew=False)
    async with dashboard(tmp_path / "empty.json", (60, 20), page="2") as shown:
        await goldens.see(shown, "goals")
    with pytest.raises(AssertionError, match=r"(?s)make goldens.*- ENEMIES.*\+ ALLIES.*gone\.txt"):
        goldens.settle_up()
