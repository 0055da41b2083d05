"""The demo from the command line."""

import stat
from pathlib import Path

import pytest

from tui.cli import demo
from tui.clock import Today
from tui.store import Store

from .running import Allies


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The stores on which a dashboard was opened, in place of opening it."""
    stores: list[Path] = []

    def look(path: Path, today: Today, mark: str) -> int:
        assert mark == "demo"
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        store = Store(path, origin="dashboard", today=today)
        assert len(store.network.goals) == 3
        store.undo()
        store.close()
        stores.append(path)
        return 3

    monkeypatch.setattr(demo, "needs_terminal", lambda: None)
    monkeypatch.setattr(demo, "open_dashboard", look)
    return stores


def test_the_demo_opens_on_a_throw_away_copy_that_is_gone_afterwards(
    allies: Allies, shown: list[Path]
) -> None:
    ran = allies("demo")
    assert (ran.code, ran.err) == (3, "")
    assert ran.out == "This is a demo on a throw-away copy; it is gone when you leave.\n"
    [path] = shown
    assert not path.parent.exists()
    assert not allies.store.exists()


def test_the_copy_is_gone_even_if_the_dashboard_fails(
    allies: Allies, shown: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, today: Today, mark: str) -> int:
        shown.append(path)
        raise KeyboardInterrupt

    monkeypatch.setattr(demo, "open_dashboard", fail)
    assert allies("demo").code == 130
    [path] = shown
    assert not path.parent.exists()


def test_without_a_terminal_nothing_is_made(allies: Allies, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(demo, "TemporaryDirectory", lambda **_: made.append("a folder"))
    assert "needs a terminal" in allies.refused("demo", code=2)
    assert made == []


def test_the_demo_is_kept_in_a_new_file(allies: Allies, tmp_path: Path) -> None:
    kept = tmp_path / "demo.json"
    assert allies.ok("demo", "--to", str(kept)).out == f"written {kept}\n"
    assert not allies.store.exists()
    demo_store = Allies(kept)
    assert len(demo_store.ok("goal", "list", "--json").json) == 3
    demo_store.ok("undo")
    demo_store.ok("redo")
    assert demo_store.ok("history", "--limit", "1", "--json").json[0]["redoes"] is not None


def test_a_file_that_is_there_is_not_written_over(allies: Allies, tmp_path: Path) -> None:
    there = tmp_path / "notes.txt"
    there.write_text("mine")
    assert "is there already" in allies.refused("demo", "--to", str(there))
    assert there.read_text() == "mine"
    dangling = tmp_path / "link.json"
    dangling.symlink_to(tmp_path / "elsewhere.json")
    assert "is there already" in allies.refused("demo", "--to", str(dangling))
    assert not (tmp_path / "elsewhere.json").exists()
    (tmp_path / "lost.json.journal").write_text("")
    assert "is there already" in allies.refused("demo", "--to", str(tmp_path / "lost.json"))


def test_a_folder_that_is_missing_is_not_made(allies: Allies, tmp_path: Path) -> None:
    assert "There is no folder" in allies.refused("demo", "--to", str(tmp_path / "no" / "x.json"), code=5)
    assert not (tmp_path / "no").exists()


def test_before_its_people_were_born_there_is_no_demo(allies: Allies, tmp_path: Path) -> None:
    allies.today = "1000-01-01"
    refused = allies.refused("demo", "--to", str(tmp_path / "demo.json"))
    assert refused == "The demo cannot be moved to 1000-01-01."
    assert not (tmp_path / "demo.json").exists()
