"""The guided questionnaire as a person sees it, by keyboard alone."""

import random
import signal
import stat
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tui.content import questionnaire
from tui.domain.language.words import KINDS, Form
from tui.domain.needs.needs_profile import needs_profile
from tui.domain.questionnaire.sheet import REVIEW, new_sheet
from tui.domain.questionnaire.unfinished import resumed
from tui.domain.records.goal import Goal
from tui.domain.records.response import Response
from tui.domain.records.supporter import Supporter
from tui.store import Store

from .asked import EXAMPLES, REQUIRED, RUN, fill, fill_from, keys_for, open_at, open_form, save, start_of
from .hostile import MARK, TEXTS
from .terminal import TODAY, Dashboard
from .terminal import dashboard as dashboard_at
from .test_hostile import assert_clean

dashboard = partial(dashboard_at, page="2", greeted=True)

SIZES = [(60, 20), (80, 24), (160, 50)]
FIGURES = ("importance", "coverage", "adjustment", "need", "gap", "band")


@pytest.fixture
def started(other: Store) -> Goal:
    """A goal that was assessed before, with the first worked example."""
    other.save(Goal(title="10 km in June", stage="started", ownership="mine"), label="added goal")
    (goal,) = other.network.goals.values()
    answers = {
        key: value for key, value in RUN.items() if key in ("control", "strain", "importance", "coverage")
    }
    response = Response(
        goal=goal.id,
        questionnaire="goal-needs",
        version="1",
        form="full",
        date=TODAY,
        answers={**answers, "stage": "started"},
    )
    other.save(response, label="assessed")
    return goal


def drafts(path: Path) -> list[Path]:
    return list(path.parent.glob("network.json.d/drafts/*.json"))


def figures(answers: Any) -> dict[str, Any]:  # answers are plain JSON of any shape
    found: Any = needs_profile(questionnaire().scoring, answers).document()["kinds"]
    return {
        kind: need
        and {
            **{name: need[name] for name in FIGURES},
            "gap": None if need["gap"] is None else round(need["gap"], 4),
        }
        for kind, need in found.items()
    }


# From the first question to the saved profile


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_store_and_a_keyboard_are_enough_for_a_saved_profile(
    path: Path, size: tuple[int, int]
) -> None:
    async with dashboard(path, size) as shown:
        await shown.sees("Start with a goal")
        await shown.press("enter")
        await fill(
            shown,
            {
                **RUN,
                "why": "to feel light",
                "target_date": "12w",
                "plan": {"when": "it rains", "then": "I swim"},
                "people": [
                    {"name": "Mara", "relationship": "friend", "circle": "middle", "kinds": ["guidance"]},
                    {"name": "Ben"},
                ],
                "trailblazer": {"choice": "know_of", "name": "Dev"},
                "like_minded": ["Tuesday runners", "the forum"],
                "audience": "circle",
                "praise": "bit",
                "change_sign": "no run for a month",
            },
            slowly=size == (80, 24),
        )
        await save(shown)
        await shown.sees("10 km in June", "Accountability", "○ open")
        await shown.until(lambda: len(shown.network.goals) == 1)
        (goal,) = shown.network.goals.values()
        assert (goal.title, goal.why, f"{goal.by}") == ("10 km in June", "to feel light", "2026-06-10")
        assert (goal.obstacle, goal.plan, goal.praise) == ("it rains", "I swim", "bit")
        people = {one.name: one for one in shown.network.supporters.values()}
        assert people["Mara"].gives == {"guidance": 1}
        assert (people["Mara"].relationship, people["Mara"].circle) == ("friend", "middle")
        assert people["Ben"].relationship is None
        assert people["Dev"].mentor == "identified"
        assert [people[name].relationship for name in ("Tuesday runners", "the forum")] == ["group"] * 2
        assert drafts(path) == []
    with_store = Store(path)
    assert [entry.label for entry in with_store.history()] == ["answer the questionnaire"]
    with_store.close()


@pytest.mark.parametrize("example", EXAMPLES["needs"], ids=lambda example: example["answers"]["goal_title"])
async def test_a_worked_example_typed_in_gives_the_worked_profile(
    path: Path, example: dict[str, Any]
) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Start with a goal")
        await shown.press("a")
        await fill(shown, {**example["answers"], **REQUIRED})
        await save(shown)
        await shown.until(lambda: shown.network.responses)
        (response,) = shown.network.responses.values()
        assert figures(response.answers) == example["profile"]


async def test_the_short_form_typed_in_gives_the_worked_profile(path: Path) -> None:
    example = EXAMPLES["short_form"]
    async with dashboard(path) as shown:
        await shown.sees("Start with a goal")
        await shown.press("b")
        await fill(shown, example["answers_file"], "short")
        await save(shown)
        await shown.until(lambda: shown.network.responses)
        (response,) = shown.network.responses.values()
        assert figures(response.answers) == example["profile"]


async def test_the_profile_form_is_two_questions_and_saved(path: Path) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Start with a goal")
        await shown.press("c")
        await fill(shown, {"offers": ["guidance", "practical"], "help_style": "tell_me"}, "profile")
        await shown.press("enter")
        await shown.sees("Your profile is saved.")
        await shown.until(lambda: shown.network.profile.offers == ("guidance", "practical"))


async def test_all_of_it_is_taken_back_with_one_key(path: Path) -> None:
    async with dashboard(path) as shown:
        sheet = await open_at(shown, "full", "people")
        await fill_from(shown, sheet, {**RUN, "people": [{"name": "Mara", "kinds": ["guidance"]}]})
        await save(shown)
        await shown.press("enter")
        await shown.until(lambda: len(shown.network.supporters) == 1)
        await shown.press("u")
        await shown.until(lambda: shown.network.empty)


# Keys


async def test_digits_mark_the_rows_of_a_grid_and_minus_opens_one_again(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "importance")
        await shown.press("2", "j", "1")
        await shown.sees("●●·  would help a lot", "▌ Accountability")
        await shown.press("k", "minus", "9")
        await shown.sees_no("nice to have\n")
        await shown.press("g", "3")
        await shown.sees("Encouragement        ●●●  cannot do without")


async def test_a_grid_needs_one_row_and_the_open_ones_stay_unknown(path: Path) -> None:
    async with dashboard(path) as shown:
        sheet = await open_at(shown, "full", "importance")
        await fill_from(shown, sheet, {**RUN, "importance": {"guidance": 2}, "coverage": {"guidance": 0}})
        await save(shown)
        await shown.until(lambda: shown.network.responses)
        (response,) = shown.network.responses.values()
        assert response.answers["importance"] == {"guidance": 2}


async def test_arrows_choose_and_the_digit_of_a_scale_is_the_one_shown(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "ownership")
        await shown.sees("● 1  Mine")
        await shown.press("down")
        await shown.sees("● 2  Mine, and others")
        await shown.press("7", "enter")
        await shown.sees(start_of("sign"))
        await shown.type("a shirt")
        await shown.press("enter", "enter", "1", "enter")
        await shown.sees(start_of("control"))
        await shown.press("0")
        await shown.sees("● 0  hardly at all")


async def test_back_goes_where_one_came_from_and_keeps_what_stands_there(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "sign")
        await shown.type("abc")
        await shown.press("left", "backspace")
        await shown.sees("ac")
        await shown.press("shift+tab")
        await shown.sees(start_of("ownership"))
        await shown.press("backspace")
        await shown.sees(start_of("why"))
        await shown.press("enter", "left", "enter", "enter")
        await shown.sees(start_of("sign"), "ac")
        await shown.press("shift+tab", "shift+tab", "shift+tab")
        await shown.sees(start_of("goal_title"), "10 km in June")
        await shown.press("shift+tab")
        await shown.sees(start_of("goal_title"))


async def test_whoever_is_quick_answers_question_after_question_without_a_look(path: Path) -> None:
    important, covered = ([str(RUN[grid][kind]) for kind in KINDS] for grid in ("importance", "coverage"))
    async with dashboard(path, (60, 20)) as shown:
        await open_at(shown, "full", "ownership")
        await shown.press_at_once("1", "enter", *"shirt", "enter", "enter", "2", "enter", "4", "enter")
        await shown.press_at_once("1", "enter", *"rain", "enter", *"swim", "enter", *important, "enter")
        await shown.press_at_once(
            *covered, "enter", *"Ann", *["enter"] * 3, "3", "enter", *"Ben", *["enter"] * 5
        )
        await shown.press_at_once("2", "enter", *"Dev", "enter", *"Tue", "enter", *"Wed", "enter", "enter")
        for question in ("audience", "praise", "cadence", "change_sign"):
            await shown.sees(start_of(question))
            await shown.press_at_once("3", "enter")
        await save(shown)
        await shown.until(lambda: shown.network.responses)
        (response,) = shown.network.responses.values()
        given = {**response.answers}
        assert (given["sign"], given["plan"]) == ("shirt", {"when": "rain", "then": "swim"})
        assert given["people"] == [{"name": "Ann", "kinds": ["guidance"]}, {"name": "Ben"}]
        assert (given["like_minded"], given["change_sign"]) == (["Tue", "Wed"], "3")


async def test_enter_begins_no_new_line_and_several_pasted_lines_are_kept(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "full")
        await shown.paste("10 km\nin June\n")
        await shown.press("enter")
        await shown.sees(start_of("why"), "10 km in June")
        await shown.paste("one\r\ntwo\x1b[31m\nthree")
        await shown.press("shift+enter")
        await shown.type("four?")
        await shown.press("enter")
        await shown.sees(start_of("ownership"))
        await shown.press("backspace")
        await shown.sees("one", "two[31m", "three", "four?")


async def test_a_text_can_be_written_in_the_editor(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "full")
        await shown.type("abc")
        await shown.press("enter")
        await shown.sees(start_of("why"))
        monkeypatch.setattr("tui.widgets.editor.edit_text", lambda text: f"{text}from the editor")
        monkeypatch.setattr(type(shown.app), "suspend", lambda app: nullcontext())
        await shown.press("f4")
        await shown.sees("from the editor")


async def test_the_weekday_of_a_date_is_shown_as_it_is_typed(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "target_date")
        await shown.type("20 March")
        await shown.sees("Fri 20 Mar")
        await shown.press("enter")
        await shown.sees(start_of("stage"))
        await shown.press("backspace")
        await shown.sees("20 Mar 2026", "Fri 20 Mar")


# What is wrong, and what is said


@pytest.mark.parametrize("day", ["31 Feb", "2020-01-01", "11y", "soonish"])
async def test_a_day_that_cannot_be_is_said_under_its_field(path: Path, day: str) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "target_date")
        await shown.type(day)
        await shown.press("enter")
        await shown.sees("! Please give a day from today on", day)
        await shown.press("backspace")
        await shown.sees_no("! Please")


async def test_a_needed_answer_is_asked_for_once_and_then_waits_until_the_end(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "short")
        await shown.press("enter")
        await shown.sees("! Please write at least three characters. Enter once more leaves it open")
        await shown.press("enter")
        await shown.sees(start_of("stage"))
        await shown.press("ctrl+o")
        await shown.sees("3 answers are still in the way.", "! What do you want to achieve?")
        await shown.press("enter")
        await shown.sees("One sentence.")
        await shown.type("Swim")
        await shown.press("enter")
        await shown.sees("2 answers are still in the way.")


async def test_an_answer_that_is_too_long_is_not_taken_and_not_lost(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "full")
        await shown.paste("x" * 100_000)
        await shown.press("enter")
        await shown.sees("Please keep it to 80 characters; this has 100000.")
        await shown.press("escape")
        await shown.sees("Go on: start with a goal")
        await shown.press("enter")
        await shown.sees("Going on where you left", "xxxxx")


async def test_the_notes_are_said_calmly_where_they_belong(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "ownership")
        await shown.press("3")
        await shown.sees("Goals we take on mainly for others")
        await shown.press("1")
        await shown.sees_no("Goals we take on mainly for others")
        await shown.press("enter")
        await shown.type("a shirt")
        await shown.press("enter", "enter", "2", "enter", "4", "enter")
        await shown.sees(start_of("strain"))
        await shown.press("4")
        await shown.sees("That sounds like a lot to carry.")
        await shown.press("enter")
        await shown.sees(start_of("plan"))


async def test_marking_nothing_as_needed_is_allowed_and_hides_what_depends_on_it(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "importance")
        await shown.press(*"0000000")
        await shown.sees_no("You marked nothing as needed.")
        await shown.press("0")
        await shown.sees("You marked nothing as needed. That is allowed")
        await shown.press("enter")
        await shown.sees(start_of("audience"))
        await shown.press("backspace", "3", "enter")
        await shown.sees(start_of("coverage"), "▌ Encouragement")
        await shown.sees_no("A listening ear")


async def test_a_grid_left_half_open_says_its_note_before_it_goes_on(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "importance")
        await shown.press("0", "enter")
        await shown.sees("You marked nothing as needed.", start_of("importance"))
        await shown.press("enter")
        await shown.sees(start_of("audience"))


async def test_a_change_in_the_review_brings_back_what_depends_on_it(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", REVIEW, {**RUN, "importance": dict.fromkeys(KINDS, 0), "coverage": None})
        await shown.sees("That is all.")
        await shown.press(*["j"] * 10)
        await shown.sees("Encouragement: not needed")
        await shown.press("enter")
        await shown.sees(start_of("importance"))
        await shown.press("g", "j", "j", "3", "enter")
        await shown.sees("One answer is still in the way.", "! And how well is it covered already?")


@pytest.mark.parametrize("size", SIZES[:2])
async def test_lines_left_open_are_named_at_the_end_and_enter_goes_there(
    path: Path, size: tuple[int, int]
) -> None:
    marks = {kind: 1 for kind in KINDS if kind not in ("feedback", "celebration")}
    async with dashboard(path, size) as shown:
        await open_form(shown, "full")
        await fill(shown, {**RUN, "importance": marks, "coverage": dict.fromkeys(marks, 1)})
        await shown.sees(
            "That is all.", start_of("importance"), "Left open: Honest feedback and Celebration."
        )
        await shown.press("j", "enter")
        await shown.sees(start_of("importance"))
        await shown.until(lambda: any(line.startswith(" ▌ Honest feedback") for line in shown.lines))
        await shown.press("0", "enter")
        await shown.sees("Left open: Celebration.")
        await save(shown)


async def test_the_title_of_another_goal_is_refused_at_once(path: Path, started: Goal) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "full")
        await shown.type("10 KM in june")
        await shown.press("enter")
        await shown.sees('! There is already a goal called "10 KM in june".')


async def test_a_title_taken_elsewhere_meanwhile_is_said_and_nothing_is_lost(
    path: Path, other: Store
) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", REVIEW)
        other.save(Goal(title="10 km in June"), label="added goal")
        await shown.press("g", "enter")
        await shown.sees("One answer is still in the way.", 'already a goal called "10 km in June".')
        await shown.press("enter")
        await shown.sees(start_of("goal_title"), 'already a goal called "10 km in June".')
        await shown.type(" again")
        await shown.press("enter")
        await save(shown)
        await shown.until(lambda: len(shown.network.goals) == 2)


async def test_what_others_write_meanwhile_disturbs_nothing(path: Path, other: Store) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "why")
        await shown.type("half ty")
        other.save(Supporter(name="Mara"), label="added supporter")
        await shown.until(lambda: shown.network.supporters)
        await shown.type("ped")
        await shown.sees(start_of("why"), "half typed")


async def test_the_people_of_the_network_are_offered_and_never_doubled(path: Path, other: Store) -> None:
    other.save(Supporter(name="Mára Lindqvist", circle="inner"), label="added supporter")
    async with dashboard(path) as shown:
        await open_at(shown, "full", "people")
        await shown.type("mára")
        await shown.press("right")
        await shown.sees("Lindqvist", "is in your network already")
        await shown.press("enter", "enter", "enter", "5", "enter")
        await shown.type("MARA lindqvist")
        await shown.sees("friend", "2  MARA lindqvist")
        await shown.press("ctrl+o")
        await shown.sees("! This name is already in the list.")
        await shown.press(*["backspace"] * 20, "enter")
        await shown.sees(start_of("trailblazer"))
        await shown.press("ctrl+o")
        await shown.sees("review")


@pytest.mark.parametrize("size", SIZES[:2])
async def test_several_names_on_a_line_and_a_name_typed_among_the_ticks_are_as_many_people(
    path: Path, other: Store, size: tuple[int, int]
) -> None:
    other.save(Supporter(name="Mara Lindqvist", aliases=("Mo",)), Supporter(name="Tamara"), label="added")
    async with dashboard(path, size) as shown:
        await open_at(shown, "full", "people")
        await shown.sees("At most four.")
        await shown.type("Ben, ma")
        await shown.sees("→ takes Mara Lindqvist.")
        await shown.press("right", "enter")
        await shown.until(lambda: "1  Ben" in shown.text and "2  Mara Lindqvist" in shown.text)
        await shown.press("1")
        await shown.type("Lena Østergård")
        await shown.sees("3  Lena Østergård")
        await shown.press("enter")
        await shown.type("jo")
        await shown.sees("4  jo")
        await shown.press("enter")
        await shown.type("Zoe")
        await shown.sees("The digits tick; enter goes on.")
        await shown.press(*["enter"] * 3)
        await shown.sees(start_of("trailblazer"))
        await shown.press("ctrl+o")
        await shown.sees("review")
        await shown.press("G", *["k"] * 6)
        await shown.sees("Ben (friend); Mara Lindqvist; Lena Østergård; jo")


async def test_more_names_on_a_line_than_there_is_room_for_stay_as_they_were_typed(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "people")
        await shown.type("Ben, Ana, Cleo, Dev, Eli")
        await shown.press("enter")
        await shown.sees("! At most 4; there are 5.", "1  Ben, Ana, Cleo, Dev, Eli")
        await shown.press(*["backspace"] * 5, "enter")
        await shown.sees("1  Ben", "2  Ana", "3  Cleo", "4  Dev")


# Left and taken up again


async def test_a_form_left_is_taken_up_at_the_same_question_with_all_that_was_typed(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "plan")
        await shown.type("it rains")
        await shown.press("enter")
        await shown.type("I sw")
        await shown.press("escape")
        await shown.sees("Go on: start with a goal", "10 km in June, question 9 of ")
        (draft,) = drafts(path)
        assert stat.S_IMODE(draft.stat().st_mode) == 0o600
    async with dashboard(path) as again:
        await again.sees("Go on: start with a goal")
        await again.press("enter")
        await again.sees("Going on where you left", start_of("plan"), "it rains", "I sw", "10 km in June")


async def test_a_signal_keeps_the_answers_and_the_half_marked_grid(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "importance")
        await shown.press("2", "1")
        shown.app.leave_on(signal.SIGTERM)
    async with dashboard(path) as again:
        await again.press("enter")
        await again.sees(start_of("importance"), "would help a lot", "nice to have", "▌ Guidance and advice")


async def test_what_is_typed_is_kept_while_one_types(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "short")
        await shown.type("Swi")
        await shown.until(lambda: drafts(path) and b"Swi" in drafts(path)[0].read_bytes())


async def test_a_form_only_looked_at_leaves_no_draft(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "full")
        await shown.press("escape")
        await shown.sees("Start with a goal")
        assert drafts(path) == []


async def test_what_does_not_fit_is_kept_when_one_goes_back_and_leaves(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "sign")
        await shown.type("abc")
        await shown.press("shift+tab")
        await shown.sees(start_of("ownership"))
    async with dashboard(path) as again:
        await again.press("enter")
        await again.sees(start_of("ownership"))
        await again.press("enter")
        await again.sees(start_of("sign"), "abc")


async def test_starting_over_can_be_taken_back(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "stage")
        await shown.press("f5")
        await shown.sees(start_of("goal_title"), "Begun anew.")
        assert drafts(path) == []
        await shown.press("f5")
        await shown.sees(start_of("stage"), "10 km in June")


async def test_a_draft_that_cannot_be_kept_is_told_once_and_the_form_goes_on(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async with dashboard(path) as shown:
        await open_form(shown, "full")
        with monkeypatch.context() as patched:
            patched.setattr("tui.store.disk.write_whole", full)
            await shown.type("10 km in June")
            await shown.press("enter")
            await shown.sees("Unfinished answers cannot be kept: No space left", start_of("why"))


# Looking again


async def test_looking_again_asks_only_what_may_have_changed_and_knows_what_was_said(
    path: Path, started: Goal
) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "again", started.id)
        await shown.sees("WHAT HAS CHANGED", "10 km in June", "● 2  Just started")
        await shown.press("3", "enter", "enter", "enter", "enter")
        await shown.sees(start_of("coverage"), "▌ Encouragement        ●●·  mostly")
        await shown.press("j", "j", "3", "enter", "enter")
        await save(shown)
        await shown.until(lambda: len(shown.network.responses) == 2)
        newest = max(shown.network.responses.values(), key=lambda response: int(response.id))
        assert newest.form == "again"
        assert newest.answers["coverage"] == {**RUN["coverage"], "guidance": 3}
        assert shown.network.goals[started.id].stage == "moving"


async def test_a_goal_deleted_meanwhile_is_said_and_the_answers_are_kept(
    path: Path, started: Goal, other: Store
) -> None:
    async with dashboard(path) as shown:
        await open_form(shown, "again", started.id)
        await shown.press("ctrl+o")
        await shown.sees("WHAT WOULD HELP")
        await shown.press("enter")
        await open_form(shown, "again", started.id)
        with other.transaction("deleted") as transaction:
            transaction.delete(transaction.network.goals[started.id])
        await shown.press("4", "ctrl+o")
        await shown.sees("This goal was deleted meanwhile; undo brings it back.")
        assert drafts(path)


# Sizes, help, palette, hostile text


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_of_any_question_is_cut(path: Path, size: tuple[int, int]) -> None:
    answers = {**RUN, "people": [{"name": "Mara"}], "trailblazer": {"choice": "know", "name": "Dev"}}
    answers["audience"] = "circle"
    async with dashboard(path, size) as shown:
        await open_form(shown, "full")
        for item in questionnaire().of_form("full"):
            await fill_one(shown, item.id, answers)
            assert "…" not in shown.text, shown.text
            assert item.text.split()[-1] in shown.text
            assert item.help.split()[-1] in shown.text
            await shown.press("tab")
            if item.id == "plan":
                await shown.press("tab")


async def fill_one(shown: Dashboard, question: str, answers: dict[str, Any]) -> None:
    item = questionnaire().item(question)
    await shown.sees(item.text[:26])
    if question in answers:
        sheet = new_sheet(questionnaire(), "full", answers)
        await shown.press_at_once(*keys_for(sheet, item, answers[question]))


async def test_a_terminal_resized_in_the_middle_loses_nothing(path: Path) -> None:
    async with dashboard(path) as shown:
        await open_at(shown, "full", "importance")
        await shown.press("2", "1", "3")
        for size in ((60, 20), (160, 50), (40, 12), (30, 8), (80, 24)):
            await shown.resize(*size)
        await shown.sees("▌ Accountability", "●●●  cannot do without")
        await shown.press("0")
        await shown.sees("···  not needed")


async def test_in_the_smallest_terminal_the_row_under_the_cursor_is_in_sight(path: Path) -> None:
    async with dashboard(path, (40, 12)) as shown:
        await open_at(shown, "full", "importance")
        for label in ("A listening ear", "Guidance and advice", "Accountability", "Honest feedback"):
            await shown.press("1")
            await shown.sees(f"▌ {label}")


async def test_why_says_what_the_question_is_for_and_which_keys_there_are(path: Path) -> None:
    async with dashboard(path, (80, 50)) as shown:
        await open_form(shown, "full")
        await shown.press("f1")
        await shown.sees(
            "It is needed before saving.", "To the next part or question", "Leave; nothing is lost"
        )
        await shown.press("escape", "escape")
        await open_at(shown, "full", "stage")
        await shown.press("question_mark")
        await shown.sees("It decides which kinds of help", "Choose answer 1")


async def test_the_palette_opens_the_forms_and_not_twice(path: Path, started: Goal) -> None:
    async with dashboard(path) as shown:
        await shown.press("ctrl+p")
        await shown.type("quick start")
        await shown.sees("Six questions about a goal.")
        await shown.press("enter")
        await shown.sees("A QUICK START")
        shown.app.assess("short")
        await shown.sees("This questionnaire is open already.")


TYPED = {"line", "text", "date", "pair", "people", "list"}


@pytest.mark.parametrize("form", ["full", "short"])
async def test_hostile_text_in_every_field_reaches_the_terminal_as_text_alone(path: Path, form: Form) -> None:
    fits = TEXTS[4] + MARK
    answers = {
        **RUN,
        "audience": "circle",
        "praise": "bit",
        "top3": ["guidance"],
        "top3_cover": {"guidance": 1},
        "cadence": "weekly",
    }
    sheet = new_sheet(questionnaire(), form)
    async with dashboard(path, (160, 50)) as shown:
        await open_form(shown, form)
        while (item := sheet.item) is not None:
            await shown.sees(start_of(item.id))
            if item.type in TYPED or item.id == "trailblazer":
                if item.id == "trailblazer":
                    await shown.press("1", "enter")
                await shown.paste(f"{' '.join(TEXTS)} {MARK}")
                await shown.sees(MARK)
                if item.type not in ("people", "list"):
                    await shown.press("enter")
                    await shown.press("ctrl+o")
                    await shown.sees("! Please")
                await shown.press("escape")
                await shown.sees("Go on: ")
                await shown.press("a")
                await shown.sees(start_of(item.id), MARK)
                if item.id == "trailblazer":
                    await shown.press("enter")
                await shown.press("f7", "delete", "end", "ctrl+u")
                if item.id == "plan":
                    await shown.press("enter", "end", "ctrl+u", "shift+tab")
                await shown.until(lambda: MARK not in "".join(shown.lines[2:]))
                await shown.paste("" if item.type == "date" else fits)
                sheet = sheet.answered(item.id, [] if item.type == "people" else None, TODAY)
            else:
                await shown.press(*keys_for(sheet, item, answers[item.id]))
                sheet = sheet.answered(item.id, answers[item.id], TODAY)
            await onwards(shown, item.id)
            sheet = sheet.next()
        await shown.sees("That is all.", "zqx[/b] Mary")
        await save(shown)
        await shown.sees("zqx[/b] Mary")
        await shown.press("enter")
        assert_clean(shown)
        assert shown.app.return_code is None
    assert Store(path).network.goals


async def onwards(shown: Dashboard, question: str) -> None:
    """Press enter through all parts of a question."""
    for _ in range(6):
        await shown.press("enter")
        if start_of(question) not in shown.text or "review" in shown.lines[0]:
            return
    raise AssertionError(shown.text)


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_is_pressed_the_draft_says_where_one_is(path: Path, seed: int) -> None:
    chosen = random.Random(seed)
    keys = ["enter"] * 8 + [
        "shift+tab",
        "backspace",
        "left",
        "tab",
        "up",
        "down",
        "space",
        "minus",
        "x",
        "g",
        "G",
    ]
    keys += ["f5", "ctrl+o", *"01234567"]
    async with dashboard(path) as shown:
        press = shown.press if seed < 2 else shown.press_at_once
        await open_form(shown, "full" if seed % 2 else "short")
        await shown.type("Swim")
        for _ in range(40):
            await press(*chosen.choices(keys, k=5))
            if len(shown.app.screen_stack) < 3:
                break
        assert shown.app.return_code is None
        if len(shown.app.screen_stack) == 3 and "review" not in shown.text and drafts(path):
            await shown.press("escape")
            await shown.sees("Go on: ")
            store = Store(path)
            (name,) = [name for name in store.drafts.names() if name in ("assess-full", "assess-short")]
            left = resumed(questionnaire(), store.drafts.load(name))
            store.close()
            assert left is not None
            await shown.press("enter")
            if left.sheet.at != REVIEW:
                await shown.sees(start_of(left.sheet.at))
