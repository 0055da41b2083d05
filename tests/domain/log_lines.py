"""The hundred lines, and the network they are about."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from tui.domain.goal import Goal
from tui.domain.log import Ask
from tui.domain.log_line.understood import Understood
from tui.domain.network import Network
from tui.domain.shelf import Shelf
from tui.domain.supporter import Supporter
from tui.domain.text import fold

_DATA: dict[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
TODAY: date = _DATA["today"]


@dataclass(frozen=True)
class Line:
    """A line as typed, and what somebody reading over one's shoulder would understand."""

    text: str
    expected: Mapping[str, Any]  # TOML values


def lines() -> list[Line]:
    """All of them, in their order."""
    return [Line(entry["text"], {**_NOTHING, "date": TODAY, **entry}) for entry in _DATA["line"]]


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
def network() -> Network:
    """The people, goals and open asks the lines speak of."""
    people = {
        f"{place}": Supporter(id=f"{place}", **entry) for place, entry in enumerate(_DATA["supporter"], 1001)
    }
    goals = {f"{place}": Goal(id=f"{place}", **entry) for place, entry in enumerate(_DATA["goal"], 2001)}
    ids = {one.name: one.id for one in people.values()}
    asks = {
        f"{place}": Ask(id=f"{place}", supporter=ids[entry["supporter"]], text=entry["text"], state="sent")
        for place, entry in enumerate(_DATA["ask"], 3001)
    }
    return Network(shelves={"supporter": Shelf(people), "goal": Shelf(goals), "ask": Shelf(asks)})


def differences(line: Line, understood: Understood) -> list[str]:
    """What was understood otherwise than expected, one line each; texts count without case and spaces."""
    got: dict[str, Any] = dict(understood.document(network()))
    unclear = [one.name for one in understood.unclear]
    got["unclear"] = unclear
    got["unknown"] = [name for name in got["unknown"] if name not in unclear]
    got["date"] = date.fromisoformat(got["date"])
    got["good_news"] = understood.good_news
    got["promise"] = bool(understood.follow_up and understood.follow_up.mine)
    assert got["note"] == line.text
    return [
        f"{field}: {_plain(got[field])!r}, expected {_plain(line.expected[field])!r}"
        for field in (*_NOTHING, "date")
        if _plain(got[field]) != _plain(line.expected[field])
    ]


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
