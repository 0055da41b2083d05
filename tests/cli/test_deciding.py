"""Decisions that change their goal, from the command line."""

import pytest

from .running import Allies


@pytest.fixture
def goal(allies: Allies) -> str:
    """A goal to decide about."""
    return allies.ok("goal", "add", "10 km in June", "--by", "2026-06-30", "--sign", "I cross the line").id


def test_a_decision_changes_the_goal_and_keeps_what_was_before(allies: Allies, goal: str) -> None:
    note = allies.ok("feedback", "add", "your knee needs time").id
    id_ = allies.ok(
        *("decision", "take", "10 km", "--change", "date=2026-09-30", "--change", "measure=30 minutes"),
        *("--because-feedback", note[-6:], "--because-sign", "--expects", "no pain", "--look-again", "4w"),
    ).out.split()[-1]
    changed = allies.ok("goal", "show", goal, "--json").json
    assert (changed["by"], changed["sign"], changed["revision"]) == ("2026-09-30", "30 minutes", 2)
    decision = allies.ok("decision", "show", id_, "--json").json
    assert decision["changes"] == [
        {"what": "date", "before": "2026-06-30", "after": "2026-09-30"},
        {"what": "measure", "before": "I cross the line", "after": "30 minutes"},
    ]
    assert (decision["because_feedback"], decision["because_sign"]) == ([note], True)
    assert (decision["look_again_on"], decision["date"]) == ("2026-04-15", "2026-03-18")


def test_one_undo_takes_decision_and_change_back_together(allies: Allies, goal: str) -> None:
    allies.ok("decision", "take", goal, "--change", "let-go=choir on Thursdays")
    assert allies.ok("goal", "show", goal, "--json").json["state"] == "let-go"
    allies.ok("undo")
    assert allies.ok("goal", "show", goal, "--json").json["state"] == "active"
    assert allies.ok("decision", "list", "--json").json == []


def test_what_a_decision_lacks_is_said_and_nothing_is_saved(allies: Allies, goal: str) -> None:
    allies.ok("goal", "add", "Thesis")

    def refused(change: str, code: int = 1) -> str:
        return allies.refused("decision", "take", goal, "--change", change, code=code)

    assert refused("date=soon") == '"soon" is not a day; write one such as 2026-03-18.'
    assert "lies ahead" in refused("date=yesterday")
    assert "what instead" in refused("let-go=")
    assert refused("pause=") == "A pause needs the day to look again."
    assert refused("scope=thesis") == 'There is already a goal called "thesis".'
    assert refused("colour=red", code=2).startswith("--changes takes")
    assert "Say what changes" in allies.refused("decision", "take", goal, code=2)
    assert "There is no goal" in allies.refused("decision", "take", "choir", "--change", "date=1m")
    assert allies.ok("goal", "show", goal, "--json").json["revision"] == 1
    assert allies.ok("decision", "list", "--json").json == []


def test_a_decision_only_added_leaves_the_goal_as_it_is(allies: Allies, goal: str) -> None:
    allies.ok("decision", "add", goal, "--changes", "date=2026-06-30 -> 2026-09-30")
    assert allies.ok("goal", "show", goal, "--json").json["by"] == "2026-06-30"


def test_looking_back_says_whether_it_helped(allies: Allies, goal: str) -> None:
    id_ = allies.ok("decision", "take", goal, "--change", "date=2026-09-30", "--json").json["id"]
    allies.today = "2026-04-15"
    assert allies.ok("decision", "look-back", id_, "--helped", "partly", "--seen", "less pain").out == (
        f"looked back at {id_}\n"
    )
    decision = allies.ok("decision", "show", id_, "--json").json
    assert (decision["looked_back"], decision["looked_back_on"]) == (
        "It helped in part. less pain",
        "2026-04-15",
    )
