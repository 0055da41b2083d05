"""The demo is a whole and believable year, on any date."""

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.content import act_templates, questionnaire, vocabulary
from tui.demo import ANCHOR, steps, write_demo
from tui.domain.entry import HAPPENED
from tui.domain.feedback.queue import counts
from tui.domain.language.text import clean_note
from tui.domain.language.words import AskState, Circle, Kind, SupporterState, Verdict
from tui.domain.needs.then_and_now import responses
from tui.domain.records.network import RECORD_TYPES, Network
from tui.domain.records.references import REFERENCES
from tui.domain.talks.exchanges import exchanges_by_person
from tui.domain.talks.rhythm import rhythm_of
from tui.domain.today.act_lanes import Wording
from tui.domain.today.board import board_of
from tui.domain.today.open_now import open_now
from tui.store import Store

LATE_ON_PURPOSE = {"Dev Anand"}
THIS_WEEK = [ANCHOR + timedelta(days=day - ANCHOR.weekday()) for day in range(7)]
NEXT_TWO_YEARS = st.dates(ANCHOR, ANCHOR + timedelta(days=731))


@cache
def _network(today: date) -> Network:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "network.json"
        write_demo(path, today)
        store = Store(path)
        try:
            return store.network
        finally:
            store.close()


def test_three_goals_have_some_two_dozen_supporters_of_all_sorts() -> None:
    network = _network(ANCHOR)
    people = list(network.supporters.values())
    assert len(network.goals) == 3
    assert 22 <= len(people) <= 26
    assert [person.relationship for person in people].count("group") == 2
    assert {person.circle for person in people} == set(get_args(Circle))
    assert {person.state for person in people} == set(get_args(SupporterState))
    assert {kind for person in people for kind in person.gives} == set(get_args(Kind))
    assert any(person.state == "candidate" and person.mentor for person in people)
    assert len({person.relationship for person in people}) >= 7


def test_every_goal_was_assessed_then_and_now() -> None:
    network = _network(ANCHOR)
    for goal in network.goals.values():
        days = [response.date for response in responses(network, goal.id)]
        assert len(days) >= 2
        assert days[-1] - days[0] >= timedelta(weeks=20)


def test_feedback_asks_and_decisions_stand_everywhere_they_can() -> None:
    network = _network(ANCHOR)
    assert {note.verdict for note in network.feedback.values()} == {None, *get_args(Verdict)}
    assert {ask.state for ask in network.asks.values()} == set(get_args(AskState))
    assert {bool(decision.looked_back) for decision in network.decisions.values()} == {True, False}
    assert network.profile.me


def test_it_tells_twelve_months_without_a_gap_of_a_month() -> None:
    days = sorted({step.day for step in steps(ANCHOR)})
    assert timedelta(days=350) <= ANCHOR - days[0] <= timedelta(days=370)
    assert max(later - day for day, later in pairwise(days)) < timedelta(days=30)


def test_every_reference_leads_somewhere() -> None:
    network = _network(ANCHOR)
    for table in RECORD_TYPES:
        for record in network.of(RECORD_TYPES[table]).values():
            for field in REFERENCES.keys() & set(type(record).model_fields):
                value = getattr(record, field)
                for id_ in value if isinstance(value, tuple) else [value] if value else []:
                    assert id_ in network.shelves[REFERENCES[field]]


def test_its_words_are_clean_and_name_no_time_of_the_year() -> None:
    seasonal = re.compile(
        r"\b(January|February|March|April|June|July|August|September|October|November|December"
        r"|spring|summer|autumn|winter|Christmas|Easter|New Year)\b"
    )
    for table in RECORD_TYPES:
        for record in _network(ANCHOR).of(RECORD_TYPES[table]).values():
            for text in re.findall(r'"((?:[^"\\]|\\.)*)"', record.model_dump_json()):
                assert clean_note(text) == text
                assert not seasonal.search(text), text


def test_the_history_is_a_real_one_with_a_day_and_an_instant_for_each_step(tmp_path: Path) -> None:
    write_demo(tmp_path / "network.json", ANCHOR)
    store = Store(tmp_path / "network.json", origin="dashboard", today=lambda: ANCHOR)
    told = [(step.day, step.instant) for step in steps(ANCHOR)]
    assert [(entry.day, entry.at) for entry in store.history()] == told
    store.close()


def test_what_was_done_can_be_undone_and_redone(tmp_path: Path) -> None:
    write_demo(tmp_path / "network.json", ANCHOR)
    store = Store(tmp_path / "network.json", origin="dashboard", today=lambda: ANCHOR)
    sizes = {table: len(shelf) for table, shelf in store.network.shelves.items()}
    undone = [store.undo().seq for _ in range(20)]
    assert undone == sorted(undone, reverse=True)
    assert len(store.network.exchanges) < sizes["exchange"]
    assert [store.redo().seq for _ in range(20)] == undone[::-1]
    assert {table: len(shelf) for table, shelf in store.network.shelves.items()} == sizes
    store.close()


@pytest.mark.parametrize("today", THIS_WEEK, ids=lambda day: f"{day:%a}")
def test_on_every_day_of_the_week_it_looks_alive(today: date) -> None:
    _looks_alive(_network(today), today)


@settings(max_examples=25, deadline=None)
@given(NEXT_TWO_YEARS)
def test_on_any_date_of_the_next_two_years_it_looks_alive(today: date) -> None:
    _looks_alive(_network(today), today)


@settings(deadline=None)
@given(NEXT_TWO_YEARS)
def test_it_is_the_same_life_every_week(today: date) -> None:
    then = ANCHOR + timedelta(days=today.weekday() - ANCHOR.weekday())
    by = today - then
    assert by.days % 7 == 0
    assert steps(today) == [step.moved(by) for step in steps(then)]


def _looks_alive(network: Network, today: date) -> None:
    _nobody_is_overdue_by_accident(network, today)
    for table, fields in HAPPENED.items():
        for record in network.of(RECORD_TYPES[table]).values():
            assert all((getattr(record, field) or today) <= today for field in fields)
    assert all(goal.by is None or goal.by > today + timedelta(weeks=4) for goal in network.goals.values())
    waiting = [ask for ask in network.asks.values() if ask.state == "sent"]
    assert waiting
    assert all(ask.due is not None and ask.due > today for ask in waiting)
    open_items = Counter(item.what for item in open_now(network, questionnaire().scoring, (), today))
    assert open_items == {"waiting": 2, "back": 1, "look-back": 1, "gap": 3}
    assert counts(network.feedback.values(), today).parked == 1
    _today_has_something_of_everything(network, today)


def _today_has_something_of_everything(network: Network, today: date) -> None:
    wording = Wording(act_templates(), vocabulary())
    board = board_of(network, questionnaire().scoring, wording, today)
    assert [one.act.lane for one in board.acts] == ["ask", "keep", "give"]
    assert {one.supporter.name for one in board.due} >= LATE_ON_PURPOSE
    assert {"ask", "to-ask", "promise", "offer", "follow-up"} <= {loop.loop for loop in board.loops}
    coming = {(one.supporter.name, one.what) for one in board.occasions}
    assert ("Grace Adeyemi", "birthday") in coming


def _nobody_is_overdue_by_accident(network: Network, today: date) -> None:
    """By the rule the dashboard itself goes by."""
    heard = exchanges_by_person(network)
    overdue = {
        person.name
        for person in network.supporters.values()
        if person.state == "active"
        and rhythm_of(person, heard.get(person.id, ()), today).touch in ("overdue", "drifting")
    }
    assert overdue == LATE_ON_PURPOSE
