"""Hostile text in every field: nothing of it reaches the terminal, nothing of it is obeyed."""

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.content import Content
from textual.screen import Screen

from tui.dialogs.conflict import ConflictDialog
from tui.dialogs.help import HelpDialog
from tui.dialogs.trouble import TroubleScreen
from tui.page import PageEntry, pages

from .hostile import FORBIDDEN, MARK, SEQUENCE, TEXTS, hostile_store
from .terminal import Dashboard, dashboard

SIZES = [(60, 20), (80, 24), (160, 50)]


def assert_clean(shown: Dashboard) -> None:
    """What went to the terminal is text and the toolkit's own sequences, nothing else."""
    rest = SEQUENCE.sub("", shown.written)
    assert "\x1b" not in rest, repr(rest[max(rest.index("\x1b") - 60, 0) :][:120])
    found = FORBIDDEN.search(rest)
    assert found is None, repr(rest[max(found.start() - 60, 0) :][:120])


async def click_everywhere(shown: Dashboard, size: tuple[int, int]) -> None:
    """Click each place that looks as if it could be clicked, and a grid over the rest."""
    tempting = [
        (line.index(words), y)
        for y, line in enumerate(shown.lines)
        for words in ("click me", "Mary")
        if words in line
    ]
    grid = [(x, y) for y in range(0, size[1], 3) for x in range(2, size[0], 16)]
    await shown.click(*tempting, *grid)


def edits(entry: PageEntry) -> bool:
    """Whether a page has a form for what is under its cursor."""
    return any(binding.key == "e" for binding in Binding.make_bindings(entry.load().BINDINGS))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("entry", pages(), ids=lambda entry: entry.title)
async def test_no_page_lets_hostile_text_through(path: Path, entry: PageEntry, size: tuple[int, int]) -> None:
    hostile_store(path)
    async with dashboard(path, size) as shown:
        await shown.press(entry.key)
        await shown.sees(MARK)
        for _ in TEXTS:
            await shown.press("j")
        await shown.press("G", "g")
        if "slash" in shown.app.screen.active_bindings:
            await shown.press("slash")
            await shown.type(MARK)
            await shown.press("enter")
        await shown.sees(MARK)
        assert_clean(shown)


@pytest.mark.parametrize("entry", pages(), ids=lambda entry: entry.title)
async def test_clicking_everywhere_fires_nothing(path: Path, entry: PageEntry) -> None:
    hostile_store(path)
    size = (80, 24)
    async with dashboard(path, size) as shown:
        await shown.press(entry.key)
        await shown.sees(MARK)
        for _ in TEXTS[:2]:
            await click_everywhere(shown, (size[0], size[1] - 1))
            await shown.press("j")
        assert shown.app.return_code is None
        assert len(shown.app.screen_stack) == 1
        await shown.sees(MARK)


async def test_what_is_clicked_is_obeyed_where_it_is_markup(path: Path) -> None:
    """So the test above would see it."""
    from textual.widgets import Static

    obeying = Static("[@click=app.bell]click me[/]")
    obeying.styles.dock = "top"
    async with dashboard(path, greeted=True) as shown:
        await shown.until(lambda: shown.app.screen.is_mounted)
        await shown.app.screen.mount(obeying)
        await shown.sees("click me")
        before = shown.written.count("\a")
        await click_everywhere(shown, (80, 1))
        assert shown.written.count("\a") > before


@pytest.mark.parametrize("entry", [entry for entry in pages() if edits(entry)], ids=lambda entry: entry.title)
async def test_no_form_of_a_page_lets_hostile_text_through(path: Path, entry: PageEntry) -> None:
    hostile_store(path)
    async with dashboard(path) as shown:
        await shown.press(entry.key)
        await shown.sees(MARK)
        for _ in TEXTS:
            await shown.press("e")
            await shown.until(lambda: len(shown.app.screen_stack) == 2)
            await shown.press(*["tab"] * 12)
            await shown.press("ctrl+o")
            while len(shown.app.screen_stack) > 1:
                await shown.press("escape")
            await shown.press("j")
        assert_clean(shown)


def dialogs() -> list[Screen[object]]:
    text = "\n".join(TEXTS)
    return [
        ConflictDialog([(text[:80], text, text)]),  # type: ignore[list-item]
        HelpDialog(TEXTS[0], text, [(TEXTS[3], [(TEXTS[0], text)])]),  # type: ignore[list-item]
        TroubleScreen(text, 3),  # type: ignore[list-item]
    ]


@pytest.mark.parametrize("dialog", dialogs(), ids=lambda dialog: type(dialog).__name__)
async def test_no_dialog_lets_hostile_text_through(path: Path, dialog: Screen[object]) -> None:
    async with dashboard(path, (160, 50)) as shown:
        await shown.app.push_screen(dialog)
        await shown.sees(MARK)
        await click_everywhere(shown, (160, 49))
        assert_clean(shown)
        assert shown.app.return_code is None


async def test_no_notification_and_no_title_lets_hostile_text_through(path: Path) -> None:
    async with dashboard(path, (160, 50)) as shown:
        for text in TEXTS:
            shown.app.notify(text, title=text)
            shown.app.title = text
        await shown.sees(MARK)
        assert "\x1b" not in shown.app.title
        assert_clean(shown)


async def test_the_filter_is_what_stops_it(path: Path) -> None:
    """Without cleaning on the way in, the last filter alone keeps the terminal safe, cell by cell."""
    from textual.widgets import Static

    async with dashboard(path) as shown:
        await shown.app.screen.mount(Static(Content("\n".join(TEXTS) + "\nend|")))
        await shown.sees(MARK)
        assert_clean(shown)
