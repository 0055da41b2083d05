"""Open loops, and following up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.promises.follow_ups import followed_up
from tui.domain.promises.loops import open_loops
from tui.domain.records.log import Ask, FollowUp, Offer
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter

from .networks import numbered

TODAY = date(2026, 3, 18)
ANA, BEN = Supporter(id="1", name="Ana"), Supporter(id="2", name="Ben")


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


def loops(*records: Record) -> list[tuple[str, str, str]]:
    found = open_loops(numbered(ANA, BEN, *records), TODAY)
    return [(one.loop, one.who, one.line) for one in found]


def test_what_waits_for_others_comes_first_and_what_is_wanted_first_before_that() -> None:
    assert loops(
        FollowUp(supporters=("1", "2"), text="how was the trip?", due=TODAY),
        Offer(supporter="2", text="the printer", date=day(-9), due=day(-1)),
        Ask(supporter="1", text="chapter 2", state="sent", sent_on=day(-5), due=day(9)),
        Ask(supporter="2", text="Sundays?\nwith coffee", state="sent", sent_on=day(-3), due=day(2)),
        Ask(supporter="1", text="a lift", state="later", sent_on=day(-40), answered_on=day(-30)),
        Ask(supporter="2", text="in my own words", state="drafted"),
        Offer(supporter="1", text="soup", date=day(-3), state="offered"),
    ) == [
        ("ask", "Ben", "Sundays?"),
        ("ask", "Ana", "chapter 2"),
        ("ask-later", "Ana", "a lift"),
        ("promise", "Ben", "the printer"),
        ("follow-up", "Ana, Ben", "how was the trip?"),
        ("offer", "Ana", "soup"),
        ("to-ask", "Ben", "in my own words"),
    ]


def test_the_whole_text_is_there_beside_the_line_and_a_letter_is_not_told_by_its_greeting() -> None:
    letter = "Hello Ana,\n\nI am running.\nWill you come along?\n\nJo"
    asks = Ask(supporter="1", text=letter, kind="belonging"), Ask(supporter="2", text=letter)
    found = open_loops(numbered(ANA, BEN, *asks), TODAY)
    assert [(one.text, one.line) for one in found] == [(letter, ""), (letter, "I am running.")]


def test_what_is_answered_done_or_not_wanted_yet_is_no_open_loop() -> None:
    assert loops(
        FollowUp(text="tomorrow", due=day(1)),
        FollowUp(text="done", due=day(-1), done_on=TODAY),
        Ask(supporter="1", state="yes"),
        Ask(supporter="1", state="silent"),
        Ask(supporter="1", state="later", due=day(1)),
        Offer(supporter="1", date=TODAY, state="kept"),
        Offer(supporter="1", date=TODAY, state="drafted"),
    ) == []  # fmt: skip


def test_somebody_who_is_gone_is_someone_and_the_day_before_today_is_late() -> None:
    [loop] = open_loops(numbered(Offer(supporter="77", text="soup", date=day(-9), due=day(-1))), TODAY)
    assert loop.who == "someone"
    assert loop.late(TODAY)
    assert not loop.late(day(-1))


@pytest.mark.parametrize(
    ("rule", "due", "next_day"),
    [
        ("FREQ=WEEKLY;BYDAY=SU", day(-3), date(2026, 3, 22)),
        ("FREQ=WEEKLY", day(0), day(7)),
        ("FREQ=DAILY;INTERVAL=2", day(-1), day(1)),
        ("FREQ=WEEKLY", day(3), day(10)),
    ],
)
def test_what_comes_again_moves_on_to_its_next_day(rule: str, due: date, next_day: date) -> None:
    done = followed_up(FollowUp(text="write", due=due, rrule=rule), TODAY)
    assert (done.due, done.done_on) == (next_day, None)


@pytest.mark.parametrize(
    "rule", ["", "FREQ=DAILY;COUNT=1", "no rule", "FREQ=NEVER", "FREQ=YEARLY;BYDAY=99XX"]
)
def test_what_comes_once_is_done(rule: str) -> None:
    done = followed_up(FollowUp(text="write", due=TODAY, rrule=rule), TODAY)
    assert (done.due, done.done_on) == (TODAY, TODAY)


@given(st.text(max_size=30), st.none() | st.dates())
def test_following_up_never_fails_and_never_goes_back(rule: str, due: date | None) -> None:
    done = followed_up(FollowUp(text="write", due=due, rrule=rule.replace("\x00", "")), TODAY)
    assert done.done_on == TODAY or (done.due is not None and done.due > TODAY)
