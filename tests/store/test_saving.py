"""What is saved is there, whole, for this process and every other."""

import json
import stat
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import normalize
from unittest.mock import ANY

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tinydb import Query, TinyDB
from tinydb.storages import JSONStorage

from tui.domain.language.text import clean_note
from tui.domain.records.goal import Goal
from tui.domain.records.network import RECORD_TYPES
from tui.domain.records.response import Response
from tui.store import Refused, Store, StoreError
from tui.store.codec import encode
from tui.store.migrations import SCHEMA
from tui.store.snapshot import Meta, parse_own, render
from tui.store.state import looks_clean

from .conftest import OpenStore
from .samples import add, goals, note, on_disk, texts

if TYPE_CHECKING:
    from pydantic import JsonValue


def test_a_saved_record_has_an_id_a_revision_and_its_instants(store: Store) -> None:
    [saved] = add(store, "keep the Sunday routine")
    assert saved.id.isdigit()
    assert int(saved.id) < 2**63
    assert saved.revision == 1
    assert saved.created == saved.changed


def test_ids_count_upward(store: Store) -> None:
    ids = [int(store.new_id()) for _ in range(200)]
    assert ids == sorted(set(ids))


def test_what_was_saved_is_there_after_a_restart(store: Store, open_store: OpenStore) -> None:
    add(store, "one", "two")
    store.close()
    assert texts(open_store()) == ["one", "two"]


def test_what_was_saved_is_there_for_another_process_before_any_folding(
    store: Store, open_store: OpenStore
) -> None:
    add(store, "one")
    assert texts(open_store()) == ["one"]


def test_a_change_raises_the_revision_and_keeps_the_day_of_creation(store: Store) -> None:
    [first] = add(store, "one")
    [second] = store.save(first.changed_to(text="two"), label="edited feedback")
    assert (second.id, second.revision, second.created) == (first.id, 2, first.created)


def test_saving_the_same_content_again_writes_nothing(store: Store) -> None:
    [first] = add(store, "one")
    assert store.save(first, label="edited feedback") == (first,)
    assert store.network.seq == 1


def test_a_transaction_that_fails_leaves_nothing(store: Store, open_store: OpenStore) -> None:
    def fail_half_way() -> None:
        with store.transaction("added goals") as transaction:
            transaction.put(Goal(title="half"))
            raise RuntimeError("stop")

    with pytest.raises(RuntimeError):
        fail_half_way()
    assert not store.network.goals
    assert not open_store().network.goals


def test_several_records_are_one_transaction(store: Store) -> None:
    goals(store, "10 km in June", "thesis")
    assert [len(entry.changes) for entry in store.history()] == [2]


def test_text_is_cleaned_on_its_way_in(store: Store) -> None:
    with store.transaction("added") as transaction:
        saved = transaction.put(note("a\x1b]0;title\x07b\u202ec", next_step="one\ntwo"))
    assert saved.text == "a]0;titleb‹202E›c"
    assert saved.next_step == "one two"


def test_text_another_program_wrote_is_cleaned_on_reading(
    store: Store, open_store: OpenStore, path: Path
) -> None:
    [saved] = add(store, "plain")
    store.close()
    document = on_disk(path)
    document["feedback"][saved.id]["text"] = "\x1b[2Jgone\x9b"
    import json

    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    assert texts(open_store()) == ["[2Jgone"]


@given(st.text())
@example("\x1b[2J")
@example("a\rb")
@example("\x7f")
@example("\x9b")
@example("\u2028")
@example("\u202e")
@example("\u2066")
@example("\ufff9")
@example("\U000e0041")
def test_what_looks_clean_before_it_is_decoded_is_clean(text: str) -> None:
    kept = encode({"text": text})
    assert not looks_clean(kept) or clean_note(text) == normalize("NFC", text)


def test_a_deleted_record_leaves_only_its_trace(store: Store, path: Path) -> None:
    [saved] = add(store, "one")
    with store.transaction("deleted feedback") as transaction:
        transaction.delete(saved)
    store.close()
    assert not store.network.feedback
    assert list(on_disk(path)["gone"]) == [saved.id]
    assert on_disk(path)["gone"][saved.id]["table"] == "feedback"


def test_a_record_deleted_already_cannot_be_deleted_again(store: Store) -> None:
    [saved] = add(store, "one")

    def delete() -> None:
        with store.transaction("deleted feedback") as transaction:
            transaction.delete(saved)

    delete()
    with pytest.raises(Refused, match="deleted already"):
        delete()


def test_stock_tinydb_reads_searches_and_gets_every_record_of_every_table(store: Store, path: Path) -> None:
    with store.transaction("one of each") as transaction:
        for table, type_ in RECORD_TYPES.items():
            needed = {
                "goal": {"title": "a"},
                "supporter": {"name": "Ana"},
                "feedback": {"text": "a", "date": "2026-03-18"},
                "response": {
                    "questionnaire": "a",
                    "version": "1",
                    "form": "full",
                    "date": "2026-03-18",
                    "answers": {},
                },
                "exchange": {"supporters": ["1"], "date": "2026-03-18"},
                "progress": {"goal": None, "date": "2026-03-18"},
                "ask": {"supporter": None},
                "offer": {"supporter": None, "date": "2026-03-18"},
                "follow_up": {"text": "a"},
                "source": {"supporter": "1"},
                "decision": {"goal": None, "date": "2026-03-18"},
                "profile": {},
            }[table]
            transaction.put(type_.model_validate(needed))
    store.close()
    stock = TinyDB(path, storage=JSONStorage, access_mode="r")
    for table in RECORD_TYPES:
        [document] = stock.table(table).all()
        assert stock.table(table).search(Query().id == document["id"]) == [document]
        assert stock.table(table).get(doc_id=int(document["id"])) == document
    stock.close()


def test_the_tinydb_database_of_the_store_reads_the_same(store: Store) -> None:
    [saved] = add(store, "one")
    assert store.database.table("feedback").get(doc_id=int(saved.id)) == saved.document()


def test_tables_cannot_be_written_outside_a_transaction(store: Store) -> None:
    [saved] = add(store, "one")
    with pytest.raises(StoreError, match="inside a transaction"):
        store.database.table("feedback").remove(doc_ids=[int(saved.id)])


def test_the_snapshot_has_one_record_a_line_in_order(store: Store, path: Path) -> None:
    add(store, "one", "two", "three")
    store.close()
    lines = path.read_text(encoding="utf-8").splitlines()
    ids = [
        int(line.partition(":")[0].strip('"')) for line in lines if line.startswith('"3') or '"text"' in line
    ]
    assert len(ids) == 3
    assert ids == sorted(ids)


def test_files_and_folders_are_their_owners_alone(store: Store, path: Path) -> None:
    add(store, "one")
    store.backup()
    store.drafts.save("note", {"text": "half"})
    for file in [path, *path.parent.glob("network.json.*"), *path.parent.glob("network.json.d/**/*")]:
        wanted = 0o700 if file.is_dir() else 0o600
        assert stat.S_IMODE(file.stat().st_mode) == wanted, file


def test_a_store_in_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    store = Store(tmp_path / "nowhere" / "network.json")
    with pytest.raises(StoreError, match="no folder"):
        add(store, "one")
    assert not (tmp_path / "nowhere").exists()


def test_the_default_folder_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "a" / "b"))
    from tui.paths import default_store

    store = Store(default_store())
    add(store, "one")
    assert stat.S_IMODE((tmp_path / "a" / "b" / "allies").stat().st_mode) == 0o700
    store.close()


def test_reading_an_empty_place_writes_nothing(store: Store, tmp_path: Path) -> None:
    assert store.network.empty
    store.close()
    assert list(tmp_path.iterdir()) == []


def test_a_large_snapshot_is_read_as_a_small_one_is(
    store: Store, path: Path, open_store: OpenStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store, "one", 'a "quoted": {', "three\n}")
    goals(store, *(f"goal {number}" for number in range(40)))
    store.close()
    plainly = open_store()
    monkeypatch.setattr("tui.store.undecoded._PART", 2000)
    in_parts = open_store()
    assert dict(in_parts.network.goals) == dict(plainly.network.goals)
    assert texts(in_parts) == ["one", 'a "quoted": {', "three\n}"]


@given(st.dictionaries(st.sampled_from(sorted(RECORD_TYPES)), st.lists(st.text(), min_size=1), max_size=3))
@example({})
@example({"feedback": ["}\n}\n", '": {\n', '"meta": {']})
def test_a_snapshot_is_written_again_as_it_was_read_decoded_or_not(words: dict[str, list[str]]) -> None:
    raw = render(
        {
            table: {str(number): {"text": text} for number, text in enumerate(texts)}
            for table, texts in words.items()
        },
        Meta(SCHEMA, 7),
    )
    documents, meta = parse_own(raw)
    assert meta == Meta(SCHEMA, 7)
    assert render(documents, meta) == raw
    assert {**{table: dict(found) for table, found in documents.items()}, "meta": ANY} == json.loads(raw)
    assert render(documents, meta) == raw


def test_what_was_not_asked_for_yet_can_be_changed_and_taken_out(
    store: Store, path: Path, open_store: OpenStore
) -> None:
    one, two, _ = add(store, "one", "two", "three")
    store.close()
    again = open_store()
    with again.transaction("two changes") as transaction:
        transaction.put(one.changed_to(text="one more"))
        transaction.delete(two)
    assert texts(again) == ["one more", "three"]
    again.close()
    assert {found["text"] for found in on_disk(path)["feedback"].values()} == {"one more", "three"}
    assert texts(open_store()) == ["one more", "three"]


def test_answers_nested_deeper_than_the_quick_reader_goes_are_read_all_the_same(
    store: Store, open_store: OpenStore
) -> None:
    deep: JsonValue = "said"
    for _ in range(220):
        deep = [deep]
    response = Response(
        questionnaire="a", version="1", form="full", date=date(2026, 3, 18), answers={"q": deep}
    )
    [saved] = store.save(response, label="answered")
    store.close()
    assert open_store().network.responses[saved.id] == saved
