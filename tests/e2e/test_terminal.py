"""The real program in a real terminal."""

import re
import signal
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tui.store import Store

from .terminal import Terminal, on_a_store


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "network.json"


@pytest.fixture
def terminal(tmp_path: Path, store: Path) -> Iterator[Terminal]:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "from the editor" >> "$1"\n')
    editor.chmod(0o700)
    opened = on_a_store(store, {"XDG_CONFIG_HOME": str(tmp_path), "VISUAL": str(editor)})
    yield opened
    opened.program.close(force=True)


def texts(store: Path) -> list[str]:
    opened = Store(store)
    try:
        return [note.text for note in opened.network.feedback.values()]
    finally:
        opened.close()


def to_feedback(terminal: Terminal) -> None:
    terminal.sees("Start with a goal")
    terminal.press("7")
    terminal.sees("No feedback yet")


def test_feedback_is_written_in_a_real_terminal_and_is_there_afterwards(
    terminal: Terminal, store: Path
) -> None:
    to_feedback(terminal)
    terminal.press("n")
    terminal.sees("They said")
    terminal.press("shorter stride")
    terminal.sees("shorter stride")
    terminal.press("\x0f")
    terminal.sees("to sort 1")
    terminal.press("q")
    assert terminal.ends_with() == 0
    assert texts(store) == ["shorter stride"]
    assert stat.S_IMODE(store.stat().st_mode) == 0o600


def test_a_terminal_with_sixteen_colours_is_sent_no_others(tmp_path: Path, store: Path) -> None:
    environment = {"XDG_CONFIG_HOME": str(tmp_path), "TERM": "xterm-16color", "COLORTERM": ""}
    terminal = on_a_store(store, environment)
    to_feedback(terminal)
    terminal.press("q")
    assert terminal.ends_with() == 0
    assert not re.search(rb"[34]8;[25];", terminal.written)


def test_a_terminal_that_can_only_go_on_is_sent_a_sentence(tmp_path: Path, store: Path) -> None:
    terminal = on_a_store(store, {"XDG_CONFIG_HOME": str(tmp_path), "TERM": "dumb"})
    terminal.sees("TERM=dumb", "allies --help")
    assert terminal.ends_with() == 2
    assert b"\x1b" not in terminal.written


def test_an_example_is_looked_at_from_the_welcome_and_leads_back_to_it(
    terminal: Terminal, store: Path
) -> None:
    terminal.sees("See an example")
    terminal.press("d")
    terminal.sees("THREE THINGS WORTH DOING", "demo")
    terminal.press("q")
    terminal.sees("See an example")
    terminal.press("q")
    assert terminal.ends_with() == 0
    assert texts(store) == []


def test_a_note_is_written_in_the_persons_own_editor(terminal: Terminal, store: Path) -> None:
    to_feedback(terminal)
    terminal.press("n")
    terminal.sees("They said")
    terminal.press("begun here, ")
    terminal.sees("begun here,")
    terminal.press("\x1bOS")
    terminal.sees("begun here, from the editor")
    terminal.press("\x0f")
    terminal.sees("to sort 1")
    terminal.press("q")
    assert terminal.ends_with() == 0
    assert texts(store) == ["begun here, from the editor"]


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGINT])
def test_a_signal_keeps_the_half_typed_form_and_gives_the_terminal_back(
    terminal: Terminal, store: Path, number: signal.Signals
) -> None:
    to_feedback(terminal)
    terminal.press("n")
    terminal.sees("They said")
    terminal.press("half typed")
    terminal.sees("half typed")
    terminal.program.kill(number)
    assert terminal.ends_with() == 128 + number
    assert Store(store).drafts.names() == ["feedback-new"]


def test_a_closed_terminal_keeps_the_half_typed_form(terminal: Terminal, store: Path) -> None:
    to_feedback(terminal)
    terminal.press("n")
    terminal.sees("They said")
    terminal.press("half typed")
    terminal.sees("half typed")
    drafts = store.with_name(store.name + ".d") / "drafts"
    terminal.program.ptyproc.fileobj.close()
    terminal.until(lambda: not terminal.program.ptyproc.isalive())
    assert list(drafts.glob("*"))
