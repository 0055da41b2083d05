"""Asking, offering and what becomes of it, on the command line."""

import json

import pytest

from .running import Allies

ANSWERS = {
    "goal_title": "10 km in June",
    "stage": "started",
    "top3": ["accountability", "guidance"],
    "top3_cover": {"accountability": 0, "guidance": 0},
}


@pytest.fixture
def asked(allies: Allies) -> Allies:
    """A goal that needs two kinds, and three people."""
    allies.ok("assess", "--answers", "-", given=json.dumps(ANSWERS))
    allies.ok("goal", "edit", "10 km", "--why", "to feel light")
    allies.ok("supporter", "add", "Ben Carter", "--gives", "accountability=1", "--gives", "guidance=2")
    allies.ok("supporter", "add", "Eli", "--state", "paused", "--gives", "guidance=3")
    allies.ok("supporter", "add", "Fay", "--state", "candidate")
    return allies


def strength(allies: Allies, name: str, kind: str) -> int:
    return int(allies.ok("supporter", "show", name, "--json").json["gives"].get(kind, 0))


def test_a_draft_for_somebody_is_what_is_most_worth_asking_them(asked: Allies) -> None:
    text = asked.ok("ask", "draft", "ben").out
    assert text.startswith("Hello Ben,")
    for part in ("10 km in June", "to feel light", "every Sunday", "A no is fine"):
        assert part in text
    assert asked.ok("ask", "list", "--json").json == []


def test_a_draft_is_of_the_kind_and_goal_said_and_may_be_kept(asked: Allies) -> None:
    *text, acknowledged = asked.ok(
        "ask", "draft", "ben", "--kind", "guidance", "--goal", "10 km", "--keep"
    ).out.splitlines()
    [kept] = asked.ok("ask", "list", "--json").json
    assert acknowledged == f"added {kept['id']}"
    assert (kept["kind"], kept["state"]) == ("guidance", "drafted")
    assert kept["text"] == "\n".join(text).strip()
    drafted = asked.ok("ask", "draft", "fay", "--kind", "practical", "--json").json
    assert (drafted["kind"], drafted["goal"], drafted["id"]) == ("practical", None, "")


def test_an_ask_goes_to_a_yes_that_counts_only_when_said_so(asked: Allies) -> None:
    id_ = asked.ok("ask", "add", "ben", "--kind", "accountability", "--goal", "10 km").id
    assert asked.ok("ask", "sent", "ben").out == f"sent {id_}\n"
    yes = asked("ask", "yes", "ben")
    assert (yes.code, yes.out) == (0, f"answered {id_}\n")
    assert f"`allies ask yes {id_} --count-on`" in yes.err
    assert strength(asked, "ben", "accountability") == 1
    counted = asked("ask", "yes", id_, "--count-on", "--outcome", "from Sunday on")
    assert (counted.code, counted.out) == (0, f"answered {id_}\n")
    assert "How covered it feels stays as you last said" in counted.err
    assert strength(asked, "ben", "accountability") == 2
    asked.ok("undo")
    assert strength(asked, "ben", "accountability") == 1
    asked.ok("redo")
    shown = asked.ok("ask", "show", id_, "--json").json
    assert (shown["state"], shown["answered_on"], shown["outcome"]) == ("yes", asked.today, "from Sunday on")
    assert strength(asked, "ben", "accountability") == 2


def test_a_yes_and_the_strength_are_one_change(asked: Allies) -> None:
    asked.ok("ask", "add", "ben", "--kind", "accountability", "--state", "sent", "--sent-on", "yesterday")
    asked.ok("ask", "yes", "ben", "--count-on")
    asked.ok("undo")
    [ask] = asked.ok("ask", "list", "--json").json
    assert (ask["state"], strength(asked, "ben", "accountability")) == ("sent", 1)


def test_a_candidate_who_says_yes_is_counted_as_active(asked: Allies) -> None:
    asked.ok("ask", "add", "fay", "--kind", "guidance")
    asked.ok("ask", "yes", "fay", "--count-on")
    assert asked.ok("supporter", "show", "fay", "--json").json["state"] == "active"


@pytest.mark.parametrize(
    ("verb", "said", "state"),
    [("no", "answered", "no"), ("later", "put off", "later"), ("silent", "closed", "silent")],
)
def test_other_answers_are_kept(asked: Allies, verb: str, said: str, state: str) -> None:
    id_ = asked.ok("ask", "add", "ben", "--kind", "guidance", "--state", "sent").id
    assert asked.ok("ask", verb, "ben").out == f"{said} {id_}\n"
    shown = asked.ok("ask", "show", id_, "--json").json
    assert shown["state"] == state
    assert shown["due"] == ("2026-04-01" if verb == "later" else None)
    assert asked.ok("ask", "edit", id_, "--state", "sent").code == 0


def test_later_takes_a_day_to_come(asked: Allies) -> None:
    asked.ok("ask", "add", "ben")
    assert "is not." in asked.refused("ask", "later", "ben", "--until", "yesterday")
    id_ = asked.ok("ask", "later", "ben", "--until", "6w", "--json").json["id"]
    assert asked.ok("ask", "show", id_, "--json").json["due"] == "2026-04-29"


def test_a_reminder_is_written_once(asked: Allies) -> None:
    asked.ok("ask", "add", "ben", "--kind", "guidance", "--state", "sent", "--sent-on", "2026-03-06")
    assert asked.ok("ask", "open").out.splitlines()[1].split()[1:] == [
        "Ben",
        "Carter",
        "guidance",
        "one",
        "reminder",
        "2026-03-06",
    ]
    text = asked.ok("ask", "remind", "ben").out
    assert text.startswith("Hello Ben,\n\n12 days ago I asked you about something: guidance and advice.")
    assert "one reminder is enough" in asked.refused("ask", "remind", "ben")
    assert [one["wants"] for one in asked.ok("ask", "open", "--json").json] == ["wait"]


def test_asking_the_same_twice_is_said_and_allowed(asked: Allies) -> None:
    asked.ok("ask", "add", "ben", "--kind", "guidance", "--state", "sent", "--sent-on", "2026-03-13")
    again = asked("ask", "add", "ben", "--kind", "guidance")
    assert again.code == 0
    assert again.err == "You asked Ben Carter for this 5 days ago; there is no answer yet.\n"
    several = asked.refused("ask", "no", "ben")
    assert several.startswith("Several asks are open with Ben Carter: ")


def test_somebody_paused_is_not_suggested_and_may_be_asked_all_the_same(asked: Allies) -> None:
    asking = asked("ask", "draft", "eli", "--kind", "guidance")
    assert asking.code == 0
    assert asking.out.startswith("Hello Eli,")
    assert asking.err.startswith("Eli is paused, so nothing is suggested here.")


def test_steps_without_an_ask_are_refused_with_a_sentence(asked: Allies) -> None:
    assert asked.refused("ask", "sent", "ben").startswith("No ask is open with Ben Carter")
    assert asked.refused("ask", "yes", "4711").startswith('There is no ask "4711".')
    assert asked.refused("ask", "no", "zoe") == 'There is no supporter "zoe".'
    assert asked.ok("ask", "open").out == "No ask is open.\n"


@pytest.mark.parametrize(
    ("verb", "said", "state"),
    [
        ("offered", "offered", "offered"),
        ("promised", "promised", "promised"),
        ("kept", "kept", "kept"),
        ("decline", "declined", "declined"),
        ("drop", "dropped", "dropped"),
    ],
)
def test_an_offer_is_followed_to_its_end(asked: Allies, verb: str, said: str, state: str) -> None:
    id_ = asked.ok("offer", "add", "ben", "--text", "feed the cat", "--state", "drafted").id
    assert asked.ok("offer", verb, "ben", "--outcome", "gladly").out == f"{said} {id_}\n"
    shown = asked.ok("offer", "show", id_, "--json").json
    assert (shown["state"], shown["outcome"]) == (state, "gladly")
    done = state in ("kept", "declined", "dropped")
    assert shown["done_on"] == (asked.today if done else None)
    asked.ok("undo")
    assert asked.ok("offer", "show", id_, "--json").json["state"] == "drafted"


def test_several_offers_are_told_apart_by_their_ids(asked: Allies) -> None:
    ids = [asked.ok("offer", "add", "ben", "--text", text).id for text in ("one", "two")]
    assert ids[0][-6:] in asked.refused("offer", "kept", "ben")
    assert asked.ok("offer", "kept", ids[1][-6:], "--json").json["id"] == ids[1]
