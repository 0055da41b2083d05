"""The first steps of the README, done as they are written, by somebody who has nothing yet."""

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.store import Store

from .terminal import Terminal

ROOT = Path(__file__).parents[2]
KEYS = {"enter": "\r", "tab": "\t", "esc": "\x1b", "ctrl+o": "\x0f", "ctrl+r": "\x12"}
READY = "ready, last ended with "
BETWEEN = re.compile(r"`([^`]+)`")
QUOTED = re.compile(r'"([^"]+)"')


def first_steps() -> list[str]:
    """The lines of that part of the README."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return text.partition("## First steps\n")[2].partition("\n## ")[0].splitlines()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with nothing in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A checkout in which `make run` has set up `.venv/` already, for nothing is fetched here."""
    folder = tmp_path / "allies"
    commands = folder / ".venv" / "bin"
    commands.mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, folder / name)
    (commands / "python").symlink_to(sys.executable)
    command = commands / "allies"
    command.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m tui "$@"\n')
    command.chmod(0o700)
    (folder / ".venv" / ".run").touch()
    return folder


@pytest.fixture
def terminal(home: Path, clone: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """A shell in that checkout."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "ALLIES_STORE", "ALLIES_TODAY", "ENV", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    opened = Terminal(["/bin/sh"], {"HOME": str(home), "PS1": f"{READY}$?\n"}, clone)
    yield opened
    opened.program.close(force=True)


class Shell:
    """A shell that says when it is ready for the next command."""

    def __init__(self, terminal: Terminal) -> None:
        self.terminal = terminal
        self._given = 0
        self.is_done()

    def gives(self, command: str) -> None:
        """Give it a command."""
        self._given += 1
        self.terminal.press(f"clear; echo {self._step}; {command}\r")

    def shows_it(self) -> None:
        """Wait until the command is begun."""
        self.terminal.sees(self._step)

    def is_done(self) -> None:
        """Wait until it is done, without an error: it is ready again, below where the command began."""

        def ready() -> bool:
            text = self.terminal.text
            return text.rfind(f"{READY}0") > text.rfind(self._step)

        self.terminal.until(ready)

    @property
    def _step(self) -> str:
        return f"step {self._given}"


def test_they_lead_from_a_fresh_clone_to_a_note_that_is_accepted(terminal: Terminal, home: Path) -> None:
    shell = Shell(terminal)
    for line in first_steps():
        if line == "    make run":
            shell.gives("make run")
            terminal.sees("Nobody reaches a goal alone.")
        elif line.startswith("    "):
            shell.is_done()
            shell.gives(line.strip())
            shell.shows_it()
        elif line.startswith("| ") and "`" in line:
            _, pressed, seen, _ = line.split("|")
            for key in BETWEEN.findall(pressed):
                if len(named := KEYS.get(key, key)) == 1:
                    terminal.press_and_see(named)
                else:
                    terminal.press(key)
                    terminal.sees(key)
            terminal.sees(*QUOTED.findall(seen))
    shell.is_done()
    kept = Store(home / ".local" / "share" / "allies" / "network.json")
    (note,) = kept.network.feedback.values()
    kept.close()
    assert (note.text, note.verdict, note.next_step) == ("you skip rest days", "accept", "rest on Mondays")
