"""The feedback queue: what asks for a verdict comes first, and how much there is of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from tui.domain.records.feedback import Feedback

from .verdicts import is_back, to_sort


@dataclass(frozen=True, slots=True)
class Counts:
    """How many notes ask for a verdict, and how many stand where. A parked note that is back is to sort."""

    to_sort: int = 0
    parked: int = 0
    accepted: int = 0
    adapted: int = 0
    declined: int = 0

    def in_words(self) -> str:
        """The counts in one line, without those that are nought; empty where there is nothing.

        >>> Counts(to_sort=2, accepted=6).in_words()
        'to sort 2 · accepted 6'
        """
        named = (
            ("to sort", self.to_sort),
            ("parked", self.parked),
            ("accepted", self.accepted),
            ("adapted", self.adapted),
            ("declined", self.declined),
        )
        return " · ".join(f"{word} {count}" for word, count in named if count)


def queue(notes: Iterable[Feedback], today: date) -> list[Feedback]:
    """Notes without a verdict, then those parked that are back, then the rest; the newest first in each."""
    return sorted(notes, key=lambda note: place(note, today))


def place(note: Feedback, today: date) -> tuple[int, int, int]:
    """The place of a note in the queue."""
    rank = 0 if note.verdict is None else 1 if is_back(note, today) else 2
    return rank, -note.date.toordinal(), -int(note.id or 0)


def counts(notes: Iterable[Feedback], today: date) -> Counts:
    """How many notes stand where."""
    found = {"waiting": 0, "parked": 0, "accepted": 0, "adapted": 0, "declined": 0}
    for note in notes:
        found["waiting" if to_sort(note, today) else note.state] += 1
    return Counts(to_sort=found.pop("waiting"), **found)
