"""The questionnaire in a real terminal, left in the middle and taken up again."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.screens.asked import EXAMPLES, RUN, start_of
from tui.content import questionnaire
from tui.domain.language.words import KINDS
from tui.domain.needs.needs_profile import needs_profile
from tui.store import Store

from .terminal import Terminal, on_a_store

ENTER, BACK = "\r", "\x7f"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "network.json"


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[list[Terminal]]:
    """The terminals a test opens; they are closed at its end."""
    terminals: list[Terminal] = []
    yield terminals
    for terminal in terminals:
        terminal.program.close(force=True)


def begin(opened: list[Terminal], store: Path) -> Terminal:
    terminal = on_a_store(store, {"XDG_CONFIG_HOME": str(store.parent)})
    opened.append(terminal)
    return terminal


def step(terminal: Terminal, question: str, keys: str) -> None:
    """Wait for a question, and press keys."""
    terminal.sees(start_of(question))
    terminal.press(keys)


def up_to_the_grid(terminal: Terminal) -> None:
    terminal.sees("Start with a goal")
    terminal.press(ENTER)
    step(terminal, "goal_title", f"10 km in June{ENTER}")
    step(terminal, "why", f"to feel light{ENTER}")
    step(terminal, "ownership", f"1{ENTER}")
    step(terminal, "sign", f"a finisher's shirt{ENTER}")
    step(terminal, "target_date", f"12w{ENTER}")
    step(terminal, "stage", f"2{ENTER}")
    step(terminal, "control", f"4{ENTER}")
    step(terminal, "strain", f"1{ENTER}")
    step(terminal, "plan", f"it rains{ENTER}")
    terminal.press(f"I swim{ENTER}")
    terminal.sees(start_of("importance"))


def the_rest(terminal: Terminal) -> None:
    terminal.sees(start_of("importance"))
    terminal.press("g" + "".join(str(RUN["importance"][kind]) for kind in KINDS) + ENTER)
    step(terminal, "coverage", "".join(str(RUN["coverage"][kind]) for kind in KINDS) + ENTER)
    step(terminal, "people", ENTER)
    step(terminal, "trailblazer", f"3{ENTER}")
    step(terminal, "like_minded", ENTER)
    step(terminal, "audience", ENTER)
    step(terminal, "cadence", ENTER)
    step(terminal, "change_sign", ENTER)
    terminal.sees("That is all.", "to feel light")
    terminal.press(ENTER)
    terminal.sees("WHAT WOULD HELP", "Accountability", "○ open")


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGKILL])
def test_killed_in_the_middle_it_goes_on_at_the_same_question_with_every_answer(
    opened: list[Terminal], store: Path, number: signal.Signals
) -> None:
    terminal = begin(opened, store)
    up_to_the_grid(terminal)
    terminal.press("21")
    terminal.sees("would help a lot", "nice to have")
    drafts = store.with_name(f"{store.name}.d") / "drafts"
    if number == signal.SIGKILL:
        terminal.until(lambda: b'"emotional":1' in next(iter(drafts.glob("*.json"))).read_bytes())
    terminal.program.kill(number)
    terminal.until(lambda: not terminal.program.isalive())

    again = begin(opened, store)
    again.sees("Go on: start with a goal", "10 km in June, question 10 of")
    again.press(ENTER)
    again.sees(start_of("importance"), "Encouragement        ●●·", "A listening ear      ●··")
    again.press(BACK)
    again.sees(start_of("plan"), "it rains", "I swim")
    again.press(f"{ENTER}{ENTER}")
    the_rest(again)
    again.until(lambda: not list(drafts.glob("*.json")))
    again.press(ENTER)
    again.sees("▌2 Goals▐", "10 km in June")
    again.press("q")
    assert again.ends_with() == 0

    kept = Store(store)
    (goal,), (response,) = kept.network.goals.values(), kept.network.responses.values()
    kept.close()
    assert (goal.title, goal.why, goal.sign) == ("10 km in June", "to feel light", "a finisher's shirt")
    assert (goal.obstacle, goal.plan, f"{goal.by}") == ("it rains", "I swim", "2026-06-10")
    profile = needs_profile(questionnaire().scoring, response.answers)
    assert profile.in_band("open") == ("accountability", "belonging", "guidance")
    assert profile.perceived == EXAMPLES["needs"][0]["perceived"]
