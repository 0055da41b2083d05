"""A file for the person alone: new, or in the place of another only if that was asked for."""

import os
from errno import EISDIR
from pathlib import Path


def save_bytes(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write the data into a file readable by nobody else. Raises `FileExistsError`, `OSError`.

    What stands there is replaced only with `replace`, and only as a whole.
    """
    if not replace:
        _write_new(path, data)
        return
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), path)
    beside = path.with_name(f".{os.getpid()}.{path.name[:100]}")
    beside.unlink(missing_ok=True)
    _write_new(beside, data)
    try:
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _write_new(path: Path, data: bytes) -> None:
    """A file that was not there, whole or not at all."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError:
        path.unlink(missing_ok=True)
        raise
