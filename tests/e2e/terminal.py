"""A real terminal with a program in it."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import pexpect
import pyte

WIDTH, HEIGHT = 80, 24
PATIENCE = 60.0


class Terminal:
    """A terminal with a program in it: press keys, look at the screen, wait for what should come."""

    def __init__(
        self, command: Sequence[str], environment: dict[str, str], folder: Path | None = None
    ) -> None:
        self._emulator = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.ByteStream(self._emulator)
        self.written = b""
        self.program = pexpect.spawn(
            command[0],
            list(command[1:]),
            cwd=folder,
            env={**os.environ, "TERM": "xterm-256color", **environment},
            dimensions=(HEIGHT, WIDTH),
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        """The screen, with what came since the last look."""
        with suppress(pexpect.TIMEOUT, pexpect.EOF):
            came = self.program.read_nonblocking(65536, timeout=0.05)
            self.written += came
            self._stream.feed(came)
        return "\n".join(self._emulator.display)

    @property
    def look(self) -> list[object]:
        """The screen with its colours, but for the cursor, which may blink."""
        return [self.text, *((cell.fg, cell.bg, cell.bold) for cell in self._cells())]

    def _cells(self) -> Iterator[Any]:
        """Every cell that was written to; they are the emulator's own."""
        for line in self._emulator.buffer.values():
            yield from line.values()

    def until(self, condition: Callable[[], object]) -> None:
        """Wait until something is so; show the screen if it does not come."""
        end = time.monotonic() + PATIENCE
        while not condition():
            assert time.monotonic() < end, "\n".join(
                ["It did not come to be. On the screen:", *self._emulator.display]
            )

    def sees(self, *texts: str) -> None:
        """Wait until all of these are on the screen."""
        self.until(lambda: all(text in self.text for text in texts))

    def press(self, keys: str) -> None:
        """Send keys as a terminal does."""
        self.program.send(keys)

    def press_and_see(self, key: str) -> None:
        """Press a key, and wait until the screen looks different."""
        before = self.look
        self.press(key)
        self.until(lambda: self.look != before)

    def ends_with(self) -> int:
        """Wait for the program's end; its exit code."""
        self.program.expect(pexpect.EOF)
        self.program.close()
        assert self.program.exitstatus is not None, self.program.signalstatus
        return int(self.program.exitstatus)


def on_a_store(store: Path, environment: dict[str, str]) -> Terminal:
    """A terminal with the dashboard in it."""
    command = (sys.executable, "-m", "tui", "--store", str(store), "--today", "2026-03-18")
    return Terminal(command, environment)
