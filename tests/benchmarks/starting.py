"""How long the dashboard takes to start and to leave, next to a Textual app of one widget."""

import re
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from .pairs import Taken, paired
from .sample import TODAY, made
from .table import ROUNDS, Row
from .terminal import Program

ONE_WIDGET = """
from textual.app import App
from textual.widgets import Static
class One(App):
    BINDINGS = [("2", "say", "Say"), ("q", "quit", "Quit")]
    def compose(self):
        yield Static("ALLIES", id="one")
    def action_say(self):
        self.query_one("#one", Static).update("answered")
One().run()
"""
EACH = 5
PAINTED = b"ALLIES"
OTHER_PAGE = b"2 Goals\x1b"  # bold, so a colour ends with it
DATA = b"TO SORT"
ON_THE_SECOND_ROW = re.compile("▌".encode() + rb"\x1b\[0m\x1b\[[0-9;]*mb ")


def rows(folder: Path) -> Iterator[Row]:
    """To the first page, to an answered key, to the network's own data; and out again."""
    one = folder / "one.py"
    one.write_text(ONE_WIDGET, encoding="utf-8")
    plain = [sys.executable, str(one)]
    usual = _dashboard(made(folder, 150, 200, 500))
    heavy = _dashboard(made(folder, 800, 200, 6000))

    def start(arguments: list[str], *steps: str | bytes) -> Callable[[], Taken]:
        return partial(_start, arguments, folder, steps)

    answered = start(plain, PAINTED, "2", b"answered")
    yield _row("first page painted", 1.15, start(usual, PAINTED), start(plain, PAINTED))
    yield _row("painted, and a digit answered", 1.15, start(usual, PAINTED, "2", OTHER_PAGE), answered)
    yield _row("page with its data, 150 people, 700 records", 1.8, start(usual, DATA), answered)
    yield _row("page with its data, 800 people, 7,000 records", 1.8, start(heavy, DATA), answered)
    leave = partial(_leave, heavy, folder, DATA)
    yield _row("leave: from q to the shell", None, leave, partial(_leave, plain, folder, PAINTED))
    yield Row(
        "a key pressed before the data is kept", [_kept(usual, folder) for _ in range(ROUNDS)], 0, "lost"
    )


def _dashboard(store: Path) -> list[str]:
    return [sys.executable, "-m", "tui", "--store", str(store), "--today", TODAY]


def _row(what: str, bound: float | None, ours: Callable[[], Taken], theirs: Callable[[], Taken]) -> Row:
    rounds = [paired(ours, theirs, EACH) for _ in range(ROUNDS)]
    ratios = [
        statistics.median(one / other for one, other in zip(pairs.ours, pairs.theirs, strict=True))
        for pairs in rounds
    ]
    name = what if what.startswith("leave") else f"start: {what}"
    return Row(name, ratios, bound, "x", sum(pairs.left_out for pairs in rounds))


def _start(arguments: list[str], folder: Path, steps: Sequence[str | bytes]) -> Taken:
    """From the start to the last of the steps: bytes are waited for, keys are pressed."""
    program = Program(arguments, folder)
    try:
        for step in steps:
            if isinstance(step, str):
                program.send(step)
            else:
                ended = program.until(step)
        return ended - program.began, program.waited()
    finally:
        program.end()


def _leave(arguments: list[str], folder: Path, painted: bytes) -> Taken:
    """From `q` to the end of the process, once it is at rest."""
    program = Program(arguments, folder)
    program.until(painted)
    program.drain(1.0)
    waited = program.waited()
    began = program.send("q")
    return program.ended() - began, program.waited() - waited


def _kept(arguments: list[str], folder: Path) -> float:
    """How many of one key, pressed as soon as the page is painted, are lost."""
    program = Program(arguments, folder)
    try:
        program.until(PAINTED)
        program.send("j")
        program.until(DATA)
        program.drain(0.5)
        return 0.0 if ON_THE_SECOND_ROW.search(program.seen) else 1.0
    finally:
        program.end()
