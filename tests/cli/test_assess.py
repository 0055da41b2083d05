"""The questionnaire on the command line: answered by a file, and asked with prompts."""

import json
import re
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tui.content import questionnaire
from tui.domain.language.words import KINDS
from tui.store import Store

from .running import Allies, Ran

EXAMPLES = json.loads(
    (Path(__file__).parents[1] / "domain" / "worked_examples.json").read_text(encoding="utf-8")
)
REQUIRED = {"sign": "a finisher's shirt", "audience": "one"}
FIGURES = ("importance", "coverage", "adjustment", "need", "gap", "band")


def answer(allies: Allies, answers: dict[str, Any], *more: str) -> Ran:
    return allies("assess", "--answers", "-", *more, given=json.dumps(answers))


def figures(kinds: dict[str, Any], decimals: int = 4) -> dict[str, Any]:
    """The profile without reasons, its gaps rounded as the worked examples give them."""
    return {
        kind: need
        and {
            **{name: need[name] for name in FIGURES},
            "gap": None if need["gap"] is None else round(need["gap"], decimals),
        }
        for kind, need in kinds.items()
    }


@pytest.mark.parametrize("example", EXAMPLES["needs"], ids=lambda example: example["answers"]["goal_title"])
def test_a_file_of_answers_gives_the_worked_profile(allies: Allies, example: dict[str, Any]) -> None:
    ran = answer(allies, {**example["answers"], **REQUIRED}, "--json")
    assert ran.code == 0
    assert figures(ran.json["kinds"]) == example["profile"]
    assert ran.json["perceived"] == example["perceived"]
    assert list(ran.json) == ["goal", "kinds", "perceived"]
    assert (
        allies.ok("goal", "show", ran.json["goal"], "--json").json["title"]
        == example["answers"]["goal_title"]
    )


def test_a_file_with_three_kinds_is_the_short_form(allies: Allies) -> None:
    ran = answer(allies, EXAMPLES["short_form"]["answers_file"], "--json")
    assert (ran.code, ran.err) == (0, "")
    assert figures(ran.json["kinds"]) == EXAMPLES["short_form"]["profile"]
    assert round(ran.json["perceived"], 4) == EXAMPLES["short_form"]["perceived"]


def test_figures_are_not_rounded_and_reasons_are_given(allies: Allies) -> None:
    kinds = answer(allies, {**EXAMPLES["needs"][0]["answers"], **REQUIRED}, "--json").json["kinds"]
    assert kinds["guidance"]["gap"] == 2.5 * (1 - 1 / 3)
    assert kinds["guidance"]["because"] == ["most of this is in your hands, so know-how pays off"]


def test_a_file_about_oneself_is_the_profile_form(allies: Allies) -> None:
    ran = answer(allies, {"offers": ["practical"], "help_style": "options"}, "--json")
    assert ran.code == 0
    assert ran.json.keys() == {"id", "revision"}
    shown = allies.ok("profile", "show", "--json").json
    assert (shown["id"], shown["offers"]) == (ran.json["id"], ["practical"])
    assert answer(allies, {"help_style": "tell_me"}, "--json").json == {"id": shown["id"], "revision": 2}


def test_a_file_may_look_at_a_goal_again(allies: Allies) -> None:
    first = answer(allies, {**EXAMPLES["needs"][0]["answers"], **REQUIRED}, "--json").json
    second = answer(allies, {"coverage": {"guidance": 3}, "stage": "moving"}, "--goal", "10 km", "--json")
    assert second.code == 0
    assert second.json["goal"] == first["goal"]
    assert second.json["kinds"]["guidance"]["gap"] == 0
    assert second.json["kinds"]["belonging"]["gap"] is None


def test_what_was_not_asked_is_left_out_and_named(allies: Allies) -> None:
    answers = {**EXAMPLES["needs"][1]["answers"], **REQUIRED, "praise": "yes"}
    ran = answer(allies, answers, "--json")
    assert ran.code == 0
    assert ran.err == (
        "Left out, because these are not asked here: coverage.accountability, coverage.celebration, praise.\n"
    )


def test_a_wrong_file_is_refused_with_all_that_is_wrong_and_nothing_is_saved(allies: Allies) -> None:
    answers = {"goal_title": "ab", "height": 3, "control": 9, "stage": "stuck", "importance": {"guidance": 2}}
    sentence = allies.refused("assess", "--answers", "-", given=json.dumps(answers))
    for question in ("goal_title", "height", "control", "sign", "strain", "coverage", "audience"):
        assert re.search(rf"\b{question}\b", sentence)
    assert "stage" not in sentence
    assert "strain, audience: Please answer this question." in sentence
    assert allies.ok("goal", "list", "--json").json == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("[]", "one JSON object"),
        ("3", "one JSON object"),
        ("", "not JSON"),
        ("{", "not JSON"),
        ('{"stage": "idea", "stage": "stuck"}', "twice"),
        ('{"control": NaN}', "NaN"),
        ('{"control": 1e999}', "whole number"),
        ('{"why": ' + "[" * 5000 + "]" * 5000 + "}", "nested too deeply"),
        ('{"why": "\\ud800"}', "half a character"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_file_that_is_not_an_object_of_answers_is_refused(
    allies: Allies, given: str | bytes, said: str
) -> None:
    assert said in allies.refused("assess", "--answers", "-", given=given)


def test_a_file_that_is_not_there_is_refused(allies: Allies, tmp_path: Path) -> None:
    assert "No such file" in allies.refused("assess", "--answers", str(tmp_path / "none.json"))


def test_a_goal_nobody_knows_is_refused(allies: Allies) -> None:
    assert allies.refused("assess", "--goal", "the moon") == 'There is no goal "the moon".'


@pytest.mark.parametrize(
    "arguments", [["--json"], ["--form", "again"], ["--form", "profile", "--goal", "x"], ["--form", "long"]]
)
def test_options_that_do_not_go_together_are_a_mistake_in_use(allies: Allies, arguments: list[str]) -> None:
    allies.refused("assess", *arguments, code=2)


def test_the_same_title_again_is_refused_in_a_sentence(allies: Allies) -> None:
    answers = EXAMPLES["short_form"]["answers_file"]
    assert answer(allies, answers).code == 0
    assert 'There is already a goal called "A short start".' in answer(allies, answers).err


def test_the_examples_in_the_reference_are_taken(allies: Allies) -> None:
    reference = (Path(__file__).parents[2] / "docs" / "command-line.md").read_text(encoding="utf-8")
    found = re.findall(r'^    (\{"goal_title".*?\})\n\n', reference, re.MULTILINE | re.DOTALL)
    assert [answer(allies, json.loads(example)).code for example in found] == [0, 0]


def test_hostile_text_comes_out_clean(allies: Allies) -> None:
    answers = {**EXAMPLES["short_form"]["answers_file"], "goal_title": "run \x1b]52;c;x\x07 [/b] \u202eaway"}
    ran = answer(allies, answers)
    assert ran.code == 0
    assert "run ]52;c;x [/b] ‹202E›away" in ran.out
    assert "\x1b" not in ran.out


SHORT = ["Swim 1 km", "4", "3 7", "0", "1", "Ana", "", "3", "Tuesday: ask Ana"]
"""Typed into the short form: title, stage, two kinds and their cover, a person, the next step."""


def typed(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def test_every_question_of_the_short_form_is_asked_and_saved_at_the_end(allies: Allies) -> None:
    ran = allies("assess", "--form", "short", given=typed(*SHORT, ""))
    assert (ran.code, ran.err) == (0, "")
    for item in questionnaire().of_form("short"):
        assert item.text in ran.out
    assert "Step 1 of 5: The goal" in ran.out
    assert "What would help with Swim 1 km:" in ran.out
    assert "Ask Ana for guidance and advice." in ran.out
    assert allies.ok("goal", "list", "--json").json[0]["stage"] == "stuck"
    assert allies.ok("supporter", "show", "Ana", "--json").json["gives"] == {"guidance": 1}


FULL = [
    *("Swim 1 km", "to feel light", "1", "a badge", "12w"),
    *("2", "4", "1", "it rains", "I swim inside"),
    *("0", "0", "2", "0", "0", "0", "3", "0"),  # guidance and company
    *("1", "0"),
    *("Cleo", "1", "2", "7", ""),
    *("2", "Dev"),
    *("Tuesday swimmers", ""),
    *("3", "2", "1", "no swim for a month"),
]


def test_the_full_form_asks_every_question(allies: Allies) -> None:
    ran = allies("assess", given=typed(*FULL, ""))
    assert (ran.code, ran.err) == (0, "")
    places = [ran.out.index(item.text) for item in questionnaire().of_form("full")]
    assert places == sorted(places)
    goal = allies.ok("goal", "list", "--json").json[0]
    assert (goal["by"], goal["plan"], goal["report"]) == ("2026-06-10", "I swim inside", "weekly")
    supporters = {one["name"]: one for one in allies.ok("supporter", "list", "--json").json}
    assert supporters["Cleo"]["gives"] == {"belonging": 1}
    assert supporters["Dev"]["mentor"] == "identified"
    assert supporters["Tuesday swimmers"]["relationship"] == "group"


def test_all_that_a_form_saves_is_one_transaction(allies: Allies) -> None:
    assert allies("assess", given=typed(*FULL, "")).code == 0
    store = Store(allies.store)
    assert [entry.label for entry in store.history()] == ["answer the questionnaire"]
    store.undo()
    assert store.network.empty
    store.close()


def test_a_form_left_in_the_middle_goes_on_at_the_same_question_with_every_answer(allies: Allies) -> None:
    left = allies("assess", "--form", "short", given=typed(*SHORT[:4]))
    assert left.code == 130
    assert left.err == "Left; the answers so far are kept, and the same command goes on from here.\n"
    back = allies("assess", "--form", "short", given=typed("", "1", *SHORT[5:], ""))
    assert back.code == 0
    assert "going on where you left" in back.out
    assert "What do you want to achieve?" not in back.out
    assert "[0]" in back.out  # the row marked before leaving
    assert allies.ok("goal", "list", "--json").json[0]["title"] == "Swim 1 km"
    again = allies("assess", "--form", "short", given="")
    assert "going on where you left" not in again.out


def test_back_goes_to_the_question_before(allies: Allies) -> None:
    ran = allies("assess", "--form", "short", given=typed("Swim 1 km", "<", "Swim 2 km", *SHORT[1:], ""))
    assert ran.code == 0
    assert allies.ok("goal", "list", "--json").json[0]["title"] == "Swim 2 km"


def test_an_answer_that_does_not_fit_is_told_and_asked_again(allies: Allies) -> None:
    ran = allies("assess", "--form", "short", given=typed("ab", SHORT[0], "9", *SHORT[1:], ""))
    assert ran.code == 0
    assert "Please write at least three characters." in ran.out
    assert "Please type a number from 1 to 5." in ran.out


def test_a_question_left_open_is_asked_again_before_saving(allies: Allies) -> None:
    ran = allies("assess", "--form", "short", given=typed("", *SHORT[1:], SHORT[0], *[""] * 9, ""))
    assert ran.code == 0
    assert allies.ok("goal", "list", "--json").json[0]["title"] == "Swim 1 km"


def test_lines_left_open_are_named_before_saving(allies: Allies) -> None:
    left = [*SHORT[:4], "", *SHORT[5:], ""]
    ran = allies("assess", "--form", "short", given=typed(*left))
    assert ran.code == 0
    assert "Left open, which is fine: Company." in ran.out


def test_looking_again_shows_what_was_said_and_takes_enter_for_it(allies: Allies) -> None:
    answers = {**EXAMPLES["needs"][0]["answers"], **REQUIRED}
    goal = answer(allies, answers, "--json").json["goal"]
    ran = allies("assess", "--goal", "10 km", given=typed("3", *[""] * (2 + len(KINDS) * 2 + 1), ""))
    assert (ran.code, ran.err) == (0, "")
    assert "What do you want to achieve?" not in ran.out
    shown = allies.ok("goal", "show", goal, "--json").json
    assert (shown["stage"], shown["sign"]) == ("moving", REQUIRED["sign"])


def test_the_profile_form_is_saved(allies: Allies) -> None:
    ran = allies("assess", "--form", "profile", given=typed("1 8", "3", ""))
    assert (ran.code, ran.err) == (0, "")
    shown = allies.ok("profile", "show", "--json").json
    assert (shown["offers"], shown["help_style"]) == (["encouragement", "celebration"], "tell_me")


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c_in_a_terminal_keeps_the_answers(allies: Allies) -> None:
    command = [
        "-m",
        "tui",
        "--store",
        str(allies.store),
        "--today",
        allies.today,
        "assess",
        "--form",
        "short",
    ]
    terminal = pexpect.spawn(sys.executable, command, encoding="utf-8", timeout=20)
    terminal.expect("Answer: ")
    terminal.sendline("Swim 1 km")
    terminal.expect("Number .1-5.: ")
    terminal.sendcontrol("c")
    terminal.expect("Left; the answers so far are kept")
    terminal.expect(pexpect.EOF)
    terminal.close()
    assert terminal.exitstatus == 130
    back = allies("assess", "--form", "short", given=typed(*SHORT[1:], ""))
    assert back.code == 0
    assert allies.ok("goal", "list", "--json").json[0]["title"] == "Swim 1 km"
