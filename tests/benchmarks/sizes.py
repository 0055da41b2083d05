"""What the dashboard takes at every size of store: until its data is shown, and memory."""

import sys
from collections.abc import Iterator
from pathlib import Path

from .sample import NOTES, PEOPLE, TODAY, large, made
from .table import ROUNDS, Row
from .terminal import Program

OF_FIVE = b"more"
"""Today shows five notes and says how many more there are."""


def rows(folder: Path) -> Iterator[Row]:
    """Three ordinary sizes, and the largest at which figures are held."""
    stores = [
        ("150 people, 700 records", made(folder, 150, 200, 500)),
        ("800 people, 7,000 records", made(folder, 800, 200, 6000)),
        ("8,000 people, 24,000 records", made(folder, 8000, 8000, 16000)),
        (f"{PEOPLE:,} people, {NOTES:,} notes", large(folder)),
    ]
    for name, store in stores:
        shown, memory = [], []
        for _ in range(ROUNDS):
            program = Program([sys.executable, "-m", "tui", "--store", str(store), "--today", TODAY], folder)
            shown.append((program.until(OF_FIVE) - program.began) * 1000)
            program.drain(0.5)
            memory.append(program.memory() / 2**20)
            program.end()
        yield Row(f"first page with its data, {name}", shown, None, "ms")
        yield Row("  memory", memory, None, "MiB")
