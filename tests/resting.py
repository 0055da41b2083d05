"""An event loop that can say when it has nothing left to do, so that tests need not wait for a time."""

import asyncio
import selectors
from collections.abc import Callable
from concurrent.futures import Executor
from typing import Any, TypeVar, TypeVarTuple

_Arguments = TypeVarTuple("_Arguments")
_Given = TypeVar("_Given")


class RestingLoop(asyncio.SelectorEventLoop):
    """A loop that knows when all that could happen without time passing has happened."""

    def __init__(self) -> None:
        self._noticing = _Noticing()
        self._errands: set[asyncio.Future[Any]] = set()
        super().__init__(self._noticing)

    @property
    def errands(self) -> int:
        """How many pieces of work are with threads now."""
        return len(self._errands)

    def run_in_executor(
        self, executor: Executor | None, func: Callable[[*_Arguments], _Given], *args: *_Arguments
    ) -> asyncio.Future[_Given]:
        """Hand work to a thread, and remember it until it is done."""
        errand = super().run_in_executor(executor, func, *args)
        self._errands.add(errand)
        errand.add_done_callback(self._errands.discard)
        return errand

    async def rest(self) -> None:
        """Wait until no callback is ready, no input has come, and only time could bring more."""
        waiter = self.create_future()
        self._noticing.waiters.append(waiter)
        await waiter


class _Noticing(selectors.DefaultSelector):
    """A selector is asked to wait only when the loop has nothing else to do."""

    def __init__(self) -> None:
        super().__init__()
        self.waiters: list[asyncio.Future[None]] = []

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        """Look for input; where the loop would begin to wait, wake whoever waits for that."""
        if not self.waiters or (timeout is not None and timeout <= 0):
            return super().select(timeout)
        if not (come := super().select(0)):
            waiters, self.waiters = self.waiters, []
            for waiter in waiters:
                if not waiter.done():
                    waiter.set_result(None)
        return come
