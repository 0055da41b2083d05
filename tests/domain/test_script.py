"""Scripts are read, moved by whole weeks and played back by the rules that hold for entry."""

from datetime import date, time, timedelta
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.example.playing import Player
from tui.domain.example.script import read_steps, weeks_to
from tui.domain.language.tables import DataError
from tui.domain.records.network import Network
from tui.domain.records.record import Record

R = TypeVar("R", bound=Record)
DAY = date(2026, 3, 18)
DAYS = st.dates(date(2000, 1, 1), date(2099, 1, 1))


class Memory:
    """Takes records in without a disk."""

    def __init__(self) -> None:
        self.network = Network()
        self._last = 1000

    def new_id(self) -> str:
        self._last += 1
        return f"{self._last}"

    def put(self, record: R, base: R | None = None) -> R:
        self.network = self.network.with_changes(1, {record.table: {record.id: record}})
        return record


def _played(*steps: dict[str, Any]) -> Network:
    memory, player = Memory(), Player(questionnaire())
    for step in read_steps("life.toml", {"step": [{"day": DAY, **step} for step in steps]}):
        player.play(step, memory)
    return memory.network


BEGINNING = {
    "goal": [{"title": "10 km"}],
    "supporter": [{"name": "Ana Ribeiro"}],
    "feedback": [{"key": "rest", "text": "rest more", "supporter": "ana", "goal": "10 km"}],
}


@given(DAYS, DAYS)
def test_a_week_becomes_this_week_and_weekdays_stay(anchor: date, today: date) -> None:
    by = weeks_to(anchor, today)
    assert by.days % 7 == 0
    moved = anchor + by
    assert moved.isocalendar()[:2] == today.isocalendar()[:2]
    assert moved.weekday() == anchor.weekday()


@given(st.integers(-200, 200))
def test_every_day_in_a_step_moves_and_nothing_else_does(weeks: int) -> None:
    by = timedelta(weeks=weeks)
    told = {"name": "Ana", "snoozed_until": DAY, "deep": {"days": [DAY, "x", 3]}}
    [step] = read_steps("life.toml", {"step": [{"day": DAY, "at": time(8), "supporter": [told]}]})
    moved = step.moved(by)
    there = DAY + by
    assert (moved.day, moved.at) == (there, time(8))
    assert moved.told == {
        "supporter": [{"name": "Ana", "snoozed_until": there, "deep": {"days": [there, "x", 3]}}]
    }


def test_names_and_keys_become_ids_and_things_happen_on_the_day_of_their_step() -> None:
    network = _played(BEGINNING, {"verdict": [{"of": "rest", "give": "adapt", "part": "on Mondays"}]})
    [note] = network.feedback.values()
    [ana] = network.supporters.values()
    assert (note.supporter, note.date, note.verdict, note.verdict_on) == (ana.id, DAY, "adapt", DAY)


def test_a_change_keeps_what_it_does_not_name() -> None:
    network = _played(BEGINNING, {"supporter": [{"of": "Ana Ribeiro", "circle": "inner"}]})
    [ana] = network.supporters.values()
    assert (ana.name, ana.circle) == ("Ana Ribeiro", "inner")


def test_a_decision_changes_its_goal_and_is_looked_back_at() -> None:
    decision = {"key": "later", "goal": "10 km", "changes": [{"what": "date", "after": date(2026, 9, 30)}]}
    network = _played(
        BEGINNING,
        {"decision": [{**decision, "because_feedback": ["rest"]}]},
        {"look_back": [{"of": "later", "helped": "yes", "seen": "no pain"}]},
    )
    [goal], [decided] = network.goals.values(), network.decisions.values()
    assert goal.by == date(2026, 9, 30)
    assert (decided.looked_back, len(decided.because_feedback)) == ("It helped. no pain", 1)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ({"weather": [{"of": "rain"}]}, "weather"),
        ({"feedback": [{"text": "slower", "supporter": "Ben"}]}, 'no supporter "Ben"'),
        ({"supporter": [{"name": "ana ribeiro"}]}, "already a supporter"),
        ({"progress": [{"goal": "10 km", "date": date(2026, 3, 19)}]}, "in the future"),
        ({"verdict": [{"of": "rest", "give": "decline"}]}, "lacks what it requires"),
        ({"verdict": [{"give": "park"}]}, "'of' is missing"),
        ({"decision": [{"goal": "10 km", "changes": [{"what": "pause"}]}]}, "A pause needs the day"),
        ({"look_back": [{"of": "rest", "helped": "yes", "seen": ""}]}, "no decision"),
        ({"exchange": [{"supporters": []}]}, "supporters"),
        ({"assess": [{"form": "long", "answers": {}}]}, '"form" is one of'),
        ({"supporter": [{"of": 3}]}, "3 is no name"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(step: dict[str, Any], words: str) -> None:
    with pytest.raises(DataError) as wrong:
        _played(BEGINNING, step)
    assert str(wrong.value).startswith("life.toml, step 2: ")
    assert words in str(wrong.value)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"step": []} | {"more": 1},
        {"step": [3]},
        {"step": [{"goal": []}]},
        {"step": [{"day": DAY}]},
        {"step": [{"day": DAY, "goal": {"title": "10 km"}}]},
        {"step": [{"day": DAY, "at": "noon", "goal": []}]},
    ],
)
def test_what_is_no_script_is_refused_with_its_file(data: dict[str, object]) -> None:
    with pytest.raises(DataError, match=r"^life\.toml"):
        read_steps("life.toml", data)
