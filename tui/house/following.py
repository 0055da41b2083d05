"""The app as it follows its store: opened after the first paint, looked at ever after, closed at the end."""

import asyncio
import threading
from datetime import date
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.app import App
from textual.driver import Driver
from textual.message import Message
from textual.reactive import var
from textual.worker import get_current_worker

from tui.clock import Today
from tui.domain.days import day_in_words

if TYPE_CHECKING:
    from tui.domain.network import Network
    from tui.store import Backup, Store, StoreError

FOLLOW_EVERY = 0.1
FOLLOW_EVERY_AWAY = 1.0
FOLD_AFTER = 2.0
LOOK_AT_THE_DAY_EVERY = 30.0


class FollowingApp(App[None], inherit_bindings=False):
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

        def __init__(self, error: "StoreError", backup: "Backup | None" = None) -> None:
            """`backup` is the one that could take the store's place."""
            super().__init__()
            self.error = error
            self.backup = backup

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

        def __init__(self, problem: "StoreError | None") -> None:
            super().__init__()
            self.problem = problem

    def __init__(
        self, store_path: Path, today: Today, *, mark: str = "", driver_class: type[Driver] | None = None
    ) -> None:
        """`mark` is a word for the line at the top, such as "demo"."""
        super().__init__(driver_class=driver_class)
        self._mark = mark
        self.store_path = store_path
        self.today = today
        self._store: Store | None = None
        self._store_there: asyncio.Future[Store]
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
        from tui.store import Store, StoreError, StoreUnreadable

        worker = get_current_worker()
        try:
            store = Store(self.store_path, origin="dashboard", today=self.today)
        except StoreError as error:
            kept = Store.backups_at(self.store_path) if isinstance(error, StoreUnreadable) else []
            self.post_message(self.StoreFailed(error, kept[-1] if kept else None))
            return
        self.post_message(self.StoreOpened(store))
        seen, trouble, quiet_since = store.network, store.problem, monotonic()
        while not (worker.is_cancelled or self._leaving.is_set()):
            self._wake.wait(FOLLOW_EVERY if self.app_focus else FOLLOW_EVERY_AWAY)
            self._wake.clear()
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
                self.post_message(self.StoreTroubled(trouble))

    @on(StoreOpened)
    def _show_first(self, event: StoreOpened) -> None:
        """Show the network, and tell what is to be told."""
        store = event.store
        self._store = store
        self._store_there.set_result(store)
        self.network = store.network
        for sentence in store.notices:
            self.notify(sentence, severity="warning", timeout=15)

    @on(StoreMoved)
    def _show_next(self, event: StoreMoved) -> None:
        """Show the newer network."""
        self.network = event.network

    @on(StoreTroubled)
    def _tell_of_trouble(self, event: StoreTroubled) -> None:
        """Say so, once."""
        if event.problem is None:
            self.notify("The store can be written again.")
        else:
            self.notify(str(event.problem), severity="warning", timeout=15)

    @on(StoreFailed)
    async def _show_damage(self, event: StoreFailed) -> None:
        """Say what is wrong with the store, and what can be done."""
        from tui.dialogs.trouble import TroubleScreen

        backup = event.backup

        def answered(restore: bool | None) -> None:
            if restore and backup is not None:
                self._restore(backup.name)

        day = day_in_words(backup.at.astimezone().date(), self.day) if backup is not None else ""
        await self.push_screen(TroubleScreen(str(event.error), event.error.exit_code, day), answered)

    @work(thread=True, group="store")
    def _restore(self, name: str) -> None:
        from tui.store import StoreError, rescue

        try:
            rescue(self.store_path, name, self.today)
        except StoreError as error:
            self.post_message(self.StoreFailed(error))
        else:
            self.call_later(self.follow_store)

    def on_app_focus(self) -> None:
        """Look at the store at once when the person comes back."""
        self._wake.set()

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
        if self._store is not None:
            self._store.close()
