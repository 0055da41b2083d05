"""Letting a pilot go on as soon as all that a key began is done."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from unittest.mock import patch

from textual.app import ScreenStackError

from tui.app import AlliesApp

from ..resting import RestingLoop

AT_MOST = 30.0


@contextmanager
def settling(app: AlliesApp) -> Iterator[None]:
    """While this is open, a pilot waits for the app alone, not for a time.

    Textual's own waits until the processor idles: 40 ms a key at least, and no promise on a busy machine.
    Before that it has every widget on the screen answer once; a loop at rest has no message left to answer.
    """

    async def settled(*_: float) -> None:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, RestingLoop)
        end = monotonic() + AT_MOST
        await loop.rest()
        while True:
            with suppress(ScreenStackError):
                app.screen._on_timer_update()
            await loop.rest()
            if not busy(app, loop) or monotonic() > end:
                break
            await asyncio.sleep(0.001)

    with (
        patch("textual.app.wait_for_idle", settled),
        patch("textual.pilot.wait_for_idle", settled),
        patch("textual.pilot.Pilot._wait_for_screen", settled),
    ):
        yield


def busy(app: AlliesApp, loop: RestingLoop) -> bool:
    """Whether a thread is at work for the app, a message waits, or something is not drawn or shown yet."""
    if app._exit or app.return_code is not None:
        return False  # it is ending, and answers no more
    if app._batch_count or not app._screen_stacks.get(app.current_mode):
        return True
    if any(node.message_queue_size for node in (app, *app.screen.walk_children(with_self=True))):
        return True
    long_lived = sum(worker.is_running for worker in app.workers if worker.group == "store")
    if loop.errands > long_lived:
        return True
    return app._store is not None and app.network is not app._store.network
