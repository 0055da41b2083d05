"""What a decision changes about a goal, what it requires, and looking back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.worked_network import network_of
from tui.content import vocabulary
from tui.domain.feedback.decisions import (
    GOAL_FIELDS,
    DecisionRefused,
    Helped,
    decisions_of,
    helped,
    look_back_due,
    looked_back,
    take,
)
from tui.domain.feedback.recalled import recalled
from tui.domain.language.words import Change
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import Adjustment, Decision
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter

TODAY = date(2026, 3, 18)
RUN = Goal(
    id="3000", title="10 km in June", sign="I cross the line", by=date(2026, 6, 30), next_step="buy shoes"
)


def _decision(*changes: tuple[Change, str], look_again_on: date | None = None) -> Decision:
    adjustments = tuple(Adjustment(what=what, after=after) for what, after in changes)
    return Decision(goal=RUN.id, date=TODAY, changes=adjustments, look_again_on=look_again_on)


@pytest.mark.parametrize(
    ("what", "after", "before", "now"),
    [
        ("approach", "run with the club", "buy shoes", "run with the club"),
        ("measure", "under an hour", "I cross the line", "under an hour"),
        ("date", "2026-09-30", "2026-06-30", date(2026, 9, 30)),
        ("date", "", "2026-06-30", None),
        ("scope", "5 km in June", "10 km in June", "5 km in June"),
        ("let-go", "choir on Thursdays", "active", "let-go"),
    ],
)
def test_each_change_is_made_in_the_goal_and_what_was_before_is_kept(
    what: Change, after: str, before: str, now: object
) -> None:
    decision, goal = take(_decision((what, after)), RUN, TODAY)
    assert decision.changes == (Adjustment(what=what, before=before, after=after),)
    assert getattr(goal, GOAL_FIELDS[what]) == now
    assert goal.id == decision.goal == RUN.id


def test_a_date_is_said_as_people_say_it_and_kept_as_a_day() -> None:
    decision, goal = take(_decision(("date", "12w")), RUN, TODAY)
    assert goal.by == date(2026, 6, 10)
    assert decision.changes[0].after == "2026-06-10"


def test_what_the_person_says_was_before_stays() -> None:
    change = Adjustment(what="approach", before="alone", after="with the club")
    decision, _ = take(_decision().changed_to(changes=(change,)), RUN, TODAY)
    assert decision.changes == (change,)


def test_it_is_looked_back_at_in_four_weeks_unless_another_day_is_said() -> None:
    assert take(_decision(("measure", "x")), RUN, TODAY)[0].look_again_on == date(2026, 4, 15)
    friday = date(2026, 3, 20)
    assert take(_decision(("measure", "x"), look_again_on=friday), RUN, TODAY)[0].look_again_on == friday


def test_a_pause_has_its_day_and_a_goal_let_go_of_needs_none() -> None:
    decision, goal = take(_decision(("pause", ""), look_again_on=date(2026, 5, 1)), RUN, TODAY)
    assert (goal.state, decision.look_again_on) == ("paused", date(2026, 5, 1))
    assert take(_decision(("let-go", "rest")), RUN, TODAY)[0].look_again_on is None


@pytest.mark.parametrize(
    ("decision", "sentence"),
    [
        (_decision(), "A decision changes something: say what, and to what."),
        (_decision(("pause", "")), "A pause needs the day to look again."),
        (_decision(("let-go", " ")), "Letting go asks: what instead? Rest is an answer too."),
        (_decision(("date", "soon")), '"soon" is not a day; write one such as 2026-03-18.'),
        (_decision(("date", "yesterday")), "2026-03-17 has passed; the new date of a goal lies ahead."),
        (_decision(("measure", "")), "Say what the measure is from now on."),
        (_decision(("scope", "10 KM in june")), "The scope of this goal is that already."),
        (_decision(("scope", "x" * 501)), "The title of the goal would be too long."),
        (
            _decision(("measure", "x"), look_again_on=TODAY),
            "The day to look again, 2026-03-18, is not ahead.",
        ),
        (
            _decision(("pause", ""), ("let-go", "rest"), look_again_on=date(2026, 5, 1)),
            "A decision changes each thing once, and either pauses a goal or lets it go.",
        ),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(decision: Decision, sentence: str) -> None:
    with pytest.raises(DecisionRefused) as refused:
        take(decision, RUN, TODAY)
    assert str(refused.value) == sentence


def test_a_goal_that_is_paused_is_not_paused_again() -> None:
    paused = RUN.changed_to(state="paused")
    with pytest.raises(DecisionRefused, match="paused already"):
        take(_decision(("pause", ""), look_again_on=date(2026, 5, 1)), paused, TODAY)


@pytest.mark.parametrize("answer", ["yes", "partly", "no"])
def test_looking_back_keeps_whether_it_helped(answer: Helped) -> None:
    decision, _ = take(_decision(("measure", "x")), RUN, TODAY)
    later = date(2026, 4, 15)
    assert not look_back_due(decision, later - timedelta(days=1))
    assert look_back_due(decision, later)
    back = looked_back(decision, answer, "no pain since\nthen", later)
    assert helped(back) == answer
    assert back.looked_back.endswith("no pain since\nthen")
    assert (back.looked_back_on, look_back_due(back, later)) == (later, False)
    assert helped(decision) is None


def test_the_decisions_about_a_goal_come_newest_first() -> None:
    first, second = _decision().changed_to(id="1000"), _decision().changed_to(id="1001")
    other = _decision().changed_to(id="1002", goal="3001")
    network = Network().with_changes(1, {"decision": {one.id: one for one in (first, second, other)}})
    assert decisions_of(network, RUN.id) == (second, first)


TEXTS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=30).map("then {}".format)
CHANGES = st.lists(
    st.sampled_from(["approach", "measure", "date", "scope"]), min_size=1, max_size=4, unique=True
).flatmap(lambda kinds: st.tuples(*(st.tuples(st.just(kind), _after(kind)) for kind in kinds)))


def _after(kind: str) -> st.SearchStrategy[str]:
    return st.dates(date(2026, 7, 1), date(2030, 1, 1)).map(str) if kind == "date" else TEXTS


@given(CHANGES)
def test_a_decision_touches_what_it_names_and_nothing_else(changes: tuple[tuple[Change, str], ...]) -> None:
    decision, goal = take(_decision(*changes), RUN, TODAY)
    named = {GOAL_FIELDS[change.what] for change in decision.changes}
    before, after = RUN.document(), goal.document()
    differing = {field for field in after if after[field] != before[field]}
    assert differing <= named
    for change in decision.changes:
        assert f"{before[GOAL_FIELDS[change.what]]}" == change.before
        assert f"{after[GOAL_FIELDS[change.what]]}" == change.after


NOTE = Feedback(id="4000", text="shorter\nstride", supporter="4001", date=TODAY)
LENA = Supporter(id="4001", name="Coach Lena")


def _recalled(decision: Decision, *records: Record) -> list[tuple[str, str]]:
    return list(recalled(decision, network_of(*records), vocabulary(), TODAY))


def test_a_decision_is_called_to_mind_with_its_day_and_whose_feedback_led_to_it() -> None:
    decision = Decision(
        goal=RUN.id,
        date=TODAY - timedelta(days=28),
        changes=(
            Adjustment(what="approach", before="buy shoes", after="run with the club"),
            Adjustment(what="date", before="2026-06-30", after="2027-06-28"),
        ),
        because_feedback=(NOTE.id,),
        because_sign=True,
        expects="less pain",
    )
    assert _recalled(decision, RUN, NOTE, LENA) == [
        ("decided", "Changed approach: buy shoes → run with the club"),
        ("decided", "Changed date: Tue 30 Jun → Mon 28 Jun 2027"),
        ("goal", "10 km in June"),
        ("on", "Wed 18 Feb, 4 weeks ago"),
        ("because", "Coach Lena said: shorter stride"),
        ("because", "the sign you had set for rethinking it came true"),
        ("expected", "less pain"),
    ]


def test_of_what_is_gone_a_decision_still_says_what_it_knows() -> None:
    decision = Decision(goal=RUN.id, date=TODAY, because_feedback=(NOTE.id,), looked_back="It helped.")
    assert _recalled(decision) == [
        ("goal", "a goal let go of"),
        ("on", "Wed 18 Mar, today"),
        ("because", "a note let go of"),
        ("seen so far", "It helped."),
    ]
    by_nobody = NOTE.changed_to(supporter=None)
    assert ("because", "you heard: shorter stride") in _recalled(decision, by_nobody)
