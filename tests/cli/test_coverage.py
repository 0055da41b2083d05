"""Coverage on the command line: the worked network typed in, and its numbers."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.domain.worked_network import ANSWERS, WORKED

from .running import Allies

RUN = "10 km in June"
# The JSON of the worked example, in the words of a file of answers.
FILE = {**ANSWERS, "sign": "a shirt", "audience": "circle"}


@pytest.fixture
def worked(tmp_path: Path) -> Allies:
    """The worked network, entered command by command on its own day."""
    allies = Allies(tmp_path / "network.json", today=WORKED["today"])
    allies.ok("assess", "--answers", "-", given=json.dumps(FILE))
    for one in WORKED["supporters"]:
        gives = [
            word for kind, strength in one["kinds"].items() for word in ("--gives", f"{kind}={strength}")
        ]
        rhythm = ["--cadence", str(one["cadence"]), "--responsive", str(one["resp"])]
        standing = ["--circle", one["circle"], "--state", one["state"]]
        allies.ok("supporter", "add", one["id"], *gives, *rhythm, *standing)
        allies.ok("exchange", "add", one["id"], "--date", one["last"])
    return allies


def rounded(values: dict[str, Any]) -> dict[str, float]:
    return {name: round(value, 4) for name, value in values.items()}


def test_the_worked_network_gives_its_numbers_and_asks(worked: Allies) -> None:
    found = worked.ok("coverage", "--goal", "10 km", "--json").json
    assert list(found) == [
        "goal",
        "mapped",
        "holders",
        "single_points",
        "share",
        "drop",
        "F",
        "residual",
        "asks",
    ]
    assert found["goal"] == RUN
    assert rounded(found["mapped"]) == WORKED["mapped"]
    assert round(found["F"], 4) == WORKED["F"]
    assert rounded(found["share"]) == WORKED["share"]
    assert rounded(found["drop"]) == WORKED["drop"]
    assert found["single_points"] == ["encouragement", "celebration"]
    assert found["holders"]["guidance"] == ["Ben", "Dev"]
    assert found["holders"]["accountability"] == []
    assert rounded(found["residual"])["accountability"] == 2.1
    assert [[ask["person"], ask["kind"], round(ask["score"], 4)] for ask in found["asks"]] == WORKED["asks"]
    ben, cleo, dev = (ask["because"] for ask in found["asks"])
    for fact in ("nobody covers it reliably", "'cannot do without'", "Ben could", "due to talk anyway"):
        assert fact in ben
    for fact in ("nobody covers it reliably", "Cleo could", "3 weeks ago"):
        assert fact in cleo
    for fact in ("Dev gives it reliably", "8 months ago"):
        assert fact in dev


def test_all_goals_go_by_their_ids(worked: Allies) -> None:
    [goal] = worked.ok("goal", "list", "--json").json
    alone = worked.ok("coverage", "--goal", RUN, "--json").json
    assert worked.ok("coverage", "--json").json == {"goals": {goal["id"]: alone}}


def test_the_coverage_reads_in_words_and_without_figures(worked: Allies) -> None:
    told = worked.ok("coverage").out
    for line in (
        f"Who could help with {RUN}:",
        "  Accountability          weak  nobody yet; Ben could",
        "  Company                 weak  nobody yet; Ben and Cleo could",
        "  Guidance and advice     fair  Dev reliably (not heard from for 8 months), Ben sometimes",
        "Encouragement and celebration rest on Ana alone. Who could be a second voice?",
        "Ana carries about two fifths of it all. What could somebody else take on?",
        "Eli is paused, and left out.",
        "  Ben for accountability, because nobody covers it reliably and",
    ):
        assert line in told
    assert "%" not in told
    assert "0." not in told


def test_a_yes_and_a_pause_are_seen_at_once(worked: Allies) -> None:
    worked.ok("supporter", "edit", "Ben", "--gives", "accountability=2")
    assert "Ben sometimes" in worked.ok("coverage").out.split("Accountability")[1].splitlines()[0]
    worked.ok("supporter", "edit", "Ben", "--state", "paused")
    assert "Ben" not in [ask["person"] for ask in worked.ok("coverage", "--goal", RUN, "--json").json["asks"]]


def test_without_answers_there_is_nothing_to_cover(allies: Allies) -> None:
    assert "nothing to cover yet" in allies.ok("coverage").out
    assert allies.ok("coverage", "--json").json == {"goals": {}}


def test_a_goal_without_coverage_says_why(allies: Allies) -> None:
    allies.ok("goal", "add", "Choir")
    assert allies.refused("coverage", "--goal", "choir").startswith("Nobody has said yet what would help")
    allies.ok("goal", "edit", "choir", "--state", "done")
    assert "is not active" in allies.refused("coverage", "--goal", "choir", "--json")
    assert allies.refused("coverage", "--goal", "opera") == 'There is no goal "opera".'


def test_two_of_one_name_are_told_apart_by_their_ids(worked: Allies) -> None:
    """No two can be given one name, but a file written by hand may hold two."""
    worked.ok("fold")
    worked.store.write_text(worked.store.read_text("utf-8").replace('"name":"Ben"', '"name":"Ana"'), "utf-8")
    found = worked("coverage", "--goal", "10 km", "--json").json
    assert sorted(name.split(" ")[0] for name in found["share"]) == ["Ana", "Ana", "Cleo", "Dev", "Eli"]
    assert round(sum(found["share"].values()), 6) == 1
    sentence = worked.refused("log", "--yes", "called ana")
    one, other = (word for word in sentence.split() if word.strip("().").isdigit())
    assert sentence == f'"ana" could be Ana {one} or Ana {other} Say more of the name.'
