"""Facts above a question: each is cut to a few lines, whatever its text is made of."""

import pytest

from tui.widgets.facts import Facts

WIDTH = 60


def drawn(text: str) -> list[str]:
    """The lines of one fact."""
    return [line.plain.rstrip() for line in Facts([("goal", text)])._made(WIDTH)]


def test_a_long_text_ends_with_an_ellipsis_on_its_third_line() -> None:
    lines = drawn("a mile further " * 20)
    assert len(lines) == 3
    assert lines[0].startswith("goal          a mile further")
    assert lines[-1].endswith("…")


@pytest.mark.parametrize(
    "text", ["run" + " " * 2_000 + "far", "é" * 2 + "\u0301" * 2_000, "\u200d" * 2_000, "one\n" * 2_000]
)
def test_a_text_of_many_characters_that_takes_few_lines_is_cut_as_well(text: str) -> None:
    lines = drawn(text)
    assert 1 <= len(lines) <= 3
    assert lines[-1].endswith("…")
