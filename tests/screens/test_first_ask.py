"""From an empty store to the first ask that is kept, in a few key groups."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual.widget import Widget
from textual.widgets import Input, TextArea

from .asked import fill, save
from .terminal import Dashboard, dashboard

FEWER_THAN = 60
ANSWERS: dict[str, Any] = {  # any JSON value
    "goal_title": "10 km in June",
    "why": "to feel my lungs again",
    "ownership": "mine",
    "sign": "a photo at the finish",
    "stage": "started",
    "control": 4,
    "strain": 1,
    "importance": {"accountability": 3, "guidance": 2, "belonging": 1},
    "coverage": {"accountability": 0, "guidance": 2, "belonging": 2},
    "people": [{"name": "Ben", "kinds": ["accountability"]}],
    "audience": "one",
}


@dataclass
class Groups:
    """Counts key groups: a key, or one run of text typed into one place."""

    count: int = 0
    _run: Widget | None = field(default=None, repr=False)

    def add(self, key: str, place: Widget | None) -> None:
        """Count one key pressed in a place."""
        typed = isinstance(place, (Input, TextArea)) and (len(key) == 1 or key == "space")
        if not (typed and self._run is place):
            self.count += 1
        self._run = place if typed else None


@pytest.fixture
def groups(monkeypatch: pytest.MonkeyPatch) -> Groups:
    """The key groups pressed in this test."""
    counted = Groups()
    press = Dashboard.press

    async def counting(shown: Dashboard, *keys: str) -> None:
        for key in keys:
            counted.add(key, shown.app.focused)
            await press(shown, key)

    monkeypatch.setattr(Dashboard, "press", counting)
    return counted


async def test_the_first_ask_is_kept_after_fewer_than_sixty_key_groups(path: Path, groups: Groups) -> None:
    async with dashboard(path, (80, 24), greeted=True) as shown:
        await shown.sees("Start with a goal")
        await shown.press("enter")
        await fill(shown, ANSWERS)
        await save(shown)
        await shown.press("escape")
        await shown.sees("2 Goals", "10 km in June")
        await shown.press("a")
        await shown.sees("1 Ben", "Accountability", "because nobody covers it reliably")
        await shown.press("enter")
        await shown.sees("Hello Ben,", "to feel my lungs again")
        await shown.press("enter")
        await shown.sees("Kept as a draft.")
        [ask] = shown.network.asks.values()
        assert (ask.state, ask.kind, ask.text.splitlines()[0]) == ("drafted", "accountability", "Hello Ben,")
    assert groups.count < FEWER_THAN
