"""What goes out of the dashboard: copies to the terminal's clipboard, links to the mail program."""

import stat
import subprocess
from pathlib import Path

import pytest

from tui.widgets.clipboard import said_of_copy
from tui.widgets.opener import NothingOpens, open_mail


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"TERM": "xterm-kitty"}, "Copied."),
        ({"TERM": "linux"}, "This terminal has no clipboard."),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "takes no copies"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/t"}, "if tmux or screen allows it"),
        ({"TERM": "screen", "STY": "1.x"}, "if tmux or screen allows it"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7006"}, "if this terminal allows it"),
    ],
    ids=str,
)
def test_a_copy_a_terminal_may_not_take_names_another_way(environment: dict[str, str], said: str) -> None:
    words = said_of_copy(environment)
    assert said in words
    assert (words == "Copied.") or "w saves" in words


def opener(folder: Path, script: str) -> None:
    program = folder / "xdg-open"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("PATH", f"{tmp_path}")
    return tmp_path


def test_the_link_is_handed_over_as_one_argument_that_no_shell_reads(only: Path) -> None:
    opener(only, 'printf "%s\\n" "$@" > "$(/usr/bin/dirname "$0")/said"')
    open_mail("mailto:ben@example.org?body=$(touch%20x);`id`&subject='")
    assert (only / "said").read_text() == "mailto:ben@example.org?body=$(touch%20x);`id`&subject='\n"


def test_without_a_program_for_mail_another_way_is_named(only: Path) -> None:
    with pytest.raises(NothingOpens, match="xdg-open is missing"):
        open_mail("mailto:ben@example.org")
    opener(only, "exit 3")
    with pytest.raises(NothingOpens, match=r"No mail program answered\. y copies"):
        open_mail("mailto:ben@example.org")


def test_a_program_that_stays_open_is_not_waited_for(only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.widgets.opener._PATIENCE", 0.05)
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        started.append(popen(*arguments, **options))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", start)
    opener(only, "exec /bin/sleep 30")
    open_mail("mailto:ben@example.org")
    assert started[0].poll() is None
    started[0].kill()
    started[0].wait()


def test_only_mail_is_opened(only: Path) -> None:
    with pytest.raises(ValueError, match="only mail"):
        open_mail("file:///etc/passwd")
