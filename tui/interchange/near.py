"""Address books near at hand: where browsers and programs put what they export."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_FOLDERS = ("Downloads", "Desktop", "Documents", "")
_SURE = (".vcf", ".vcard", ".csv")
_MOST = 9


class Near(NamedTuple):
    """A file that may be an address book: where it is, how large, and when it was written."""

    path: Path
    size: int
    at: float


def near_at_hand(folders: Iterable[Path]) -> Sequence[Near]:
    """The files in these folders that look like address books, the newest first."""
    found = {near.path: near for folder in folders for near in _inside(folder)}
    return sorted(found.values(), key=lambda near: -near.at)[:_MOST]


def usual_folders(home: Path, here: Path) -> list[Path]:
    """Where exports usually are."""
    return [here, *(home / name for name in _FOLDERS)]


def meant(typed: str, home: Path) -> Path:
    """The path that was typed, pasted or dropped: with `~`, in quotes, with escaped spaces, or as file://.

    >>> meant("'~/my contacts.vcf'", Path("/home/jo"))
    PosixPath('/home/jo/my contacts.vcf')
    """
    text = typed.strip()
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"":
        text = text[1:-1]
    elif text.startswith("file://"):
        from urllib.parse import unquote

        text = unquote(text.removeprefix("file://"))
    elif not os.path.exists(text):  # noqa: PTH110 - also where it cannot be a path at all
        text = text.replace("\\ ", " ")
    text = text.replace("\0", "")
    if text == "~" or text.startswith("~/"):
        return home / text[2:]
    return Path(text)


def _inside(folder: Path) -> Iterator[Near]:
    try:
        files = list(folder.iterdir())
    except OSError:
        return
    for file in files:
        if file.suffix.lower() not in _SURE or file.name.startswith("."):
            continue
        try:
            found = file.stat()
        except OSError:
            continue
        if file.is_file() and found.st_size:
            yield Near(file, found.st_size, found.st_mtime)
