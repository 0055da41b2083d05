"""How often somebody wants to be heard from, and where that stands."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.language.words import Circle
from tui.domain.records.supporter import Supporter
from tui.domain.talks.rhythm import TOUCHES, cadence_of, touch_after, touch_of

TODAY = date(2026, 3, 18)
WORKED = json.loads((Path(__file__).parent / "worked_examples.json").read_text())["contact"]


@pytest.mark.parametrize("example", WORKED, ids=lambda one: f"{one['days']} of {one['cadence']}")
def test_the_worked_examples_come_out(example: dict[str, object]) -> None:
    assert touch_after(int(str(example["days"])), int(str(example["cadence"]))) == example["status"]


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"circle": "inner"}, 7),
        ({"circle": "middle"}, 30),
        ({"circle": "outer"}, 90),
        ({"circle": "inner", "relationship": "group"}, 14),
        ({"circle": "outer", "relationship": "mentor"}, 30),
        ({"circle": "outer", "mentor": "active"}, 30),
        ({"circle": "outer", "mentor": "identified"}, 90),
        ({"circle": "inner", "cadence": 0}, 0),
        ({"relationship": "group", "cadence": 21}, 21),
    ],
)
def test_a_cadence_is_ones_own_or_that_of_the_circle(fields: dict[str, str | int], days: int) -> None:
    assert cadence_of(Supporter.model_validate({"name": "Ana", **fields})) == days


@given(st.integers(0, 4000), st.integers(0, 4000), st.integers(0, 400), st.booleans())
def test_more_silence_never_brings_anybody_closer(days: int, more: int, cadence: int, kin: bool) -> None:
    before, after = touch_after(days, cadence, kin=kin), touch_after(days + more, cadence, kin=kin)
    assert TOUCHES.index(before) <= TOUCHES.index(after)


@given(st.integers(0, 4000), st.integers(1, 400))
def test_kin_drift_no_sooner_than_friends(days: int, cadence: int) -> None:
    kin, friends = touch_after(days, cadence, kin=True), touch_after(days, cadence)
    assert TOUCHES.index(kin) <= TOUCHES.index(friends)


@given(st.integers(0, 4000), st.sampled_from(get_args(Circle)))
def test_a_clock_that_rests_or_is_none_is_fine(days: int, circle: Circle) -> None:
    resting = Supporter(name="Ana", circle=circle, snoozed_until=TODAY + timedelta(days=1))
    assert touch_of(resting, days, TODAY) == "fine"
    assert touch_of(Supporter(name="Ana", circle=circle, cadence=0), days, TODAY) == "fine"
