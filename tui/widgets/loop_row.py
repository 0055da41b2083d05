"""Asks and offers in a line each: with whom, what for, where it stands, and since when."""

from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.calendar.ago import ago
from tui.domain.calendar.days import day_in_words
from tui.domain.language.text import clean_line

from .drawn import hanging
from .lines import cells, excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tui.domain.language.vocabulary import Vocabulary
    from tui.domain.records.log import Ask, Offer

    Loop = Ask | Offer

_STANDS = 25
_WHO = 18


def loop_line(loop: "Loop", who: str, words: "Vocabulary", today: date, width: int) -> Content:
    """One line: who, unless that is plain, then what, then where it stands."""
    who_width = min(_WHO, max(width // 4, 8)) if who else -2
    stands = stands_in_words(loop, words, today)
    room = width - who_width - _STANDS - 4
    if room < 12:
        return Content.assemble(excerpt(what_in_words(loop, words), max(width - _STANDS - 2, 8)), "  ",
                                cells(stands, _STANDS, "$quiet"))  # fmt: skip
    return Content.assemble(
        *((cells(who, who_width), "  ") if who else ()),
        excerpt(what_in_words(loop, words), room),
        "  ",
        cells(stands, _STANDS, "$quiet"),
    )


def loop_lines(
    loop: "Loop", words: "Vocabulary", today: date, width: int, who: str = ""
) -> "Iterator[Content]":
    """The same beside a heading of its own, with all that is said of it."""
    from tui.domain.records.log import Ask

    head = "you asked" if isinstance(loop, Ask) else "you offered"
    if loop.state == "drafted":
        head = "to ask" if isinstance(loop, Ask) else "to offer"
    elif loop.state == "promised":
        head = "promised"
    said = f"{clean_line(who)}: " if who else ""
    text = Content.assemble(
        f"{said}{what_in_words(loop, words)}", (f"  {stands_in_words(loop, words, today)}", "$quiet")
    )
    yield from hanging(Content.styled(head, "$quiet"), text, width, 12)


def what_in_words(loop: "Loop", words: "Vocabulary") -> str:
    """What was asked or offered: the kind, or the first words."""
    from tui.domain.records.log import Offer

    first = clean_line(loop.text.strip().split("\n", 1)[0])
    if isinstance(loop, Offer) and first:
        return first
    return words["kind"][loop.kind].label if loop.kind else first or "support"


def stands_in_words(loop: "Loop", words: "Vocabulary", today: date) -> str:
    """Where it stands and since when, such as "sent 5 days ago, remind"."""
    from tui.domain.promises import asks, offers
    from tui.domain.records.log import Ask

    if isinstance(loop, Ask):
        label = words["ask_state"][loop.state].label
        match loop.state:
            case "drafted":
                return "not sent yet"
            case "sent":
                since = f"sent {ago(loop.sent_on, today)}" if loop.sent_on else label
                return f"{since}, remind?" if asks.wants(loop, today) == "remind" else since
            case "later":
                return f"again {day_in_words(loop.due, today)}" if loop.due else label
            case "silent":
                return label
            case _:
                return f"{label}, {ago(loop.answered_on, today)}" if loop.answered_on else label
    label = words["offer_state"][loop.state].label
    if not offers.is_open(loop):
        return f"{label}, {ago(loop.done_on, today)}" if loop.done_on else label
    return f"{label}, by {day_in_words(loop.due, today)}" if loop.due else f"{label} {ago(loop.date, today)}"
