"""Who could help with a goal: each needed kind in dots and a word, with the people by name."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.language.text import clean_line

from .drawn import hanging
from .profile_view import DOTS

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.language.words import Cover
    from tui.domain.support.coverage import Coverage

COVERS: dict["Cover", str] = dict(zip(("none", "weak", "fair", "good"), DOTS, strict=True))
"""The dots of each word for how well a kind is covered."""

_BETWEEN = 2
_SET_IN = 2
_ROOM_FOR_NAMES = 30


def coverage_lines(coverage: "Coverage", words: "Vocabulary", width: int) -> Iterator[Content]:
    """A line for each needed kind, the largest remaining need first; then what rests on whom."""
    from tui.domain.support.coverage_words import sentences, who_gives

    label = max(len(word.label) for word in words["kind"].values()) + _BETWEEN
    covered = len(DOTS[0]) + 1 + max(len(word.label) for word in words["cover"].values()) + _BETWEEN
    roomy = width - label - covered >= _ROOM_FOR_NAMES
    for kind in sorted(coverage.needed, key=lambda kind: -coverage.residual[kind]):
        cover = coverage.in_a_word(kind)
        head = Content.assemble(
            Content(words["kind"][kind].label).pad_right(label - len(words["kind"][kind].label)),
            (f"{COVERS[cover]} ", "$accent"),
            words["cover"][cover].label,
        )
        names = Content(clean_line(who_gives(coverage, kind, words)))
        if roomy:
            yield from hanging(head, names, width, label + covered)
        else:
            yield head.truncate(width, ellipsis=True)
            yield from hanging("", names.stylize("$quiet"), width, _SET_IN)
    for sentence in sentences(coverage, words):
        yield from hanging(Content.styled("›", "$accent"), Content(clean_line(sentence)), width, _SET_IN)
