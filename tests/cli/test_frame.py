"""The frame around every command: what is imported, how it ends, what it says."""

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tui import __version__
from tui.cli import ending
from tui.cli.commands import COMMANDS
from tui.cli.context import Session
from tui.cli.plain import dashboard_asked
from tui.store import DiskRefused, Refused, StoreLocked, StoreUnreadable

from .running import Allies

ALLIES = (sys.executable, "-m", "tui")
HEAVY = ("textual", "rich", "pydantic", "tinydb", "orjson", "dateutil")


def _environment(**more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ALLIES_")}
    return {**kept, **more}


def _imported_by(*arguments: str) -> list[str]:
    script = (
        "import sys, tui.cli\n"
        "code = tui.cli.main(sys.argv[1:])\n"
        f"print([name for name in {(*HEAVY, 'click')!r} if name in sys.modules], file=sys.stderr)\n"
        "sys.exit(code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        capture_output=True,
        text=True,
        env=_environment(),
        check=True,
    )
    modules: list[str] = eval(ran.stderr)
    return modules


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["goal", "--help"], ["feedback", "batch", "--help"]]
)
def test_version_and_help_import_neither_the_dashboard_nor_the_records(arguments: list[str]) -> None:
    assert _imported_by(*arguments) == ["click"]


def test_the_way_to_the_dashboard_does_not_lead_through_click() -> None:
    script = (
        "import sys\nfrom tui.cli.plain import dashboard_asked\nfrom tui.cli.ending import ended\n"
        "assert dashboard_asked(['--store', 'x']) is not None\n"
        f"print([name for name in {(*HEAVY, 'click')!r} if name in sys.modules])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=_environment(), check=True
    )
    assert ran.stdout == "[]\n"


def test_the_dashboard_is_asked_for_by_saying_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ALLIES_STORE", raising=False)
    monkeypatch.delenv("ALLIES_TODAY", raising=False)
    asked = dashboard_asked(["--store=a.json", "--today", "2026-03-18"])
    assert asked is not None
    assert asked[0] == Path("a.json")
    assert str(asked[1]()) == "2026-03-18"
    for arguments in (
        ["goal"],
        ["--store"],
        ["--store", ""],
        ["--today", "soon"],
        ["--help"],
        ["--sto", "x"],
    ):
        assert dashboard_asked(arguments) is None


def test_the_environment_names_the_store_and_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLIES_STORE", "from-environment.json")
    monkeypatch.setenv("ALLIES_TODAY", "2026-03-18")
    asked = dashboard_asked([])
    assert asked is not None
    assert (asked[0], str(asked[1]())) == (Path("from-environment.json"), "2026-03-18")


def test_the_version_is_told(allies: Allies) -> None:
    assert allies.ok("--version").out == f"allies {__version__}\n"


def test_every_command_is_listed_and_has_help_of_its_own(allies: Allies) -> None:
    listed = allies.ok("--help").out
    for name in COMMANDS:
        assert f"\n  {name} " in listed
        assert allies.ok(name, "--help").out.startswith(f"Usage: allies {name}")


def test_without_a_terminal_today_is_told_instead_of_the_dashboard(allies: Allies) -> None:
    assert allies.ok().out == allies.ok("today").out == "Wednesday 18 Mar 2026\n\nNothing is waiting.\n"
    assert not allies.store.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["--vers"],
        ["--sto", "x"],
        ["goal"],
        ["goal", "nonsense"],
        ["goal", "list", "--js"],
        ["goal", "show"],
        ["goal", "edit", "x", "--revision", "-1"],
        ["goal", "edit", "x", "--revision", "one"],
        ["--today", "2026-02-30", "goal", "list"],
        ["--today", "", "goal", "list"],
        ["--store", "", "goal", "list"],
    ],
)
def test_wrong_use_is_one_sentence_and_2(allies: Allies, arguments: list[str]) -> None:
    allies.refused(*arguments, code=2)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (Refused("No."), 1),
        (StoreUnreadable("Damaged."), 3),
        (StoreLocked("Locked."), 4),
        (DiskRefused("Full."), 5),
        (OSError(errno.ENOSPC, "No space left on device"), 5),
        (PermissionError(errno.EACCES, "Permission denied"), 1),
        (KeyboardInterrupt(), 130),
        (click.Abort(), 130),
        (RuntimeError("secret\x1b[31m"), 1),
    ],
)
def test_each_way_to_fail_has_its_exit_code(
    allies: Allies, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    def fail(_session: Session) -> None:
        raise error

    monkeypatch.setattr(Session, "store", property(fail))
    sentence = allies.refused("goal", "list", code=code)
    assert "secret" not in sentence
    assert "\x1b" not in sentence


def test_on_windows_there_is_one_sentence(allies: Allies, monkeypatch: pytest.MonkeyPatch) -> None:
    class Windows:
        name = "nt"

    monkeypatch.setattr(ending, "os", Windows)
    assert "WSL" in allies.refused("goal", "list")


def test_a_reader_that_left_is_no_error(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    ran = subprocess.run(
        [*ALLIES, "--store", str(tmp_path / "network.json"), "goal", "list"],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=_environment(),
        check=False,
    )
    os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_output_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [*ALLIES, "--store", str(tmp_path / "network.json"), "goal", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=_environment(),
            check=False,
        )
    assert (ran.returncode, ran.stderr) == (5, b"No space left on device.\n")


def test_a_terminal_without_unicode_gets_escapes(tmp_path: Path) -> None:
    store = str(tmp_path / "network.json")
    environment = _environment(PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    for arguments in (["add", "漢字"], ["list"], ["list", "--json"], ["show", "漢字", "--json"]):
        ran = subprocess.run(
            [*ALLIES, "--store", store, "goal", *arguments], capture_output=True, env=environment, check=True
        )
        assert ran.stdout.isascii()


@pytest.mark.usefixtures("interruptible")
def test_interrupted_is_130_and_keeps_what_was_acknowledged(tmp_path: Path) -> None:
    store = str(tmp_path / "network.json")
    with subprocess.Popen(
        [*ALLIES, "--store", store, "feedback", "batch"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    ) as writer:
        assert writer.stdin is not None
        assert writer.stdout is not None
        assert writer.stderr is not None
        writer.stdin.write(b"add slower\n")
        writer.stdin.flush()
        assert writer.stdout.readline().startswith(b"added ")
        writer.send_signal(signal.SIGINT)
        assert writer.wait(timeout=20) == 130
        assert writer.stderr.read() == b"Interrupted.\n"
    assert [note["text"] for note in Allies(Path(store)).ok("feedback", "list", "--json").json] == ["slower"]


def test_a_name_and_words_without_an_option_are_told_which_option_it_is(allies: Allies) -> None:
    allies.ok("supporter", "add", "Mara")
    sentence = allies.refused("ask", "add", "mara", "read chapter 2", code=2)
    assert sentence.endswith('"read chapter 2" is too much; other words go with --text.')
