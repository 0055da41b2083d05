"""One writer at a time: the lock beside the store."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from . import disk
from .errors import DiskRefused, StoreLocked

if TYPE_CHECKING:
    from filelock import BaseFileLock

PATIENCE = 5.0
"""Seconds a writer waits."""

_SIGNATURE = 80  # bytes; always as many, because cutting the file would take as long as a write


class Guard:
    """Keeps other processes and other threads out while one transaction or fold runs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = RLock()
        self._depth = 0
        self._made: BaseFileLock | None = None

    @property
    def threads(self) -> RLock:
        """Held by whoever changes what this process knows of the store."""
        return self._threads

    @property
    def _lock(self) -> "BaseFileLock":
        """The one lock of this store and process, made when first needed: reading takes none."""
        if self._made is None:
            from filelock import FileLock

            self._made = FileLock(
                self._path,
                mode=0o600,
                poll_interval=0.005,
                fallback_to_soft=False,
                thread_local=False,
                on_acquired=_sign,
            )
        return self._made

    @contextmanager
    def held(self, patience: float = PATIENCE) -> Iterator[None]:
        """The only writer, for the length of the block.

        Raises `StoreLocked` naming the holder after `patience` seconds, `DiskRefused` where nothing locks.
        """
        with self._threads:
            self._depth += 1
            try:
                if self._depth == 1:
                    self._acquire(patience)
                try:
                    yield
                finally:
                    if self._depth == 1:
                        self._lock.release()
            finally:
                self._depth -= 1

    def _acquire(self, patience: float) -> None:
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=patience)
        except Timeout as error:
            raise StoreLocked(
                f"Another program is writing to the store{self._holder()}; try again."
            ) from error
        except OSError as error:
            raise DiskRefused(f"The store cannot be locked for writing ({_reason(error)}).") from error

    def _holder(self) -> str:
        try:
            found = disk.read(self._path)
        except OSError:
            return ""
        words = found[0].decode(errors="replace").strip() if found else ""
        pid, _, command = words.partition(" ")
        return f" (process {pid}, {command})" if pid.isdigit() else ""


def _sign(descriptor: int) -> None:
    command = Path(sys.argv[0]).name if sys.argv and sys.argv[0] else "python"
    signature = f"{os.getpid()} {command}".encode(errors="replace")[:_SIGNATURE]
    signature = signature.ljust(_SIGNATURE)
    with suppress(OSError):
        if os.pread(descriptor, _SIGNATURE, 0) != signature:
            os.pwrite(descriptor, signature, 0)


def _reason(error: OSError) -> str:
    return (error.strerror or "the file system refused").lower()
