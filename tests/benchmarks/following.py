"""How soon another process's change is on the screen, and what an idle dashboard costs."""

import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from tui.domain.records.feedback import Feedback
from tui.store import Store

from .sample import DAY, make
from .table import ROUNDS, Row
from .terminal import Program

CHANGES = 40
IDLE = 20.0


def rows(folder: Path) -> Iterator[Row]:
    """Two hundred changes of another process; then some quiet time."""
    path = make(folder / "followed.json", 150, 200, 500)
    program = Program([sys.executable, "-m", "tui", "--store", str(path), "--today", "2026-03-18"], folder)
    program.until(b"ALLIES")
    program.drain(2.0)
    program.send("7")
    program.until(b"10 km in June")
    program.drain(3.0)
    store = Store(path)
    rounds = [
        [_change(program, store, place, number) for number in range(CHANGES)] for place in range(ROUNDS)
    ]
    store.close()
    yield Row(
        "another process's change on screen, median", [statistics.median(one) for one in rounds], 100, "ms"
    )
    yield Row("another process's change on screen, worst", [max(one) for one in rounds], 500, "ms")
    program.drain(5.0)
    spent, written, sent = [], [], []
    for _ in range(ROUNDS):
        cpu, disk = program.cpu(), program.written()
        sent.append(float(program.drain(IDLE / ROUNDS * 2)))
        spent.append((program.cpu() - cpu) / (IDLE / ROUNDS * 2) * 100)
        written.append(float(program.written() - disk))
    yield Row("idle: processor, of one core", [statistics.mean(spent)] * ROUNDS, 0.5, "%")
    yield Row("idle: bytes to the disk", written, 0, "B")
    yield Row("idle: bytes to the terminal", sent, 0, "B")
    program.end()


def _first(store: Store) -> Feedback:
    """The note that stands first on the page."""
    return next(note for note in store.network.feedback.values() if note.date == DAY)


def _change(program: Program, store: Store, place: int, number: int) -> float:
    """Milliseconds from the acknowledgement to the screen."""
    text = f"change{place}x{number}"
    program.forget()
    store.save(_first(store).changed_to(text=text), label="changed")
    began = time.perf_counter()
    shown = program.until(text.encode())
    time.sleep(0.013 * (number % 8))
    return (shown - began) * 1000
