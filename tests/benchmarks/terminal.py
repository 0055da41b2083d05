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
            if select.select([self._terminal], [], [], 0.1)[0]:
                self.seen += os.read(self._terminal, 65536)
        return time.perf_counter()

    def drain(self, seconds: float) -> int:
        """Read for a while; how many bytes came."""
        end = time.perf_counter() + seconds
        before = len(self.seen)
        while (left := end - time.perf_counter()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                self.seen += os.read(self._terminal, 65536)
        return len(self.seen) - before

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
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

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

    def end(self) -> None:
        """Stop it at once."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._terminal)
