"""A script: a life told in steps, one transaction each, that can be moved by whole weeks and played back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from tui.domain.language.tables import DataError

NOON = time(12)

Told = Mapping[str, object]
"""What a step says of one record or act: values by name."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happened together at one moment: by word of table or act, what is told of each."""

    where: str
    day: date
    at: time
    told: Mapping[str, Sequence[Told]]

    @property
    def instant(self) -> datetime:
        """The moment, in UTC."""
        return datetime.combine(self.day, self.at, UTC)

    def moved(self, by: timedelta) -> "Step":
        """The same step at another time, with every day it names."""
        told = {word: [_moved_table(entry, by) for entry in entries] for word, entries in self.told.items()}
        return Step(self.where, self.day + by, self.at, told)


def read_steps(name: str, data: Mapping[str, object]) -> list[Step]:
    """The steps of one file. Raises `DataError` with the place."""
    steps = data.get("step")
    if not isinstance(steps, list) or len(data) != 1:
        raise DataError(f"{name}: a part of the script is a list of steps and nothing else.")
    return [_step(f"{name}, step {number}", step) for number, step in enumerate(steps, 1)]


def weeks_to(anchor: date, today: date) -> timedelta:
    """The whole weeks that lead from the anchor's week, which begins on a Monday, to the week of today."""
    return today - timedelta(days=today.weekday()) - (anchor - timedelta(days=anchor.weekday()))


def _step(where: str, step: object) -> Step:
    if not isinstance(step, dict):
        raise DataError(f"{where}: a step is a table.")
    rest = dict(step)
    day, at = rest.pop("day", None), rest.pop("at", NOON)
    if not isinstance(day, date) or isinstance(day, datetime) or not isinstance(at, time):
        raise DataError(f'{where}: a step has its "day", and may have the time of day as "at".')
    told: dict[str, Sequence[Told]] = {}
    for word, entries in rest.items():
        if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            raise DataError(f'{where}: "{word}" should be a list of tables.')
        told[word] = entries
    if not told:
        raise DataError(f"{where}: nothing happens in this step.")
    return Step(where, day, at, told)


def _moved_table(told: Told, by: timedelta) -> Told:
    return {name: _moved(value, by) for name, value in told.items()}


def _moved(value: object, by: timedelta) -> object:
    if isinstance(value, date):
        return value + by
    if isinstance(value, list):
        return [_moved(item, by) for item in value]
    if isinstance(value, dict):
        return {name: _moved(item, by) for name, item in value.items()}
    return value
