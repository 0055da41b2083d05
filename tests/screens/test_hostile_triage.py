"""Hostile text in every dialog of the page Feedback: nothing of it reaches the terminal."""

from pathlib import Path

import pytest

from tui.dialogs.park_again import ParkAgainDialog
from tui.dialogs.telling import TellDialog
from tui.domain.records.feedback import Feedback
from tui.store import Store

from .hostile import MARK, TEXTS, hostile_store
from .terminal import TODAY, dashboard
from .test_hostile import assert_clean, click_everywhere


@pytest.mark.parametrize("key", ["a", "t", "p", "x", "m", "c", "b", "F", "n"])
async def test_no_dialog_about_feedback_lets_hostile_text_through(path: Path, key: str) -> None:
    hostile_store(path)
    async with dashboard(path, page="7") as shown:
        await shown.sees(MARK)
        for _ in TEXTS:
            await shown.press(key)
            await shown.press(*["tab"] * 6)
            while len(shown.app.screen_stack) > 1:
                await shown.press("escape")
            await shown.press("j")
        assert_clean(shown)
        assert shown.app.return_code is None


async def test_the_telling_and_parking_dialogs_obey_nothing(path: Path, other: Store) -> None:
    other.save(Feedback(text="x", date=TODAY), label="added feedback")
    async with dashboard(path, (80, 24), page="7") as shown:
        for place, text in enumerate(TEXTS):
            for dialog in (
                TellDialog(f"feedback-{place}-tell", text, text, text, drafts=shown.app),
                ParkAgainDialog(text, 2),
            ):
                await shown.app.push_screen(dialog)
                await shown.sees(MARK)
                await click_everywhere(shown, (80, 23))
                assert_clean(shown)
                assert shown.app.return_code is None
                await shown.press("escape")
                await shown.until(lambda: len(shown.app.screen_stack) == 1)


async def test_a_message_with_hostile_text_is_copied_clean(path: Path) -> None:
    hostile_store(path)
    async with dashboard(path, (80, 24), page="7") as shown:
        await shown.sees(MARK)
        for _ in TEXTS:
            if "m" in shown.app.screen.active_bindings:
                await shown.press("m")
                await shown.until(lambda: len(shown.app.screen_stack) == 2)
                await shown.press("y", "escape")
                await shown.until(lambda: len(shown.app.screen_stack) == 1)
                assert "\x1b" not in shown.app.clipboard
            await shown.press("j")
