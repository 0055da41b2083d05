"""Reading address books, seeing what they would change, and taking them in, while the screen goes on."""

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Protocol, cast

from textual.message import Message

from tui.domain.language.text import clean_line
from tui.page import House

from .forms import AnyApp, network_of

if TYPE_CHECKING:
    from tui.domain.bringing.preview import Preview
    from tui.domain.bringing.taking import Import
    from tui.domain.records.contact import Found
    from tui.store import Store, Transaction

Tell = Callable[[Message], object]
"""Takes the news of what is being done; called from threads, so it may only post it."""


class Told(Message):
    """What is being done, how much of it, and of how much."""

    def __init__(self, doing: str, done: int, whole: int) -> None:
        super().__init__()
        self.line = clean_line(f"{doing}: {done} of {whole}" if whole > 1 else f"{doing} …")

    def can_replace(self, message: Message) -> bool:
        """Only the newest one counts."""
        return isinstance(message, Told)


class Keeping(House, Protocol):
    """What an import needs of the app beside what pages need."""

    async def store_there(self) -> "Store":
        """The store, as soon as it is open."""

    def hold_keys(self) -> None:
        """Hold back what is typed until what comes next is there."""

    def let_keys_go(self) -> None:
        """Send what was held back to what has the focus now."""


def keeping(app: AnyApp) -> Keeping:
    """The app, as far as an import knows it."""
    return cast("Keeping", app)


class _Stopped(Exception):
    """The person has left; nobody waits for what is being done."""


async def looked_at(
    app: AnyApp, path: Path, columns: Mapping[str, str], tell: Tell
) -> "tuple[Found, Preview]":
    """What is in a file, and what would come of it. Raises `NotRead`."""
    from tui.domain.bringing.importing import planned
    from tui.domain.bringing.preview import Preview
    from tui.interchange.address_book import read_books

    network, today = network_of(app), keeping(app).day
    stopped = Event()

    def telling(doing: str) -> Callable[[int, int], None]:
        def told(done: int, whole: int) -> None:
            if stopped.is_set():
                raise _Stopped
            tell(Told(doing, done, whole))

        return told

    def look() -> "tuple[Found, Preview]":
        found = read_books([path], today, columns, telling(f"Reading {path.name}"))
        rows = planned(found.contacts, network, tell=telling("Comparing people"))
        return found, Preview(found.contacts, network, rows)

    try:
        return await asyncio.to_thread(look)
    except asyncio.CancelledError:
        stopped.set()
        raise


async def taken(app: AnyApp, wanted: "Import", tell: Tell) -> bool:
    """Take in what was decided, in one transaction after a backup; whether that is done."""
    from tui.domain.bringing.taking import take_in
    from tui.store import StoreError

    house = keeping(app)

    def put(transaction: "Transaction") -> None:
        take_in(transaction, wanted, lambda done, whole: tell(Told("Saving", done, whole)))

    store = await house.store_there()
    if not store.network.empty:
        tell(Told("Keeping a backup", 0, 1))
        try:
            await asyncio.to_thread(store.backup)
        except StoreError as error:
            house.notify(str(error), severity="error")
            return False
    return await house.transact(wanted.label, put)
