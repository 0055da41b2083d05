"""The app as it follows its store: opened after the first paint, looked at ever after, closed at the end."""

import asyncio
import gc
import threading
from datetime import date
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.driver import Driver
from textual.message import Message
from textual.reactive import var
from textual.worker import get_current_worker

from tui.clock import Today

from .typing_ahead import TypingAheadApp

if TYPE_CHECKING:
    from tui.domain.records.network import Network
    from tui.store import Store, StoreError

FOLLOW_EVERY = 0.1
FOLLOW_EVERY_AWAY = 1.0
FOLD_AFTER = 2.0
LOOK_AT_THE_DAY_EVERY = 30.0
SETTLED_AFTER = 2.0
"""Seconds from the open store until the first page has surely made all it keeps of it."""


class FollowingApp(TypingAheadApp, inherit_bindings=False):
    """An app that shows the newest network and the day, whoever changes them."""

    network: var["Network | None"] = var(None, init=False)
    """The newest network; pages watch it. None before the store is open."""

    day: var[date] = var(date.min, init=False)
    """The civil date in force."""

    class StoreOpened(Message):
        """The store is open."""

        def __init__(self, store: "Store") -> None:
            super().__init__()
            self.store = store

    class StoreFailed(Message):
        """The store cannot be opened."""

        def __init__(self, error: "StoreError") -> None:
            super().__init__()
            self.error = error

    class StoreMoved(Message):
        """There is a newer network."""

        def __init__(self, network: "Network") -> None:
            super().__init__()
            self.network = network

        def can_replace(self, message: Message) -> bool:
            """Only the newest one counts."""
            return isinstance(message, FollowingApp.StoreMoved)

    class StoreTroubled(Message):
        """The store can no longer be written, or can be written again."""

        def __init__(self, problem: "StoreError | None", *, passes: bool) -> None:
            """`passes`: it may go away by itself."""
            super().__init__()
            self.problem = problem
            self.passes = passes

    def __init__(
        self, store_path: Path, today: Today, *, mark: str = "", driver_class: type[Driver] | None = None
    ) -> None:
        """`mark` is a word for the line at the top, such as "demo"."""
        super().__init__(driver_class=driver_class)
        self._mark = mark
        self.store_path = store_path
        self.today = today
        self._store: Store | None = None
        self._mending = False
        self._store_there: asyncio.Future[Store]
        self.parting = ""
        self._leaving = threading.Event()
        self._wake = threading.Event()
        self.set_reactive(FollowingApp.day, today())

    def on_mount(self) -> None:
        """Begin: the day, and the store right after the first paint."""
        self._store_there = asyncio.get_running_loop().create_future()
        self.set_interval(LOOK_AT_THE_DAY_EVERY, self.look_at_the_day)
        self.call_after_refresh(self.follow_store)

    def look_at_the_day(self) -> None:
        """Notice a new day."""
        self.day = self.today()

    @work(thread=True, group="store", exit_on_error=True)
    def follow_store(self) -> None:
        """Open the store, then follow it until the end; all that comes of it are messages."""
        from tui.store import Gone, Store, StoreError, StoreUnreadable

        worker = get_current_worker()
        try:
            store = Store(self.store_path, origin="dashboard", today=self.today)
        except StoreError as error:
            self.post_message(self.StoreFailed(error))
            return
        self.post_message(self.StoreOpened(store))
        seen, trouble, quiet_since = store.network, store.problem, monotonic()
        while not self._leaving.is_set():
            self._wake.wait(FOLLOW_EVERY if self.app_focus else FOLLOW_EVERY_AWAY)
            self._wake.clear()
            if worker.is_cancelled:
                return
            try:
                if store.moved():
                    store.refresh()
                if monotonic() - quiet_since > FOLD_AFTER:
                    quiet_since = inf
                    store.tidy()
            except StoreUnreadable as error:
                self.post_message(self.StoreFailed(error))
                return
            except StoreError:
                continue  # somebody else is writing, or the disk refuses just now; the next write tries again
            if store.network is not seen:
                seen, quiet_since = store.network, monotonic()
                self.post_message(self.StoreMoved(seen))
            if store.problem is not trouble:
                trouble = store.problem
                self.post_message(self.StoreTroubled(trouble, passes=isinstance(trouble, Gone)))

    @on(StoreOpened)
    def _show_first(self, event: StoreOpened) -> None:
        """Show the network, and tell what is to be told."""
        store = event.store
        self._store = store
        self._store_there.set_result(store)
        self.network = store.network
        for sentence in store.notices:
            self.notify(sentence, severity="warning", timeout=15)
        if store.problem is not None:
            self.look_into(store.problem, shown=True)
        self.set_timer(SETTLED_AFTER, collect_garbage_again)

    @on(StoreMoved)
    def _show_next(self, event: StoreMoved) -> None:
        """Show the newer network."""
        self.network = event.network

    @on(StoreTroubled)
    def _tell_of_trouble(self, event: StoreTroubled) -> None:
        """Say so, once; where it does not pass by itself, ask what is to be done."""
        if event.problem is None:
            self.notify("The store can be written again.")
        elif event.passes:
            self.notify(str(event.problem), severity="warning", timeout=15)
        else:
            self.look_into(event.problem, shown=True)

    @on(StoreFailed)
    def _tell_of_failure(self, event: StoreFailed) -> None:
        """Say what is wrong with the store, and what can be done."""
        collect_garbage_again()
        self.look_into(event.error, shown=False)

    @work(group="trouble")
    async def look_into(self, problem: "StoreError", *, shown: bool) -> None:
        """Ask what is to be done about a problem with the store, do it, and open the store again."""
        from .mending import mended

        if self._mending:
            return
        self._mending = True
        try:
            if await mended(self, self.store_path, problem, self.today, shown=shown):
                await self._open_again()
        finally:
            self._mending = False

    async def _open_again(self) -> None:
        """Let go of the store as it was, and open it as it is."""
        self.workers.cancel_group(self, "store")
        self._wake.set()
        former, self._store = self._store, None
        if former is not None:
            await asyncio.to_thread(former.close)
        if self._store_there.done():
            self._store_there = asyncio.get_running_loop().create_future()
        self.follow_store()

    def on_app_focus(self) -> None:
        """Look at the store at once when the person comes back."""
        self._wake.set()

    @property
    def trouble(self) -> "StoreError | None":
        """Why nothing can be saved; None where it can."""
        return None if self._store is None else self._store.problem

    @property
    def quiet_mark(self) -> str:
        """What the line at the top says at its end."""
        read_only = "read-only" if self._store is not None and self._store.read_only else ""
        return ", ".join(filter(None, (self._mark, read_only)))

    async def store_there(self) -> "Store":
        """The store, as soon as it is open."""
        return await asyncio.shield(self._store_there)

    def exit(self, *args: object, **kwargs: object) -> None:
        """Leave; the thread that follows the store ends with it."""
        self._leaving.set()
        self._wake.set()
        super().exit(*args, **kwargs)  # type: ignore[arg-type]

    def on_unmount(self) -> None:
        """Leave the store in order."""
        if self._store is not None and (refused := self._store.close()) is not None:
            self.parting = f"{refused} Nothing is lost: it is all in the journal."


def collect_garbage_again() -> None:
    """Search for garbage again, if that was put off for the start; not among what was read, which stays.

    With 100,000 records every search would hold up the keys for half a second.
    """
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
