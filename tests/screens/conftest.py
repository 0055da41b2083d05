"""What the page tests share."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tui.clock import fixed
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.supporter import Supporter
from tui.store import Store

from .terminal import TODAY


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the person who runs the tests is read or written."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture(autouse=True)
def _no_last_resort(monkeypatch: pytest.MonkeyPatch) -> None:
    """A closed terminal may end a dashboard by force, but never the tests around it."""
    monkeypatch.setattr("tui.house.leaving.LEAVE_AT_LATEST", 1_000.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store is."""
    return tmp_path / "network.json"


@pytest.fixture
def other(path: Path) -> Iterator[Store]:
    """The store as another process has it."""
    store = Store(path, origin="command", today=fixed(TODAY))
    yield store
    store.close()


@pytest.fixture
def notes(other: Store) -> list[Feedback]:
    """Four pieces of feedback from three people about one goal, newest first."""
    (goal,) = other.save(Goal(title="10 km in June"), label="added goal")
    people = [Supporter(name=name) for name in ("Coach Lena", "Ana", "Ben")]
    lena, ana, ben = other.save(*people, label="added supporters")
    drafts = [
        Feedback(
            text="shorter stride uphill",
            supporter=lena.id,
            goal=goal.id,
            date=date(2026, 3, 16),
            about="task",
            form="stop",
            situation="after the hill session",
            observed="long steps uphill, heel first",
            effect="out of breath before the top",
            suggestion="same rhythm, shorter steps",
        ),
        Feedback(
            text="you skip rest days", supporter=ana.id, date=date(2026, 3, 15), about="way", stings=True
        ),
        Feedback(text="keep the Sunday routine", supporter=ben.id, date=date(2026, 3, 2), verdict="accept"),
        Feedback(text="heart-rate zones are overrated", date=date(2025, 11, 21), verdict="decline"),
    ]
    other.save(*drafts, label="added feedback")
    return sorted(other.network.feedback.values(), key=lambda note: note.date, reverse=True)
