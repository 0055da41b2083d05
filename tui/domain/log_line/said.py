"""The words of something asked, promised or to come, and the day among them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .day_spans import DaySpan
from .parts import Item
from .words import LogWords

_TIME = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})?(?:am|pm|h|ish)?|at|noon|midday|oclock")
_TO = frozenset({"to", "until", "till", "-"})
"""Between the first day and the last: from the 3rd to the 7th."""
_ABOUT = frozenset({"re", "about"})


@dataclass(frozen=True, slots=True)
class Said:
    """The words of something asked, promised or to come, and when; `span` is the day or rule among them.

    `favour` says that somebody is asked to do something.
    """

    items: tuple[Item, ...]
    span: DaySpan | None = None
    favour: bool = False

    def text(self, line: str) -> str:
        """The words as they were typed."""
        return line[self.items[0].start : self.items[-1].end].strip() if self.items else ""

    @property
    def plain(self) -> str:
        """Its words as they are compared."""
        return " ".join(item.word for item in self.items)


def with_day(items: Sequence[Item], words: LogWords, today: date, *, rules: bool = True) -> Said:
    """The words without the day at their end or beginning, and that day apart; with `rules` also a rule."""
    topics = [after for before, after in pairwise(items) if before.word in _ABOUT]

    def when(item: Item) -> bool:
        return (
            item not in topics
            and open_to(item, today)
            and (rules or (item.day is not None and item.day.rule is None))
        )

    place = next((at for at, item in reversed(list(enumerate(items))) if when(item)), None)
    if place is None:
        return Said(tuple(items))
    again = next((at for at, item in enumerate(items) if when(item) and item.day and item.day.rule), place)
    if again < place and all(item.word in words.next_joins for item in items[again + 1 : place]):
        items, place = items[: again + 1], again
    ends = place
    if place > 1 and items[place - 1].word in _TO and when(items[place - 2]):
        place -= 2
    before, after = list(items[:place]), list(items[ends + 1 :])
    span = items[place].day
    if all(item.word in words.next_joins for item in before):
        return Said(tuple(after), span)
    if all(item.word in words.next_joins or _TIME.fullmatch(item.word) for item in after):
        while before and before[-1].word in words.next_joins:
            before.pop()
        return Said(tuple(before), span)
    return Said(tuple(items), span)


def open_to(item: Item, today: date) -> bool:
    """Whether it is a day that may be to come."""
    return item.day is not None and not item.day.behind(today)


def behind(item: Item, today: date) -> bool:
    """Whether it is a day that has been."""
    return item.day is not None and item.day.behind(today)
