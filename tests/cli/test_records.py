"""Adding, listing, showing, changing and deleting records."""

import json
from pathlib import Path

import pytest

from .running import Allies


def test_a_goal_is_added_with_each_field_as_an_option(allies: Allies) -> None:
    id_ = allies.ok("goal", "add", "10 km in June", "--sign", "I cross the line", "--by", "2026-06-30").id
    goal = allies.ok("goal", "show", id_, "--json").json
    assert (goal["title"], goal["sign"], goal["by"]) == ("10 km in June", "I cross the line", "2026-06-30")
    assert goal["revision"] == 1


def test_a_supporter_takes_the_names_scripts_count_on(allies: Allies) -> None:
    allies.ok(
        *("supporter", "add", "Mara Lindqvist", "--nickname", "Mo", "--relationship", "friend"),
        *("--circle", "inner", "--gives", "guidance=2", "--gives", "feedback=3", "--cadence", "30"),
        *("--responsive", "3", "--state", "active"),
    )
    mara = allies.ok("supporter", "show", "mo", "--json").json
    assert mara["aliases"] == ["Mo"]
    assert mara["gives"] == {"guidance": 2, "feedback": 3}
    assert (mara["relationship"], mara["circle"], mara["cadence"]) == ("friend", "inner", 30)


def test_feedback_says_who_gave_it_about_which_goal(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ana Ribeiro")
    allies.ok("goal", "add", "10 km in June")
    id_ = allies.ok(
        *("feedback", "add", "you skip rest days", "--from", "ana", "--goal", "10 km", "--form", "stop"),
        *("--about", "way", "--stings"),
    ).id
    note = allies.ok("feedback", "show", id_[-6:], "--json").json
    assert (note["supporter_name"], note["goal_title"]) == ("Ana Ribeiro", "10 km in June")
    assert (note["date"], note["form"], note["about"], note["stings"]) == ("2026-03-18", "stop", "way", True)


def test_an_exchange_names_everybody_who_took_part(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ben")
    allies.ok("supporter", "add", "Cleo")
    id_ = allies.ok(
        *("exchange", "add", "ben", "cleo", "--date", "yesterday", "--direction", "received"),
        *("--kind", "belonging", "--size", "2"),
    ).id
    exchange = allies.ok("exchange", "show", id_, "--json").json
    assert exchange["supporters_names"] == ["Ben", "Cleo"]
    assert (exchange["date"], exchange["kinds"], exchange["size"]) == ("2026-03-17", ["belonging"], 2)


def test_progress_asks_and_decisions_hang_on_goals_and_people(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ben")
    allies.ok("goal", "add", "Thesis")
    allies.ok("progress", "add", "thesis", "--did", "chapter 2", "--level", "-1")
    allies.ok("ask", "add", "ben", "--goal", "thesis", "--kind", "accountability", "--due", "2w")
    allies.ok("decision", "add", "thesis", "--changes", "date=June -> July", "--look-again-on", "1m")
    assert allies.ok("progress", "list", "--json").json[0]["level"] == -1
    assert allies.ok("ask", "list", "--json").json[0]["due"] == "2026-04-01"
    [decision] = allies.ok("decision", "list", "--json").json
    assert decision["changes"] == [{"what": "date", "before": "June", "after": "July"}]
    assert decision["look_again_on"] == "2026-04-18"


def test_your_profile_is_made_by_the_first_change_and_stays_one(allies: Allies) -> None:
    first = allies.ok("profile", "edit", "--me", "Jo", "--offers", "guidance").id
    second = allies.ok("profile", "edit", "--help-style", "options").id
    mine = allies.ok("profile", "show", "--json").json
    assert first == second == mine["id"]
    assert (mine["me"], mine["help_style"], mine["offers"]) == ("Jo", "options", ["guidance"])


def test_an_edit_changes_the_fields_given_and_no_others(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis", "--why", "to finish", "--stage", "idea")
    allies.ok("goal", "edit", "thesis", "--stage", "moving")
    goal = allies.ok("goal", "show", "thesis", "--json").json
    assert (goal["why"], goal["stage"], goal["revision"]) == ("to finish", "moving", 2)


def test_an_empty_value_clears_a_field(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ben", "--tags", "club", "--gives", "guidance=1", "--cadence", "7")
    allies.ok("supporter", "edit", "ben", "--tags", "", "--gives", "", "--cadence", "")
    ben = allies.ok("supporter", "show", "ben", "--json").json
    assert (ben["tags"], ben["gives"], ben["cadence"]) == ([], {}, None)


def test_a_field_that_has_to_be_there_cannot_be_cleared(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    assert allies.refused("goal", "edit", "thesis", "--title", "", code=2) == "--title may not be empty."


def test_a_list_given_anew_takes_the_place_of_the_old_one(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ben", "--tags", "club", "--tags", "work")
    allies.ok("supporter", "edit", "ben", "--tags", "choir")
    assert allies.ok("supporter", "show", "ben", "--json").json["tags"] == ["choir"]


def test_a_strength_is_laid_over_those_there_were(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ben", "--gives", "guidance=1", "--gives", "practical=2")
    allies.ok("supporter", "edit", "ben", "--gives", "guidance=3")
    assert allies.ok("supporter", "show", "ben", "--json").json["gives"] == {"guidance": 3, "practical": 2}


def test_an_edit_that_changes_nothing_saves_nothing(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    allies.ok("goal", "edit", "thesis", "--title", "Thesis")
    assert allies.ok("goal", "show", "thesis", "--json").json["revision"] == 1


def test_an_edit_of_an_older_revision_names_both_values(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis", "--stage", "idea")
    allies.ok("goal", "edit", "thesis", "--stage", "stuck")
    sentence = allies.refused("goal", "edit", "thesis", "--stage", "moving", "--revision", "1")
    assert '"stuck"' in sentence
    assert '"moving"' in sentence
    assert allies.ok("goal", "show", "thesis", "--json").json["stage"] == "stuck"


def test_an_edit_of_the_newest_revision_goes_through(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    allies.ok("goal", "edit", "thesis", "--stage", "stuck", "--revision", "1")
    assert "no 9 yet" in allies.refused("goal", "edit", "thesis", "--stage", "idea", "--revision", "9")


def test_writes_answer_with_id_and_revision_in_json(allies: Allies) -> None:
    added = allies.ok("goal", "add", "Thesis", "--json").json
    edited = allies.ok("goal", "edit", "thesis", "--stage", "idea", "--json").json
    deleted = allies.ok("goal", "delete", "thesis", "--json").json
    assert added["id"] == edited["id"] == deleted["id"]
    assert (added["revision"], edited["revision"]) == (1, 2)


def test_what_refers_to_a_deleted_record_stays_and_says_so(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ana")
    allies.ok("goal", "add", "Thesis")
    id_ = allies.ok("feedback", "add", "slower", "--from", "ana", "--goal", "thesis").id
    assert allies.ok("supporter", "delete", "ana").out.startswith("deleted ")
    allies.ok("goal", "delete", "thesis")
    listed = allies.ok("feedback", "list").out
    assert "someone" in listed
    assert "a goal let go of" in listed
    shown = allies.ok("feedback", "show", id_, "--json").json
    assert (shown["supporter_name"], shown["goal_title"]) == (None, None)
    assert shown["supporter"] is not None


def test_an_exact_name_wins_over_a_part_of_one(allies: Allies) -> None:
    allies.ok("supporter", "add", "Ann")
    allies.ok("supporter", "add", "Annika")
    assert allies.ok("supporter", "show", "ann", "--json").json["name"] == "Ann"
    assert "could be" in allies.refused("supporter", "show", "an")


@pytest.mark.parametrize("wanted", ["nobody", "123456", "12", "\u202e", "[b]"])
def test_who_is_not_there_is_not_found(allies: Allies, wanted: str) -> None:
    allies.ok("supporter", "add", "Ann")
    for verb in ("show", "delete"):
        assert allies.refused("supporter", verb, wanted).startswith("There is no supporter")


def test_names_and_titles_are_there_once(allies: Allies) -> None:
    allies.ok("supporter", "add", "Renée López", "--nickname", "Ren")
    allies.ok("goal", "add", "Thesis")
    assert "already" in allies.refused("supporter", "add", "renee lopez")
    assert "already" in allies.refused("supporter", "add", "Somebody", "--nickname", "REN")
    assert "already" in allies.refused("goal", "add", "thesis")
    allies.ok("supporter", "edit", "ren", "--name", "Renee Lopez")


@pytest.mark.parametrize("command", ["exchange", "feedback", "progress"])
def test_nothing_has_happened_tomorrow(allies: Allies, command: str) -> None:
    allies.ok("supporter", "add", "Ben")
    allies.ok("goal", "add", "Thesis")
    first = {"exchange": "ben", "feedback": "well done", "progress": "thesis"}[command]
    assert "is in the future" in allies.refused(command, "add", first, "--date", "tomorrow")


@pytest.mark.parametrize(
    "day", ["2026-02-30", "soon", "2026-3-1", "20260301", "99999w", "9999y", "2026-W10-1"]
)
def test_a_day_that_is_none_is_a_usage_error(allies: Allies, day: str) -> None:
    assert allies.refused("goal", "add", "Thesis", "--by", day, code=2).startswith("--by takes a day")


def test_a_list_in_json_is_saved_all_or_nothing(allies: Allies, tmp_path: Path) -> None:
    people = tmp_path / "people.json"
    people.write_text(json.dumps([{"name": "Ben"}, {"name": "Cleo", "knows": ["Ben"]}, {"name": "ben"}]))
    assert allies.refused("supporter", "add", "--from-json", str(people)).startswith("Record 3: ")
    assert allies.ok("supporter", "list", "--json").json == []
    people.write_text(json.dumps([{"name": "Ben"}, {"name": "Cleo", "knows": ["Ben"]}]))
    assert len(allies.ok("supporter", "add", "--from-json", str(people), "--json").json) == 2
    ben, cleo = allies.ok("supporter", "list", "--json").json
    assert cleo["knows"] == [ben["id"]]


def test_a_printed_record_is_taken_back_as_an_edit(allies: Allies) -> None:
    allies.ok("goal", "add", "Thesis")
    goal = allies.ok("goal", "show", "thesis", "--json").json
    allies.ok("goal", "edit", "--from-json", "-", given=json.dumps({**goal, "stage": "stuck"}))
    assert allies.ok("goal", "show", "thesis", "--json").json["stage"] == "stuck"
    late = allies.refused("goal", "edit", "--from-json", "-", given=json.dumps({**goal, "stage": "idea"}))
    assert "changed since revision 1" in late


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ('{"title": "a", "title": "b"}', "twice"),
        ('{"title": NaN}', "not a number"),
        ('{"title": "\\ud800"}', "surrogate"),
        ("[" * 5000, "too deeply"),
        ("[" * 60 + "]" * 60, "too deeply"),
        ('"Thesis"', "object was expected"),
        ("3", "object was expected"),
        ('{"title": 3}', "--title"),
        ('{"title": ""}', "--title may not be empty"),
        ('{"colour": "red"}', '"colour" is not a field'),
        ("{}", "needs --title"),
        ('{"title": "a", "by": "2026-02-30"}', "not a day"),
        ('{"title": "a", "by": 3}', "--by"),
        ('{"title": "a", "stage": "flying"}', "--stage"),
        ('{"title": ["a"]}', "--title"),
    ],
)
def test_json_that_does_not_fit_is_refused_with_a_sentence(allies: Allies, text: str, expected: str) -> None:
    assert expected in allies.refused("goal", "add", "--from-json", "-", given=text)
    assert allies.ok("goal", "list", "--json").json == []


def test_json_that_is_not_utf8_or_not_there_is_refused(allies: Allies, tmp_path: Path) -> None:
    assert "not UTF-8" in allies.refused("goal", "add", "--from-json", "-", given=b'{"title": "\xff"}')
    assert "No such file" in allies.refused("goal", "add", "--from-json", str(tmp_path / "none"))
    assert "directory" in allies.refused("goal", "add", "--from-json", str(tmp_path))


def test_json_goes_without_other_fields(allies: Allies) -> None:
    allies.refused("goal", "add", "Thesis", "--from-json", "-", given="{}", code=2)


def test_what_has_to_be_given_is_asked_for(allies: Allies) -> None:
    assert allies.refused("goal", "add", code=2) == "Missing TITLE."
    assert allies.refused("goal", "add", " ", code=2) == "TITLE may not be empty."
    assert "one text" in allies.refused("goal", "add", "two", "words", code=2)
    assert "not both" in allies.refused("goal", "add", "a", "--title", "b", code=2)
    allies.ok("goal", "add", "Thesis")
    assert allies.refused("goal", "edit", "thesis", code=2).startswith("Say what to change")


def test_an_empty_list_says_so(allies: Allies) -> None:
    assert allies.ok("goal", "list").out == "There is no goal yet.\n"
    assert allies.ok("goal", "list", "--json").json == []


def test_a_listing_holds_a_record_a_line_with_an_id_that_finds_it(allies: Allies) -> None:
    allies.ok("feedback", "add", "first\nsecond 漢字 line")
    allies.ok("feedback", "add", "another")
    _head, first, second = allies.ok("feedback", "list").out.splitlines()
    assert "first second 漢字 line" in first
    assert allies.ok("feedback", "show", second.split()[0], "--json").json["text"] == "another"


def test_show_sets_in_a_text_of_several_lines(allies: Allies) -> None:
    id_ = allies.ok("feedback", "add", "first\nsecond").id
    assert "text      first\n          second\n" in allies.ok("feedback", "show", id_).out
