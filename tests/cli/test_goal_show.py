"""What `goal show` says beneath the fields of a goal."""

import json

from .running import Allies

ANSWERS = {
    "goal_title": "A short start",
    "stage": "stuck",
    "top3": ["guidance", "belonging"],
    "top3_cover": {"guidance": 0, "belonging": 3},
}


def test_a_goal_is_shown_with_what_the_last_look_found(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ben", "--gives", "guidance=2")
    assert allies("assess", "--answers", "-", given=json.dumps(ANSWERS)).code == 0
    shown = allies.ok("goal", "show", "short").out
    assert "stage     stuck" in shown
    assert "Looked at on 2026-03-18.\nWhat would help with A short start:" in shown
    assert "Guidance and advice     cannot do without; nobody yet: open" in shown
    assert "Ask Ben for guidance and advice." in shown


def test_a_goal_nobody_looked_at_is_its_fields_alone(allies: Allies) -> None:
    allies.ok("goal", "add", "Choir")
    lines = allies.ok("goal", "show", "choir").out.splitlines()
    assert [line.split()[0] for line in lines] == ["id", "revision", "title", "state"]


def test_json_stays_the_record_alone(allies: Allies) -> None:
    assert allies("assess", "--answers", "-", given=json.dumps(ANSWERS)).code == 0
    assert allies.ok("goal", "show", "short", "--json").json["title"] == "A short start"
