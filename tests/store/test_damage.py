"""Every state of the files that is not as it should be: one plain sentence, and nothing lost."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.clock import fixed
from tui.store import DiskRefused, Refused, Store, StoreUnreadable, rescue
from tui.store.journal import Head, this_machine
from tui.store.migrations import SCHEMA, STEPS
from tui.store.places import Places

from .conftest import DAY, OpenStore
from .samples import add, on_disk, texts


@pytest.fixture
def kept(path: Path) -> Path:
    """A store with three notes, two of them folded and one in the journal, and backups."""
    store = Store(path, today=fixed(DAY))
    add(store, "one")
    store.fold()
    add(store, "two")
    store.fold()
    add(store, "three")
    store._engine._wrote = False  # leaves the journal unfolded, as a killed process does
    store.close()
    return path


def _contents(path: Path) -> dict[str, bytes]:
    files = [path, Places(path).journal]
    return {file.name: file.read_bytes() for file in files if file.is_file()}


DAMAGES: dict[str, tuple[Callable[[Path], object], str]] = {
    "emptied": (lambda path: path.write_bytes(b""), "network.json is empty"),
    "blank": (lambda path: path.write_bytes(b"  \n"), "network.json is empty"),
    "truncated": (lambda path: path.write_bytes(path.read_bytes()[:-40]), "is not JSON"),
    "zeroed": (lambda path: path.write_bytes(bytes(500)), "is not JSON"),
    "not text": (lambda path: path.write_bytes(b"\xff\xfe\x00"), "is not UTF-8 text"),
    "a list": (lambda path: path.write_bytes(b"[]"), "is not a store"),
    "duplicate keys": (lambda path: path.write_bytes(b'{"goal": {}, "goal": {}}'), "the same key twice"),
    "NaN": (lambda path: path.write_bytes(b'{"goal": {"1": {"a": NaN}}}'), "not finite"),
    "too large a number": (lambda path: path.write_bytes(b'{"goal": {"1": {"a": 1e999}}}'), "not finite"),
    "half a character": (
        lambda path: path.write_bytes(b'{"goal": {"1": {"a": "\\ud800"}}}'),
        "half a character",
    ),
    "nested too deep": (lambda path: path.write_bytes(b"[" * 5000 + b"]" * 5000), "is not JSON"),
    "somebody else's": (
        lambda path: path.write_bytes(b'{"_default": {"1": {"name": "x"}}}'),
        "'_default' that Allies does not know",
    ),
    "a record that is not valid": (
        lambda path: path.write_bytes(path.read_bytes().replace(b'"2026-03-18"', b'"2026-13-18"')),
        "has a feedback that is not valid",
    ),
    "missing": (lambda path: path.unlink(), "network.json is missing"),
    "a journal damaged in the middle": (
        lambda path: Places(path).journal.write_bytes(b"nonsense\n" + Places(path).journal.read_bytes()),
        "journal is damaged in the middle",
    ),
    "a journal without its beginning": (
        lambda path: Places(path).journal.write_bytes(b""),
        "journal has lost its beginning",
    ),
}


@pytest.mark.parametrize("damage", DAMAGES, ids=str)
def test_a_damaged_store_is_named_left_alone_and_can_be_brought_back(
    kept: Path, open_store: OpenStore, damage: str
) -> None:
    harm, sentence = DAMAGES[damage]
    harm(kept)
    before = _contents(kept)
    with pytest.raises(StoreUnreadable, match=sentence) as caught:
        open_store()
    assert caught.value.exit_code == 3
    assert _contents(kept) == before
    name = str(caught.value).partition("allies restore ")[2].partition("`")[0]
    assert "newest good backup is of" in str(caught.value)
    assert "other record" in str(caught.value)
    rescue(kept, name, fixed(DAY))
    again = open_store()
    assert texts(again) == ["one"]
    add(again, "next")
    assert texts(open_store()) == ["one", "next"]


def test_the_damaged_file_is_copied_aside(kept: Path, open_store: OpenStore) -> None:
    kept.write_bytes(b"{ damaged")
    for _ in range(2):
        with pytest.raises(StoreUnreadable, match="put aside"):
            open_store()
    [aside] = Places(kept).folder.glob("damaged-*.json")
    assert aside.read_bytes() == b"{ damaged"


def test_without_a_backup_the_sentence_says_so(path: Path, open_store: OpenStore) -> None:
    path.write_bytes(b"{ damaged")
    with pytest.raises(StoreUnreadable, match="there is no backup"):
        open_store()
    assert path.read_bytes() == b"{ damaged"


def test_a_good_snapshot_with_a_damaged_journal_can_be_gone_on_with(
    kept: Path, open_store: OpenStore
) -> None:
    journal = Places(kept).journal
    journal.write_bytes(b"nonsense\n" + journal.read_bytes())
    rescue(kept, "network.json", fixed(DAY))
    assert texts(open_store()) == ["one", "two"]


def test_what_a_rescue_replaces_is_put_aside(kept: Path) -> None:
    kept.write_bytes(b"{ damaged")
    [oldest, *_] = Store.backups_at(kept)
    rescue(kept, oldest.name, fixed(DAY))
    assert len(list(Places(kept).folder.glob("replaced-*"))) == 2


def test_numbers_go_on_after_a_rescue(kept: Path, open_store: OpenStore) -> None:
    kept.unlink()
    rescue(kept, Store.backups_at(kept)[0].name, fixed(DAY))
    store = open_store()
    assert store.network.seq == 4
    add(store, "next")
    assert store.history()[-1].seq == 5


@pytest.mark.parametrize("which", ["snapshot", "journal"])
@pytest.mark.parametrize(
    "thing",
    [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")],
    ids=["FIFO", "folder", "link"],
)
def test_something_else_in_the_place_of_a_file(
    kept: Path, open_store: OpenStore, which: str, thing: Callable[[Path], None]
) -> None:
    place: Path = getattr(Places(kept), which)
    place.unlink()
    thing(place)
    if which == "snapshot" and place.is_symlink():
        with pytest.raises((StoreUnreadable, DiskRefused)):
            open_store()
    else:
        with pytest.raises(StoreUnreadable, match="is not a file"):
            open_store()


def test_an_older_copy_is_shown_but_not_written(kept: Path, open_store: OpenStore) -> None:
    [_, older] = Store.backups_at(kept)
    shutil.copyfile(older.path, kept)
    before = _contents(kept)
    store = open_store()
    assert texts(store) == ["one"]
    assert store.read_only is not None
    assert "older copy" in store.read_only
    with pytest.raises(StoreUnreadable, match="older copy"):
        add(store, "lost?")
    assert _contents(kept) == before


def test_a_store_whose_journal_is_older_than_its_history_is_an_older_copy(
    kept: Path, open_store: OpenStore
) -> None:
    [_, older] = Store.backups_at(kept)
    shutil.copyfile(older.path, kept)
    Places(kept).journal.unlink()
    assert "older copy" in (open_store().read_only or "")


def test_a_snapshot_copied_alone_is_taken_as_it_is(kept: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copyfile(kept, elsewhere / "network.json")
    store = Store(elsewhere / "network.json")
    assert texts(store) == ["one", "two"]
    assert any("new one was begun" in notice for notice in store.notices)
    add(store, "three")
    store.close()


def test_a_newer_store_is_shown_but_not_written_and_both_shapes_are_named(
    kept: Path, open_store: OpenStore
) -> None:
    Store(kept).fold()
    document = on_disk(kept)
    document["meta"]["1"]["schema"] = SCHEMA + 1
    document["wishes"] = {"1": {"id": "1"}}
    for note in document["feedback"].values():
        note["mood"] = "fine"
    kept.write_text(json.dumps(document), encoding="utf-8")
    before = _contents(kept)
    store = open_store()
    assert texts(store) == ["one", "two", "three"]
    with pytest.raises(StoreUnreadable, match=f"shape {SCHEMA + 1}.* up to {SCHEMA}"):
        add(store, "no")
    assert _contents(kept) == before


def test_changes_of_another_machine_bring_a_question_and_folding_answers_it(
    kept: Path, open_store: OpenStore
) -> None:
    journal = Places(kept).journal
    head, _, rest = journal.read_bytes().partition(b"\n")
    import orjson

    said = orjson.loads(head.partition(b" ")[2])["journal"]
    assert said["machine"] == this_machine()
    journal.write_bytes(Head(**{**said, "machine": "another"}).line() + rest)
    store = open_store()
    assert texts(store) == ["one", "two", "three"]
    with pytest.raises(StoreUnreadable, match="another machine"):
        add(store, "no")
    store.fold()
    add(store, "four")
    assert texts(open_store()) == ["one", "two", "three", "four"]


def test_a_change_made_by_another_program_is_taken_over_and_can_be_undone(
    kept: Path, open_store: OpenStore
) -> None:
    Store(kept).fold()
    kept.write_bytes(kept.read_bytes().replace(b'"text":"two"', b'"text":"TWO"'))
    store = open_store()
    assert texts(store) == ["one", "TWO", "three"]
    assert any("changed outside Allies" in notice for notice in store.notices)
    assert store.history()[-1].label == "changed outside Allies"
    store.undo()
    assert texts(store) == ["one", "two", "three"]


def test_a_change_made_by_stock_tinydb_is_taken_over(kept: Path, open_store: OpenStore) -> None:
    from tinydb import TinyDB, where

    Store(kept).fold()
    stock = TinyDB(kept)
    stock.table("feedback").update({"text": "TWO"}, where("text") == "two")
    stock.table("feedback").remove(where("text") == "one")
    stock.close()
    store = open_store()
    assert texts(store) == ["TWO", "three"]
    store.undo()
    assert texts(store) == ["one", "two", "three"]


def test_newer_changes_are_kept_where_they_fit_what_another_program_wrote(
    kept: Path, open_store: OpenStore
) -> None:
    kept.write_bytes(kept.read_bytes().replace(b'"text":"two"', b'"text":"TWO"'))
    store = open_store()
    assert texts(store) == ["one", "TWO", "three"]
    store.undo()
    assert texts(store) == ["one", "two", "three"]


def test_newer_changes_that_clash_stay_in_the_history(path: Path, open_store: OpenStore) -> None:
    store = Store(path, today=fixed(DAY))
    [saved] = add(store, "one")
    store.fold()
    store.save(saved.changed_to(text="mine"), label="edited")
    store._engine._wrote = False  # leaves the journal unfolded
    store.close()
    path.write_bytes(path.read_bytes().replace(b'"text":"one"', b'"text":"outside"'))
    again = open_store()
    assert texts(again) == ["outside"]
    assert any("1 newer changes did not fit" in notice for notice in again.notices)
    kept = [change.after["text"] for entry in again.history() for change in entry.changes if change.after]
    assert "mine" in kept


@pytest.mark.parametrize("schema", STEPS)
def test_a_store_of_every_older_shape_is_brought_up_to_date_with_a_backup(
    schema: int, path: Path, open_store: OpenStore
) -> None:
    fixture = Path(__file__).with_name(f"schema-{schema}.json")
    shutil.copyfile(fixture, path)
    store = open_store()
    assert texts(store) == ["shorter stride uphill", "keep the Sunday routine"]
    assert any(f"shape {SCHEMA}" in notice for notice in store.notices)
    assert on_disk(path)["meta"]["1"]["schema"] == SCHEMA
    assert len(store.backups()) == 1
    assert on_disk(store.backups()[0].path) == on_disk(fixture)


def test_a_store_that_may_not_be_read(
    kept: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.store import disk

    def refuse(name: str, arguments: tuple[object, ...]) -> None:
        if name == "read" and arguments[0] == kept:
            raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(disk, "before", refuse)
    with pytest.raises(DiskRefused, match="may not be read"):
        open_store()


def test_a_damaged_backup_is_passed_over(kept: Path, open_store: OpenStore) -> None:
    backups = Store.backups_at(kept)
    backups[-1].path.write_bytes(b"{")
    kept.write_bytes(b"{")
    with pytest.raises(StoreUnreadable, match=backups[0].name):
        open_store()
    with pytest.raises(StoreUnreadable, match=r"The backup .* is not JSON"):
        rescue(kept, backups[-1].name, fixed(DAY))
    with pytest.raises(Refused, match="no backup"):
        rescue(kept, "nonsense", fixed(DAY))


def test_copies_of_sync_tools_are_noticed(kept: Path, open_store: OpenStore) -> None:
    kept.with_name("network.sync-conflict-20260318-101010-ABC.json").write_text("{}", encoding="utf-8")
    assert any("sync tool" in notice for notice in open_store().notices)


def test_a_folder_others_may_write_to_is_said(kept: Path, open_store: OpenStore) -> None:
    kept.parent.chmod(0o777)
    assert any("may write to the folder" in notice for notice in open_store().notices)
    assert kept.parent.stat().st_mode & 0o777 == 0o777


def test_a_folder_for_all_in_which_each_keeps_their_own_files_is_no_danger(
    kept: Path, open_store: OpenStore
) -> None:
    kept.parent.chmod(0o1777)
    assert not any("may write to the folder" in notice for notice in open_store().notices)
