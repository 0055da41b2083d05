"""Backups and drafts."""

import errno
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tui.store import Refused, Store
from tui.store.backups import DAYS, KEPT, keep_copy, made
from tui.store.snapshot import Meta, render

from .conftest import OpenStore
from .samples import add, texts


def test_a_backup_is_brought_back_in_one_undoable_step(store: Store) -> None:
    [one] = add(store, "one")
    backup = store.backup()
    add(store, "two")
    store.save(one.changed_to(text="ONE"), label="edited")
    store.restore(backup.name)
    assert texts(store) == ["one"]
    store.undo()
    assert texts(store) == ["ONE", "two"]


def test_restoring_keeps_what_was_there_as_a_backup(store: Store) -> None:
    add(store, "one")
    backup = store.backup()
    add(store, "two")
    store.restore(backup.name)
    assert store.backups()[-1].seq == 2


def test_there_is_no_backup_of_that_name(store: Store) -> None:
    add(store, "one")
    with pytest.raises(Refused, match='no backup "x"'):
        store.restore("x\x1b[0m"[:1])


def test_the_last_three_and_one_a_day_for_a_week_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "network.json.d" / "backups"
    start = datetime(2026, 3, 1, 8, tzinfo=UTC)
    for hours in range(0, 24 * 12, 6):
        keep_copy(folder, render({}, Meta(2, hours)), hours, start + timedelta(hours=hours))
    last = start + timedelta(hours=24 * 12 - 6)
    kept = made(folder)
    assert [backup.seq for backup in kept[-KEPT:]] == [270, 276, 282]
    assert {backup.at.date() for backup in kept} == {
        (last - timedelta(days=back)).date() for back in range(DAYS + 1)
    }
    assert len(kept) == len({backup.at.date() for backup in kept}) + 1


def test_a_backup_of_an_older_shape_outlives_all_that_come_after_it(tmp_path: Path) -> None:
    folder = tmp_path / "network.json.d" / "backups"
    start = datetime(2026, 3, 1, 8, tzinfo=UTC)
    old = keep_copy(folder, render({}, Meta(2, 1)), 1, start, 2)
    for days in range(1, 40):
        keep_copy(folder, render({}, Meta(3, days + 1)), days + 1, start + timedelta(days=days))
    assert made(folder)[0] == old
    assert old.name == "20260301T080000Z-1-shape2"
    assert len(made(folder)) == 1 + DAYS + 1


def test_what_kept_the_last_fold_from_being_written_is_told_and_nothing_is_lost(
    store: Store, path: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("tui.store.disk.write_whole", full)
        refused = store.close()
    assert str(refused) == "The snapshot could not be written (no space left on device)."
    assert texts(open_store()) == ["one"]


def test_every_fold_keeps_the_snapshot_it_replaces(store: Store, open_store: OpenStore) -> None:
    add(store, "one")
    store.fold()
    add(store, "two")
    store.fold()
    seqs = [backup.seq for backup in open_store().backups()]
    assert seqs == [0, 1]


def test_writing_into_the_store_in_place_does_not_reach_the_backups(store: Store, path: Path) -> None:
    add(store, "one")
    store.backup()
    contents = {backup.name: backup.path.read_bytes() for backup in store.backups()}
    with path.open("r+b") as file:
        file.write(b"garbage")
    assert {backup.name: backup.path.read_bytes() for backup in store.backups()} == contents


def test_a_draft_survives_a_restart_and_is_no_transaction(store: Store, open_store: OpenStore) -> None:
    store.drafts.save("feedback-new", {"text": "half a", "fields": [1, None]})
    again = open_store()
    assert again.drafts.load("feedback-new") == {"text": "half a", "fields": [1, None]}
    assert again.drafts.names() == ["feedback-new"]
    assert again.history() == []
    again.drafts.drop("feedback-new")
    assert again.drafts.load("feedback-new") is None
    assert again.drafts.names() == []


def test_a_draft_can_be_the_first_thing_that_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    from tui.paths import default_store

    Store(default_store()).drafts.save("note", "half")
    assert Store(default_store()).drafts.load("note") == "half"


def test_a_draft_makes_no_folder_for_a_store_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Store(tmp_path / "nowhere" / "network.json").drafts.save("note", "half")
    assert not (tmp_path / "nowhere").exists()


def test_a_damaged_draft_is_no_draft(store: Store) -> None:
    store.drafts.save("note", "text")
    (store.places.drafts / "note.json").write_bytes(b"{")
    assert store.drafts.load("note") is None


@pytest.mark.parametrize("name", ["", "../network", "a/b", "ä", "a.b"])
def test_a_draft_has_a_plain_name(store: Store, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        store.drafts.save(name, 1)
