"""One writer at a time: the lock beside the store."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import RLock
from time import monotonic, sleep

from . import disk
from .errors import DiskRefused, StoreLocked

PATIENCE = 5.0
"""Seconds a writer waits."""

_LOOK_EVERY = 0.005

_SIGNATURE = 80  # bytes; always as many, because cutting the file would take as long as a write


class Guard:
    """Keeps other processes and other threads out while one transaction or fold runs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._threads = RLock()
        self._depth = 0
        self._descriptor = -1

    @property
    def threads(self) -> RLock:
        """Held by whoever changes what this process knows of the store."""
        return self._threads

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
                        self._release()
            finally:
                self._depth -= 1

    def _acquire(self, patience: float) -> None:
        latest = monotonic() + patience
        try:
            while not self._taken():
                if monotonic() >= latest:
                    raise StoreLocked(f"Another program is writing to the store{self._holder()}; try again.")
                sleep(_LOOK_EVERY)
        except OSError as error:
            raise DiskRefused(f"The store cannot be locked for writing ({_reason(error)}).") from error

    def _taken(self) -> bool:
        """Take the lock if it is free; whether it was. Raises `OSError`.

        It is the lock a `FileLock` takes, without all else that class looks after, which took a quarter of
        the time of a write. The file is opened anew each time, so no process made meanwhile shares it.
        """
        from filelock import lock_descriptor

        descriptor = disk.open_to_lock(self._path)
        try:
            if lock_descriptor(descriptor, blocking=False) and os.fstat(descriptor).st_nlink:
                _sign(descriptor)
                self._descriptor, descriptor = descriptor, -1
                return True
            return False
        finally:
            if descriptor >= 0:
                os.close(descriptor)

    def _release(self) -> None:
        """Let the next one write; closing would be enough, were there no child with a copy."""
        from filelock import unlock_descriptor

        descriptor, self._descriptor = self._descriptor, -1
        try:
            unlock_descriptor(descriptor)
        finally:
            os.close(descriptor)

    def _holder(self) -> str:
        try:
            found = disk.read(self._path)
        except OSError:
            return ""
        words = found[0].decode(errors="replace").strip() if found else ""
        pid, _, command = words.partition(" ")
        return f" (process {pid}, {command})" if pid.isdigit() else ""


def _sign(descriptor: int) -> None:
    """Write down who holds the lock; nothing is written where the same process held it last."""
    command = os.path.basename(sys.argv[0] if sys.argv else "") or "python"  # noqa: PTH119 - quicker
    signature = f"{os.getpid()} {command}".encode(errors="replace")[:_SIGNATURE].ljust(_SIGNATURE)
    with suppress(OSError):
        if os.pread(descriptor, _SIGNATURE, 0) != signature:
            os.pwrite(descriptor, signature, 0)


def _reason(error: OSError) -> str:
    return (error.strerror or "the file system refused").lower()
