"""The rows of Today, from a board."""

from datetime import date

import pytest

from tui.domain.records.supporter import Supporter
from tui.domain.talks.due import Due
from tui.domain.talks.rhythm import Rhythm
from tui.domain.today.board import Board
from tui.widgets.today_rows import rows_of

TODAY = date(2026, 3, 18)


def board_with(due: int) -> Board:
    rhythm = Rhythm(TODAY, TODAY, 40, 30, 1.3, "due", TODAY)
    people = (Supporter(id=str(place), name=f"Friend {place}") for place in range(1, due + 1))
    return Board(TODAY, due=tuple(Due(one, rhythm, 1.0) for one in people))


@pytest.mark.parametrize(
    ("due", "first", "last"),
    [
        (2, "DUE  2", ""),
        (5, "DUE  5", ""),
        (8, "DUE  8", "3 more"),
        (20, "DUE  20", "15 more"),
        (568, "DUE, THE FIRST FIVE", "563 more, and no hurry: f lets all begin anew"),
    ],
)
def test_however_many_are_due_five_are_named_and_nobody_is_hurried(due: int, first: str, last: str) -> None:
    rows = rows_of(board_with(due), 60)
    assert (rows[0].text, rows[-1].text) == (first, last)
    assert sum(row.due is not None for row in rows) == min(due, 5)


def test_all_who_are_due_are_shown_where_they_are_asked_for() -> None:
    rows = rows_of(board_with(30), 60, all_due=True)
    assert rows[0].text == "DUE, ALL OF THEM"
    assert sum(row.due is not None for row in rows) == 30
