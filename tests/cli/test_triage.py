"""Verdicts on feedback from the command line."""

import pytest

from .running import Allies

VERDICTS = {
    "accept": ("--next-step", "rest on Mondays", "--by", "2d"),
    "adapt": ("--part", "one day a week"),
    "park": (),
    "decline": ("--why", "the plan has rest days"),
}
DONE = {"accept": "accepted", "adapt": "adapted", "park": "parked", "decline": "declined"}


@pytest.fixture
def note(allies: Allies) -> str:
    """A note from Ana."""
    allies.ok("supporter", "add", "Ana Ribeiro")
    return allies.ok("feedback", "add", "you skip rest days", "--from", "ana").id


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_is_given_with_what_it_requires(allies: Allies, note: str, verdict: str) -> None:
    answer = allies.ok("feedback", verdict, note[-5:], *VERDICTS[verdict]).out
    assert answer == f"{DONE[verdict]} {note}\n"
    shown = allies.ok("feedback", "show", note, "--json").json
    assert (shown["verdict"], shown["verdict_on"], shown["revision"]) == (verdict, "2026-03-18", 2)
    assert DONE[verdict] in allies.ok("feedback", "list").out


@pytest.mark.parametrize("verdict", VERDICTS)
def test_a_verdict_answers_with_id_and_revision_and_is_one_step_to_undo(
    allies: Allies, note: str, verdict: str
) -> None:
    given = allies.ok("feedback", verdict, note, *VERDICTS[verdict], "--json").json
    assert given == {"id": note, "revision": 2}
    allies.ok("undo")
    assert allies.ok("feedback", "show", note, "--json").json["verdict"] is None
    allies.ok("redo")
    assert allies.ok("feedback", "show", note, "--json").json["verdict"] == verdict


def test_what_a_verdict_lacks_is_said_and_nothing_is_saved(allies: Allies, note: str) -> None:
    assert allies.refused("feedback", "accept", note) == (
        "Accepting needs the next step and the day to do it by. Say it with --next-step and --by."
    )
    assert allies.refused("feedback", "adapt", note).endswith("which part. Say it with --part.")
    assert allies.refused("feedback", "decline", note, "--why", " ").endswith("Say it with --why.")
    assert "later day" in allies.refused("feedback", "park", note, "--until", "today")
    assert allies.refused("feedback", "park", note, "--until", "soon", code=2).startswith("--parked-until")
    assert allies.ok("feedback", "show", note, "--json").json["revision"] == 1


def test_a_verdict_on_nothing_is_one_sentence(allies: Allies, note: str) -> None:
    assert allies.refused("feedback", "decline", "99999", "--why", "no") == (
        'There is no feedback "99999". It goes by the last digits of its id, as a list shows them.'
    )


def test_the_same_holds_where_a_verdict_is_entered_as_a_field(allies: Allies, note: str) -> None:
    assert "Declining needs" in allies.refused("feedback", "edit", note, "--verdict", "decline")
    allies.ok("feedback", "edit", note, "--verdict", "decline", "--reason", "not now")


def test_what_stings_or_is_about_the_person_rests_until_tomorrow(allies: Allies) -> None:
    for option in (("--stings",), ("--about", "person")):
        id_ = allies.ok("feedback", "add", "you are lazy", *option).id
        note = allies.ok("feedback", "show", id_, "--json").json
        assert (note["verdict"], note["parked_until"], note["parked_times"]) == ("park", "2026-03-19", 0)


def test_what_stings_and_has_its_verdict_does_not_rest(allies: Allies) -> None:
    id_ = allies.ok("feedback", "add", "lazy", "--stings", "--verdict", "decline", "--reason", "untrue").id
    assert allies.ok("feedback", "show", id_, "--json").json["verdict"] == "decline"


def test_the_third_parking_asks_to_decline(allies: Allies, note: str) -> None:
    allies.ok("feedback", "park", note)
    allies.today = "2026-04-01"
    allies.ok("feedback", "park", note, "--until", "2w")
    allies.today = "2026-04-15"
    assert allies.refused("feedback", "park", note) == (
        "This was parked twice already: decline it, or park it once more with --again."
    )
    allies.ok("feedback", "park", note, "--again")
    assert allies.ok("feedback", "show", note, "--json").json["parked_times"] == 3


def test_a_note_taken_up_again_waits(allies: Allies, note: str) -> None:
    allies.ok("feedback", "decline", note, "--why", "no")
    allies.ok("feedback", "reopen", note)
    assert allies.ok("feedback", "show", note, "--json").json["verdict"] is None


def test_a_draft_is_printed_and_that_it_was_told_is_noted(allies: Allies, note: str) -> None:
    assert "nothing to tell yet" in allies.refused("feedback", "tell", note)
    allies.ok("feedback", "accept", note, *VERDICTS["accept"])
    draft = allies.ok("feedback", "tell", note).out
    assert "Hello Ana Ribeiro" in draft
    assert "rest on Mondays" in draft
    assert allies.ok("feedback", "show", note, "--json").json["told_on"] is None
    assert allies.ok("feedback", "tell", note, "--told").out == draft
    assert allies.ok("feedback", "show", note, "--json").json["told_on"] == "2026-03-18"


def test_a_draft_obeys_no_terminal(allies: Allies) -> None:
    id_ = allies.ok("feedback", "add", "slow\x1b[31m down\u202e").id
    allies.ok("feedback", "decline", id_, "--why", "no")
    out = allies.ok("feedback", "tell", id_).out
    assert "\x1b" not in out
    assert "\u202e" not in out
