"""What may be entered."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.entry import real_birthday, refusal
from tui.domain.language.text import unseen
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask, Decision, Exchange, Progress
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter

TODAY = date(2026, 3, 18)
MARA = Supporter(id="1000", name="Mara Lindqvist", aliases=("Mo",))
THESIS = Goal(id="2000", title="Thesis")
NETWORK = Network().with_changes(1, {"supporter": {MARA.id: MARA}, "goal": {THESIS.id: THESIS}})


def _refusal(record: Record, before: Record | None = None) -> str | None:
    return refusal(record, before, NETWORK, TODAY)


@pytest.mark.parametrize("name", ["Mara Lindqvist", "MARA  LINDQVIST", "mara líndqvist", "mo"])
def test_a_supporters_name_is_taken_once_whatever_its_case_and_marks(name: str) -> None:
    assert _refusal(Supporter(name=name)) == f'There is already a supporter called "{name}".'


def test_an_alias_is_a_name_too() -> None:
    assert _refusal(Supporter(name="Another", aliases=("x", "MO"))) is not None


def test_a_supporter_may_keep_and_respell_the_own_name() -> None:
    assert _refusal(MARA.changed_to(name="mara lindqvist"), MARA) is None


def test_a_part_of_a_name_is_free() -> None:
    assert _refusal(Supporter(name="Mara")) is None


def test_a_goals_title_is_taken_once() -> None:
    assert _refusal(Goal(title="thesis")) == 'There is already a goal called "thesis".'
    assert _refusal(THESIS.changed_to(why="to finish"), THESIS) is None


def test_two_of_a_name_that_are_there_may_be_changed_otherwise() -> None:
    twin = MARA.changed_to(id="1001")
    network = NETWORK.with_changes(2, {"supporter": {twin.id: twin}})
    assert refusal(twin.changed_to(told=True), twin, network, TODAY) is None


@pytest.mark.parametrize(
    "record",
    [
        Exchange(supporters=("1000",), date=TODAY + timedelta(days=1)),
        Progress(goal="2000", date=TODAY + timedelta(days=1)),
        Feedback(text="slower", date=TODAY + timedelta(days=1)),
        Decision(goal="2000", date=TODAY + timedelta(days=1)),
        Ask(supporter="1000", sent_on=TODAY + timedelta(days=1)),
    ],
)
def test_what_has_happened_is_not_in_the_future(record: Record) -> None:
    sentence = _refusal(record)
    assert sentence is not None
    assert "2026-03-19 is in the future" in sentence
    assert sentence.endswith(".")


def test_a_day_that_was_there_is_not_judged_again() -> None:
    note = Feedback(text="slower", date=TODAY + timedelta(days=1))
    assert _refusal(note.changed_to(text="faster"), note) is None


def test_a_day_to_come_may_be_in_the_future() -> None:
    ahead = TODAY + timedelta(days=90)
    assert _refusal(Feedback(text="slower", date=TODAY, next_by=ahead, parked_until=ahead)) is None


@pytest.mark.parametrize(
    "birthday", ["2026-02-30", "--02-30", "--13-01", "1990-00-10", "0000-01-01", "2027-01-01"]
)
def test_a_birthday_is_a_day_that_has_been(birthday: str) -> None:
    assert _refusal(Supporter(name="Ben", birthday=birthday)) is not None


@pytest.mark.parametrize("birthday", ["", "--02-29", "2000-02-29", "1931-12-31"])
def test_a_birthday_may_lack_its_year(birthday: str) -> None:
    assert real_birthday(birthday)
    assert _refusal(Supporter(name="Ben", birthday=birthday)) is None


@pytest.mark.parametrize("text", ["", " ", "\u200e", "\u200b\u2060", "\u0301", "\u00a0"])
def test_what_nobody_can_see_is_no_name(text: str) -> None:
    assert unseen(text)
    assert _refusal(Feedback(text=text, date=TODAY)) == "Feedback needs its words."


@given(st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1))
def test_what_can_be_seen_is_a_name(text: str) -> None:
    assert not unseen(text)


@given(st.dates(), st.dates())
def test_an_exchange_may_be_entered_exactly_up_to_today(day: date, today: date) -> None:
    exchange = Exchange(supporters=("1000",), date=day)
    assert (refusal(exchange, None, NETWORK, today) is None) == (day <= today)
