"""What is good to know before talking with somebody."""

from datetime import date, timedelta
from string import Template

import pytest

from tui.content import giving, vocabulary
from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask, Exchange, Offer, Progress
from tui.domain.records.network import Network
from tui.domain.records.profile import Profile
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.domain.talks.briefing import Briefing, briefing_of

from .networks import numbered

TODAY = date(2026, 3, 18)
RUN = Goal(id="100", title="10 km in June", audience="anyone")
SECRET = Goal(id="101", title="A secret", audience="nobody")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def about(mara: Supporter, *records: Record) -> Briefing:
    mara = mara.model_copy(update={"id": "1"})
    network = numbered(mara, Supporter(id="2", name="Ben"), RUN, SECRET, *records)
    return briefing_of(network, mara, TODAY, giving(), vocabulary())


def mara(**fields: object) -> Supporter:
    return Supporter.model_validate({"name": "Mara", **fields})


def talk(days: int, note: str = "", **fields: object) -> Exchange:
    return Exchange.model_validate({"supporters": ("1",), "date": ago(days), "note": note, **fields})


def test_it_tells_the_last_three_talks_and_what_is_open_between_the_two() -> None:
    told = about(
        mara(),
        *(talk(days, f"talk {days}") for days in (5, 10, 20, 30)),
        Exchange(supporters=("2",), date=TODAY, note="with Ben"),
        Ask(supporter="1", text="chapter 2", state="sent", sent_on=ago(3)),
        Ask(supporter="2", text="not hers", state="sent", sent_on=ago(3)),
        Offer(supporter="1", text="the printer", date=ago(3)),
    )
    assert [one.note for one in told.last] == ["talk 5", "talk 10", "talk 20"]
    assert [(loop.loop, loop.text) for loop in told.loops] == [
        ("ask", "chapter 2"),
        ("promise", "the printer"),
    ]
    assert told.rhythm.days == 5


def test_it_names_what_to_celebrate_on_both_sides() -> None:
    told = about(
        mara(),
        talk(20, "her exhibition is on", their_good_news=True),
        talk(90, "long ago", their_good_news=True),
        Progress(goal=RUN.id, date=ago(9), milestone="8 km without a stop"),
        Progress(goal=RUN.id, date=ago(8), milestone="she knows", shared_with=("1",)),
        Progress(goal=SECRET.id, date=ago(8), milestone="nobody may know"),
        Progress(goal=RUN.id, date=ago(99), milestone="long ago"),
    )
    assert [one.note for one in told.good_news] == ["her exhibition is on"]
    assert [one.milestone for one in told.milestones] == ["8 km without a stop"]


def test_a_yes_to_a_letter_is_told_by_its_kind_and_not_by_its_greeting() -> None:
    letter = "Hello Mara,\n\nWould you have a look?\n\nJo"
    yes = Ask(supporter="1", kind="feedback", text=letter, state="yes", sent_on=ago(9), answered_on=ago(5))
    assert about(mara(), yes).give == "Tell them what came of their yes: Honest feedback"


def test_a_milestone_of_a_goal_she_has_no_part_in_is_left_out() -> None:
    reached = Progress(goal=RUN.id, date=ago(9), milestone="8 km")
    assert about(mara(goals=("555",)), reached).milestones == ()


def test_there_is_always_one_thing_to_give_and_a_promise_comes_first() -> None:
    promise = Offer(supporter="1", text="the printer", date=ago(3))
    birthday = {"birthday": "--03-20"}
    news = talk(20, "her exhibition is on", their_good_news=True)
    answered = Ask(supporter="1", text="chapter 2", state="yes", sent_on=ago(9), answered_on=ago(8))
    reached = Progress(goal=RUN.id, date=ago(9), milestone="8 km")
    profile = Profile(offers=("practical",))
    goals = {"their_goals": "open a workshop\nsoon"}
    gifts = [
        about(mara(**birthday, **goals), promise, news, answered, reached, profile).give,
        about(mara(**birthday, **goals), news, answered, reached, profile).give,
        about(mara(**goals), news, answered, reached, profile).give,
        about(mara(**goals), answered, reached, profile).give,
        about(mara(**goals), reached, profile).give,
        about(mara(**goals), profile).give,
        about(mara(), profile).give,
        about(mara()).give,
    ]
    assert gifts == [
        "Bring what you promised: the printer",
        "Wish them well for Fri 20 Mar: birthday",
        "Ask how it went on: her exhibition is on",
        "Tell them what came of their yes: chapter 2",
        "Let them be glad with you: 8 km",
        "Ask how it stands: open a workshop",
        "Offer practical help; you said you like to give that.",
        "Ask what keeps them busy just now, and listen.",
    ]


def test_it_says_when_talks_come_further_apart_and_how_it_stands_between_the_two() -> None:
    days, talks = 0, []
    for gap in (0, 13, 15, 14, 7, 6, 8, 7):
        days += gap
        talks.append(talk(days, direction="received", size=2))
    told = about(mara(), *talks)
    assert (told.slower, told.balance) == (True, "received-more")
    assert about(mara(circle="inner"), *talks).balance is None


@pytest.mark.parametrize("says", giving())
def test_every_gift_fills_its_blanks(says: str) -> None:
    blanks = dict.fromkeys(("name", "text", "kind", "day"), "Ana")
    assert "$" not in Template(giving()[says]).substitute(blanks)


def test_whether_a_goal_is_theirs_to_hear_is_looked_up_once_however_much_was_reached(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked_up: list[str] = []

    def hears(_: Network, __: Supporter, goal: Goal) -> bool:
        looked_up.append(goal.id)
        return True

    monkeypatch.setattr("tui.domain.talks.briefing.may_hear", hears)
    told = about(mara(), *(Progress(goal=RUN.id, date=ago(days), milestone=f"{days}") for days in range(9)))
    assert [one.milestone for one in told.milestones] == ["0", "1", "2"]
    assert looked_up == [RUN.id]
