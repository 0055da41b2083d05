"""What one process writes, every other takes in."""

import multiprocessing
from pathlib import Path

import pytest

from tui.store import Store, StoreError, StoreLocked
from tui.store.guard import Guard
from tui.store.migrations import SCHEMA, STEPS
from tui.store.places import Places

from .conftest import OpenStore
from .samples import add, texts


def test_a_follower_sees_that_something_moved_and_takes_it_in(open_store: OpenStore) -> None:
    writer, follower = open_store(), open_store()
    assert not follower.moved()
    add(writer, "one")
    assert follower.moved()
    assert follower.refresh()
    assert texts(follower) == ["one"]
    assert not follower.moved()
    assert not follower.refresh()


def test_a_writer_does_not_take_its_own_change_for_news(store: Store) -> None:
    add(store, "one")
    assert not store.moved()


def test_a_write_takes_in_first_what_others_wrote(open_store: OpenStore) -> None:
    one, two = open_store(), open_store()
    add(one, "one")
    add(two, "two")
    add(one, "three")
    assert set(texts(one)) == {"one", "two", "three"}  # two stores may give ids in the same millisecond
    assert [entry.seq for entry in one.history()] == [1, 2, 3]


def test_a_fold_by_somebody_else_changes_nothing_on_view(open_store: OpenStore) -> None:
    writer, follower = open_store(), open_store()
    add(writer, "one")
    follower.refresh()
    before = follower.network
    writer.fold()
    assert follower.moved()
    assert not follower.refresh()
    assert follower.network is before
    assert not follower.moved()


def test_what_was_written_and_folded_meanwhile_is_filled_from_the_history(open_store: OpenStore) -> None:
    writer, follower = open_store(), open_store()
    add(writer, "one")
    follower.refresh()
    add(writer, "two", "three")
    writer.fold()
    add(writer, "four")
    follower.refresh()
    assert texts(follower) == ["one", "two", "three", "four"]


def test_a_gap_the_history_cannot_fill_is_filled_by_reading_again(open_store: OpenStore, path: Path) -> None:
    writer, follower = open_store(), open_store()
    add(writer, "one")
    follower.refresh()
    add(writer, "two")
    writer.fold()
    for file in Places(path).history.iterdir():
        file.unlink()
    follower.refresh()
    assert texts(follower) == ["one", "two"]


def test_half_a_line_is_not_taken_in_and_the_next_writer_cuts_it_off(
    open_store: OpenStore, path: Path
) -> None:
    writer, follower = open_store(), open_store()
    add(writer, "one")
    journal = Places(path).journal
    whole = journal.read_bytes()
    journal.write_bytes(whole + b'0123456789abcdef {"seq":2,"at"')
    follower.refresh()
    assert texts(follower) == ["one"]
    add(follower, "two")
    assert texts(open_store()) == ["one", "two"]
    assert b'{"seq":2,"at"' not in journal.read_bytes()[len(whole) :][:40]


def test_a_store_that_has_gone_is_not_written_into_the_void(open_store: OpenStore, path: Path) -> None:
    store = open_store()
    add(store, "one")
    for file in path.parent.glob("network.json*"):
        if file.is_file():
            file.unlink()
    with pytest.raises(StoreError, match="has gone"):
        add(store, "two")
    assert not path.exists()


def test_a_writer_that_cannot_get_the_lock_says_who_holds_it(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one")
    monkeypatch.setattr("tui.store.guard.PATIENCE", 0.05)
    holder = Guard(Places.of(path).lock)
    patient = Guard(Places.of(path).lock)
    with holder.held(), pytest.raises(StoreLocked, match=r"process \d+"), patient.held(patience=0.05):
        pass
    assert texts(store) == ["one"]


def test_a_store_that_comes_back_can_be_written_again(open_store: OpenStore, path: Path) -> None:
    store = open_store("dashboard")
    add(store, "one")
    aside = path.with_name("aside")
    path.rename(aside)
    assert store.refresh()
    assert "has gone" in (store.read_only or "")
    aside.rename(path)
    assert store.refresh()
    assert store.read_only is None
    add(store, "two")
    assert texts(open_store()) == ["one", "two"]


def test_a_running_dashboard_stops_writing_when_a_newer_allies_took_over(
    open_store: OpenStore, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store("dashboard")
    add(store, "one")
    with monkeypatch.context() as newer:
        for module in ("folding", "migrations", "opening", "commit", "adoption"):
            newer.setattr(f"tui.store.{module}.SCHEMA", SCHEMA + 1)
        newer.setattr("tui.store.migrations.STEPS", {**STEPS, SCHEMA: dict})
        other = Store(path)
        other.fold()
        other.close()
    store.refresh()
    with pytest.raises(StoreError, match="restart this one"):
        add(store, "two")


def test_nothing_is_written_through_a_planted_link(path: Path, store: Store, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    Places(path).folder.symlink_to(elsewhere)
    with pytest.raises(OSError, match="link"):
        store.drafts.save("note", "secret")
    assert list(elsewhere.iterdir()) == []


WRITERS = 2
EACH = 60


def _write(path: Path, who: int) -> None:
    store = Store(path)
    for number in range(EACH):
        add(store, f"{who}-{number}")
        if number % 25 == 24:
            store.fold()
    store.close()


def test_several_writers_at_once_lose_nothing(open_store: OpenStore, path: Path) -> None:
    watcher = open_store("dashboard")
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write, args=(path, who)) for who in range(WRITERS)]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        watcher.refresh()
    for writer in writers:
        writer.join()
        assert writer.exitcode == 0
    watcher.refresh()
    wanted = sorted(f"{who}-{number}" for who in range(WRITERS) for number in range(EACH))
    assert sorted(texts(watcher)) == wanted
    assert sorted(texts(open_store())) == wanted
    assert [entry.seq for entry in watcher.history()] == list(range(1, WRITERS * EACH + 1))
