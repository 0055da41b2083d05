"""The line at the bottom names the key for help that works where the keys go: in a text `?` is text."""

from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from tests.domain.worked_network import worked_network
from tui.store import Store

from .terminal import Dashboard, dashboard

PLACES = {
    "the filter": ("3", "slash"),
    "a form": ("F",),
    "the log line": ("L",),
    "the questionnaire": ("2", "n"),
    "the path of an address book": ("3", "i"),
}
"""Ways to a text to type in."""


@pytest.fixture
def worked(other: Store) -> None:
    """The worked network in the store."""
    records = [record for shelf in worked_network().shelves.values() for record in shelf.values()]
    other.save(*records, label="entered")


def hints(shown: Dashboard) -> str:
    """The keys of the screen on top: the line of the box, or the last one."""
    boxed = [line for line in shown.lines if line.startswith("│") and line.rstrip("│ ").endswith(" Keys")]
    return (boxed or [shown.lines[-1]])[-1]


def typed(shown: Dashboard) -> str:
    """What stands in the text that has the keys."""
    text = shown.app.focused
    assert isinstance(text, (Input, TextArea))
    return text.value if isinstance(text, Input) else text.text


async def types(shown: Dashboard) -> None:
    """Wait until the keys go into a text."""
    await shown.until(lambda: isinstance(shown.app.focused, (Input, TextArea)))


async def test_where_text_is_typed_f1_is_named_and_a_question_mark_is_typed(path: Path, worked: None) -> None:
    async with dashboard(path, (60, 20), page="2") as shown:
        await shown.sees("WHAT WOULD HELP", "? Keys")
        for keys in PLACES.values():
            await shown.press(*keys)
            await types(shown)
            await shown.until(lambda: "f1 " in hints(shown) and "? " not in hints(shown))
            await shown.press("question_mark")
            await shown.until(lambda: typed(shown) == "?")
            await shown.press("backspace", "escape")
            await shown.until(lambda: not isinstance(shown.app.focused, (Input, TextArea)))


async def test_the_words_of_an_ask_name_the_keys_of_reading_and_of_writing(path: Path, worked: None) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.sees("WHAT WOULD HELP")
        await shown.press("a", "1")
        await shown.sees("enter Keep", "s Sent")
        await shown.until(lambda: "? Keys" in hints(shown))
        await shown.press("question_mark")
        await shown.sees("Keep it as a draft", "You have sent it: note the day")
        await shown.press("escape", "e")
        await shown.sees("ctrl+o Keep", "f1 Keys")
        await shown.press("question_mark", "enter", "f1")
        await shown.sees("Keep it as a draft")
        assert "You have sent it" not in shown.text
        await shown.press("escape", "ctrl+o")
        await shown.until(lambda: shown.network.asks)
        (ask,) = shown.network.asks.values()
        assert ask.text.endswith("?\n")
