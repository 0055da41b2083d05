"""One row of Today, drawn in a line."""

from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.language.text import clean_line

from .lines import cells, excerpt

if TYPE_CHECKING:
    from datetime import date

    from tui.domain.promises.loops import OpenLoop
    from tui.domain.today.open_now import Item
    from tui.domain.today.so_far import DayAct

    from .today_rows import Row

ROOM_FOR_SINCE = 56
ROOM_FOR_GOAL = 100

_SINCE = 13
_GOAL = 22
_TITLE_AT_MOST = 40
_TITLED = ("look-back", "gap", "unfinished")
_WHO_AT_LEAST, _WHO_AT_MOST = 10, 24
_TOUCH_GLYPHS = {"due": "◐", "overdue": "◐", "drifting": "○"}
_MARKS = {"open": "", "done": "✓", "put-off": "–"}
HALF_DONE = {
    "": "half typed",
    "accept": "accepting",
    "adapt": "taking part",
    "park": "parking",
    "decline": "declining",
    "decide": "deciding",
    "tell": "a message",
    "look": "looking back",
    "pause": "pausing",
    "let-go": "letting go",
}


def today_line(row: "Row", width: int, today: "date") -> Content:
    """The line of a row for a width in cells."""
    if row.act is not None:
        return _act(row, row.act, width)
    head = Content.assemble((f"{row.letter or ' '} ", "$accent"))
    if row.due is not None:
        touch = row.due.rhythm.touch
        left = f"{_TOUCH_GLYPHS[touch]} {row.due.supporter.name}"
        from tui.domain.talks.due import silence_in_words

        says = touch if row.due.rhythm.spoken else ""
        return _columns(head, left, silence_in_words(row.due), says, width)
    if row.loop is not None:
        return _columns(head, row.loop.who, _loop_text(row.loop), _wanted(row.loop, today), width)
    if row.occasion is not None:
        from tui.domain.calendar.days import day_in_words

        one = row.occasion
        return _columns(head, one.supporter.name, one.what, day_in_words(one.day, today), width)
    if row.item is not None:
        return _item(head, row.item, width)
    return Content.assemble(head, row.text) if row.letter else Content(row.text)


def _act(row: "Row", one: "DayAct", width: int) -> Content:
    """What to do and for which goal; once it is done or put off, that stands in place of both."""
    from tui.domain.today.so_far import IN_WORDS

    quiet = "" if one.state == "open" else "$quiet"
    mark = _MARKS[one.state] or row.letter or " "
    says = clean_line(IN_WORDS[one.state] or row.text)
    tail = Content(f"  {says}" if says else "").stylize("$quiet")
    if one.state == "open" and tail.cell_length > width - 4 - Content(one.act.title).cell_length:
        tail = Content()
    room = width - 2 - tail.cell_length
    return Content.assemble((f"{mark} ", "$accent"), excerpt(one.act.title, room, quiet), tail)


def _columns(
    head: Content, left: str, middle: str, right: str, width: int, *, after: int = 0, titled: bool = False
) -> Content:
    """Who, what and when; `after` cells are left for what comes after. A title has more room than a name."""
    who = max(min(width // 4, _WHO_AT_MOST), _WHO_AT_LEAST)
    if titled:
        who = max(min(width * 2 // 5, _TITLE_AT_MOST), who)
    width -= after
    line = Content.assemble(head, excerpt(left, who) if titled else cells(left, who), "  ")
    tail = Content()
    if width >= ROOM_FOR_SINCE:
        tail = Content.assemble("  ", cells(right, _SINCE, "$quiet"))
    return Content.assemble(line, excerpt(middle, width - line.cell_length - tail.cell_length), tail)


def _item(head: Content, item: "Item", width: int) -> Content:
    left, subject = said(item)
    right = item.ago
    if width >= ROOM_FOR_GOAL and item.what in ("waiting", "back"):
        tail = Content.assemble("  ", excerpt(item.goal, _GOAL, "$quiet"))
        return Content.assemble(_columns(head, left, subject, right, width, after=_GOAL + 2), tail)
    return _columns(head, left, subject, right, width, titled=item.what in _TITLED)


def _loop_text(loop: "OpenLoop") -> str:
    from tui.content import vocabulary
    from tui.domain.promises.loops import SAID, what_of

    text = what_of(loop, vocabulary())
    return f"{SAID[loop.loop]}: {text}" if loop.loop in SAID else text


def _wanted(loop: "OpenLoop", today: "date") -> str:
    """By when it is wanted; without that, since when it is open."""
    from tui.domain.calendar.ago import ago
    from tui.domain.calendar.days import day_in_words

    if loop.late(today) and loop.due is not None:
        return ago(loop.due, today)
    if loop.due is not None:
        return "today" if loop.due == today else f"by {day_in_words(loop.due, today)}"
    return ago(loop.since, today) if loop.since is not None else ""


def said(item: "Item") -> tuple[str, str]:
    """Who or what an item is about, and what it is."""
    from tui.content import label

    match item.what:
        case "waiting" | "back":
            return item.person or "somebody", f'"{item.subject}"'
        case "step":
            return item.person or "somebody", item.subject
        case "look-back":
            return item.goal, item.subject
        case "unfinished":
            return item.goal or label("form", item.form or ""), item.subject or "questionnaire"
        case "gap":
            return item.goal, ", ".join(label("kind", kind) for kind in item.kinds)
        case _:
            task = item.key.partition("-")[2].partition("-")[2]
            return HALF_DONE.get(task, HALF_DONE[""]), item.subject
