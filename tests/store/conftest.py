"""A store in a folder of its own, on a day that stays."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from tui.clock import fixed
from tui.store import Origin, Store

DAY = date(2026, 3, 18)

OpenStore = Callable[..., Store]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is to be."""
    return tmp_path / "network.json"


@pytest.fixture
def open_store(path: Path) -> Iterator[OpenStore]:
    """Opens the store once more, as another process would; all are closed at the end."""
    opened: list[Store] = []

    def open_one(origin: Origin = "command") -> Store:
        store = Store(path, origin=origin, today=fixed(DAY))
        opened.append(store)
        return store

    yield open_one
    for store in opened:
        store.close()


@pytest.fixture
def store(open_store: OpenStore) -> Store:
    """A store, still empty."""
    return open_store()
