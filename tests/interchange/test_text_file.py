"""A text saved as a file."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.interchange.text_file import file_name, save_text


def test_a_text_is_saved_for_its_owner_alone(tmp_path: Path) -> None:
    path = save_text(tmp_path, "To Ana", "Hello,\nAna")
    assert (path.name, path.read_text()) == ("to-ana.txt", "Hello,\nAna\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    first, second = save_text(tmp_path, "To Ana", "one"), save_text(tmp_path, "To Ana", "two")
    assert (first.read_text(), second.read_text(), second.name) == ("one\n", "two\n", "to-ana-2.txt")


def test_a_planted_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    (tmp_path / "to-ana.txt").symlink_to(target)
    path = save_text(tmp_path, "To Ana", "private")
    assert path.name == "to-ana-2.txt"
    assert not target.exists()


def test_a_folder_that_cannot_be_written_to_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        save_text(tmp_path / "missing", "To Ana", "x")


@given(st.text())
def test_any_words_make_a_plain_name(words: str) -> None:
    name = file_name(words)
    assert name
    assert len(name) <= 60
    assert all(character.isascii() and (character.isalnum() or character == "-") for character in name)
