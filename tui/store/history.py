"""The history: every folded transaction, in files that only grow."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from . import disk
from .codec import NotValid, body_of
from .entry import Entry

_NAME = re.compile(r"[0-9]{12}\.jsonl")

FULL = 1_000_000
"""Bytes after which a new file is begun."""


def append(folder: Path, entries: Sequence[Entry]) -> None:
    """Keep entries for good. Repeating it after an interruption adds nothing twice."""
    if not entries:
        return
    disk.make_folder(folder.parent)
    disk.make_folder(folder)
    file = _newest(folder)
    kept, good, size = _tail(file) if file is not None else (-1, 0, 0)
    if file is not None and good < size:
        disk.cut_back(file, good)
    data = b"".join(entry.line() for entry in entries if entry.seq > kept)
    if not data:
        return
    if file is None or good >= FULL:
        file = folder / f"{next(entry.seq for entry in entries if entry.seq > kept):012}.jsonl"
        descriptor = disk.create(file)
    else:
        descriptor = disk.open_to_append(file)
    try:
        disk.write(descriptor, data)
        disk.sync(descriptor)
    finally:
        disk.close(descriptor)
    disk.sync_folder(folder)


def last_seq(folder: Path) -> int | None:
    """The number of the newest transaction kept, or None where there is none."""
    file = _newest(folder)
    if file is None:
        return None
    kept, _, _ = _tail(file)
    return None if kept < 0 else kept


def backwards(folder: Path) -> Iterator[Entry]:
    """All entries, the newest first, decoded as they are asked for. Bad lines are passed over."""
    for name in reversed(_files(folder)):
        found = disk.read(folder / name)
        for line in reversed(found[0].split(b"\n") if found else []):
            body = body_of(line)
            if body is not None:
                try:
                    yield Entry.parse(body)
                except NotValid:
                    continue


def strangers(folder: Path) -> list[str]:
    """Names in the history's folder that the store did not give."""
    return [name for name in disk.names(folder) if not _NAME.fullmatch(name)]


def _files(folder: Path) -> list[str]:
    return [name for name in disk.names(folder) if _NAME.fullmatch(name)]


def _newest(folder: Path) -> Path | None:
    files = _files(folder)
    return folder / files[-1] if files else None


def _tail(file: Path) -> tuple[int, int, int]:
    """The last number kept in a file (-1: none), how many of its bytes are good, and its size."""
    found = disk.read(file)
    raw = found[0] if found else b""
    end = raw.rfind(b"\n") + 1
    while end:
        start = raw.rfind(b"\n", 0, end - 1) + 1
        body = body_of(raw[start : end - 1])
        if body is not None:
            return Entry.parse(body).seq, end, len(raw)
        end = start
    return -1, 0, len(raw)
