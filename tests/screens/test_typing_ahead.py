"""Keys typed faster than a form can come reach it, none of them the page."""

import asyncio
from pathlib import Path

import pytest
from textual import events

from tui.app import AlliesApp
from tui.domain.records.feedback import Feedback

from .terminal import Dashboard, dashboard


def typed_at_once(shown: Dashboard, *keys: str) -> None:
    """All keys arrive before any of them is looked at, as from a fast hand on a slow line."""
    for key in keys:
        character = " " if key == "space" else key if len(key) == 1 else None
        shown.app.post_message(events.Key(key, character))


async def test_keys_typed_right_after_n_and_e_are_text_in_the_form_and_no_keys_of_the_page(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Coach Lena")
        typed_at_once(shown, "n", *"dpxad")
        await shown.sees("New feedback", "dpxad")
        await shown.press("escape")
        await shown.sees("Kept as a draft")
        typed_at_once(shown, "e", *"dqx")
        await shown.sees("shorter stride uphilldqx")
        assert len(shown.network.feedback) == 4
        await shown.press("ctrl+o")
        await shown.until(lambda: shown.network.feedback[notes[0].id].text == "shorter stride uphilldqx")
        await shown.sees_no("They said")
        typed_at_once(shown, "F", *"qd")
        await shown.sees("Feedback, just heard", "qd")
        await shown.press("escape")
        await shown.sees_no("They said")
        typed_at_once(shown, "n", *"!")
        await shown.sees("dpxad!", "This is what you had typed.")
        await shown.press("escape")
        await shown.sees_no("They said")
        await shown.press("2")
        await shown.sees("10 km in June")
        typed_at_once(shown, "n", *"dsq")
        await shown.sees("A GOAL AND WHAT IT NEEDS", "dsq")


async def test_a_form_that_is_open_on_one_page_is_not_opened_on_another(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Coach Lena")
        await shown.press("F")
        await shown.sees("Feedback, just heard")
        shown.app.action_page("2")
        await shown.sees("10 km in June")
        await shown.press("F")
        await shown.sees("This form is open already.")


async def test_what_is_typed_right_after_tab_or_enter_stands_in_the_next_field(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.sees("New feedback")
        typed_at_once(
            shown, *"rest", "tab", *"ana", "enter", *"monday", "shift+tab", *"anae", "tab", "ctrl+o"
        )
        await shown.sees("There is no supporter")
        await shown.settled()
        await shown.sees("There is no supporter", "rest", "anae")
        typed_at_once(shown, *"ana", "ctrl+o")
        await shown.until(lambda: any(one.text == "rest" for one in shown.network.feedback.values()))
        [made] = [one for one in shown.network.feedback.values() if one.text == "rest"]
        assert (made.supporter, f"{made.date}") == (notes[1].supporter, "2026-03-16")


async def test_a_key_typed_right_after_what_closes_a_form_is_for_the_page(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Coach Lena")
        typed_at_once(shown, "F", *"qd", "escape", "n", *"xq")
        await shown.sees("New feedback", "xq")
        assert "Feedback, just heard" not in shown.text
        typed_at_once(shown, "ctrl+o", "n", *"again")
        await shown.sees("New feedback", "again")
        assert [one.text for one in shown.network.feedback.values()].count("xq") == 1
        await shown.press("escape")
        await shown.sees_no("They said")
        typed_at_once(shown, "F", "escape", "escape", "j", "e")
        await shown.sees("They said*    shorter stride uphill")


async def test_keys_typed_right_after_a_line_was_logged_are_for_the_page(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Coach Lena")
        typed_at_once(shown, "L", *"coffee", "space", *"ben", "enter", "n", *"hm")
        await shown.sees("New feedback", "hm")
        (exchange,) = shown.network.exchanges.values()
        assert exchange.note == "coffee ben"


async def test_keys_typed_right_after_a_filter_are_for_the_list(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Coach Lena")
        typed_at_once(shown, "slash", *"routine", "enter", "e", *"!")
        await shown.sees("They said", "keep the Sunday routine!")
        await shown.press("escape")
        await shown.sees_no("They said")
        typed_at_once(shown, "slash", *"x", "escape", "escape", "n", *"done")
        await shown.sees("New feedback", "done")


async def test_what_is_typed_right_after_the_slash_is_words_and_no_keys_of_the_page(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Coach Lena")
        typed_at_once(shown, "slash", *"dpa")
        await shown.sees("dpa")
        await shown.settled()
        assert len(shown.network.feedback) == len(notes)
        assert not shown.network.feedback[notes[0].id].verdict


async def test_a_questionnaire_takes_questions_and_answers_typed_in_one_go(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.sees("10 km in June")
        typed_at_once(shown, "n", *"sail", "enter", *"wind", "enter", "1", "enter", *"photo", "enter", *"may")
        await shown.sees("A GOAL AND WHAT IT NEEDS  sail", "may")
        for said in ("photo", "1  Mine", "wind", "sail"):
            await shown.press("shift+tab")
            await shown.sees(said)


async def test_a_key_that_comes_just_as_the_last_waiting_one_goes_keeps_its_place(
    path: Path, notes: list[Feedback], monkeypatch: pytest.MonkeyPatch
) -> None:
    to_come = ["escape", "n", "h", "escape", "n", "i", "escape", "n", "!"]
    passing = AlliesApp._let_pass

    async def pass_and_type_on(app: AlliesApp, passed: asyncio.Event) -> None:
        await passing(app, passed)
        for key in to_come[:2]:
            await app.on_event(events.Key(key, key if len(key) == 1 else None))
        del to_come[:2]

    monkeypatch.setattr(AlliesApp, "_let_pass", pass_and_type_on)
    async with dashboard(path) as shown:
        await shown.sees("Coach Lena")
        typed_at_once(shown, "n", "o")
        await shown.until(lambda: not to_come)
        await shown.sees("New feedback", "ohi!")
