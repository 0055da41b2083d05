"""Reading address books, seeing what they would change, and taking them in, while the screen goes on."""

import asyncio
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from textual.message import Message

from tui.page import House

from .forms import AnyApp, network_of

if TYPE_CHECKING:
    from tui.domain.bringing.preview import Preview
    from tui.domain.records.contact import Found
    from tui.store import Store, Transaction

Tell = Callable[[Message], object]
"""Takes the news of what is being done; called from threads, so it may only post it."""


class Told(Message):
    """What is being done, how much of it, and of how much."""

    def __init__(self, doing: str, done: int, whole: int) -> None:
        super().__init__()
        self.line = f"{doing}: {done} of {whole}" if whole > 1 else f"{doing} …"

    def can_replace(self, message: Message) -> bool:
        """Only the newest one counts."""
        return isinstance(message, Told)


class Keeping(House, Protocol):
    """What an import needs of the app beside what pages need."""

    async def store_there(self) -> "Store":
        """The store, as soon as it is open."""


async def looked_at(
    app: AnyApp, paths: Sequence[Path], columns: Mapping[str, str], tell: Tell
) -> "tuple[Found, Preview]":
    """What is in the files, and what would come of it. Raises `NotRead`."""
    from tui.domain.bringing.importing import planned
    from tui.domain.bringing.preview import Preview
    from tui.interchange.address_book import read_books

    network, today = network_of(app), cast("House", app).day

    def look() -> "tuple[Found, Preview]":
        found = read_books(
            paths, today, columns, lambda done, whole: tell(Told("Reading files", done, whole))
        )
        rows = planned(
            found.contacts, network, tell=lambda done, whole: tell(Told("Comparing people", done, whole))
        )
        return found, Preview(found.contacts, network, rows)

    return await asyncio.to_thread(look)


async def taken(app: AnyApp, preview: "Preview", tell: Tell) -> bool:
    """Take in what was decided, in one transaction after a backup; whether that is done."""
    from tui.domain.bringing.taking import take_in
    from tui.store import StoreError

    house = cast("Keeping", app)
    wanted = preview.decided()

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
