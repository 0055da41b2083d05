"""Every file call the store makes, each a function of its own.

The suite sets `before` to see a call coming and to fail or kill it. Files are created for their owner
alone, and nothing is read or written through a link.
"""

import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from pathlib import Path
from typing import NamedTuple, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

before: Callable[[str, tuple[object, ...]], None] | None = None
"""Told the name and the arguments of every call before it is made."""

_FILE_MODE = 0o600
_FOLDER_MODE = 0o700
_SAFE = os.O_NOFOLLOW | os.O_CLOEXEC


class NotAFile(OSError):
    """A folder, pipe, device or link stands where a file should be."""


class Mark(NamedTuple):
    """What tells one state of a file from another without reading it."""

    inode: int
    size: int
    changed: int


def _call(function: Callable[P, T]) -> Callable[P, T]:
    name = function.__name__

    @wraps(function)
    def announced(*args: P.args, **kwargs: P.kwargs) -> T:
        if before is not None:
            before(name, args)
        return function(*args, **kwargs)

    return announced


def mark(path: Path) -> Mark | None:
    """The mark of a file, or None where there is none. Not announced: it changes and promises nothing."""
    try:
        found = os.stat(path, follow_symlinks=False)  # noqa: PTH116 - ten times a second
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Mark(found.st_ino, found.st_size, found.st_mtime_ns)


@_call
def read(path: Path, offset: int = 0) -> tuple[bytes, Mark] | None:
    """The bytes of a file from `offset` on with its mark when opened; None where there is no file.

    Raises `NotAFile` for anything but a regular file, without waiting on a pipe.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | _SAFE)
    except FileNotFoundError:
        return None
    except OSError as error:
        if path.is_symlink():
            raise NotAFile(errno.ELOOP, "a link stands in the place of a file", str(path)) from error
        raise
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode):
        os.close(descriptor)
        raise NotAFile(errno.EINVAL, "it is not a file", str(path))
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        if offset:
            file.seek(offset)
        return file.readall(), Mark(found.st_ino, found.st_size, found.st_mtime_ns)


@_call
def create(path: Path) -> int:
    """A descriptor of a new file of that name; there must be none yet."""
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFE, _FILE_MODE)


@_call
def open_to_append(path: Path) -> int:
    """A descriptor that writes at the end of an existing file."""
    return os.open(path, os.O_RDWR | os.O_APPEND | _SAFE)


def open_to_lock(path: Path) -> int:
    """A descriptor of a file that is only ever locked, made where it is missing. It holds nothing kept."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_NONBLOCK | _SAFE, _FILE_MODE)


@_call
def write(descriptor: int, data: bytes) -> None:
    """Write all of `data`."""
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


@_call
def make_durable(descriptor: int) -> None:
    """Return once the data and the size of the file are on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fdatasync(descriptor)


@_call
def sync(descriptor: int) -> None:
    """Return once the file with all that is known of it is on the disk itself."""
    if sys.platform == "darwin":
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


@_call
def cut(descriptor: int, size: int) -> None:
    """Cut a file back to `size` bytes."""
    os.ftruncate(descriptor, size)


@_call
def close(descriptor: int) -> None:
    os.close(descriptor)


@_call
def rename(source: Path, target: Path) -> None:
    """Give a file its name, replacing what had it, in one step."""
    source.replace(target)


@_call
def link(source: Path, target: Path) -> None:
    """A second name for the same file."""
    os.link(source, target, follow_symlinks=False)


@_call
def remove(path: Path) -> None:
    path.unlink(missing_ok=True)


@_call
def make_folder(path: Path) -> None:
    """Make a folder for its owner alone, unless it is there. The folder above it must be.

    Raises `NotAFile` for a link.
    """
    path.mkdir(mode=_FOLDER_MODE, exist_ok=True)
    if path.is_symlink():
        raise NotAFile(errno.ENOTDIR, "a link stands in the place of a folder", str(path))


@_call
def sync_folder(path: Path) -> None:
    """Return once the names in a folder are on the disk itself."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@_call
def names(folder: Path) -> list[str]:
    """The sorted names in a folder; none where there is no folder."""
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except (FileNotFoundError, NotADirectoryError):
        return []


def write_whole(path: Path, data: bytes) -> Mark:
    """Put a whole file in place: temporary file, sync, rename, sync of the folder. Gives its mark."""
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
    descriptor = create(temporary)
    try:
        try:
            write(descriptor, data)
            sync(descriptor)
            found = os.fstat(descriptor)
        finally:
            close(descriptor)
        rename(temporary, path)
    except OSError:
        with suppress(OSError):
            remove(temporary)
        raise
    sync_folder(path.parent)
    return Mark(found.st_ino, found.st_size, found.st_mtime_ns)


def cut_back(path: Path, size: int) -> None:
    """Cut a file back to its first bytes, durably. Raises `OSError`."""
    descriptor = open_to_append(path)
    try:
        cut(descriptor, size)
        sync(descriptor)
    finally:
        close(descriptor)


TEMPORARY = ".tmp"
"""How the names of files end that were not finished."""

_UNFINISHED = re.compile(r"(.+)\.[0-9a-f]{8}" + re.escape(TEMPORARY))


def sweep(folder: Path, *wanted: str) -> None:
    """Remove what an interrupted `write_whole` of files of these names left; without names, of any."""
    for name in names(folder):
        found = _UNFINISHED.fullmatch(name)
        if found and (not wanted or found[1] in wanted):
            remove(folder / name)
