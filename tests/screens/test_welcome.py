"""What whoever is new here sees, and what comes of looking at a goal."""

from functools import partial
from pathlib import Path

import pytest

from tui.domain.records.goal import Goal
from tui.domain.records.response import Response
from tui.domain.records.supporter import Supporter
from tui.store import Store

from .asked import RUN
from .terminal import TODAY, Dashboard
from .terminal import dashboard as dashboard_at

dashboard = partial(dashboard_at, page="2", greeted=True)

SIZES = [(60, 20), (80, 24), (160, 50)]


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_store_is_greeted_with_what_there_is_to_begin_with(
    path: Path, size: tuple[int, int]
) -> None:
    async with dashboard(path, size) as shown:
        await shown.sees(
            "Nobody reaches a goal alone.",
            "a  Start with a goal",
            "b  Quick start",
            "c  About me",
            "not therapy",
            "enter Begin",
        )
        assert "…" not in shown.text


async def test_a_store_with_something_in_it_is_not(path: Path, other: Store) -> None:
    other.save(Supporter(name="Mara"), label="added supporter")
    async with dashboard(path) as shown:
        await shown.sees("Nothing is waiting.")
        assert "Nobody reaches" not in shown.text


async def test_esc_looks_around_first_and_says_where_the_questionnaire_is(path: Path) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Start with a goal")
        await shown.press("escape")
        await shown.sees("Nothing is waiting.", "The questionnaire is under ctrl+p")


async def test_the_digit_of_a_page_goes_there_and_others_do_nothing(path: Path) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Start with a goal")
        await shown.press("9")
        await shown.sees("Start with a goal")
        await shown.press("7")
        await shown.sees("No feedback yet")


async def test_q_leaves(path: Path) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Start with a goal")
        await shown.press("q")
        assert shown.app.return_code == 0


async def test_the_greeting_ends_when_another_process_writes(path: Path, other: Store) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Start with a goal")
        other.save(Supporter(name="Mara"), label="added supporter")
        await shown.sees("Nothing is waiting.")


async def test_arrows_choose_an_offer(path: Path) -> None:
    async with dashboard(path) as shown:
        await shown.sees("▌ a  Start with a goal")
        await shown.press("down", "j", "k", "enter")
        await shown.sees("A QUICK START")
        await shown.press("escape")
        await shown.sees("Start with a goal")


async def test_the_help_of_the_greeting_names_its_keys(path: Path) -> None:
    async with dashboard(path, (80, 50)) as shown:
        await shown.sees("Start with a goal")
        await shown.press("question_mark")
        await shown.sees("Begin with offer a", "To the empty pages", "Copy what is selected")


async def test_unfinished_answers_are_named_when_there_is_something_already(path: Path, other: Store) -> None:
    other.save(Supporter(name="Mara"), label="added supporter")
    other.drafts.save("assess-full", {"form": "full"})
    async with dashboard(path) as shown:
        await shown.sees("GO ON WHERE YOU LEFT OFF")


# The result


def assessed(other: Store, **answers: object) -> Goal:
    other.save(Goal(title="10 km in June", stage="started"), label="added goal")
    (goal,) = other.network.goals.values()
    given = {**RUN, **answers}
    kept = {key: given[key] for key in ("control", "strain", "stage", "importance", "coverage")}
    other.save(
        Response(
            goal=goal.id, questionnaire="goal-needs", version="1", form="full", date=TODAY, answers=kept
        ),
        label="assessed",
    )
    return goal


async def open_result(shown: Dashboard, goal: Goal) -> None:
    from tui.screens.result import ResultScreen

    await shown.app.push_screen(ResultScreen(goal.id))
    await shown.sees("WHAT WOULD HELP")


async def test_the_result_says_needs_gaps_and_reasons_in_words(path: Path, other: Store) -> None:
    other.save(Supporter(name="Mara", gives={"accountability": 2}), label="added supporter")
    goal = assessed(other)
    async with dashboard(path, (80, 40)) as shown:
        await open_result(shown, goal)
        await shown.sees(
            "Accountability       ●●●  cannot do without  nobody yet  ○ open",
            "all the more, because you are under way",
            "Guidance and advice  ●●·  would help a lot   a little    ○ open",
            "because most of this is in your hands",
            "Honest feedback      ●··  nice to have       nobody yet  ◐ thin",
            "Celebration          ●●·  would help a lot   mostly      ● covered",
            "Covered, as it feels to you: about a third.",
            "▸ Ask Mara for accountability.",
            "▸ Nobody is down for company",
        )
        assert "That sounds like a lot" not in shown.text
        assert not any(figure in shown.text for figure in ("0.3", "33", "%"))


async def test_the_care_note_stands_with_the_result_where_it_applies(path: Path, other: Store) -> None:
    goal = assessed(other, strain=4)
    async with dashboard(path, (80, 40)) as shown:
        await open_result(shown, goal)
        await shown.sees("That sounds like a lot to carry.")


async def test_coverage_that_is_not_known_is_not_taken_for_none(path: Path, other: Store) -> None:
    goal = assessed(other, coverage={"guidance": 3})
    async with dashboard(path, (80, 40)) as shown:
        await open_result(shown, goal)
        await shown.sees("? not known", "Covered, as it feels to you: all of what is known.", "still unknown")


async def test_nothing_needed_is_a_result_too(path: Path, other: Store) -> None:
    goal = assessed(other, importance={"guidance": 0}, coverage={})
    async with dashboard(path) as shown:
        await open_result(shown, goal)
        await shown.sees("The goal is kept; nothing stands open.", "You marked nothing as needed.")


async def test_the_result_follows_what_others_write(path: Path, other: Store) -> None:
    goal = assessed(other)
    async with dashboard(path, (80, 40)) as shown:
        await open_result(shown, goal)
        await shown.sees("Nobody is down for accountability")
        other.save(Supporter(name="Ben", gives={"accountability": 3}), label="added supporter")
        await shown.sees("▸ Ask Ben for accountability.")


async def test_the_next_steps_are_copied_with_a_key(path: Path, other: Store) -> None:
    goal = assessed(other)
    async with dashboard(path) as shown:
        await open_result(shown, goal)
        await shown.press("y")
        await shown.sees("Copied.")
        assert shown.app.clipboard.startswith("Nobody is down for accountability")


async def test_two_questions_about_oneself_are_offered_until_they_are_answered(
    path: Path, other: Store
) -> None:
    goal = assessed(other)
    async with dashboard(path, (100, 30)) as shown:
        await open_result(shown, goal)
        await shown.sees("m About me")
        await shown.press("m")
        await shown.sees("ABOUT YOU")
        await shown.press("3", "enter", "1", "enter", "enter")
        await shown.sees("Your profile is saved.", "WHAT WOULD HELP")
        await shown.sees_no("m About me")


@pytest.mark.parametrize("size", SIZES)
async def test_the_end_of_the_result_can_be_reached_at_every_size(
    path: Path, other: Store, size: tuple[int, int]
) -> None:
    goal = assessed(other, strain=4)
    async with dashboard(path, size) as shown:
        await open_result(shown, goal)
        await shown.press("G")
        await shown.sees("not a measurement.")
        await shown.press("g")
        await shown.sees("needed")
        assert "…" not in shown.text
        await shown.press("escape")
        await shown.sees("▌1 Today▐")
