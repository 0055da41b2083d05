"""A file for the person alone: new, or in the place of another only if that was asked for."""

import os
from pathlib import Path


def save_bytes(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Write the data into a file readable by nobody else. Raises `FileExistsError`, `OSError`.

    What stands there is replaced only with `replace`, and only as a whole.
    """
    if not replace:
        with os.fdopen(
            os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600), "wb"
        ) as file:
            file.write(data)
        return
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        save_bytes(beside, data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
