"""Days of the year that go by a name and stand where they stand every year."""

import re
from collections.abc import Mapping
from datetime import date

_FEASTS: Mapping[str, tuple[int, int]] = {
    **dict.fromkeys(("new years eve", "new year eve", "nye", "silvester", "hogmanay"), (12, 31)),
    **dict.fromkeys(("new years day", "new years", "new year"), (1, 1)),
    **dict.fromkeys(("valentines", "valentines day"), (2, 14)),
    **dict.fromkeys(("st patricks day", "paddys day"), (3, 17)),
    **dict.fromkeys(("halloween",), (10, 31)),
    **dict.fromkeys(("bonfire night",), (11, 5)),
    **dict.fromkeys(("christmas eve", "xmas eve"), (12, 24)),
    **dict.fromkeys(("christmas", "christmas day", "xmas", "xmas day"), (12, 25)),
    **dict.fromkeys(("boxing day",), (12, 26)),
}

_JOINED = re.compile(r"(?:on|at|over|by|in|before) (?:the )?|the ")


def is_feast(words: str) -> bool:
    """Whether such a day is named."""
    return _JOINED.sub("", words, count=1) in _FEASTS


def feast(words: str, today: date, past: bool) -> date | None:
    """The next such day, or with `past` the last one; None where none is named."""
    month_and_day = _FEASTS.get(_JOINED.sub("", words, count=1))
    if month_and_day is None:
        return None
    day = date(today.year, *month_and_day)
    if past:
        return day if day <= today else day.replace(year=today.year - 1)
    return day if day >= today else day.replace(year=today.year + 1)
