"""One rule for the kinds of support wherever they are listed: the digit beside a kind is its key."""

from collections.abc import Callable

import pytest
from textual.app import App, ComposeResult
from textual.widget import Widget

from tui.content import vocabulary
from tui.domain.language.words import KINDS
from tui.theme import THEMES
from tui.widgets.choice_input import ChoiceInput, ManyInput
from tui.widgets.strengths_input import StrengthsInput
from tui.widgets.tick_input import TickInput

OPTIONS = [(word.id, word.label) for word in vocabulary()["kind"].values()]
MARKS = [word.label for word in vocabulary()["strength"].values()]


class Listed(App[None]):
    """Nothing but a list of the kinds."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget


def strengths() -> StrengthsInput:
    return StrengthsInput(OPTIONS, MARKS)


def value(widget: Widget) -> str:
    match widget:
        case TickInput():
            return " ".join(widget.ticked)
        case ChoiceInput() | StrengthsInput():
            return widget.value
        case _:
            raise TypeError


@pytest.mark.parametrize(
    "make",
    [
        lambda: ChoiceInput(OPTIONS),
        lambda: ManyInput(OPTIONS),
        lambda: TickInput(OPTIONS),
        strengths,
    ],
    ids=["one of them", "some of them", "ticked", "how surely"],
)
async def test_the_digit_beside_a_kind_picks_it_and_minus_takes_it_back(make: Callable[[], Widget]) -> None:
    async with Listed(make()).run_test(size=(80, 12)) as pilot:
        assert isinstance(pilot.app, Listed)
        widget = pilot.app.widget
        widget.focus()
        await pilot.pause()
        shown = str(widget.render())
        for digit, kind in enumerate(KINDS, 1):
            assert f"{digit} " in shown
            await pilot.press(str(digit))
            assert value(widget).partition("=")[0] == kind
            await pilot.press("minus")
            assert value(widget) == ""


async def test_each_press_makes_a_kind_surer_by_a_step_until_it_begins_anew() -> None:
    async with Listed(strengths()).run_test(size=(80, 12)) as pilot:
        assert isinstance(pilot.app, Listed)
        widget = pilot.app.widget
        widget.focus()
        seen = []
        for _ in range(5):
            await pilot.press("3")
            seen.append(value(widget))
        assert seen == ["guidance=1", "guidance=2", "guidance=3", "guidance=0", ""]
        await pilot.press("right", "l", "space", "left")
        assert value(widget) == "guidance=2"
        await pilot.press("h", "h", "h")
        assert value(widget) == ""
        await pilot.press("9", "0")
        assert value(widget) == ""


async def test_what_a_digit_does_stands_beneath_while_the_keys_are_there() -> None:
    async with Listed(strengths()).run_test(size=(80, 12)) as pilot:
        assert isinstance(pilot.app, Listed)
        widget = pilot.app.widget
        widget.focus()
        await pilot.press("3", "3")
        assert "the digit: could → sometimes → reliably" in str(widget.render())
        assert "▌3 ●●· Guidance and advice   sometimes" in str(widget.render())
