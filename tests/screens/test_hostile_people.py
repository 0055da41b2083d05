"""Hostile text on the guided screens about people: nothing of it reaches the terminal."""

from pathlib import Path

import pytest

from .hostile import MARK, hostile_store
from .terminal import dashboard
from .test_hostile import assert_clean


@pytest.mark.parametrize("size", [(60, 20), (160, 50)])
async def test_neither_a_briefing_nor_a_pass_lets_hostile_text_through(
    path: Path, size: tuple[int, int]
) -> None:
    hostile_store(path)
    async with dashboard(path, size, page="3") as shown:
        await shown.sees(MARK)
        for _ in range(3):
            await shown.press("b")
            await shown.sees("BEFORE YOU TALK", MARK)
            await shown.press("G", "v", "escape", "j")
        await shown.press("z")
        await shown.sees("The clock of", MARK)
        await shown.press("escape", "1")
        await shown.sees("WORTH DOING", "Get in touch with", MARK)
        await shown.press("G", "g", "p")
        await shown.sees("CATCHING UP  1 of", MARK)
        for _ in range(5):
            await shown.press("enter")
        await shown.sees("That was everybody.")
        assert_clean(shown)
