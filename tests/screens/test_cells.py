"""The cells a test looks at are those a terminal emulator would show."""

from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.demo import write_demo

from .cells import Cells
from .terminal import TODAY, dashboard

WIDTH, HEIGHT = 20, 4

MOVES = st.builds("\x1b[{};{}H".format, st.integers(1, HEIGHT), st.integers(1, 10))
COLOURS = st.sampled_from(["\x1b[0m", "\x1b[1;38;2;1;2;3m", "\x07"])
LETTERS = st.lists(st.sampled_from(["a", "b", " ", "│", "…", "e\u0301"]), min_size=1, max_size=9).map("".join)
SIGNS = st.lists(st.sampled_from(["a", "é", "漢", "字", "🚀"]), min_size=1, max_size=9).map("".join)


def as_emulated(written: str, width: int, height: int) -> list[str]:
    screen = pyte.Screen(width, height)
    pyte.Stream(screen).feed(written)
    return [line.rstrip() for line in screen.display]


@given(st.lists(st.tuples(MOVES, COLOURS, LETTERS)), SIGNS)
def test_whatever_is_drawn_stands_where_an_emulator_has_it(
    drawn: list[tuple[str, str, str]], signs: str
) -> None:
    """The emulator is not asked about what is drawn over half a wide sign: it breaks there."""
    written = "".join(part for parts in drawn for part in parts) + f"\x1b[2;1H{' ' * WIDTH}\x1b[2;1H{signs}"
    cells = Cells(WIDTH, HEIGHT)
    cells.write(written)
    assert cells.lines == as_emulated(written, WIDTH, HEIGHT)


async def test_a_dashboard_stands_where_an_emulator_has_it(tmp_path: Path) -> None:
    write_demo(tmp_path / "demo.json", TODAY)
    async with dashboard(tmp_path / "demo.json", page="1") as shown:
        for entry in shown.app.pages:
            await shown.press(entry.key)
            assert shown.lines == as_emulated(shown.written, 80, 24)
        await shown.press("ctrl+p")
        await shown.type("goal")
        assert shown.lines == as_emulated(shown.written, 80, 24)


def test_what_is_drawn_over_half_a_wide_sign_leaves_no_other_half() -> None:
    cells = Cells(WIDTH, HEIGHT)
    cells.write("\x1b[1;1H漢字\x1b[1;2Hab\x1b[2;1H漢字\x1b[2;3Hé\x1b[3;1H漢字\x1b[3;1Hx")
    assert cells.lines == [" ab", "漢é", "x 字", ""]


def test_signs_joined_into_one_stand_in_one_place() -> None:
    cells = Cells(WIDTH, HEIGHT)
    cells.write("\x1b[2;1H👩\u200d🚀 flies\x1b[1;1H漢字")
    assert cells.lines == ["漢字", "👩\u200d🚀 flies", "", ""]


def test_what_is_too_long_is_cut_at_the_edge_and_a_resize_keeps_the_rest() -> None:
    cells = Cells(WIDTH, HEIGHT)
    cells.write("\x1b[4;16Habcdefghij")
    assert cells.lines == ["", "", "", " " * 15 + "abcde"]
    cells.resize(17, 2)
    assert cells.lines == ["", " " * 15 + "ab"]


@pytest.mark.parametrize("sequence", ["\x1b[2J", "\x1b[?1049h", "\x1bP", "\x9b1m", "\x08", "\x1b]0;title"])
def test_a_sequence_the_toolkit_never_sends_is_told(sequence: str) -> None:
    with pytest.raises(AssertionError, match="The terminal was told"):
        Cells(WIDTH, HEIGHT).write(f"abc{sequence}")
