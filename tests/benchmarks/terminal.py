"""A program on a pseudo-terminal, watched byte by byte."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from contextlib import suppress
from pathlib import Path

PATIENCE = 30.0


class Program:
    """One running program. Times are seconds of the monotonic clock."""

    def __init__(self, arguments: list[str], folder: Path, width: int = 80, height: int = 24) -> None:
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
            "TERM": "xterm-256color",
            "XDG_CONFIG_HOME": str(folder),
            "XDG_DATA_HOME": str(folder),
        }
        self.began = time.perf_counter()
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            os.execve(arguments[0], arguments, environment)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))
        self.seen = b""

    def until(self, *wanted: bytes) -> float:
        """When the last of these bytes had come. Raises `TimeoutError`."""
        end = time.perf_counter() + PATIENCE
        while not all(one in self.seen for one in wanted):
            if time.perf_counter() > end:
                raise TimeoutError(f"never came: {wanted!r} in {self.seen[-2000:]!r}")
            self._read(0.1)
        return time.perf_counter()

    def drain(self, seconds: float) -> int:
        """Read for a while; how many bytes came."""
        end = time.perf_counter() + seconds
        before = len(self.seen)
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        return len(self.seen) - before

    def settle(self, quiet: float = 0.08) -> None:
        """Read until nothing comes for a while, and forget it."""
        while self._read(quiet):
            pass
        self.forget()

    def forget(self) -> None:
        """Look only at what comes from now on."""
        self.seen = b""

    def send(self, keys: str) -> float:
        """Press keys; when."""
        now = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return now

    def cpu(self) -> float:
        """Seconds of processor time used so far."""
        return self._schedule(0)

    def waited(self) -> float:
        """Seconds in which it could have run and no core was free."""
        return self._schedule(1)

    def written(self) -> int:
        """Bytes it has written to files that reach a disk."""
        lines = Path(f"/proc/{self.pid}/io").read_text(encoding="ascii").splitlines()
        return int(dict(line.split(": ") for line in lines)["write_bytes"])

    def memory(self) -> int:
        """Bytes of memory it occupies."""
        for line in Path(f"/proc/{self.pid}/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmRSS:"):
                return int(line.split()[1]) * 1024
        return 0

    def ended(self) -> float:
        """When it has left by itself."""
        with suppress(OSError):  # the terminal is closed
            while True:
                self._read(PATIENCE)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)
        return time.perf_counter()

    def end(self) -> None:
        """Stop it at once."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)

    def _read(self, seconds: float) -> bool:
        """Take in what comes within this time; whether anything did."""
        if not select.select([self._terminal], [], [], seconds)[0]:
            return False
        self.seen += os.read(self._terminal, 65536)
        return True

    def _schedule(self, column: int) -> float:
        """The sum of a column of what the kernel counts for each thread, in seconds; 0 where it does not."""
        total = 0
        for thread in Path(f"/proc/{self.pid}/task").glob("*/schedstat"):
            with suppress(OSError):
                total += int(thread.read_text(encoding="ascii").split()[column])
        return total / 1e9
