"""Killed, out of space, a failing disk or a power cut: nothing acknowledged is lost, nothing unreadable."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tui.store import DiskRefused, Store, disk

from .faults import FAULTS, Fault, prepare, trial
from .power import PowerCut
from .samples import add, texts


@pytest.fixture(scope="module")
def memory() -> Iterator[Path]:
    """A folder in memory, where there is one: the faults are made here, so no disk need turn for them."""
    shared = Path("/dev/shm")
    with TemporaryDirectory(dir=shared if os.access(shared, os.W_OK) else None) as folder:
        yield Path(folder)


@pytest.fixture(scope="module")
def prepared(memory: Path) -> Path:
    (folder := memory / "prepared").mkdir()
    return prepare(folder, 20_000)


def test_the_day_goes_through_without_a_fault(prepared: Path, memory: Path) -> None:
    outcome = trial(prepared, memory / "work", None, 0)
    assert outcome.wrong == []
    assert len(outcome.acknowledged) == 13
    assert len(outcome.calls) > 60


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_at_any_one_file_call_loses_nothing(fault: Fault, prepared: Path, memory: Path) -> None:
    calls = trial(prepared, memory / "work", None, 0).calls
    failed = {
        at: outcome.wrong
        for at, call in enumerate(calls, start=1)
        if (fault != "half" or call == "write")
        and (outcome := trial(prepared, memory / "work", fault, at)).wrong
    }
    assert failed == {}


def test_a_power_cut_after_any_one_file_call_loses_nothing(prepared: Path, memory: Path) -> None:
    (folder := memory / "power").mkdir()
    assert PowerCut(prepared, folder).all_cuts() == {}


def test_a_failed_sync_is_not_tried_again_on_the_same_descriptor(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one")
    synced: list[object] = []

    def fail_once(name: str, arguments: tuple[object, ...]) -> None:
        if name == "make_durable":
            synced.append(arguments[0])
            if len(synced) == 1:
                raise OSError(5, "Input/output error")

    monkeypatch.setattr(disk, "before", fail_once)
    with pytest.raises(DiskRefused, match="nothing was saved"):
        add(store, "lost")
    add(store, "two")
    assert texts(store) == ["one", "two"]


def test_a_disk_that_cannot_even_be_cut_back_makes_the_store_read_only(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one")

    def fail(name: str, arguments: tuple[object, ...]) -> None:
        if name in ("make_durable", "cut"):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr(disk, "before", fail)
    with pytest.raises(DiskRefused):
        add(store, "lost")
    monkeypatch.setattr(disk, "before", None)
    with pytest.raises(DiskRefused, match="until a restart"):
        add(store, "two")
    assert "one" in texts(Store(path))
