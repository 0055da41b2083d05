"""A line on the command line: shown, asked about, kept in one transaction, taken back as one."""

import sys

import pexpect
import pytest

from .running import TODAY, Allies

LINE = "yesterday called Ben and Cleo re 10k: plan looks fine, Ben checks in every sunday +accountability"


@pytest.fixture
def known(allies: Allies) -> Allies:
    """A network with four people and a goal."""
    allies.ok("goal", "add", "10 km in June")
    for name in ("Ben", "Cleo", "Dev Anand", "Sam Okoye", "Sam Whitlock"):
        allies.ok("supporter", "add", name)
    return allies


def test_what_is_understood_is_printed_as_json_and_nothing_kept(known: Allies) -> None:
    before = known.ok("history").out
    assert known.ok("log", "--dry-run", "--json", LINE).json == {
        "date": "2026-03-17",
        "people": ["Ben", "Cleo"],
        "unknown": [],
        "channel": "call",
        "direction": "received",
        "kinds": ["accountability"],
        "goal": "10 km in June",
        "ask": None,
        "answer": None,
        "follow_up": {"text": "Ben checks in", "due": "2026-03-22", "rrule": "FREQ=WEEKLY;BYDAY=SU"},
        "note": LINE,
    }
    assert known.ok("history").out == before


def test_what_is_understood_is_shown_in_words_with_the_weekday(known: Allies) -> None:
    shown = known.ok("log", "--dry-run", "asked", "Dev", "for an intro to the club by fri").out
    assert "by Fri 20 Mar: an intro to the club" in shown
    assert "Keeps an exchange with Dev Anand and an ask." in shown


def test_a_line_is_kept_and_taken_back_as_one(known: Allies) -> None:
    assert known.ok("log", "--yes", LINE).out.count("added ") == 2
    [exchange] = known.ok("exchange", "list", "--json").json
    assert (exchange["note"], exchange["channel"], exchange["date"]) == (LINE, "call", "2026-03-17")
    assert known.ok("undo").out.endswith("log a line\n")
    assert known.ok("exchange", "list", "--json").json == []
    assert known.ok("follow-up", "list", "--json").json == []


def test_an_ask_is_answered_in_another_line(known: Allies) -> None:
    known.ok("log", "--yes", "asked Dev for an intro to the club by fri")
    known.ok("log", "--yes", "dev said yes")
    [ask] = known.ok("ask", "list", "--json").json
    assert (ask["state"], ask["kind"], ask["due"]) == ("yes", "practical", "2026-03-20")


def test_a_name_two_people_share_is_never_guessed(known: Allies) -> None:
    sentence = known.refused("log", "--yes", "called sam")
    assert sentence == '"sam" could be Sam Okoye or Sam Whitlock. Say more of the name.'
    assert known.ok("log", "--dry-run", "--json", "called sam").json["unknown"] == ["sam"]


def test_somebody_new_is_added_only_when_that_is_said(known: Allies) -> None:
    left_out = known("log", "--yes", "lunch with Priya")
    assert (left_out.code, "--add-new adds them" in left_out.err) == (0, True)
    [progress] = known.ok("progress", "list", "--json").json
    assert progress["did"] == "lunch with Priya"
    known.ok("log", "--yes", "--add-new", "lunch with Priya")
    assert known.ok("supporter", "show", "Priya", "--json").json["name"] == "Priya"


def test_lines_from_stdin_are_answered_in_order(known: Allies) -> None:
    ran = known("log", "--yes", "-", given="coffee w ben\n\ncalled sam\nhmm\n")
    assert [line.split()[0] for line in ran.out.splitlines()] == ["logged", "error", "logged"]
    assert (ran.code, ran.err) == (1, "1 of the lines was not kept.\n")
    documents = known.ok("log", "--dry-run", "--json", "-", given="coffee w ben\nhmm\n").json
    assert [one["people"] for one in documents] == [["Ben"], []]


def test_with_json_the_answers_to_lines_are_one_array_in_their_order(known: Allies) -> None:
    ran = known("log", "--yes", "--json", "-", given="coffee w ben\ncalled sam\n")
    assert ran.code == 1
    kept, refused = ran.json
    assert [one["revision"] for one in kept["saved"]] == [1]
    assert "Say more of the name." in refused["error"]
    ran = known("log", "--dry-run", "--json", "-", given="\u200b\ncoffee w ben\n")
    assert [one.get("people", one.get("error")) for one in ran.json] == ["A line needs its words.", ["Ben"]]


def test_a_line_that_is_no_text_is_refused_rather_than_kept_in_part(known: Allies) -> None:
    ran = known("log", "--yes", "-", given=b"met Ben at caf\xe9\n")
    assert (ran.code, ran.out) == (1, "error The line is not UTF-8 text.\n")
    assert known.ok("exchange", "list", "--json").json == []


def test_json_of_what_was_kept_are_its_receipts(known: Allies) -> None:
    receipts = known.ok("log", "--yes", "--json", "coffee with ben").json
    assert [one["revision"] for one in receipts] == [1]


def test_without_a_terminal_it_has_to_be_said_that_it_is_kept(known: Allies) -> None:
    assert "--yes" in known.refused("log", "coffee with ben", code=2)
    assert "--yes" in known.refused("log", "-", given="coffee", code=2)


@pytest.mark.parametrize("line", ["", "  ", "\u200b"])
def test_a_line_without_words_is_refused(known: Allies, line: str) -> None:
    assert known.refused("log", "--yes", line) == "A line needs its words."


def test_a_line_longer_than_a_note_is_refused_and_the_others_kept(known: Allies) -> None:
    ran = known("log", "--yes", "-", given="x" * 200_001 + "\ncoffee with ben\n")
    assert "there is room for 200,000" in ran.out
    assert len(known.ok("exchange", "list", "--json").json) == 1


def test_what_a_terminal_would_obey_is_never_printed(known: Allies) -> None:
    shown = known.ok("log", "--dry-run", "coffee with Eve\x1b]52;c;aGk=\x07l \x1b[31m\u202e")
    assert "\x1b" not in shown.out
    assert "\u202e" not in shown.out


def test_in_a_terminal_it_asks_who_is_meant_and_whether_to_keep_it(known: Allies) -> None:
    command = ["-m", "tui", "--store", str(known.store), "--today", TODAY, "log", "called sam and Priya"]
    terminal = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=20)
    terminal.expect("Which sam")
    terminal.sendline("2")
    terminal.expect("Priya is not in your network yet")
    terminal.sendline("y")
    terminal.expect("Sam Whitlock, Priya .new.")
    terminal.expect("Keep it")
    terminal.sendline("y")
    terminal.expect("added")
    terminal.expect(pexpect.EOF)
    terminal.close()
    [exchange] = known.ok("exchange", "list", "--json").json
    assert exchange["channel"] == "call"
    assert len(exchange["supporters"]) == 2
