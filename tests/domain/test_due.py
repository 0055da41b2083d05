"""Who is due, in which order, and the ways to ease that."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.entry import refusal
from tui.domain.records.log import Exchange
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.domain.support.reach import reaches
from tui.domain.talks.due import due_people, silence_in_words
from tui.domain.talks.easing import (
    begun_anew,
    forgiven,
    paused,
    put_off,
    slowed,
    slower_than,
    talked,
    without_clock,
)
from tui.domain.talks.exchanges import exchanges_by_person
from tui.domain.talks.rhythm import Rhythm, rhythm_of

from .networks import numbered, with_changed
from .worked_network import TODAY as WORKED_TODAY
from .worked_network import WORKED, person, worked_network

TODAY = date(2026, 3, 18)
SCORING = questionnaire().scoring
LONG_AGO = datetime(2025, 1, 1, tzinfo=UTC)
DAYS = st.integers(0, 900)


def due_names(network: Network, today: date = TODAY) -> list[str]:
    return [due.supporter.name for due in due_people(network, SCORING, today)]


def rhythm(name: str) -> Rhythm:
    network = worked_network()
    one = person(network, name)
    return rhythm_of(one, exchanges_by_person(network)[one.id], WORKED_TODAY)


def ana(**fields: object) -> Supporter:
    return Supporter.model_validate({"id": "1", "name": "Ana", "created": LONG_AGO, **fields})


def talk(days_ago: int, *ids: str) -> Exchange:
    return Exchange(supporters=ids or ("1",), date=TODAY - timedelta(days=days_ago))


def test_the_due_people_of_the_worked_network_come_in_order_with_their_scores() -> None:
    due = due_people(worked_network(), SCORING, WORKED_TODAY)
    assert [[one.supporter.name, round(one.score, 4)] for one in due] == WORKED["due"]


@pytest.mark.parametrize(
    ("name", "ratio", "touch"),
    [
        ("Ana", 0.4286, "fine"),
        ("Ben", 1.3333, "due"),
        ("Cleo", 0.6667, "fine"),
        ("Dev", 2.6667, "drifting"),
        ("Eli", 0.1111, "fine"),
    ],
)
def test_everybody_in_the_worked_network_has_their_ratio(name: str, ratio: float, touch: str) -> None:
    assert (round(rhythm(name).ratio, 4), rhythm(name).touch) == (ratio, touch)


def test_the_day_on_which_one_was_due_is_known() -> None:
    assert rhythm("Ben").due_on == date(2026, 3, 6)
    assert rhythm("Dev").due_on == date(2025, 10, 17)


@pytest.mark.parametrize("days_before", [0, 400])
def test_an_exchange_however_logged_restarts_the_clock_even_one_before_the_record_was_made(
    days_before: int,
) -> None:
    made = datetime.combine(TODAY - timedelta(days=40), datetime.min.time(), UTC)
    person = ana(cadence=30, created=made)
    assert due_names(numbered(person)) == ["Ana"]
    assert due_names(numbered(person, talk(0, "2", "1"))) == []
    assert rhythm_of(person, [talk(400)], TODAY).days == 400


def test_a_rest_wins_over_all_and_ends_on_its_day() -> None:
    resting = ana(cadence=7, snoozed_until=TODAY + timedelta(days=1))
    assert due_names(numbered(resting, talk(100))) == []
    assert due_names(numbered(resting, talk(100)), TODAY + timedelta(days=1)) == ["Ana"]
    assert rhythm_of(resting, [talk(100)], TODAY).due_on == TODAY + timedelta(days=1)


def test_without_a_clock_nobody_is_ever_due() -> None:
    timeless = ana(cadence=0)
    assert due_names(numbered(timeless, talk(4000))) == []
    stands = rhythm_of(timeless, [talk(4000)], TODAY)
    assert (stands.ratio, stands.touch, stands.due_on) == (0, "fine", None)


@pytest.mark.parametrize(
    "fields", [{"state": "paused"}, {"state": "candidate"}, {"state": "ended"}, {"never_suggest": True}]
)
def test_nobody_is_due_who_is_not_active_or_never_suggested(fields: dict[str, object]) -> None:
    assert due_names(numbered(ana(cadence=7, **fields), talk(100))) == []


def test_kin_stay_overdue_where_friends_drift() -> None:
    friend, sister = ana(cadence=10), ana(cadence=10, relationship="family")
    assert rhythm_of(friend, [talk(30)], TODAY).touch == "drifting"
    assert rhythm_of(sister, [talk(50)], TODAY).touch == "overdue"
    assert rhythm_of(sister, [talk(51)], TODAY).touch == "drifting"


def test_forgiving_starts_every_due_clock_anew_and_marks_nobody_as_spoken_with() -> None:
    network = worked_network()
    eased = forgiven(network, WORKED_TODAY)
    assert {one.name for one in eased} == {"Ben", "Dev"}
    after = with_changed(network, *eased)
    assert due_people(after, SCORING, WORKED_TODAY) == ()
    assert after.exchanges == network.exchanges
    ben = next(one for one in eased if one.name == "Ben")
    stands = rhythm_of(ben, exchanges_by_person(network)[ben.id], WORKED_TODAY)
    assert (stands.heard, stands.since) == (date(2026, 2, 4), WORKED_TODAY)
    assert "Ben" in due_names(after, WORKED_TODAY + timedelta(days=30))
    assert "Ben" not in due_names(after, WORKED_TODAY + timedelta(days=29))


def test_forgiving_brings_nobody_nearer() -> None:
    network = worked_network()
    after = with_changed(network, *forgiven(network, WORKED_TODAY))
    before, now = (
        {one.supporter.name: one.availability for one in reaches(each, WORKED_TODAY)}
        for each in (network, after)
    )
    assert now == before


def test_a_talk_after_a_clock_was_restarted_counts_again() -> None:
    person = begun_anew(ana(cadence=30), TODAY - timedelta(days=20))
    assert rhythm_of(person, [talk(10), talk(90)], TODAY).days == 10
    assert rhythm_of(person, [talk(90)], TODAY).days == 20


def test_a_clock_is_not_restarted_ahead_of_time() -> None:
    tomorrow = TODAY + timedelta(days=1)
    assert refusal(ana(clock_from=tomorrow), None, Network(), TODAY) is not None
    assert rhythm_of(ana(clock_from=tomorrow), [], TODAY).days == 0


@pytest.mark.parametrize(
    "ease",
    [
        lambda one: put_off(one, TODAY + timedelta(days=7)),
        lambda one: begun_anew(one, TODAY),
        lambda one: talked(one, TODAY),
        paused,
        without_clock,
    ],
)
def test_each_way_of_easing_takes_somebody_off_the_list(
    ease: Callable[[Supporter], Record],
) -> None:
    network = numbered(ana(cadence=7), talk(9))
    assert due_names(network) == ["Ana"]
    assert due_names(with_changed(network, ease(network.supporters["1"]))) == []


def test_slower_is_the_next_cadence_that_people_say() -> None:
    assert slowed(ana(circle="inner")).cadence == 14
    assert slowed(ana(cadence=31)).cadence == 60
    assert slowed(ana(cadence=0)).cadence == 0
    assert slower_than(3650) == 3650


@given(st.integers(1, 3650))
def test_slowing_down_never_makes_it_faster(days: int) -> None:
    assert slower_than(days) >= days


@given(DAYS, st.integers(0, 400), st.none() | DAYS, st.none() | st.integers(-30, 30))
def test_the_words_follow_the_days_whatever_is_set(
    days: int, cadence: int, restarted: int | None, rest: int | None
) -> None:
    person = ana(
        cadence=cadence,
        clock_from=None if restarted is None else TODAY - timedelta(days=restarted),
        snoozed_until=None if rest is None else TODAY + timedelta(days=rest),
    )
    stands = rhythm_of(person, [talk(days)], TODAY)
    assert 0 <= stands.days <= days
    assert stands.heard <= stands.since <= TODAY
    if stands.touch in ("due", "overdue", "drifting"):
        assert stands.ratio >= 1
        assert stands.due_on is not None
        assert stands.due_on <= TODAY


@given(st.dates(), st.integers(0, 3650))
def test_any_day_of_the_calendar_can_be_today(today: date, cadence: int) -> None:
    person = ana(cadence=cadence, created=None)
    assert rhythm_of(person, [Exchange(supporters=("1",), date=date.max)], today).days == 0


@pytest.mark.parametrize(
    ("fields", "talks", "words"),
    [
        ({"relationship": "group"}, (), "not visited yet"),
        ({"relationship": "group"}, (20,), "20 of 14 days"),
        ({}, (), "no talk noted yet"),
        ({"cadence": 1}, (3,), "3 of 1 day"),
    ],
)
def test_nobody_drifts_from_what_has_not_begun(
    fields: dict[str, object], talks: tuple[int, ...], words: str
) -> None:
    [due] = due_people(numbered(ana(**fields), *(talk(days) for days in talks)), SCORING, TODAY)
    assert silence_in_words(due) == words
