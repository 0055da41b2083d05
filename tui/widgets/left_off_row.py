"""A questionnaire that was left half-way: one line in a list, and what is told of it."""

from typing import TYPE_CHECKING

from textual.content import Content

from .lines import excerpt

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.questionnaire.left_off import LeftOff

GLYPH = "…"


def left_line(left: "LeftOff", width: int) -> Content:
    """What it is about, and how far it is."""
    tail = Content.assemble("  ", (left.where, "$quiet"))
    head = (f"{GLYPH} ", "$accent")
    return Content.assemble(head, excerpt(_called(left), width - 2 - tail.cell_length), tail)


def left_lines(left: "LeftOff", words: "Vocabulary", width: int) -> list[Content]:
    """What it is about, how far it is, and the key that goes on."""
    form = words["form"][left.form]
    return [
        *(line.stylize("$accent bold") for line in Content(_called(left)).wrap(width)),
        *Content(f"{form.label}. {form.plain}").stylize("$quiet").wrap(width),
        Content(),
        *goes_on(left, "enter").wrap(width),
    ]


def goes_on(left: "LeftOff", key: str) -> Content:
    """How far it is, and the key that goes on."""
    return Content.assemble(
        f"Left half-way, {left.where}. ", (key, "$accent bold"), " goes on; nothing is lost."
    )


def _called(left: "LeftOff") -> str:
    return left.title or "A new goal"
