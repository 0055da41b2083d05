"""Today on the command line."""

from typing import Any

import pytest

from .running import Allies

DAY = "2026-03-16"

ANSWERS = """{"goal_title": "10 km in June", "sign": "the line", "ownership": "mine", "stage": "started",
"control": 4, "strain": 1, "audience": "circle",
"importance": {"encouragement": 2, "emotional": 1, "guidance": 2, "accountability": 3, "feedback": 1,
"practical": 1, "belonging": 3, "celebration": 2},
"coverage": {"encouragement": 2, "emotional": 3, "guidance": 1, "accountability": 0, "feedback": 0,
"practical": 2, "belonging": 0, "celebration": 2}}"""

PEOPLE = """[
{"name": "Ana", "circle": "inner", "cadence": 7, "responsive": 3,
 "gives": {"encouragement": 3, "emotional": 3, "celebration": 3, "practical": 2}},
{"name": "Ben", "cadence": 30, "responsive": 2,
 "gives": {"guidance": 2, "accountability": 1, "belonging": 1}},
{"name": "Cleo", "cadence": 30, "responsive": 2, "birthday": "--03-20",
 "gives": {"belonging": 1, "celebration": 1, "encouragement": 1}},
{"name": "Dev", "circle": "outer", "cadence": 90, "responsive": 2, "gives": {"guidance": 3, "feedback": 2}},
{"name": "Eli", "circle": "outer", "cadence": 90, "responsive": 1, "state": "paused",
 "gives": {"practical": 2, "accountability": 3}}]"""

TALKS = """[
{"supporters": ["Ana"], "date": "2026-03-13"}, {"supporters": ["Ben"], "date": "2026-02-04"},
{"supporters": ["Cleo"], "date": "2026-02-24"}, {"supporters": ["Dev"], "date": "2025-07-19"},
{"supporters": ["Eli"], "date": "2026-03-06"}]"""


@pytest.fixture
def worked(allies: Allies) -> Allies:
    """The worked network, entered from the command line, and a promise to Cleo."""
    allies.today = DAY
    allies.ok("assess", "--answers", "-", "--json", given=ANSWERS)
    allies.ok("supporter", "add", "--from-json", "-", given=PEOPLE)
    allies.ok("exchange", "add", "--from-json", "-", given=TALKS)
    allies.ok(
        "offer", "add", "Cleo", "--text", "the printer's name", "--date", "2026-03-01", "--due", "2026-03-15"
    )
    allies.ok("follow-up", "add", "send Ben the plan", "--supporter", "Ben", "--due", "2026-03-16")
    return allies


def shown(allies: Allies) -> dict[str, Any]:  # any JSON
    document: dict[str, Any] = allies.ok("today", "--json").json
    return document


def test_the_worked_network_tells_its_acts_and_who_is_due(worked: Allies) -> None:
    document = shown(worked)
    acts = [(act["lane"], act["person"], act["kind"], act["goal"], act["state"]) for act in document["acts"]]
    assert acts == [
        ("ask", "Ben", "accountability", "10 km in June", "open"),
        ("keep", "Dev", None, None, "open"),
        ("give", "Cleo", None, None, "open"),
    ]
    assert [round(act["score"], 4) for act in document["acts"]] == [0.729, 3.2688, 1.0]
    assert all(act["because"] for act in document["acts"])
    due = [
        (one["person"], round(one["ratio"], 4), one["state"], round(one["score"], 4))
        for one in document["due"]
    ]
    assert due == [("Dev", 2.6667, "drifting", 3.2688), ("Ben", 1.3333, "due", 1.5484)]
    assert [one["due_on"] for one in document["due"]] == ["2025-10-17", "2026-03-06"]
    loops = [(loop["what"], loop["people"], loop["late"]) for loop in document["open_loops"]]
    assert loops == [("promise", ["Cleo"], True), ("follow-up", ["Ben"], False)]
    assert document["coming_up"][0]["what"] == "birthday"
    assert document["open"][0]["what"] == "gap"


def test_it_is_told_in_plain_lines_and_in_one(worked: Allies) -> None:
    assert worked.ok("today", "--line").out == "3 to do · 2 due · 2 open\n"
    lines = worked.ok("today").out.splitlines()
    assert lines[0] == "Monday 16 Mar 2026"
    assert "  1  Ask Ben for accountability · 10 km in June" in lines
    assert "     because you last spoke 8 months ago, and Dev gives guidance and advice reliably" in lines
    assert "  3  Keep your promise to Cleo: the printer's name" in lines
    assert "  Ben  40 of 30 days" in lines
    assert "  Ben  send Ben the plan  come back to it  by Mon 16 Mar" in lines
    assert "  Fri 20 Mar  Cleo  birthday" in lines


def test_on_an_empty_store_nothing_is_open(allies: Allies) -> None:
    assert allies.ok("today", "--line").out == "nothing is open\n"
    assert shown(allies)["acts"] == []


def test_an_act_is_ticked_off_put_off_and_taken_back_and_the_history_knows_nothing_of_it(
    worked: Allies,
) -> None:
    before = worked.ok("history").out
    assert "1  Ask Ben for accountability  (done)" in worked.ok("today", "--done", "1").out
    assert "2  Get in touch with Dev  (not today)" in worked.ok("today", "--not-today", "2").out
    assert [act["state"] for act in shown(worked)["acts"]] == ["done", "put-off", "open"]
    assert worked.ok("today", "--line").out.startswith("1 to do")
    worked.ok("today", "--done", "1")
    assert [act["state"] for act in shown(worked)["acts"]] == ["open", "put-off", "open"]
    assert worked.ok("history").out == before
    worked.today = "2026-03-17"
    assert {act["state"] for act in shown(worked)["acts"]} == {"open"}


def test_more_is_asked_for_and_what_is_not_there_is_refused(worked: Allies) -> None:
    worked.ok("today", "--more")
    assert len(shown(worked)["acts"]) > 3
    assert worked.refused("today", "--done", "99") == "There is no act 99 today."
    worked.refused("today", "--done", "0", code=2)
    worked.refused("today", "--json", "--line", code=2)


def test_forgiving_is_one_change_that_can_be_undone(worked: Allies) -> None:
    assert worked.ok("today", "--forgive").out == "2 clocks begin anew today\n"
    assert shown(worked)["due"] == []
    talks = worked.ok("exchange", "list", "--json").json
    assert len(talks) == 5
    worked.ok("undo")
    assert [one["person"] for one in shown(worked)["due"]] == ["Dev", "Ben"]
    worked.ok("supporter", "edit", "Dev", "--cadence", "0")
    worked.ok("supporter", "edit", "Ben", "--snoozed-until", "1w")
    assert shown(worked)["due"] == []
    assert worked.ok("today", "--forgive").out == "nobody is due\n"


def test_what_was_followed_up_is_done_or_comes_again(worked: Allies) -> None:
    [once] = worked.ok("follow-up", "list", "--json").json
    assert worked.ok("follow-up", "done", once["id"][-6:]).out == f"done {once['id']}\n"
    assert [loop["what"] for loop in shown(worked)["open_loops"]] == ["promise"]
    again = worked.ok(
        "follow-up", "add", "write", "--due", "2026-03-15", "--rrule", "FREQ=WEEKLY;BYDAY=SU"
    ).id
    worked.ok("follow-up", "done", again)
    assert worked.ok("follow-up", "show", again, "--json").json["due"] == "2026-03-22"
    worked.refused("follow-up", "done", "0000")


def test_a_talk_logged_from_the_command_line_restarts_the_clock_and_the_future_is_refused(
    worked: Allies,
) -> None:
    assert "future" in worked.refused("exchange", "add", "Dev", "--date", "tomorrow")
    assert "future" in worked.refused("supporter", "edit", "Dev", "--clock-from", "2026-03-17")
    worked.ok("exchange", "add", "Dev", "--date", "2001-01-01")
    assert shown(worked)["due"][0]["person"] == "Dev"
    worked.ok("exchange", "add", "Dev")
    assert [one["person"] for one in shown(worked)["due"]] == ["Ben"]
    assert [act["state"] for act in shown(worked)["acts"]] == ["open", "done", "open"]


def test_forgiving_goes_alone_and_has_its_receipts(worked: Allies) -> None:
    for option in ("--line", "--more", "--done=1", "--not-today=1"):
        assert "--forgive goes alone" in worked.refused("today", "--forgive", option, code=2)
    assert [one["revision"] for one in worked.ok("today", "--forgive", "--json").json] == [2, 2]
    assert worked.ok("today", "--forgive", "--json").json == []


def test_of_many_who_are_due_the_first_are_named_and_the_others_counted(allies: Allies) -> None:
    names = [f"Person {letter}" for letter in "ABCDEFG"]
    for name in names:
        allies.ok("supporter", "add", name)
    allies.ok("exchange", "add", *names, "--date", "2025-06-01")
    lines = allies.ok("today").out.splitlines()
    assert sum(line.endswith(" of 30 days") for line in lines) == 5
    assert lines[-1].startswith("  2 more; ")
    assert len(shown(allies)["due"]) == 7
