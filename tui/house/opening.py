"""The app while its store is being opened: what is asked for then begins as soon as it is open."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual import events, on, work

from .following import FollowingApp
from .saving import SavingApp

AT_MOST = 2.0
"""Seconds to wait for a form that was put up to take the keys."""


class OpeningApp(SavingApp, inherit_bindings=False):
    """An app that puts off what needs the store until it is open, and with it what is typed for that."""

    # The arguments are Textual's own and our bases'; this class only hands them on.
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._held: list[events.Event] | None = None
        """What was typed since something was put off; None where nothing is."""

    def once_open(self, begin: Callable[[], object]) -> None:
        """Begin now, or as soon as the store is open. One thing at a time is put off."""
        if self.network is not None:
            begin()
        elif self._held is None:
            self._held = []
            self._begin_later(begin)

    async def on_event(self, event: events.Event) -> None:
        """Hold what is typed for what was put off; leaving and suspending are not."""
        typed = isinstance(event, events.Key | events.Paste) and not event.is_forwarded
        if self._held is None or not typed or getattr(event, "key", "") in ("ctrl+q", "ctrl+z"):
            await super().on_event(event)
        else:
            self._held.append(event)

    @work(group="opening")
    async def _begin_later(self, begin: Callable[[], object]) -> None:
        """Begin once there is a store to write to; a greeting or a question about the store comes first."""
        store = await self.store_there()
        if store.network.empty or store.problem is not None:
            self._held = None
            return
        begin()
        await self._focused()
        held, self._held = self._held or [], None
        self.wait_behind(*held)

    async def _focused(self) -> None:
        """Wait until what was put up takes the keys; a while at most, should it take none."""
        with suppress(TimeoutError):
            async with asyncio.timeout(AT_MOST):
                while self.screen.focused is None:
                    drawn = asyncio.Event()
                    self.screen.call_after_refresh(drawn.set)
                    await drawn.wait()

    @on(FollowingApp.StoreFailed)
    def _let_go(self) -> None:
        """What is wrong with the store is asked about instead."""
        self.workers.cancel_group(self, "opening")
        self._held = None
