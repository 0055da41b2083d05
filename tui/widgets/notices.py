"""What a screen says when it has nothing else to show."""

from textual.content import Content
from textual.widgets import Static


class EmptyState(Static):
    """What to do next where there is nothing yet: a sentence, and the key that begins."""

    DEFAULT_CSS = """
    EmptyState {
        height: 1fr;
        padding: 1 2;
        color: $quiet;
        display: none;
        &.-shown { display: block; }
    }
    """

    def say(self, sentence: str, *keys: tuple[str, str]) -> None:
        """Show a sentence, and each key with what it does."""
        lines = [Content(sentence)]
        for key, words in keys:
            lines.append(Content.assemble("\n", (key, "$accent bold"), "  ", words))
        self.update(Content("\n").join(lines))
        self.add_class("-shown")

    def hide(self) -> None:
        """There is something to show."""
        self.remove_class("-shown")


class TooSmall(Static):
    """Covers a screen that has no room, and says so."""

    DEFAULT_CSS = """
    TooSmall {
        layer: cover;
        width: 100%;
        height: 100%;
        background: $background;
        content-align: center middle;
        text-align: center;
        display: none;
    }
    """

    def __init__(self) -> None:
        super().__init__("This terminal is too small. Allies needs 40 by 12; q leaves.", markup=False)
