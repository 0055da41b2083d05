"""How a supporter is told of, in a line and in full."""

from datetime import UTC, date, datetime

import pytest

from tui.content import vocabulary
from tui.domain.people.directory import Directory
from tui.domain.people.directory_card import Card
from tui.domain.records.log import Exchange
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.widgets.supporter_row import supporter_line
from tui.widgets.supporter_view import SupporterView

from ..domain.networks import numbered

TODAY = date(2026, 3, 18)
WORDS = vocabulary()


def known(*records: Record, **fields: object) -> tuple[Card, Directory]:
    made = {"id": "1", "name": "Mara", "created": datetime(2026, 1, 1, tzinfo=UTC), **fields}
    directory = Directory(numbered(Supporter.model_validate(made), *records), TODAY)
    return directory.cards["1"], directory


def full(*records: Record, **fields: object) -> list[str]:
    card, directory = known(*records, **fields)
    return [line.plain for line in SupporterView(card, directory, WORDS).lines(60)]


def row(width: int, *records: Record, **fields: object) -> str:
    return supporter_line(known(*records, **fields)[0], WORDS, width).plain.rstrip()


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"gives": {"guidance": 2}}, "has not heard yet that you count on them"),
        ({"gives": {"guidance": 2}, "told": True}, "knows that you count on them"),
        ({"gives": {"guidance": 1}}, None),
        ({"gives": {"guidance": 2}, "relationship": "group"}, None),
        ({"gives": {"guidance": 2}, "state": "paused"}, None),
    ],
)
def test_it_is_said_whether_those_counted_on_know_of_it(fields: dict[str, object], line: str | None) -> None:
    said = [one for one in full(**fields) if "count on them" in one]
    assert said == ([] if line is None else [line])


def test_a_group_not_visited_yet_is_called_just_that() -> None:
    assert "◇ not visited yet" in full(relationship="group")
    assert row(60, relationship="group").endswith("not yet")
    visited = Exchange(supporters=("1",), date=date(2026, 1, 20))
    assert "○ drifting · 57 days ago" in full(visited, relationship="group")


def test_three_letters_are_spelled_out_beside_the_list_and_in_wide_lists_words_take_their_place() -> None:
    gives = {"guidance": 3, "feedback": 2, "belonging": 1}
    assert "●●● GUI Guidance and advice, reliably" in full(gives=gives)
    assert "GUI FBK BEL" in row(60, gives=gives)
    wide = row(100, gives=gives)
    assert "Guidance and advice +2" in wide
    assert "GUI" not in wide
    assert "Guidance and advice, honest feedback" in row(100, gives={"guidance": 3, "feedback": 2})


def test_what_a_talk_was_for_is_said_in_words() -> None:
    talk = Exchange(
        supporters=("1",), date=TODAY, note="the plan", kinds=("practical",), direction="received"
    )
    assert any("the plan  received · practical help" in line for line in full(talk))
