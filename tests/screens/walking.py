"""A walk past every page and through the questionnaire, with a look at each screen on the way."""

from collections.abc import Awaitable, Callable
from typing import Any

from tui.content import questionnaire
from tui.domain.questionnaire.items import Item
from tui.domain.questionnaire.sheet import Sheet, new_sheet
from tui.screens.result import ResultScreen

from .asked import KNOWN, keys_for
from .terminal import TODAY, Dashboard

NAME = "Mara"

See = Callable[[Dashboard, str], Awaitable[None]]
"""Looks at a screen that goes by a name."""


async def walk_the_pages(shown: Dashboard, see: See) -> None:
    for entry in shown.app.pages:
        await shown.press(entry.key)
        await see(shown, entry.title.lower())
    await shown.press(shown.app.pages[0].key)
    for key, name in (("question_mark", "help"), ("F", "form")):
        await shown.press(key)
        await shown.until(lambda: len(shown.app.screen_stack) == 2)
        await see(shown, name)
        await shown.press("escape")
        await shown.until(lambda: len(shown.app.screen_stack) == 1)


async def walk_the_questionnaire(shown: Dashboard, see: See) -> None:
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
            await see(shown, f"question-{item.type}")
        sheet = sheet.answered(item.id, answer, TODAY).next()
        await shown.press(*(keys[seen:] or ["enter"]))
        await shown.sees(sheet.item.text[:KNOWN] if sheet.item else "review")
    await see(shown, "review")
    await shown.press("g", "enter")
    await shown.until(lambda: isinstance(shown.app.screen, ResultScreen))
    await see(shown, "result")


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
