"""How long a durable write takes, next to an append and a sync of the same bytes, and next to sqlite."""

import os
import sqlite3
import statistics
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path

from tui.domain.records.feedback import Feedback
from tui.store import Store

from .pairs import Taken, paired, timed
from .sample import DAY, made
from .table import ROUNDS, Row

SIZES = (100, 1_000, 10_000, 100_000)
WRITES = 60


def rows(folder: Path) -> Iterator[Row]:
    """A row of writes for each size of store, then a fold and a load of each."""
    for size in SIZES:
        path = made(folder, 10, size, 0)
        records = f"{size:,} records"
        with closing(Store(path)) as store, closing(_database(folder, size)) as database:
            appends = _Appends(store, folder)
            rounds = [paired(appends.ours, appends.theirs, WRITES) for _ in range(ROUNDS)]
            ratios = [statistics.median(one.ours) / statistics.median(one.theirs) for one in rounds]
            out = sum(one.left_out for one in rounds)
            yield Row(f"durable write, {records}: by append and fdatasync", ratios, 3, "x", out)
            yield Row("  in milliseconds", [statistics.median(one.ours) * 1000 for one in rounds], None, "ms")
            ids = count(size)
            wal = partial(_insert, database, ids)
            rounds = [paired(appends.ours, partial(timed, wal), WRITES) for _ in range(ROUNDS)]
            ratios = [statistics.median(one.ours) / statistics.median(one.theirs) for one in rounds]
            yield Row("  by sqlite, WAL, synchronous FULL", ratios, None)
            yield Row(f"fold, {records}", [timed(store.fold)[0] * 1000 for _ in range(ROUNDS)], None, "ms")
        load = partial(timed, partial(Store, path))
        yield Row(f"load, {records}", [load()[0] * 1000 for _ in range(ROUNDS)], None, "ms")


class _Appends:
    """Writes of ours, and bare appends of as many bytes as the last of them took."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._journal = store.path.with_name(f"{store.path.name}.journal")
        self._bare = os.open(folder / "bare", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._line = b""

    def ours(self) -> Taken:
        """One saved note."""
        before = self._journal.stat().st_size
        taken = timed(partial(self._store.save, Feedback(text="a write", date=DAY), label="wrote"))
        self._line = b"x" * (self._journal.stat().st_size - before)
        return taken

    def theirs(self) -> Taken:
        """The same bytes, appended and synced."""
        return timed(self._append)

    def _append(self) -> None:
        os.write(self._bare, self._line)
        os.fdatasync(self._bare)


def _database(folder: Path, size: int) -> sqlite3.Connection:
    database = sqlite3.connect(folder / f"{size}.sqlite", isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE IF NOT EXISTS note (id INTEGER PRIMARY KEY, text TEXT, date TEXT)")
    database.execute("BEGIN")
    notes = ((number, f"note {number}", str(DAY)) for number in range(size))
    database.executemany("INSERT OR IGNORE INTO note VALUES (?, ?, ?)", notes)
    database.execute("COMMIT")
    return database


def _insert(database: sqlite3.Connection, ids: Iterator[int]) -> None:
    database.execute("INSERT OR IGNORE INTO note VALUES (?, ?, ?)", (next(ids), "a write", str(DAY)))
