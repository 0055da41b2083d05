"""Feedback is written down at once, from anywhere."""

from datetime import date
from pathlib import Path

import pytest

from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.supporter import Supporter
from tui.page import PageEntry, pages
from tui.store import Store
from tui.widgets.detail_pane import DetailPane

from .terminal import TODAY, dashboard

SIZES = [(60, 20), (80, 24), (160, 50)]


@pytest.mark.parametrize("entry", pages(), ids=lambda entry: entry.title)
async def test_f_writes_down_feedback_from_every_page(
    path: Path, notes: list[Feedback], entry: PageEntry
) -> None:
    async with dashboard(path, page=entry.key) as shown:
        await shown.press("F")
        await shown.sees("Feedback, just heard", "10 km in June")
        await shown.type("breathe out")
        await shown.press("enter")
        await shown.type("on every third step")
        await shown.press("tab")
        await shown.type("len")
        await shown.press("ctrl+o")
        await shown.sees("Kept. It waits on the page Feedback.")
        (note,) = [one for one in shown.network.feedback.values() if one.text.startswith("breathe")]
        assert note.text == "breathe out\non every third step"
        assert (note.supporter, note.goal, note.date) == (notes[0].supporter, notes[0].goal, TODAY)


@pytest.mark.parametrize("size", SIZES)
async def test_what_stings_rests_until_tomorrow(path: Path, other: Store, size: tuple[int, int]) -> None:
    other.save(Goal(title="10 km in June"), label="added goal")
    async with dashboard(path, size, page="7") as shown:
        await shown.press("F")
        await shown.sees("Feedback, just heard")
        await shown.type("you never listen")
        await shown.press("tab", "tab", "tab", "y", "enter")
        await shown.sees("Kept. It rests until tomorrow.")
        await shown.until(lambda: shown.network.feedback)
        (note,) = shown.network.feedback.values()
        assert (note.verdict, note.parked_until, note.parked_times) == ("park", date(2026, 3, 19), 0)


async def test_a_half_typed_capture_comes_back(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("F")
        await shown.sees("Feedback, just heard")
        await shown.type("half ty")
        await shown.press("escape")
        await shown.sees("Kept as a draft")
        await shown.press("F")
        await shown.sees("half ty", "This is what you had typed")


async def test_nothing_is_asked_twice_over_an_open_form(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.sees("New feedback")
        await shown.press("tab", "tab", "tab", "tab", "F")
        await shown.sees_no("just heard")
        assert len(shown.app.screen_stack) == 2


async def test_words_nobody_can_see_are_refused(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("F")
        await shown.sees("just heard")
        await shown.paste("\u200b\u200d")
        await shown.press("ctrl+o")
        await shown.sees("Feedback needs its words.")
        assert len(shown.network.feedback) == 4


async def test_two_people_of_one_name_are_told_apart(path: Path, other: Store) -> None:
    one, two = other.save(Supporter(name="Ana"), Supporter(name="ana"), label="added supporters")
    async with dashboard(path) as shown:
        await shown.press("F")
        await shown.sees("just heard")
        await shown.type("slower")
        await shown.press("tab")
        await shown.type("ana")
        await shown.press("ctrl+o")
        await shown.sees("That could be", one.id[-4:], two.id[-4:])
        await shown.press(*(["backspace"] * 3))
        await shown.type(two.id[-4:])
        await shown.press("ctrl+o")
        await shown.until(lambda: shown.network.feedback)
        assert [note.supporter for note in shown.network.feedback.values()] == [two.id]


async def test_feedback_about_a_goal_let_go_is_kept_with_its_goal(path: Path, other: Store) -> None:
    (goal,) = other.save(Goal(title="A boat", state="let-go"), label="added goal")
    async with dashboard(path) as shown:
        await shown.press("F")
        await shown.sees("just heard")
        await shown.type("sell it")
        await shown.press("tab", "tab")
        await shown.type("boat")
        await shown.press("ctrl+o")
        await shown.until(lambda: shown.network.feedback)
        assert [note.goal for note in shown.network.feedback.values()] == [goal.id]


async def test_an_edit_of_a_note_whose_person_and_goal_are_gone_keeps_them(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    with other.transaction("deleted") as transaction:
        transaction.delete(other.network.supporters[notes[0].supporter or ""])
        transaction.delete(other.network.goals[notes[0].goal or ""])
    async with dashboard(path) as shown:
        await shown.press("e")
        await shown.sees("They said", "someone")
        await shown.type("!")
        await shown.press("ctrl+o")
        await shown.until(lambda: shown.network.feedback[notes[0].id].text.endswith("!"))
        edited = shown.network.feedback[notes[0].id]
        assert (edited.supporter, edited.goal) == (notes[0].supporter, notes[0].goal)


async def test_a_hundred_thousand_pasted_characters_are_kept_and_shown(
    path: Path, notes: list[Feedback]
) -> None:
    long = "word " * 19_999 + "ended"
    async with dashboard(path) as shown:
        await shown.press("F")
        await shown.sees("just heard")
        await shown.paste(long)
        await shown.press("ctrl+o")
        await shown.sees("Kept.", "word word word", "…")
        (note,) = [one for one in shown.network.feedback.values() if one.text.startswith("word")]
        assert note.text == long
        await shown.press("g", "l")
        await shown.until(lambda: shown.app.screen.query_one(DetailPane).virtual_size.height > 1_000)
        await shown.press("G")
        await shown.sees("ended")
