"""The dashboard in a terminal that a test can read: what the app writes goes through a terminal emulator."""

import asyncio
import unicodedata
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any

from textual import events
from textual.drivers.headless_driver import HeadlessDriver
from textual.keys import KEY_NAME_REPLACEMENTS, _get_unicode_name_from_key
from textual.pilot import Pilot

from tui.app import AlliesApp
from tui.clock import Today, fixed
from tui.domain.records.network import Network
from tui.page import SCREENS
from tui.settings import Settings

from .cells import Cells
from .settling import settling

TODAY = date(2026, 3, 18)
PATIENCE = 30.0
A_MOMENT = 0.005
LOOKS = 10  # that a screen has to look the same, 20 ms apart, to be called settled


class RecordingDriver(HeadlessDriver):
    """A driver without a terminal that keeps all it is given."""

    # The arguments are Textual's own; this class only hands them on.
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.written: list[str] = []

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written.append(data)

    def flush(self) -> None:
        return


class Dashboard:
    """A running dashboard: press keys, look at the screen, wait for what should come."""

    def __init__(self, app: AlliesApp, pilot: Pilot[None], size: tuple[int, int]) -> None:
        self.app = app
        self.pilot = pilot
        self._cells = Cells(*size)
        self._read = 0
        self._lines: list[str] = []

    @property
    def written(self) -> str:
        """Everything that went to the terminal."""
        driver = self.app._driver
        assert isinstance(driver, RecordingDriver)
        return "".join(driver.written)

    @property
    def lines(self) -> list[str]:
        """The lines on the screen, without the spaces at their ends."""
        driver = self.app._driver
        assert isinstance(driver, RecordingDriver)
        if unread := driver.written[self._read :]:
            self._cells.write("".join(unread))
            self._read += len(unread)
            self._lines = self._cells.lines
        return self._lines

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(self.lines)

    @property
    def cursor(self) -> str:
        """The line under the cursor; empty where there is none."""
        return next((line for line in self.lines if line.startswith("▌")), "")

    @property
    def network(self) -> Network:
        """What the app shows."""
        assert self.app.network is not None
        return self.app.network

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def press_at_once(self, *keys: str) -> None:
        """Press keys one after another without looking in between, as somebody quick does."""
        driver = self.app._driver
        assert driver is not None
        for key in keys:
            driver.send_message(events.Key(key, _character_of(key)))
        await self.pilot.pause()

    async def click(self, *places: tuple[int, int]) -> None:
        """Click with the mouse, as a terminal reports it: the button goes down, and up again."""
        driver = self.app._driver
        assert driver is not None
        for x, y in places:
            for event in (events.MouseDown, events.MouseUp):
                driver.process_message(event(None, x, y, 0, 0, 1, False, False, False, x, y))
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        self._cells.resize(width, height)
        self._lines = self._cells.lines

    async def type(self, text: str) -> None:
        """Type a text into what has the focus, as fast as it takes it."""
        driver = self.app._driver
        assert driver is not None
        for character in text:
            driver.send_message(events.Key(_name_of(character), character))
        await self.pilot.pause()

    async def filter(self, text: str) -> None:
        """Filter the list, and go back to it."""
        await self.press("slash")
        await self.type(text)
        await self.press("enter")

    async def paste(self, text: str) -> None:
        """Paste a text, as a terminal hands it over."""
        self.app.post_message(events.Paste(text))
        await self.pilot.pause()

    async def until(self, condition: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until something is so; show the screen if it does not come."""
        try:
            async with asyncio.timeout(patience):
                await self.pilot.pause()
                while not condition():
                    await self.pilot.pause(A_MOMENT)
        except TimeoutError:
            raise AssertionError(f"It did not come to be. On the screen:\n{self.text}") from None

    async def comes(self, condition: Callable[[], object], patience: float) -> bool:
        """Whether something comes to be so in as many seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while not condition():
                    await self.pilot.pause(A_MOMENT)
                return True
        return False

    async def settled(self) -> None:
        """Wait until the screen stays as it is."""
        seen, looks = "", 0
        while looks < LOOKS:
            await self.pilot.pause(0.02)
            seen, looks = self.text, looks + 1 if self.text == seen else 0

    async def sees(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        await self.until(lambda: all(map(self.text.__contains__, texts)))

    async def sees_no(self, *texts: str) -> None:
        """Wait until none of these is on the screen."""
        await self.until(lambda: not any(map(self.text.__contains__, texts)))


def _character_of(key: str) -> str | None:
    """The character on a key, by what the toolkit calls it; None where it has none."""
    with suppress(KeyError):
        return key if len(key) == 1 else unicodedata.lookup(_get_unicode_name_from_key(key))
    return None


def _name_of(character: str) -> str:
    """A key as the toolkit calls it, by the character on it."""
    if character.isalnum():
        return character
    name = unicodedata.name(character).lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


@asynccontextmanager
async def dashboard(
    store: Path,
    size: tuple[int, int] = (80, 24),
    *,
    settings: Settings | None = None,
    screens: Path = SCREENS,
    today: Today | None = None,
    page: str = "7",
    greeted: bool = False,
    mark: str = "",
) -> AsyncIterator[Dashboard]:
    """A dashboard on a store, open and painted, at the page with a key: Feedback, if no other is said.

    On an empty store the welcome stays only with `greeted`.
    """
    app = AlliesApp(
        store,
        today or fixed(TODAY),
        settings or Settings(),
        screens=screens,
        mark=mark,
        driver_class=RecordingDriver,
    )
    with settling(app):
        async with app.run_test(headless=False, size=size, notifications=True) as pilot:
            shown = Dashboard(app, pilot, size)
            await shown.until(lambda: app.network is not None or len(app.screen_stack) > 1)
            await pilot.pause()
            if app.network is not None:
                if app.network.empty:
                    await shown.until(lambda: len(app.screen_stack) > 1)
                if not greeted and (app.network.empty or page != app.pages[0].key):
                    await pilot.press(page)
            yield shown
