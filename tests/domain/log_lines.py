"""The lines to log, and the networks they are about: a hundred first ones, and many in other voices."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tui.domain.language.text import fold
from tui.domain.log_line.understood import Understood
from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask
from tui.domain.records.network import Network
from tui.domain.records.shelf import Shelf
from tui.domain.records.supporter import Supporter

FIRST, MORE, VOICES = "log_lines", "log_lines_more", "log_lines_voices"
"""The files."""

_MORE_WORDS = 8
"""A text may have so many words more than its core."""


@cache
def _data(file: str) -> Mapping[str, Any]:
    found: dict[str, Any] = tomllib.loads(
        Path(__file__).with_name(f"{file}.toml").read_text(encoding="utf-8")
    )
    return found


def today(file: str) -> date:
    """The day on which the lines of a file were typed."""
    day: date = _data(file)["today"]
    return day


TODAY: date = today(FIRST)


@dataclass(frozen=True)
class Line:
    """A line as typed, and what somebody reading over one's shoulder would understand."""

    text: str
    expected: Mapping[str, Any]  # TOML values
    or_empty: frozenset[str] = frozenset()
    """What only might be read between the words."""
    batch: int = 0


def lines(file: str = FIRST) -> list[Line]:
    """All of a file, in their order."""
    return [
        Line(
            entry["text"],
            {**_NOTHING, "date": today(file), **entry},
            frozenset(entry.get("or_empty", ())),
            entry.get("batch", 0),
        )
        for entry in _data(file)["line"]
    ]


_NOTHING: Mapping[str, Any] = {
    "people": [],
    "unknown": [],
    "unclear": [],
    "channel": None,
    "direction": None,
    "kinds": [],
    "goal": None,
    "ask": None,
    "answer": None,
    "follow_up": None,
    "good_news": False,
    "promise": False,
}


@cache
def network(file: str = FIRST) -> Network:
    """The people, goals and open asks the lines speak of."""
    data = _data(file)
    people = {
        f"{place}": Supporter(id=f"{place}", **entry) for place, entry in enumerate(data["supporter"], 1001)
    }
    goals = {f"{place}": Goal(id=f"{place}", **entry) for place, entry in enumerate(data["goal"], 2001)}
    ids = {one.name: one.id for one in people.values()}
    asks = {
        f"{place}": Ask(id=f"{place}", supporter=ids[entry["supporter"]], text=entry["text"], state="sent")
        for place, entry in enumerate(data["ask"], 3001)
    }
    return Network(shelves={"supporter": Shelf(people), "goal": Shelf(goals), "ask": Shelf(asks)})


def differences(line: Line, understood: Understood, file: str = FIRST) -> list[str]:
    """What was understood otherwise than expected, one line each; texts count without case and spaces."""
    got: dict[str, Any] = dict(understood.document(network(file)))
    unclear = [one.name for one in understood.unclear]
    got["unclear"] = unclear
    got["unknown"] = [name for name in got["unknown"] if name not in unclear]
    got["date"] = date.fromisoformat(got["date"])
    got["good_news"] = understood.good_news
    got["promise"] = bool(understood.follow_up and understood.follow_up.mine)
    assert got["note"] == line.text
    core = file != FIRST
    return [
        f"{field}: {_plain(got[field])!r}, expected {_plain(line.expected[field])!r}"
        for field in (*_NOTHING, "date")
        if not _right(_plain(got[field]), _plain(line.expected[field]), field in line.or_empty, core)
    ]


def _right(got: Any, expected: Any, or_empty: bool, core: bool) -> bool:
    if got == expected or (or_empty and not got):
        return True
    match got, expected:
        case list(), list():
            return or_empty and set(got) <= set(expected)
        case {"text": said, **rest}, {"text": meant, **others} if core:
            return rest == others and _has_core(said, meant)
        case _:
            return False


def _has_core(said: str, core: str) -> bool:
    return f" {core} " in f" {said} " and len(said.split()) <= len(core.split()) + _MORE_WORDS


def _plain(value: Any) -> Any:
    match value:
        case str():
            return fold(value)
        case list():
            return sorted(map(_plain, value))
        case dict():
            return {name: _plain(one) for name, one in value.items() if one}
        case date():
            return f"{value}"
        case _:
            return value
