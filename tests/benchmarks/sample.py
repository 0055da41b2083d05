"""Stores of a given size, made once a run."""

from datetime import date, timedelta
from pathlib import Path

from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import Exchange
from tui.domain.records.supporter import Supporter
from tui.store import Store

DAY = date(2026, 3, 18)
TODAY = str(DAY)
PEOPLE = 8_000
NOTES = 100_000
_FIRST = ("Mara", "Ana", "Ben", "Cleo", "Dev", "Eli", "Zoë", "Jürgen", "Wren", "Noor")
_SAID = ("shorter stride uphill", "keep the Sunday routine", "you skip rest days", "say it in one sentence")


def make(path: Path, people: int, notes: int, exchanges: int) -> Path:
    """A folded store with so many supporters, pieces of feedback and exchanges."""
    store = Store(path)
    with store.transaction("made up") as transaction:
        goal = transaction.put(Goal(title="10 km in June"))
        known = [
            transaction.put(
                Supporter(name=f"{_FIRST[number % 10]} {number:05}", gives={"guidance": number % 4})
            )
            for number in range(people)
        ]
        for number in range(notes):
            said = f"{_SAID[number % 4]}, number {number}"
            transaction.put(
                Feedback(text=said, goal=goal.id, date=DAY - timedelta(days=number % 700), situation=said * 2)
            )
        for number in range(exchanges):
            who = known[number % len(known)].id
            transaction.put(
                Exchange(supporters=(who,), date=DAY - timedelta(days=1 + number % 700), note="a talk")
            )
    store.close()
    return path


def made(folder: Path, people: int, notes: int, exchanges: int) -> Path:
    """Such a store; made once for all parts of a run."""
    path = folder / f"{people}-{notes}-{exchanges}.json"
    return path if path.exists() else make(path, people, notes, exchanges)


def large(folder: Path) -> Path:
    """The largest store figures are held at."""
    return made(folder, PEOPLE, NOTES, PEOPLE * 2)
