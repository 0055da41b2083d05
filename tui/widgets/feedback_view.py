"""How feedback is drawn: one line in a list, and the whole of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from tui.content import label
from tui.domain.calendar.days import day_in_words
from tui.domain.feedback.verdicts import is_back, to_sort
from tui.domain.language.text import clean_line, clean_note
from tui.domain.records.references import shown_name
from tui.domain.today.open_now import decided

from .drawn import hanging
from .lines import cells, excerpt

if TYPE_CHECKING:
    from tui.domain.records.feedback import Feedback
    from tui.domain.records.log import Decision
    from tui.domain.records.network import Network

ROOM_FOR_WORDS = 32
"""What was said has so many cells before its form and its subject have any."""

ROOM_BESIDE_A_DATE = 24
_SHORT_ABOUT = {"task": "task", "way": "way", "person": "person"}
_STATE_WIDTH = 8
_LABEL_WIDTH = 11


def standing(note: "Feedback", today: date) -> str:
    """Where a note stands, in a word or two."""
    if note.verdict is None:
        return "stings" if note.stings else "to sort"
    return "is back" if is_back(note, today) else note.state


def who(note: "Feedback", network: "Network") -> str:
    """Who said it; empty where nobody is named."""
    return "" if note.supporter is None else shown_name(network, "supporter", note.supporter)


def goal_of(note: "Feedback", network: "Network") -> str:
    """What it is about; empty where that is open."""
    return "" if note.goal is None else shown_name(network, "goal", note.goal)


def note_row(note: "Feedback", network: "Network", today: date, date_width: int, width: int) -> Content:
    """Date, who, what was said and where it stands; and, while there is room, its form and subject."""
    columns = [
        cells(label("feedback_form", note.form) if note.form else "", 9, "$quiet"),
        cells(_SHORT_ABOUT[note.about] if note.about else "", 6, "$quiet"),
    ]
    head = Content.assemble(cells(who(note, network), min(max(width // 5, 10), 22)), "  ")
    state = cells(standing(note, today), _STATE_WIDTH, "$accent" if to_sort(note, today) else "$quiet")
    tail = Content.assemble("  ", state)
    if width - head.cell_length - tail.cell_length - date_width - 2 >= ROOM_BESIDE_A_DATE:
        head = Content.assemble(cells(day_in_words(note.date, today), date_width, "$quiet"), "  ", head)
    room = width - head.cell_length - tail.cell_length
    for column in columns:
        if room - column.cell_length - 2 >= ROOM_FOR_WORDS:
            tail = Content.assemble("  ", column, tail)
            room -= column.cell_length + 2
    return Content.assemble(head, excerpt(note.text, room), tail)


def note_lines(
    note: "Feedback", network: "Network", decisions: Iterable["Decision"], today: date, width: int
) -> Iterator[Content]:
    """Everything about a note: who and when, their words, what became of it."""
    said_by = [day_in_words(note.date, today)]
    if note.channel:
        said_by.append(label("channel", note.channel))
    if goal := goal_of(note, network):
        said_by.append(clean_line(goal))
    yield from Content.assemble(
        (clean_line(who(note, network)) or "Somebody", "$accent bold"),
        (" · " + " · ".join(said_by), "$quiet"),
    ).wrap(width)
    yield Content()
    yield from Content(clean_note(note.text)).wrap(width)
    yield Content()
    led_to = (fact for decision in decisions for fact in _led_to(decision, today))
    for name, text in (*_heard(note), *_became(note, today), *led_to):
        if text:
            yield from hanging(Content.styled(name, "$quiet"), Content(clean_note(text)), width, _LABEL_WIDTH)


def _heard(note: "Feedback") -> Iterator[tuple[str, str]]:
    yield "when", note.situation
    yield "seen", note.observed
    yield "effect", note.effect
    yield "suggests", note.suggestion
    yield "about", label("about", note.about) if note.about else ""
    yield "form", label("feedback_form", note.form) if note.form else ""


def _became(note: "Feedback", today: date) -> Iterator[tuple[str, str]]:
    on = f" {day_in_words(note.verdict_on, today)}" if note.verdict_on else ""
    parts = [f"{note.state}{on}"]
    if note.verdict == "park" and note.parked_until:
        parts.append(f"back on {day_in_words(note.parked_until, today)}")
    if note.parked_times > 1:
        parts.append("parked twice" if note.parked_times == 2 else f"parked {note.parked_times} times")
    if note.stings:
        parts.append("stings")
    yield "stands", ", ".join(parts)
    yield "part", note.part
    by = f" by {day_in_words(note.next_by, today)}" if note.next_by else ""
    yield "next step", f"{clean_line(note.next_step)}{by}" if note.next_step else by.strip()
    yield "why not", note.reason
    yield "told", day_in_words(note.told_on, today) if note.told_on else ""


def _led_to(decision: "Decision", today: date) -> Iterator[tuple[str, str]]:
    yield "decided", clean_line(decided(decision))
    if decision.looked_back:
        yield "since", decision.looked_back
    elif decision.look_again_on:
        yield "look again", day_in_words(decision.look_again_on, today)
