"""A supporter in one line: where it stands, the name, what they give, and how long it has been."""

from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.people.directory_order import UNVISITED, standing

from .lines import cells

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.language.words import Kind
    from tui.domain.people.directory_card import Card
    from tui.domain.people.directory_order import Heading
    from tui.domain.records.supporter import Supporter

GLYPHS = {
    "fine": "●",
    "soon": "●",
    "due": "◐",
    "overdue": "◐",
    "drifting": "○",
    UNVISITED: "◇",
    "candidate": "◇",
    "paused": "‖",
    "ended": "–",
}
"""The glyph of each standing; the words for it are at the end of the line and in the detail."""

STANDINGS = {
    "fine": "in touch",
    "soon": "soon due",
    "due": "due",
    "overdue": "overdue",
    "drifting": "drifting",
    UNVISITED: "not visited yet",
    "candidate": "candidate",
    "paused": "paused",
    "ended": "ended",
}
MENTOR, GROUP = "★", "◎"
WAITING = ("due", "overdue", "drifting")

ROOM_FOR_WORDS = 90
"""From so many cells on, what somebody gives stands in whole words, not in marks of three letters."""

_WORDS = 36
_NAME_AT_LEAST = 14
_HEARD = 9
_MARK = 4
_COLUMNS = (("relationship", 12), ("circle", 6), ("tags", 22))


def supporter_line(
    card: "Card",
    words: "Vocabulary",
    width: int,
    *,
    marked: bool | None = None,
    under: str = "",
) -> Content:
    """The line for a width in cells.

    `marked` None: nothing is marked anywhere, no room is kept for it. `under`: what the heading says already.
    """
    stands = standing(card)
    supporter = card.supporter
    head = Content.assemble(
        "" if marked is None else ("✓ " if marked else "  ", "$accent"),
        (f"{GLYPHS[stands]} ", "$accent" if stands in WAITING else "$quiet"),
    )
    room = width - head.cell_length - _HEARD - 1
    kinds = min(max((room - _NAME_AT_LEAST - 1) // _MARK, 0), 3 if width < 60 else 5)
    gives, given = kinds * _MARK, gives_marks(supporter.gives, words, kinds)
    if width >= ROOM_FOR_WORDS:
        gives, given = _WORDS, gives_words(supporter.gives, words, _WORDS)
    name = min(room - gives - 1, 30 if width >= 70 else room)
    line = Content.assemble(
        head,
        _name(supporter, name, quiet=stands == "ended"),
        " ",
        cells(given, gives, "$quiet"),
    )
    room = width - line.cell_length - _HEARD
    for field, wide in _COLUMNS:
        if field != under and room >= wide + 3:
            line = Content.assemble(line, "  ", cells(_column(supporter, field, words), wide, "$quiet"))
            room -= wide + 2
    heard = Content(heard_in_short(card)).stylize("" if stands in WAITING else "$quiet")
    return Content.assemble(line, heard.pad_left(max(room + _HEARD - heard.cell_length, 0)))


def heading_line(heading: "Heading", words: "Vocabulary") -> Content:
    """The head of a group, and how many are in it."""
    if heading.grouping == "standing":
        word = STANDINGS[heading.of]
    elif heading.of == "ended":
        word = "no longer"
    else:
        word = words[heading.grouping][heading.of].label if heading.of else f"no {heading.grouping}"
    return Content.assemble((word.upper(), "$accent bold"), (f"  {heading.count}", "$quiet"))


def heard_in_short(card: "Card") -> str:
    """How long ago the last exchange was; for those who are not active, why that does not count."""
    if card.supporter.state != "active":
        return card.supporter.state
    if card.days:
        return f"{card.days} d" if standing(card) != UNVISITED else "not yet"
    return "today" if card.exchanges else "new"


def gives_words(gives: "Mapping[Kind, int]", words: "Vocabulary", width: int) -> str:
    """What somebody gives in words, surest first; those without room are counted."""
    labels = [words["kind"][kind].label for kind in _surest_first(gives, words)]
    said = [label if not place else label[:1].lower() + label[1:] for place, label in enumerate(labels)]
    for shown in range(len(said), 0, -1):
        text = ", ".join(said[:shown]) + (f" +{len(said) - shown}" if shown < len(said) else "")
        if len(text) <= width:
            return text
    return ""


def _surest_first(gives: "Mapping[Kind, int]", words: "Vocabulary") -> "list[Kind]":
    places = list(words["kind"])
    return sorted(
        (kind for kind in gives if gives[kind]), key=lambda kind: (-gives[kind], places.index(kind))
    )


def gives_marks(gives: "Mapping[Kind, int]", words: "Vocabulary", most: int) -> str:
    """The marks of what somebody gives, surest first; those without room are counted."""
    given = _surest_first(gives, words)
    shown = given if len(given) <= most else given[: max(most - 1, 0)]
    marks = [words["kind"][kind].short for kind in shown]
    if len(shown) < len(given) and most:
        marks.append(f"+{len(given) - len(shown)}")
    return " ".join(marks)


def _name(supporter: "Supporter", width: int, *, quiet: bool) -> Content:
    from tui.domain.talks.rhythm import is_group, is_mentor

    sign = GROUP if is_group(supporter) else MENTOR if is_mentor(supporter) else ""
    if not sign:
        return cells(supporter.name, width, "$quiet" if quiet else "")
    name = cells(supporter.name, width - 2, "$quiet" if quiet else "")
    written = name.rstrip()
    return Content.assemble(written, " ", (sign, "$accent"), " " * (width - written.cell_length - 2))


def _column(supporter: "Supporter", field: str, words: "Vocabulary") -> str:
    match field:
        case "tags":
            return " ".join(f"#{tag}" for tag in supporter.tags)
        case "circle":
            return words["circle"][supporter.circle].label
        case _:
            return words["relationship"][supporter.relationship].label if supporter.relationship else ""
