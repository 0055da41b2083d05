"""Hostile text in every dialog about asks and offers: nothing of it reaches the terminal or is obeyed."""

from pathlib import Path

import pytest

from tui.dialogs.ask import AskDialog, To
from tui.dialogs.ask_ideas import AskIdeasDialog, Idea
from tui.dialogs.count_on import CountOnDialog

from .hostile import MARK, TEXTS, hostile_store
from .terminal import dashboard
from .test_hostile import assert_clean, click_everywhere


@pytest.mark.parametrize("page", ["2", "3"])
async def test_no_dialog_about_asks_lets_hostile_text_through(path: Path, page: str) -> None:
    hostile_store(path)
    async with dashboard(path, (80, 24), page=page) as shown:
        await shown.sees(MARK)
        for key in (*"aAo", *"aA", *"aA", *"aA", *"aA"):
            await shown.press(key, "tab")
            while len(shown.app.screen_stack) > 1:
                await shown.press("escape")
            if key == "A":
                await shown.press("j")
        assert_clean(shown)
        assert shown.app.return_code is None


async def test_asking_dialogs_obey_nothing(path: Path) -> None:
    hostile_store(path)
    async with dashboard(path, (80, 24), page="3") as shown:
        await shown.sees(MARK)
        for text in (TEXTS[0], TEXTS[3]):
            to = To(text, (text, "ben@example.org"), text)
            for dialog in (
                AskDialog(to, text, text, draft="supporter-1-ask", drafts=shown.app, notes=(text,)),
                AskIdeasDialog(text, [Idea("0", text, text, text, text)]),
                CountOnDialog(text, text, candidate=True),
            ):
                await shown.app.push_screen(dialog)
                await shown.until(lambda: len(shown.app.screen_stack) == 2)
                await click_everywhere(shown, (80, 23))
                assert_clean(shown)
                assert shown.app.return_code is None
                while len(shown.app.screen_stack) > 1:
                    await shown.press("escape")
