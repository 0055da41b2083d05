"""Who may hear of a goal."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.language.words import Audience
from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask, Exchange, Progress
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.domain.talks.audience import may_hear

from .networks import numbered

TODAY = date(2026, 3, 18)
EVERYBODY: dict[str, dict[str, object]] = {
    "told": {"told": True},
    "named": {"goals": ("100",)},
    "known": {},
    "asked": {},
    "elsewhere": {"goals": ("101",), "told": True},
}


def those_who_may_hear(audience: Audience | None, *records: Record, **fields: object) -> set[str]:
    goal = Goal(id="100", title="10 km in June", audience=audience)
    people = [
        Supporter.model_validate({"id": f"{place}", "name": name, **given_, **fields})
        for place, (name, given_) in enumerate(EVERYBODY.items(), 1)
    ]
    network = numbered(goal, Goal(id="101", title="Another"), *people, *records)
    return {one.name for one in people if may_hear(network, one, goal)}


ASKED = Ask(supporter="4", goal="100", text="come along", state="sent", sent_on=TODAY)


@pytest.mark.parametrize(
    ("audience", "who"),
    [
        ("nobody", set()),
        ("anyone", {"told", "named", "known", "asked"}),
        ("circle", {"told", "named", "asked"}),
        (None, {"told", "named", "asked"}),
        ("one", {"asked"}),
    ],
)
def test_a_goal_is_told_to_as_many_as_its_audience_says(audience: Audience | None, who: set[str]) -> None:
    assert those_who_may_hear(audience, ASKED) == who


def test_before_the_one_trusted_person_has_heard_it_is_theirs_who_are_down_for_this_very_goal() -> None:
    assert those_who_may_hear("one") == {"named"}


def test_an_ask_that_was_only_drafted_has_told_nobody_anything() -> None:
    assert "asked" not in those_who_may_hear("circle", ASKED.changed_to(state="drafted"))


def test_whoever_talked_about_it_or_heard_of_progress_knows_of_it() -> None:
    talked = Exchange(supporters=("3",), date=TODAY, goal="100")
    reached = Progress(goal="100", date=TODAY, milestone="8 km", shared_with=("4",))
    assert those_who_may_hear("circle", talked, reached) >= {"known", "asked"}


@given(st.sampled_from([None, *get_args(Audience)]), st.booleans(), st.booleans())
def test_a_wider_audience_never_leaves_anybody_out(
    audience: Audience | None, told: bool, asked: bool
) -> None:
    records = (ASKED,) if asked else ()
    heard = those_who_may_hear(audience, *records, told=told)
    assert those_who_may_hear("nobody", *records, told=told) <= heard
    assert heard <= those_who_may_hear("anyone", *records, told=told)
