"""How the store is: where it is, what is in it, who may read it, and whether anything is wrong."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .context import Session, pass_session
from .ending import DISK

if TYPE_CHECKING:
    from tui.store.places import Places


@click.command(
    help="Say what there is of the store and how it is. The exit code is 0 where all is well, otherwise that"
    " of what is wrong, as any other command would give it."
)
@pass_session
def doctor(session: Session) -> None:
    """Look at everything and say what was seen."""
    from tui.store import StoreError
    from tui.store.places import Places

    places = Places.of(session.store_path)
    session.say(f"store      {places.snapshot}")
    for what, path in (
        ("folder", places.home),
        ("snapshot", places.snapshot),
        ("journal", places.journal),
        ("lock", places.lock),
        ("history", places.history),
        ("backups", places.backups),
        ("drafts", places.drafts),
    ):
        session.say(f"{what:<9}  {_seen(path)}")
    try:
        store = session.store
    except StoreError as error:
        session.fail(str(error), error.exit_code)
    network = store.network
    counts = (f"{len(shelf)} {table}" for table, shelf in network.shelves.items() if shelf)
    session.say(f"seq        {network.seq}")
    session.say(f"records    {', '.join(counts) or 'none yet'}")
    closed = _closed(places)
    session.say("saving     not possible" if store.problem or closed else "saving     possible")
    if closed and not store.problem:
        session.fail(closed, DISK)


def _closed(places: "Places") -> str:
    """The sentence that says what may not be written; empty where all may be."""
    for path in (places.home, places.journal, places.snapshot, places.folder):
        if path.exists() and not os.access(path, os.W_OK):
            return f"{path} may not be written to; nothing can be saved."
    return ""


def _seen(path: Path) -> str:
    """What is there, how big, and who may read or write it."""
    try:
        found = path.stat()
        if path.is_dir():
            files = [inside for inside in path.iterdir() if inside.is_file()]
            size = sum(inside.stat().st_size for inside in files)
            seen = f"{len(files)} files, {size:,} bytes"
        elif path.is_file():
            seen = f"{found.st_size:,} bytes"
        else:
            return "neither a file nor a folder"
    except FileNotFoundError:
        return "not there"
    except OSError as error:
        return (error.strerror or "cannot be looked at").lower()
    return f"{seen}, {', '.join(_allowed(found.st_mode))}"


def _allowed(mode: int) -> Iterator[str]:
    yield f"mode {stat.S_IMODE(mode):04o}"
    if mode & (stat.S_IRGRP | stat.S_IROTH):
        yield "others may read"
    if mode & (stat.S_IWGRP | stat.S_IWOTH):
        yield "others may write"
