"""How long a durable write takes, next to an append and a sync of the same bytes; folding and loading."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tui.domain.feedback import Feedback
from tui.store import Store

from .sample import DAY, make
from .table import ROUNDS, Row

WRITES = 300


def rows(folder: Path, sizes: tuple[int, ...] = (1_000, 10_000, 100_000)) -> Iterator[Row]:
    """One row of writes for each size of store, then a fold and a load of each."""
    for size in sizes:
        path = make(folder / f"notes-{size}.json", 10, size, 0)
        store = Store(path)
        yield Row(f"durable write, {size:,} records", [_write(store, folder) for _ in range(ROUNDS)], 3)
        yield Row(f"fold, {size:,} records", [_timed(store.fold) for _ in range(ROUNDS)], None, "ms")
        store.close()
        yield Row(
            f"load, {size:,} records", [_timed(partial(Store, path)) for _ in range(ROUNDS)], None, "ms"
        )


def _write(store: Store, folder: Path) -> float:
    """The ratio of the medians of writes and bare appends, one after the other."""
    descriptor = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    ours, theirs = [], []
    journal = store.path.with_name(f"{store.path.name}.journal")
    for number in range(WRITES):
        note = Feedback(text=f"write {number}", date=DAY)
        before = journal.stat().st_size if journal.exists() else 0
        ours.append(_timed(partial(store.save, note, label="wrote")))
        line = b"x" * (journal.stat().st_size - before)
        theirs.append(_timed(partial(_append, descriptor, line)))
    os.close(descriptor)
    return statistics.median(ours) / statistics.median(theirs)


def _append(descriptor: int, line: bytes) -> None:
    os.write(descriptor, line)
    os.fdatasync(descriptor)


def _timed(run: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    run()
    return (time.perf_counter() - began) * 1000
