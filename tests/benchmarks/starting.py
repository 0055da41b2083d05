"""How long the dashboard takes to start, next to a Textual app of one widget."""

import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

from .sample import make
from .table import ROUNDS, Row
from .terminal import Program

ONE_WIDGET = """
from textual.app import App
from textual.widgets import Static
class One(App):
    BINDINGS = [("question_mark", "say", "Say")]
    def compose(self):
        yield Static("ALLIES", id="one")
    def action_say(self):
        self.query_one("#one", Static).update("answered")
One().run()
"""
EACH = 5


def rows(folder: Path) -> Iterator[Row]:
    """Start to the first page, to an answered key, and to the network's own data."""
    one = folder / "one.py"
    one.write_text(ONE_WIDGET, encoding="utf-8")
    plain = [sys.executable, str(one)]
    empty = [sys.executable, "-m", "tui", "--store", str(folder / "empty.json")]
    heavy_store = make(folder / "heavy.json", 800, 200, 6000)
    heavy = [sys.executable, "-m", "tui", "--store", str(heavy_store), "--today", "2026-03-18"]
    painted, answered, shown = [], [], []
    for _ in range(ROUNDS):
        samples = [(_start(plain, folder, b"answered"), _start(empty, folder, b"Close")) for _ in range(EACH)]
        painted.append(_ratio([(ours[0], theirs[0]) for theirs, ours in samples]))
        answered.append(_ratio([(ours[1], theirs[1]) for theirs, ours in samples]))
        data = [(_data(heavy, folder), _start(plain, folder, b"answered")[1]) for _ in range(EACH)]
        shown.append(_ratio(data))
    yield Row("start: first page painted", painted, 1.15)
    yield Row("start: first page painted and a key answered", answered, 1.15)
    yield Row("start: page with its data, 800 people, 7,000 records", shown, 1.8)


def _start(arguments: list[str], folder: Path, answer: bytes) -> tuple[float, float]:
    """Seconds to the first paint, and to the answer of a key pressed then."""
    program = Program(arguments, folder)
    try:
        painted = program.until(b"ALLIES") - program.began
        program.send("?")
        return painted, program.until(answer) - program.began
    finally:
        program.end()


def _data(arguments: list[str], folder: Path) -> float:
    """Seconds until the first page shows what is in the store."""
    program = Program(arguments, folder)
    try:
        return program.until(b"10 km in June") - program.began
    finally:
        program.end()


def _ratio(pairs: list[tuple[float, float]]) -> float:
    return statistics.median(ours / theirs for ours, theirs in pairs)
