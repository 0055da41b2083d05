"""Undo, history, folding, backups and the doctor, on the command line."""

import errno
import json
from functools import partialmethod

import pytest
from filelock import FileLock

from tui.store.guard import Guard

from .running import Allies


def _titles(allies: Allies) -> list[str]:
    return [goal["title"] for goal in allies.ok("goal", "list", "--json").json]


def test_the_newest_change_is_undone_and_redone(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    allies.ok("goal", "edit", "thesis", "--title", "Book")
    assert allies.ok("undo").out == "undone 2: edit goal\n"
    assert _titles(allies) == ["Thesis"]
    assert allies.ok("redo").out == "redone 2: edit goal\n"
    assert _titles(allies) == ["Book"]


def test_a_deleted_record_comes_back_with_its_id(allies: Allies) -> None:
    id_ = allies.ok("goal", "add", "Thesis").id
    allies.ok("goal", "delete", "thesis")
    allies.ok("undo")
    assert allies.ok("goal", "show", "thesis", "--json").json["id"] == id_


def test_any_one_change_is_undone_by_its_number(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    allies.ok("goal", "add", "Book")
    allies.ok("undo", "1")
    assert _titles(allies) == ["Book"]


def test_an_undo_that_a_later_change_stands_against_names_it(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    allies.ok("goal", "edit", "thesis", "--stage", "idea")
    assert "transaction 2" in allies.refused("undo", "1")


@pytest.mark.parametrize("arguments", [["undo"], ["redo"], ["undo", "7"], ["restore", "none"]])
def test_what_is_not_there_cannot_be_brought_back(allies: Allies, arguments: list[str]) -> None:
    allies.refused(*arguments)


def test_the_history_tells_what_was_done_the_newest_last(allies: Allies) -> None:
    assert allies.ok("history").out == "Nothing has been changed yet.\n"
    allies.ok("goal", "add", "Thesis")
    allies.ok("goal", "delete", "thesis")
    allies.ok("undo")
    _head, first, second, third = allies.ok("history").out.splitlines()
    assert first.split()[:2] == ["1", "2026-03-18"]
    assert "undone" in second
    assert "undoes 2" in third
    [newest] = allies.ok("history", "--limit", "1", "--json").json
    assert (newest["seq"], newest["undoes"], newest["origin"]) == (3, 2, "command")
    assert newest["changes"][0]["after"]["title"] == "Thesis"


def test_fold_leaves_one_plain_file(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    assert allies.ok("fold").out == "folded 1\n"
    [goal] = json.loads(allies.store.read_text())["goal"].values()
    assert goal["title"] == "Thesis"


def test_a_backup_is_listed_and_brought_back_and_that_can_be_undone(allies: Allies) -> None:
    assert allies.ok("restore").out.startswith("There is no backup yet")
    allies.ok("goal", "add", "Thesis")
    name = allies.ok("backup").out.split()[1]
    assert name in [backup["name"] for backup in allies.ok("restore", "--json").json]
    assert name in allies.ok("restore").out
    allies.ok("goal", "delete", "thesis")
    assert allies.ok("restore", name).out == f"restored {name}\n"
    assert _titles(allies) == ["Thesis"]
    allies.ok("undo")
    assert _titles(allies) == []


def test_a_damaged_store_is_3_for_every_command_and_a_backup_mends_it(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    name = allies.ok("backup").out.split()[1]
    allies.store.write_text("{")
    for arguments in (["goal", "list"], ["goal", "add", "x"], ["undo"], ["history"], ["feedback", "batch"]):
        assert "backup" in allies.refused(*arguments, code=3)
    ran = allies("doctor")
    assert ran.code == 3
    assert str(allies.store) in ran.out
    allies.ok("restore", name)
    assert _titles(allies) == ["Thesis"]


def test_a_store_of_a_newer_allies_is_shown_and_3(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    allies.ok("fold")
    network = json.loads(allies.store.read_text())
    [meta] = network["meta"].values()
    meta["schema"] = 99
    allies.store.write_text(json.dumps(network))
    allies.store.with_name("network.json.journal").unlink()
    ran = allies("goal", "list", "--json")
    assert ran.code == 3
    assert ran.json[0]["title"] == "Thesis"
    assert "99" in ran.err
    assert "99" in allies.refused("goal", "add", "Book", code=3)


def test_a_locked_store_is_4_and_can_be_read(allies: Allies, monkeypatch: pytest.MonkeyPatch) -> None:
    allies.ok("goal", "add", "Thesis")
    monkeypatch.setattr(Guard, "held", partialmethod(Guard.held, 0.05))
    lock = FileLock(f"{allies.store}.lock", fallback_to_soft=False)
    with lock:
        allies.refused("goal", "add", "Book", code=4)
        assert _titles(allies) == ["Thesis"]


def test_a_store_in_a_folder_that_is_not_there_makes_none(allies: Allies) -> None:
    nowhere = Allies(allies.store.parent / "none" / "network.json")
    assert nowhere("goal", "add", "Thesis").code == 5
    assert not nowhere.store.parent.exists()


def test_the_doctor_says_what_it_looked_at(allies: Allies) -> None:
    assert "not there" in allies.ok("doctor").out
    allies.ok("goal", "add", "Thesis")
    out = allies.ok("doctor").out
    assert str(allies.store) in out
    assert "mode 0600" in out
    assert "1 goal" in out
    assert "saving     possible" in out


def test_a_store_others_may_read_is_told_after_the_answer(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    allies.store.chmod(0o644)
    ran = allies("goal", "list")
    assert ran.code == 0
    assert "chmod 600" in ran.err
    assert "Thesis" in ran.out


def test_the_doctor_says_where_nothing_may_be_written(
    allies: Allies, monkeypatch: pytest.MonkeyPatch
) -> None:
    allies.ok("goal", "add", "Thesis")
    allies.ok("fold")
    monkeypatch.setattr("os.access", lambda path, _: path != allies.store.parent)
    ran = allies("doctor")
    assert ran.code == 5
    assert "saving     not possible" in ran.out
    assert ran.err == f"{allies.store.parent} may not be written to; nothing can be saved.\n"


def test_a_snapshot_that_cannot_be_written_on_leaving_is_told_and_nothing_is_lost(
    allies: Allies, monkeypatch: pytest.MonkeyPatch
) -> None:
    allies.ok("goal", "add", "Thesis")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("tui.store.disk.write_whole", full)
        ran = allies("goal", "add", "Book")
    assert (ran.code, ran.out.split()[0]) == (0, "added")
    assert "could not be written (no space left on device). Nothing is lost" in ran.err
    assert _titles(allies) == ["Thesis", "Book"]
