"""The settings file: whatever is in it, Allies starts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.settings import Settings, keep_theme, read_settings


@pytest.fixture
def config(tmp_path: Path) -> Path:
    return tmp_path / "allies" / "config.toml"


def write(config: Path, text: str) -> Settings:
    config.parent.mkdir(exist_ok=True)
    config.write_text(text)
    return read_settings(config)


def test_without_a_file_everything_is_as_usual(config: Path) -> None:
    assert read_settings(config) == Settings()
    assert not config.parent.exists()


def test_everything_in_the_file_counts(config: Path) -> None:
    found = write(
        config,
        'theme = "contrast"\nmotion = false\nglyphs = "ascii"\nmouse = false\n[keymap]\n"app.undo" = "z"\n',
    )
    assert found == Settings("contrast", False, "ascii", False, {"app.undo": "z"})


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('theme = "pink"', "config.toml: 'theme' cannot be used and was left out."),
        ("motion = 3\ncolour = 1", "config.toml: 'motion', 'colour' cannot be used and was left out."),
        ('[keymap]\n"app.undo" = ""', "config.toml: 'keymap' cannot be used and was left out."),
        (
            "a = 1\nb = 1\nc = 1\nd = 1\ne = 1",
            "config.toml: 'a', 'b', 'c' and 2 more cannot be used and was left out.",
        ),
        ("theme = \n", "config.toml is not valid TOML at line 1, so the usual settings are used."),
    ],
)
def test_what_cannot_be_used_is_one_sentence_and_the_rest_is_as_usual(
    config: Path, text: str, sentence: str
) -> None:
    assert write(config, text) == Settings(notice=sentence)


def test_a_folder_in_place_of_the_file_is_a_sentence(config: Path) -> None:
    config.mkdir(parents=True)
    assert read_settings(config).notice.startswith("config.toml cannot be read")


@given(st.binary(max_size=200))
def test_no_file_stops_the_start(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = tmp_path_factory.mktemp("config") / "config.toml"
    file.write_bytes(raw)
    assert isinstance(read_settings(file), Settings)


def test_keeping_a_theme_changes_its_line_and_no_other(config: Path) -> None:
    write(config, '# mine\nmotion = false # calm\ntheme = "dark"\n\n[keymap]\n"theme" = "t"\n')
    keep_theme(config, "light")
    assert config.read_text() == '# mine\nmotion = false # calm\ntheme = "light"\n\n[keymap]\n"theme" = "t"\n'


def test_keeping_a_theme_adds_its_line_before_the_first_table(config: Path) -> None:
    write(config, '[keymap]\n"app.undo" = "z"\n')
    keep_theme(config, "light")
    assert read_settings(config) == Settings("light", keymap={"app.undo": "z"})


def test_keeping_a_theme_makes_the_file(config: Path) -> None:
    keep_theme(config, "ansi")
    assert read_settings(config).theme == "ansi"
