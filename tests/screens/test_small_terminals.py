"""Terminals with little room or none: what shows, what covers what, and which keys still work."""

from pathlib import Path

import pytest

from tui.app import AlliesApp
from tui.domain.records.feedback import Feedback
from tui.page import LEAST, pages
from tui.store import Store

from .terminal import dashboard

TOO_SMALL = "This terminal is too small."


async def test_keys_pressed_where_nothing_can_be_seen_do_nothing(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.sees("shorter stride")
        await shown.resize(LEAST.width - 1, LEAST.height - 1)
        await shown.sees(TOO_SMALL)
        seq = shown.network.seq
        await shown.press("d", "u", "x", "enter", "n", "F", "2", "ctrl+p", "ctrl+o")
        await shown.paste("unseen")
        await shown.resize(80, 24)
        await shown.sees("shorter stride", "▌7 Feedback▐")
        assert shown.network.seq == seq
        assert len(shown.app.screen_stack) == 1


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_leaving_where_nothing_can_be_seen_keeps_what_was_typed(
    path: Path, notes: list[Feedback], other: Store, key: str
) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.type("half typed")
        await shown.resize(80, 11)
        await shown.sees(TOO_SMALL)
        await shown.press("x", key)
        await shown.until(lambda: shown.app.return_code == 0)
    assert other.drafts.names() == ["feedback-new"]
    assert "half typedx" not in str(other.drafts.load("feedback-new"))


async def test_a_palette_without_room_gives_way_to_the_line_that_says_so(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("ctrl+p")
        await shown.sees("Search for commands")
        await shown.resize(30, 10)
        await shown.sees_no("Search for commands")
        await shown.sees("too small")


async def test_every_page_has_room_from_the_least_size_to_a_very_large_one(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        for size in (LEAST, (40, 60), (300, 12), (300, 90), (60, 20)):
            await shown.resize(*size)
            for entry in pages():
                await shown.press(entry.key)
                await shown.sees(f"{entry.key} {entry.title}", "? Keys")
                assert TOO_SMALL not in shown.text
                assert len(shown.lines) == size[1]


async def test_a_form_keeps_its_words_and_its_keys_while_the_terminal_changes_its_size(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.type("said")
        for size in ((60, 20), (30, 10), (40, 12), (200, 60), (80, 24)):
            await shown.resize(*size)
            if size >= LEAST:
                await shown.sees("said", "esc Close")
                await shown.type("x")
                await shown.sees("saidx")
                await shown.press("backspace")
        await shown.press("ctrl+o")
        await shown.sees_no("esc Close")
        assert "said" in {note.text for note in shown.network.feedback.values()}


async def test_the_help_changes_its_size_with_the_terminal(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("question_mark")
        for size in (LEAST, (160, 50), (60, 20)):
            await shown.resize(*size)
            await shown.sees("╭", "╯", "esc Close")


async def test_what_is_told_in_passing_covers_only_the_keys_where_there_is_little_room(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path, (60, 20)) as shown:
        await shown.sees("▌Coach Lena", "Coach Lena · Mon 16 Mar", "? Keys")
        await shown.settled()
        before = shown.lines
        shown.app.notify("Took back: added feedback")
        await shown.sees("Took back: added feedback")
        await shown.sees_no("? Keys")
        assert shown.lines[:-1] == before[:-1]


async def test_the_help_is_read_to_its_end_and_back_with_the_keys_of_a_list(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path, (60, 20)) as shown:
        await shown.press("question_mark")
        await shown.sees("What people said")
        beginning = shown.text
        for there, back in (("G", "g"), ("end", "home")):
            await shown.press(there)
            await shown.sees(f"{pages()[-1].key}  {pages()[-1].title}.")
            await shown.press(back)
            await shown.until(lambda: shown.text == beginning)
        for key, last in (("pagedown", pages()[-1].title), ("pageup", "What people said")):
            for _ in range(12):
                await shown.press(key)
            await shown.sees(last)


@pytest.mark.parametrize("opening", ["question_mark", "n", "ctrl+p", ""])
async def test_ctrl_z_suspends_from_wherever_one_is(
    path: Path, notes: list[Feedback], monkeypatch: pytest.MonkeyPatch, opening: str
) -> None:
    suspended: list[bool] = []
    monkeypatch.setattr(AlliesApp, "action_suspend_process", lambda _: suspended.append(True))
    async with dashboard(path) as shown:
        if opening:
            await shown.press(opening)
            await shown.until(lambda: len(shown.app.screen_stack) == 2)
        await shown.press("ctrl+z")
        await shown.until(lambda: suspended)


async def test_the_demo_says_at_the_top_that_it_is_one(path: Path, notes: list[Feedback]) -> None:
    for size in ((80, 24), (60, 20), (40, 12)):
        async with dashboard(path, size, mark="demo") as shown:
            await shown.sees("demo")
            assert shown.lines[0].endswith("demo")
