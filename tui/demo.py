"""The demo: a year of a made-up life, written to a store of its own as if it had been lived."""

import tomllib
from datetime import date, datetime
from pathlib import Path

from tui.clock import utc_now
from tui.content import questionnaire
from tui.domain.example.playing import Player
from tui.domain.example.script import Step, read_steps, weeks_to
from tui.paths import content_folder
from tui.store import Store

ANCHOR = date(2026, 3, 18)
"""The day around which the demo is written; what lies after it is still to come."""


def steps(today: date) -> list[Step]:
    """All that has happened up to today, oldest first, moved by whole weeks so that this week is the last.

    Weekdays stay what they are: whoever runs on Tuesdays runs on Tuesdays.
    """
    by = weeks_to(ANCHOR, today)
    files = sorted((content_folder() / "demo").glob("*.toml"))
    told = [
        step
        for path in files
        for step in read_steps(path.name, tomllib.loads(path.read_text(encoding="utf-8")))
    ]
    moved = [step.moved(by) for step in sorted(told, key=lambda step: (step.day, step.at))]
    return [step for step in moved if step.day <= today]


def write_demo(path: Path, today: date) -> None:
    """Write the demo to a store that is not there yet, a transaction a step.

    Raises `StoreError`, and `DataError` for a day so far back that its people were not born.

    Each transaction has its own day and instant; none is later than now, so what comes next is newer.
    """
    told = steps(today)
    clock = _Clock(today, utc_now())
    store = Store(path, origin="dashboard", today=lambda: clock.day, now=lambda: clock.now)
    player = Player(questionnaire())
    try:
        for step in told:
            clock.turn_to(step)
            with store.transaction(_label(step)) as transaction:
                player.play(step, transaction)
    finally:
        store.close()


class _Clock:
    """A clock that is turned from step to step."""

    def __init__(self, day: date, latest: datetime) -> None:
        self.day = day
        self.now = self._latest = latest

    def turn_to(self, step: Step) -> None:
        self.day = step.day
        self.now = min(step.instant, self._latest)


_LABELS = {
    "assess": "answered the questionnaire",
    "verdict": "gave a verdict",
    "decision": "took a decision",
    "look_back": "looked back at a decision",
}


def _label(step: Step) -> str:
    """What the history says of a step: what was done first in it."""
    word, [first, *_] = next(iter(step.told.items()))
    return _LABELS.get(word) or f"{'edited' if 'of' in first else 'added'} {word}"
