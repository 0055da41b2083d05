"""How soon a key is on the screen, in a list and in a filter, next to a Textual Input."""

import statistics
import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from .pairs import Taken, paired, percentile
from .sample import NOTES, PEOPLE, TODAY, large
from .table import ROUNDS, Row
from .terminal import Program

ONE_INPUT = """
from textual.app import App
from textual.widgets import Input
class One(App):
    def compose(self):
        field = Input(placeholder="READY")
        field.cursor_blink = False
        yield field
One().run()
"""
FRAME = 1000 / 60
KEYS = 80
DOWN_A_PAGE = "\x1b[6~"
WALK = [*"jjjjjjjjj", DOWN_A_PAGE, *"jjjjkkkk", "G", "k", "k", "g"]
WORDS = ("mara 012", "jurgen 7", "zoe", "4711", "uphill 77", "sunday 9", "rest days 123", "zzz")
ENTER, ESCAPE, CLEAR = "\r", "\x1b", "\x15"


def rows(folder: Path) -> Iterator[Row]:
    """A row for the middle and one for the slowest of a hundred, in each list and filter."""
    one = folder / "input.py"
    one.write_text(ONE_INPUT, encoding="utf-8")
    field = Program([sys.executable, str(one)], folder)
    field.until(b"EADY")  # the R is under the cursor
    store = large(folder)
    program = Program([sys.executable, "-m", "tui", "--store", str(store), "--today", TODAY], folder)
    program.until(b"more")
    program.drain(5.0)
    people, notes = f" of {PEOPLE}".encode(), f" of {NOTES}".encode()
    for page, count, all_of_it in (("3", f"{PEOPLE:,} people", people), ("7", f"{NOTES:,} notes", notes)):
        program.send(page)
        program.drain(3.0)
        yield from _compared(f"key in a list of {count}", partial(_walk, program, cycle(WALK)), field)
        program.send("/")
        program.settle(0.5)
        yield from _compared(
            f"key in a filter over {count}", partial(_type, program, _letters(), all_of_it), field
        )
        program.send(ESCAPE)
        program.settle(0.5)
        program.send(ESCAPE)
        program.settle(0.5)
    program.end()
    field.end()


def _compared(what: str, ours: Callable[[], Taken], field: Program) -> Iterator[Row]:
    letters = cycle("abcdefghijklmnopqrstuvwxyz" * 2 + CLEAR)
    rounds = [paired(ours, partial(_type, field, letters, b"\x1b["), KEYS) for _ in range(ROUNDS)]
    middle = [statistics.median(one.ours) / statistics.median(one.theirs) for one in rounds]
    last = [(percentile(one.ours, 0.99) - percentile(one.theirs, 0.99)) * 1000 for one in rounds]
    out = sum(one.left_out for one in rounds)
    yield Row(f"{what}: p50, by a Textual Input's", middle, 1.0, "x", out)
    yield Row(f"{what}: p99 over a Textual Input's", last, FRAME, "ms", out)
    yield Row(f"{what}: p50", [statistics.median(one.ours) * 1000 for one in rounds], None, "ms")
    yield Row(
        "  the Textual Input's p50", [statistics.median(one.theirs) * 1000 for one in rounds], None, "ms"
    )


def _walk(program: Program, keys: Iterator[str]) -> Taken:
    """A key that moves the cursor, until the bar is drawn in its new place."""
    return _pressed(program, next(keys), "▌".encode())


def _letters() -> Iterator[str]:
    """The letters of some words, each word taken away at its end."""
    for word in cycle(WORDS):
        yield from word
        yield CLEAR


def _type(program: Program, letters: Iterator[str], shown: bytes) -> Taken:
    """A letter, until what it leads to is shown. A line is cleared unmeasured."""
    if (letter := next(letters)) == CLEAR:
        program.send(CLEAR)
        program.settle()
        letter = next(letters)
    return _pressed(program, letter, shown)


def _pressed(program: Program, key: str, shown: bytes) -> Taken:
    program.forget()
    waited = program.waited()
    began = program.send(key)
    seconds = program.until(shown) - began
    waited = program.waited() - waited
    program.settle()
    return seconds, waited
