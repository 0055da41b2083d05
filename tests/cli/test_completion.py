"""Completion in shells."""

import os
import subprocess
import sys

import pytest

from .running import Allies


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(allies: Allies, shell: str) -> None:
    assert f"_ALLIES_COMPLETE={shell}_complete" in allies.ok("completion", shell).out


def test_another_shell_is_a_usage_error(allies: Allies) -> None:
    assert "'bash', 'zsh', 'fish'" in allies.refused("completion", "csh", code=2)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("allies go", "plain,goal"),
        ("allies goal ", "plain,edit"),
        ("allies goal add --st", "plain,--stage"),
        ("allies goal add --stage m", "plain,moving"),
        ("allies supporter add --gives gui", "plain,guidance="),
    ],
)
def test_commands_options_and_words_are_completed(words: str, expected: str) -> None:
    parts = words.split(" ")
    environment = {
        **os.environ,
        "_ALLIES_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(parts) - 1),
    }
    ran = subprocess.run(
        [sys.executable, "-m", "tui"], capture_output=True, text=True, env=environment, check=True
    )
    assert expected in ran.stdout.splitlines()
