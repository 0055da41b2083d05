"""What careless programs, odd places and unlucky moments do to a store."""

import errno
import os
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tinydb import TinyDB
from tinydb.table import Document

from tui.clock import fixed
from tui.domain.records.supporter import Supporter
from tui.store import Refused, Store, StoreError, StoreUnreadable, disk, rescue
from tui.store.backups import keep_copy, made
from tui.store.migrations import SCHEMA
from tui.store.places import Places
from tui.store.snapshot import Meta, render

from .conftest import DAY, OpenStore
from .samples import add, note, texts


def test_looking_at_a_damaged_store_again_and_again_leaves_its_backups_alone(
    store: Store, path: Path, open_store: OpenStore
) -> None:
    for text in ("one", "two", "three"):
        add(store, text)
        store.fold()
    store.close()
    backups = [backup.name for backup in Store.backups_at(path)]
    path.write_bytes(path.read_bytes().replace(b'"2026-03-18"', b'"2026-13-18"'))
    for _ in range(5):
        with pytest.raises(StoreUnreadable, match="newest good backup"):
            open_store()
    assert [backup.name for backup in Store.backups_at(path)] == backups


def test_a_record_that_is_not_valid_is_copied_aside_too(
    store: Store, path: Path, open_store: OpenStore
) -> None:
    add(store, "one")
    store.close()
    damaged = path.read_bytes().replace(b'"2026-03-18"', b'"2026-13-18"')
    path.write_bytes(damaged)
    with pytest.raises(StoreUnreadable, match="put aside"):
        open_store()
    assert [aside.read_bytes() for aside in Places(path).folder.glob("damaged-*")] == [damaged]


def test_a_transaction_inside_another_is_refused_and_nothing_is_lost_silently(store: Store) -> None:
    def nest() -> None:
        with store.transaction("outer") as outer:
            outer.put(note("outer"))
            with store.transaction("inner") as inner:
                inner.put(note("inner"))

    with pytest.raises(StoreError, match="inside another"):
        nest()
    assert texts(store) == []
    add(store, "next")
    assert texts(store) == ["next"]


@pytest.mark.parametrize(
    "trace", ['{"a\\"b": {}}', '{"1": {}}', '{"1": {"id": "2", "table": "goal", "changed": ""}}']
)
def test_a_trace_of_a_deleted_record_that_is_not_valid_is_damage(
    store: Store, path: Path, open_store: OpenStore, trace: str
) -> None:
    add(store, "one")
    store.close()
    Places(path).journal.unlink()
    path.write_bytes(path.read_bytes().replace(b'"meta"', b'"gone": %s,\n"meta"' % trace.encode()))
    with pytest.raises(StoreUnreadable, match="trace of a deleted record"):
        open_store()


def test_a_copy_a_sync_tool_made_of_the_history_is_not_read(store: Store, path: Path) -> None:
    add(store, "one", "two")
    store.fold()
    [kept] = Places(path).history.iterdir()
    shutil.copyfile(kept, kept.with_name(f"{kept.stem}.sync-conflict-20260318-101010-ABC.jsonl"))
    add(store, "three")
    store.fold()
    assert [entry.seq for entry in store.history()] == [1, 2, 3]
    assert any("sync tool" in notice for notice in store.notices)


def test_a_form_from_before_a_rescue_does_not_pass_for_the_newest(
    store: Store, path: Path, open_store: OpenStore
) -> None:
    [first] = add(store, "one")
    store.backup()
    [opened] = store.save(first.changed_to(text="two"), label="edited")
    store.close()
    rescue(path, store.backups()[-1].name, fixed(DAY))
    again = open_store()
    assert again.network.feedback[first.id].revision > opened.revision
    with pytest.raises(StoreError):
        again.save(opened.changed_to(text="three"), label="edited")


def test_what_a_newer_allies_wrote_is_not_brought_down_to_the_older_shape(store: Store, path: Path) -> None:
    add(store, "one")
    store.close()
    path.write_bytes(path.read_bytes().replace(b'"schema":%d' % SCHEMA, b'"schema":%d' % (SCHEMA + 5)))
    before = path.read_bytes()
    with pytest.raises(StoreUnreadable, match="newer Allies"):
        rescue(path, path.name, fixed(DAY))
    assert path.read_bytes() == before


def test_a_rescue_keeps_what_the_journal_held_in_the_history(
    store: Store, path: Path, open_store: OpenStore
) -> None:
    add(store, "one")
    backup = store.backup()
    add(store, "two")
    rescue(path, backup.name, fixed(DAY))
    kept = [
        change.after["text"] for entry in open_store().history() for change in entry.changes if change.after
    ]
    assert kept == ["one", "two"]


def test_undo_goes_back_to_a_rescue_and_not_beyond(store: Store, path: Path, open_store: OpenStore) -> None:
    add(store, "one")
    backup = store.backup()
    rescue(path, backup.name, fixed(DAY))
    again = open_store()
    add(again, "two")
    again.undo()
    assert texts(again) == ["one"]
    with pytest.raises(Refused, match="changed nothing"):
        again.undo(2)
    with pytest.raises(Refused, match=r"brought back .* cannot be taken back, nor what came before it"):
        again.undo()
    assert texts(again) == ["one"]


def test_a_folder_in_the_place_of_the_store_gives_way_to_a_backup(
    store: Store, path: Path, open_store: OpenStore
) -> None:
    add(store, "one")
    backup = store.backup()
    store.close()
    path.unlink()
    path.mkdir()
    (path / "inside").write_text("kept", encoding="utf-8")
    rescue(path, backup.name, fixed(DAY))
    assert texts(open_store()) == ["one"]
    assert [found.read_text(encoding="utf-8") for found in Places(path).folder.glob("replaced-*/inside")] == [
        "kept"
    ]


def test_the_backup_just_made_stays_even_if_the_clock_went_back(tmp_path: Path) -> None:
    folder = tmp_path / "network.json.d" / "backups"
    noon = datetime(2026, 3, 18, 12, tzinfo=UTC)
    for seq in range(6):
        keep_copy(folder, render({}, Meta(SCHEMA, seq)), seq, noon + timedelta(minutes=seq))
    early = keep_copy(folder, render({}, Meta(SCHEMA, 6)), 6, noon - timedelta(hours=3))
    assert early.name in [backup.name for backup in made(folder)]


def test_files_of_others_beside_the_store_are_left_alone(store: Store, path: Path) -> None:
    mine = path.with_name("network.json-notes.tmp")
    mine.write_text("mine", encoding="utf-8")
    path.with_name("network.json.old.tmp").mkdir()
    left = path.with_name("network.json.0123abcd.tmp")
    left.write_text("half", encoding="utf-8")
    add(store, "one")
    store.fold()
    assert mine.read_text(encoding="utf-8") == "mine"
    assert path.with_name("network.json.old.tmp").is_dir()
    assert not left.exists()


def test_undo_does_not_bring_back_a_second_supporter_of_a_name(store: Store) -> None:
    [ana] = store.save(Supporter(name="Ana"), label="added Ana")
    with store.transaction("deleted Ana") as transaction:
        transaction.delete(ana)
    store.save(Supporter(name="Ána"), label="added another Ana")
    with pytest.raises(Refused, match="already a supporter"):
        store.undo(2)


def test_redo_passes_over_what_somebody_else_brought_back(open_store: OpenStore) -> None:
    dashboard, command = open_store("dashboard"), open_store()
    add(dashboard, "a", "b", "c")
    dashboard.undo()
    dashboard.undo()
    command.redo()
    dashboard.redo()
    assert texts(dashboard) == ["a", "b", "c"]


@pytest.mark.parametrize("place", ["/", "~nobody-of-that-name/network.json", "loop/network.json"])
def test_a_place_where_no_store_can_be_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("loop").symlink_to("loop")
    with pytest.raises(StoreError, match=r"\.$"):
        Store(Path(place))


def test_where_no_links_can_be_made_the_old_snapshot_is_copied(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: str, arguments: tuple[object, ...]) -> None:
        if name == "link":
            raise OSError(errno.EOPNOTSUPP, os.strerror(errno.EOPNOTSUPP))

    monkeypatch.setattr(disk, "before", refuse)
    add(store, "one")
    store.fold()
    add(store, "two")
    store.fold()
    assert [backup.seq for backup in store.backups()] == [0, 1]


def test_damage_is_called_damage_where_nothing_may_be_locked(
    store: Store, path: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one")
    store.backup()
    store.close()
    path.write_bytes(b"{")

    def refuse(_descriptor: int) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("tui.store.guard._sign", refuse)
    with pytest.raises(StoreUnreadable, match="newest good backup"):
        open_store()


def test_a_record_stock_tinydb_added_can_be_changed_and_deleted(
    store: Store, path: Path, open_store: OpenStore
) -> None:
    add(store, "one")
    store.close()
    stock = TinyDB(path)
    stock.table("goal").insert(Document({"title": "Thesis"}, doc_id=77))
    stock.close()
    again = open_store()
    thesis = again.network.goals["77"]
    assert thesis.revision == 1
    again.save(thesis.changed_to(title="The thesis"), label="edited goal")
    with again.transaction("deleted goal") as transaction:
        transaction.delete(again.network.goals["77"])
    again.undo()
    assert again.network.goals["77"].title == "The thesis"


def test_a_snapshot_a_fold_did_not_expect_is_kept_as_a_backup(store: Store, path: Path) -> None:
    add(store, "one")
    store.fold()
    add(store, "two")
    theirs = path.read_bytes().replace(b'"one"', b'"ONE"')

    def change(name: str, arguments: tuple[object, ...]) -> None:
        if name == "make_folder" and disk.before is not None:
            disk.before = None
            path.write_bytes(theirs)

    disk.before = change
    try:
        store.fold()
    finally:
        disk.before = None
    assert theirs in [backup.path.read_bytes() for backup in store.backups()]


def test_a_failed_look_at_a_store_that_is_not_there_makes_no_files(tmp_path: Path) -> None:
    store = Store(tmp_path / "typo.json")
    with pytest.raises(Refused):
        store.undo()
    with pytest.raises(KeyError), store.transaction("nothing"):
        raise KeyError
    assert [file.name for file in tmp_path.iterdir()] == ["typo.json.lock"]
