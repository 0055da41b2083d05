"""What is open now, and how long ago a day is."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.calendar.ago import ago
from tui.domain.feedback.verdicts import heard, park
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import Adjustment, Decision
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.response import Response
from tui.domain.records.supporter import Supporter
from tui.domain.today.open_now import Item, open_now

TODAY = date(2026, 3, 18)
ANA = Supporter(id="2000", name="Ana Ribeiro")
RUN = Goal(id="3000", title="10 km in June")
SCORING = questionnaire().scoring


def _network(*records: Record) -> Network:
    shelves: dict[str, dict[str, Record | None]] = {}
    for record in (ANA, RUN, *records):
        shelves.setdefault(record.table, {})[record.id] = record
    return Network().with_changes(1, shelves)


def _open(*records: Record, drafts: tuple[str, ...] = (), today: date = TODAY) -> tuple[Item, ...]:
    return open_now(_network(*records), SCORING, drafts, today)


def _note(id_: str, day: date = TODAY, **fields: object) -> Feedback:
    return Feedback.model_validate({"id": id_, "text": "slower\nuphill", "date": day, **fields})


def _response(goal: Goal, coverage: int) -> Response:
    return Response.model_validate(
        {
            "id": f"8{goal.id}",
            "goal": goal.id,
            "questionnaire": "goal-needs",
            "version": "1",
            "form": "full",
            "date": TODAY - timedelta(days=30),
            "answers": {
                "importance": {"guidance": 3, "belonging": 2},
                "coverage": {"guidance": coverage, "belonging": 0},
            },
        }
    )


def test_on_an_empty_network_nothing_is_open() -> None:
    assert open_now(Network(), SCORING, (), TODAY) == ()


def test_feedback_to_sort_says_who_said_it_about_what_and_when() -> None:
    [item] = _open(_note("1000", TODAY - timedelta(days=2), supporter=ANA.id, goal=RUN.id))
    assert (item.what, item.wants, item.key) == ("waiting", "sort", "1000")
    assert (item.subject, item.person, item.goal) == ("slower", "Ana Ribeiro", "10 km in June")
    assert (item.since, item.ago) == (date(2026, 3, 16), "2 days ago")


def test_a_next_step_comes_back_on_its_day_until_the_one_who_gave_the_idea_has_heard() -> None:
    accepted: dict[str, Any] = {
        "verdict": "accept",
        "next_step": "rest on Mondays",
        "next_by": TODAY,
        "supporter": ANA.id,
    }
    assert not _open(_note("1000", **accepted), today=TODAY - timedelta(days=1))
    [item] = _open(_note("1000", **accepted))
    assert (item.what, item.wants, item.subject, item.person) == (
        "step",
        "tell",
        "rest on Mondays",
        "Ana Ribeiro",
    )
    assert not _open(_note("1000", **accepted, told_on=TODAY))
    assert not _open(_note("1000", **accepted), today=TODAY + timedelta(days=61))


def test_somebody_who_is_gone_is_someone() -> None:
    [item] = _open(_note("1000", supporter="2001", goal="3001"))
    assert (item.person, item.goal) == ("someone", "a goal let go of")


def test_what_was_parked_is_open_from_its_day_on_and_says_since_when() -> None:
    note = park(_note("1000", TODAY - timedelta(days=20)), TODAY, TODAY + timedelta(days=7))
    assert _open(note, today=TODAY + timedelta(days=6)) == ()
    [item] = _open(note, today=TODAY + timedelta(days=8))
    assert (item.what, item.wants, item.ago) == ("back", "sort", "yesterday")


def test_what_hurts_is_open_tomorrow() -> None:
    note = heard(_note("1000", stings=True), TODAY)
    assert _open(note) == ()
    assert [item.what for item in _open(note, today=TODAY + timedelta(days=1))] == ["back"]


def test_a_look_back_is_due_on_its_day_and_until_it_is_done() -> None:
    change = Adjustment(what="date", before="2026-06-30", after="2026-09-30")
    decision = Decision(id="5000", goal=RUN.id, date=TODAY, changes=(change,), look_again_on=TODAY)
    [item] = _open(decision)
    assert (item.what, item.wants, item.subject) == ("look-back", "look-back", "date: 2026-09-30")
    assert (item.goal, item.ago) == ("10 km in June", "today")
    assert _open(decision.changed_to(looked_back="It helped.", looked_back_on=TODAY)) == ()
    assert _open(decision, today=TODAY - timedelta(days=1)) == ()


def test_a_look_back_left_half_way_goes_by_what_was_decided() -> None:
    decision = Decision(
        id="4000",
        goal="3000",
        date=TODAY,
        changes=(Adjustment(what="approach", after="hills twice a week"),),
        look_again_on=TODAY + timedelta(days=28),
    )
    [item] = _open(decision, drafts=("decision-4000",))
    assert item.subject == "approach: hills twice a week"


def test_what_was_left_is_named_questionnaires_first() -> None:
    note = park(_note("1000"), TODAY)
    drafts = ("feedback-new", "feedback-1000", "assess-full", "assess-again-3000", "cursor", "supporter-9999")
    items = _open(note, drafts=drafts)
    assert [(item.what, item.key, item.subject, item.form, item.goal) for item in items] == [
        ("unfinished", "assess-again-3000", "", "again", "10 km in June"),
        ("unfinished", "assess-full", "", "full", ""),
        ("draft", "feedback-1000", "slower", None, ""),
        ("draft", "feedback-new", "new feedback", None, ""),
        ("draft", "supporter-9999", "supporter", None, ""),
    ]
    assert {item.wants for item in items} == {"resume"}


def test_a_goal_that_lacks_support_is_named_with_what_it_lacks_strongest_need_first() -> None:
    thesis = Goal(id="3001", title="Thesis")
    items = _open(thesis, _response(RUN, coverage=3), _response(thesis, coverage=0))
    assert [(item.goal, item.kinds) for item in items] == [
        ("Thesis", ("guidance", "belonging")),
        ("10 km in June", ("belonging",)),
    ]
    assert {(item.what, item.wants, item.ago) for item in items} == {("gap", "support", "4 weeks ago")}


def test_only_the_latest_profile_of_an_active_goal_counts() -> None:
    first = _response(RUN, coverage=0)
    covered = {"importance": {"guidance": 1}, "coverage": {"guidance": 3}}
    later = first.changed_to(id="9000", date=TODAY, answers=covered)
    assert _open(first, later) == ()
    paused = RUN.changed_to(state="paused")
    assert open_now(_network(paused, first), SCORING, (), TODAY) == ()


def test_everything_comes_in_its_order() -> None:
    change = Adjustment(what="pause")
    items = _open(
        _response(RUN, coverage=0),
        Decision(id="5000", goal=RUN.id, date=TODAY, changes=(change,), look_again_on=TODAY),
        park(_note("1000"), TODAY - timedelta(days=20)),
        _note("1001"),
        drafts=("feedback-new", "assess-short"),
    )
    assert [item.what for item in items] == ["waiting", "back", "look-back", "unfinished", "draft", "gap"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (34, "5 weeks ago"),
        (60, "8 weeks ago"),
        (61, "2 months ago"),
        (240, "8 months ago"),
        (365, "12 months ago"),
        (800, "2 years ago"),
        (-1, "tomorrow"),
        (-5, "in 5 days"),
    ],
)
def test_the_larger_a_span_the_rounder_it_is_said(days: int, words: str) -> None:
    assert ago(TODAY - timedelta(days=days), TODAY) == words


@given(st.integers(0, 5_000), st.integers(0, 5_000))
@example(60, 61)
@example(730, 731)
def test_what_is_longer_ago_never_sounds_shorter(one: int, other: int) -> None:
    def sounds(days: int) -> float:
        words = ago(TODAY - timedelta(days=days), TODAY).split()
        if words[0] in ("today", "yesterday"):
            return float(words[0] == "yesterday")
        return int(words[0]) * {"days": 1, "weeks": 7, "months": 365.25 / 12, "years": 365.25}[words[1]]

    shorter, longer = sorted((one, other))
    assert sounds(shorter) <= sounds(longer)


def test_a_draft_of_something_about_a_record_goes_by_that_record() -> None:
    note = _note("7001")
    items = _open(note, drafts=("feedback-7001-decline", "feedback-7002-tell", "feedback-quick"))
    subjects = {item.key: item.subject for item in items if item.what == "draft"}
    assert subjects == {
        "feedback-7001-decline": "slower",
        "feedback-7002-tell": "feedback",
        "feedback-quick": "new feedback",
    }
