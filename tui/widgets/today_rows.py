"""The rows of Today: the board under its headings, what can be done with a letter in front."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from textual.content import Content

from tui.domain.language.text import clean_line

if TYPE_CHECKING:
    from tui.domain.promises.loops import OpenLoop
    from tui.domain.talks.due import Due
    from tui.domain.talks.occasions import Occasion
    from tui.domain.today.board import Board
    from tui.domain.today.open_now import Item, What
    from tui.domain.today.so_far import DayAct

LETTERS = "abciorstvz"
"""The keys of the first rows; those that mean something else here, or everywhere, are not among them."""

AT_MOST = 5
"""So many of a kind are shown; the rest is behind one line more."""

MANY = 20
"""With more than so many nobody can catch up in a day: they are not counted out, and nobody is hurried."""

BECAUSE_LINES = 2
_BECAUSE = 3
_WAITING = ("ask", "ask-later")
_OWN = ("promise", "offer")
_LATER = ("to-ask", "follow-up")
_NUMBERS = ("", "ONE THING", "TWO THINGS", "THREE THINGS")

Thing = Literal["act", "due", "loop", "occasion", "item", "more-due", "more-items"]


@dataclass(frozen=True)
class Row:
    """A line of the page: a thing with its letter, or words without one. Words alone have no id."""

    id: str = ""
    thing: Thing | None = None
    text: str = ""
    letter: str = ""
    act: "DayAct | None" = None
    due: "Due | None" = None
    loop: "OpenLoop | None" = None
    occasion: "Occasion | None" = None
    item: "Item | None" = None


def rows_of(board: "Board", width: int, *, all_due: bool = False) -> list[Row]:
    """The board as rows for a width in cells, an empty one between the parts."""
    parts = (
        _acts(board, width),
        _due(board, all_due),
        _headed("WAITING FOR AN ANSWER", (_loop(one) for one in board.loops if one.loop in _WAITING)),
        _headed("YOU SAID YOU WOULD", (_loop(one) for one in board.loops if one.loop in _OWN)),
        _headed("TO COME BACK TO", (_loop(one) for one in board.loops if one.loop in _LATER)),
        _headed("COMING UP", map(_occasion, board.occasions)),
        *(_items(board, heading, kinds) for heading, kinds in ITEMS),
    )
    rows: list[Row] = []
    for part in parts:
        if made := list(part):
            rows += [Row(), *made] if rows else made
    return list(_lettered(rows))


ITEMS: "tuple[tuple[str, tuple[What, ...]], ...]" = (
    ("FEEDBACK TO SORT", ("waiting",)),
    ("PARKED, AND BACK", ("back",)),
    ("NEXT STEPS: DID YOU DO THEM?", ("step",)),
    ("LOOK BACK: DID IT HELP?", ("look-back",)),
    ("GO ON WHERE YOU LEFT OFF", ("unfinished", "draft")),
    ("SUPPORT THAT IS MISSING", ("gap",)),
)


def _lettered(rows: Iterable[Row]) -> Iterator[Row]:
    letters = iter(LETTERS)
    for row in rows:
        yield replace(row, letter=next(letters, "")) if row.id else row


def _acts(board: "Board", width: int) -> Iterator[Row]:
    if not board.acts:
        return
    many = len(board.acts)
    if board.acts_open:
        yield Row(text=f"{_NUMBERS[many] if many < len(_NUMBERS) else f'{many} THINGS'} WORTH DOING")
    else:
        yield Row(text="ENOUGH FOR TODAY")
    for one in board.acts:
        yield Row(f"act {one.act.key}", "act", board.goals.get(one.act.goal or "", ""), act=one)
        if one.state == "open":
            because = Content(clean_line(f"because {one.act.because}"))
            for line in _cut(because.wrap(max(width - _BECAUSE, 20)), BECAUSE_LINES):
                yield Row(text=" " * _BECAUSE + line)


def _cut(lines: Sequence[Content], most: int) -> Iterator[str]:
    for place, line in enumerate(lines[:most]):
        cut = place == most - 1 and len(lines) > most
        yield f"{line.plain.rstrip()}…" if cut else line.plain.rstrip()


def _due(board: "Board", every: bool) -> Iterator[Row]:
    if not board.due:
        return
    shown = board.due if every else board.due[:AT_MOST]
    many = len(board.due) > MANY
    named = "ALL OF THEM" if every else "THE FIRST FIVE"
    yield Row(text=f"DUE, {named}" if many else f"DUE  {len(board.due)}")
    for due in shown:
        yield Row(f"due {due.supporter.id}", "due", due=due)
    if more := len(board.due) - len(shown):
        calm = ", and no hurry: f lets all begin anew" if many else ""
        yield Row("more due", "more-due", f"{more} more{calm}")


def _loop(loop: "OpenLoop") -> Row:
    return Row(f"loop {loop.key}", "loop", loop=loop)


def _occasion(occasion: "Occasion") -> Row:
    return Row(f"day {occasion.supporter.id} {occasion.day} {occasion.what}", "occasion", occasion=occasion)


def _items(board: "Board", heading: str, kinds: "tuple[What, ...]") -> Iterator[Row]:
    found = [item for item in board.items if item.what in kinds]
    if not found:
        return
    shown = found[:AT_MOST] if kinds[0] in ("waiting", "back") else found
    yield Row(text=f"{heading}  {len(found)}")
    for item in shown:
        yield Row(item.key, "item", item=item)
    if len(shown) < len(found):
        yield Row(f"more {kinds[0]}", "more-items", f"{len(found) - len(shown)} more")


def _headed(heading: str, rows: Iterable[Row]) -> Iterator[Row]:
    made = list(rows)
    if made:
        yield Row(text=f"{heading}  {len(made)}")
        yield from made
