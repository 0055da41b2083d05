"""The tips that ship with the program."""

from tui.content import tips
from tui.domain.language.text import clean_line


def test_there_are_thirty_nine_tips_each_with_its_own_id() -> None:
    assert len({tip.id for tip in tips()}) == len(tips()) == 39


def test_a_tip_is_one_short_line_with_a_grade_and_a_source_unless_it_is_practice() -> None:
    for tip in tips():
        assert tip.text == clean_line(tip.text)
        assert len(tip.text) <= 150
        assert tip.grade in {"strong", "moderate", "single", "practice"}
        assert bool(tip.cite) is (tip.grade != "practice")
        assert tip.when
