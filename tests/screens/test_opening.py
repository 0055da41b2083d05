"""What is asked for before the store is open begins as soon as it is, with what was typed meanwhile."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual import events

from tui.app import AlliesApp
from tui.clock import fixed
from tui.domain.records.feedback import Feedback
from tui.settings import Settings
from tui.store import Store, StoreError

from .settling import settling
from .terminal import PATIENCE, TODAY, Dashboard, RecordingDriver

SIZE = (80, 24)


class Door:
    """A store that opens only when it is told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.let_in = threading.Event()
        self.refusal: StoreError | None = None
        opening = Store.__init__

        # The arguments are the store's own.
        def wait(store: Store, *args: Any, **kwargs: Any) -> None:
            if kwargs.get("origin") == "dashboard":
                assert self.let_in.wait(PATIENCE)
                if self.refusal is not None:
                    raise self.refusal
            opening(store, *args, **kwargs)

        monkeypatch.setattr(Store, "__init__", wait)


@pytest.fixture
def door(monkeypatch: pytest.MonkeyPatch) -> Door:
    """The door of the store, closed."""
    return Door(monkeypatch)


@asynccontextmanager
async def before_the_store(path: Path, door: Door) -> AsyncIterator[Dashboard]:
    """A dashboard that is painted, with its store still closed."""
    app = AlliesApp(path, fixed(TODAY), Settings(), driver_class=RecordingDriver)
    with settling(app):
        async with app.run_test(headless=False, size=SIZE, notifications=True) as pilot:
            shown = Dashboard(app, pilot, SIZE)
            try:
                await shown.sees("1 Today")
                yield shown
            finally:
                door.let_in.set()


async def test_a_line_begun_before_the_store_is_open_loses_no_key(
    path: Path, notes: list[Feedback], door: Door
) -> None:
    async with before_the_store(path, door) as shown:
        await shown.press("L")
        await shown.type("quick talk with ")
        await shown.paste("Ana")
        assert shown.app.network is None
        await shown.sees_no("quick talk")
        door.let_in.set()
        await shown.sees("Log a line", "quick talk with Ana")
        await shown.press("enter")
        await shown.sees("Logged. u takes it back.")


async def test_feedback_begun_before_the_store_is_open_loses_no_key(
    path: Path, notes: list[Feedback], door: Door
) -> None:
    async with before_the_store(path, door) as shown:
        await shown.press("F")
        await shown.type("Less haste")
        await shown.press("ctrl+o")
        door.let_in.set()
        await shown.sees("Kept. It waits on the page Feedback.")
        assert any(note.text == "Less haste" for note in shown.network.feedback.values())


async def test_what_is_typed_just_as_the_line_comes_stands_behind_what_was_typed_before(
    path: Path, notes: list[Feedback], door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    focused = AlliesApp._focused

    async def focused_and_typed(app: AlliesApp) -> None:
        await focused(app)
        for key in "ee":
            app.post_message(events.Key(key, key))

    monkeypatch.setattr(AlliesApp, "_focused", focused_and_typed)
    async with before_the_store(path, door) as shown:
        await shown.press("L")
        await shown.type("coff")
        door.let_in.set()
        await shown.sees("Log a line", "coffee")


async def test_where_nothing_is_kept_yet_the_greeting_comes_first(path: Path, door: Door) -> None:
    async with before_the_store(path, door) as shown:
        await shown.press("F", "q", "q")
        door.let_in.set()
        await shown.sees("Start with a goal")
        await shown.press("escape")
        await shown.sees("Nothing is waiting.")


async def test_what_is_wrong_with_the_store_is_said_instead(
    path: Path, notes: list[Feedback], door: Door
) -> None:
    door.refusal = StoreError("The disk cannot be read.")
    async with before_the_store(path, door) as shown:
        await shown.press("L", "x")
        door.let_in.set()
        await shown.sees("The disk cannot be read.")
        await shown.press("q")
        await shown.until(lambda: shown.app._exit)


async def test_leaving_does_not_wait_for_the_store(path: Path, notes: list[Feedback], door: Door) -> None:
    async with before_the_store(path, door) as shown:
        await shown.press("L", "x", "ctrl+q")
        await shown.until(lambda: shown.app._exit)
