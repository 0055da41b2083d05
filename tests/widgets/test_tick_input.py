"""Words that are ticked by their digits."""

from textual.app import App, ComposeResult

from tui.theme import THEMES
from tui.widgets.tick_input import HINT, TickInput


class Ticks(App[None]):
    """Nothing but a row of words to tick."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(THEMES[0])
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield TickInput([("friend", "Friend"), ("family", "Family"), ("peer", "Peer")], single=True)


async def test_a_sentence_typed_over_the_words_ticks_none_and_says_what_does() -> None:
    async with Ticks().run_test(size=(60, 5)) as pilot:
        ticks = pilot.app.query_one(TickInput)
        await pilot.press(*"an", "space", *"old", "space", *"friend", "space")
        assert ticks.ticked == []
        assert HINT in str(ticks.render())
        await pilot.press("2")
        assert ticks.ticked == ["family"]
        assert HINT not in str(ticks.render())
        await pilot.press("down", "space")
        assert ticks.ticked == ["peer"]
