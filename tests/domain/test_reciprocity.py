"""What was given and received, said in words, and to whom it is not said at all."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.records.log import Exchange
from tui.domain.records.supporter import Supporter
from tui.domain.talks.reciprocity import Reciprocity, balance_with, reciprocity
from tui.domain.talks.slowing import gaps_between, slows_down

TODAY = date(2026, 3, 18)
WORKED = json.loads((Path(__file__).parent / "worked_examples.json").read_text())["reciprocity"]


def passed(days_ago: int = 1, direction: str = "received", size: int = 1) -> Exchange:
    return Exchange.model_validate(
        {
            "supporters": ("1",),
            "date": TODAY - timedelta(days=days_ago),
            "direction": direction,
            "size": size,
        }
    )


@pytest.mark.parametrize("example", WORKED, ids=lambda one: f"{one['given']}, {one['received']}")
def test_the_worked_examples_come_out(example: dict[str, Any]) -> None:
    index = Reciprocity(example["given"], example["received"], 9).index
    assert round(index, 4) == example["index"]


@pytest.mark.parametrize(
    ("given_", "received", "entries", "balance"),
    [
        (0, 6, 4, "too-early"),
        (3, 3, 5, "even"),
        (2, 6, 5, "received-more"),
        (6, 2, 5, "given-more"),
        (3, 6, 5, "even"),
    ],
)
def test_it_is_said_in_words_once_there_is_enough(
    given_: int, received: int, entries: int, balance: str
) -> None:
    assert Reciprocity(given_, received, entries).balance == balance


def test_only_the_last_three_months_count_and_what_went_both_ways_counts_twice() -> None:
    log = [passed(0, "both", 2), passed(89), passed(90), passed(-1), passed(10, "given", 3)]
    assert reciprocity(log, TODAY) == Reciprocity(given=5, received=3, entries=3)


@pytest.mark.parametrize(
    "fields",
    [
        {"circle": "inner"},
        {"relationship": "partner"},
        {"relationship": "family"},
        {"relationship": "group"},
        {"relationship": "community"},
        {"relationship": "professional"},
    ],
)
def test_nobody_counts_with_those_close_with_kin_groups_and_professionals(fields: dict[str, str]) -> None:
    log = [passed() for _ in range(9)]
    assert balance_with(Supporter.model_validate({"name": "Ana", **fields}), log, TODAY) is None
    assert balance_with(Supporter(name="Ben"), log, TODAY) == "received-more"


@given(st.integers(0, 400), st.integers(0, 400))
def test_giving_and_receiving_mirror_each_other(one: int, other: int) -> None:
    assert Reciprocity(one, other, 9).index == -Reciprocity(other, one, 9).index
    assert -1 < Reciprocity(one, other, 9).index < 1


@pytest.mark.parametrize(
    ("gaps", "slower"),
    [
        ([7, 8, 6, 7, 14, 15, 13], True),
        ([7, 8, 6, 7, 9, 10, 8], False),
        ([7, 7, 14, 14, 14], False),
        ([7, 7, 7, 14, 14, 14], True),
        ([], False),
    ],
)
def test_slowing_down_is_told_from_six_gaps_on(gaps: list[int], slower: bool) -> None:
    assert slows_down(gaps) is slower


def test_talks_on_one_day_are_one() -> None:
    assert gaps_between([passed(1), passed(1), passed(8), passed(10)]) == [2, 7]
