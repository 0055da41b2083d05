"""Things to tell the person once, after opening a store."""

import fnmatch
import glob
import os
import stat
from collections.abc import Iterator
from pathlib import Path

from . import disk, history
from .places import Places

_COPIES = (
    "{stem}.sync-conflict-*",
    "{stem}*conflicted copy*",
    "{stem} (*case conflict*)*",
    "{stem}_conflict-*",
)


def notices(places: Places) -> Iterator[str]:
    """One sentence for each thing about the store's surroundings the person should know."""
    if (who := _others(places.home, stat.S_IWGRP, stat.S_IWOTH)) is not None:
        yield f"{who} may write to the folder {places.home}, and so replace your store."
    if (who := _others(places.snapshot, stat.S_IRGRP, stat.S_IROTH)) is not None:
        yield f"{who} may read {places.snapshot.name}; `chmod 600` keeps it yours alone."
    for name in [*_copies(places), *history.strangers(places.history)]:
        yield f"{name} looks like a copy a sync tool made; nothing was read from it."


def _others(path: Path, group: int, everybody: int) -> str | None:
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - beside the flags it is compared with
    except OSError:
        return None
    if mode & stat.S_ISVTX:  # in such a folder nobody can replace a file of somebody else
        return None
    if mode & everybody:
        return "Everybody on this computer"
    return "Members of its group" if mode & group else None


def _copies(places: Places) -> list[str]:
    patterns = [pattern.format(stem=glob.escape(places.snapshot.stem.lower())) for pattern in _COPIES]
    return [
        name
        for name in disk.names(places.home)
        if any(fnmatch.fnmatchcase(name.lower(), pattern) for pattern in patterns)
    ]
