"""What is good to know before one answers: a word for each, and the text beside it."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from tui.domain.language.text import clean_line

from .drawn import Drawn, hanging

Fact = tuple[str, str]
"""What it is, and its text."""

_LABEL = 14
_LINES = 3
_LONGEST = 1_000


class Facts(Drawn):
    """Facts one under another, each cut to a few lines, so that what they are for stays in sight."""

    DEFAULT_CSS = """
    Facts { margin: 0 0 1 0; }
    """

    def __init__(self, facts: Sequence[Fact]) -> None:
        super().__init__(lambda width: list(_lines(facts, width)))


def _lines(facts: Sequence[Fact], width: int) -> Iterator[Content]:
    room = max(width - _LABEL, 1)
    for label, text in facts:
        lines = Content(clean_line(text[:_LONGEST])).wrap(room) or [Content()]
        if len(lines) > _LINES or len(text) > _LONGEST:
            *lines, last = lines[:_LINES]
            lines.append(Content.assemble(last.rstrip().truncate(room - 1), "…"))
        for place, line in enumerate(lines):
            yield from hanging(Content.styled("" if place else label, "$quiet"), line, width, _LABEL)
