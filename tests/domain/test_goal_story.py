"""The story of a goal, the order of goals, and where a goal stands."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire, vocabulary
from tui.domain.language.words import AskState, GoalState, Kind
from tui.domain.needs.goal_order import in_order
from tui.domain.needs.goal_story import GoalStory, latest_looks, story_of
from tui.domain.needs.standing import decision_on, stands
from tui.domain.needs.then_and_now import latest
from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask, Decision
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.response import Response
from tui.domain.records.shelf import Shelf
from tui.domain.records.supporter import Supporter

STATES: tuple[GoalState, ...] = ("active", "paused", "done", "let-go")
DAYS = st.dates(date(2025, 1, 1), date(2027, 1, 1))
TODAY = date(2026, 3, 18)
GOALS = st.lists(
    st.builds(
        Goal,
        id=st.integers(1, 10**6).map(str),
        title=st.sampled_from(("a", "B", "c")),
        state=st.sampled_from(STATES),
        by=st.none() | DAYS,
    ),
    unique_by=lambda goal: goal.id,
)
RESPONSES = st.lists(
    st.builds(
        Response,
        id=st.integers(1, 10**6).map(str),
        goal=st.sampled_from((None, "1", "2")),
        questionnaire=st.just("goal-needs"),
        version=st.just("1"),
        form=st.just("full"),
        date=DAYS,
        answers=st.just({"importance": {"guidance": 2}, "coverage": {"guidance": 0}}),
    ),
    unique_by=lambda response: response.id,
)


def network_of(*records: Record) -> Network:
    shelves: dict[str, dict[str, Record]] = {}
    for record in records:
        shelves.setdefault(record.table, {})[record.id] = record
    return Network(shelves={table: Shelf(found) for table, found in shelves.items()})


def story(network: Network, goal: Goal) -> GoalStory:
    return story_of(network, questionnaire(), vocabulary(), goal)


@given(RESPONSES)
def test_looks_stand_in_order_and_belong_to_the_goal(responses: list[Response]) -> None:
    goal = Goal(id="1", title="Run")
    told = story(network_of(goal, *responses), goal)
    assert [one.date for one in told.looks] == sorted(
        response.date for response in responses if response.goal == "1"
    )


@given(RESPONSES)
def test_the_latest_look_is_the_one_then_and_now_ends_with(responses: list[Response]) -> None:
    network = network_of(*responses)
    found = latest_looks(network)
    for goal in ("1", "2"):
        assert found.get(goal) == latest(network, goal)


@pytest.mark.parametrize("state", STATES)
def test_only_an_active_goal_has_next_steps(state: GoalState) -> None:
    goal = Goal(id="1", title="Run", state=state)
    response = Response(
        id="2",
        goal="1",
        questionnaire="goal-needs",
        version="1",
        form="full",
        date=TODAY,
        answers={"importance": {"guidance": 3}, "coverage": {"guidance": 0}},
    )
    assert bool(story(network_of(goal, response), goal).steps) == (state == "active")


def test_only_its_own_decisions_belong_to_a_goal() -> None:
    goal = Goal(id="1", title="Run")
    mine = Decision(id="3", goal="1", date=TODAY)
    earlier = Decision(id="5", goal="1", date=date(2026, 1, 1))
    told = story(network_of(goal, mine, earlier, Decision(id="4", goal="2", date=TODAY)), goal)
    assert told.decisions == (earlier, mine)


def looked(created: datetime | None) -> Response:
    return Response(
        id="3",
        goal="1",
        questionnaire="goal-needs",
        version="1",
        form="full",
        date=TODAY,
        answers={"importance": {"guidance": 3}},
        created=created,
    )


@pytest.mark.parametrize(
    ("state", "day", "kind", "told"),
    [
        ("yes", TODAY + timedelta(days=1), "guidance", (("Ben", "guidance"),)),
        ("yes", TODAY - timedelta(days=1), "guidance", ()),  # the look knew of it
        ("no", TODAY + timedelta(days=1), "guidance", ()),
        ("yes", TODAY + timedelta(days=1), None, ()),
    ],
)
def test_a_yes_after_the_last_look_is_told(
    state: AskState, day: date, kind: Kind | None, told: tuple[tuple[str, Kind], ...]
) -> None:
    goal = Goal(id="1", title="Run")
    ben = Supporter(id="2", name="Ben")
    look = looked(None)
    ask = Ask(id="4", supporter="2", goal="1", kind=kind, state=state, answered_on=day)
    assert story(network_of(goal, ben, look, ask), goal).yes_since == told


@pytest.mark.parametrize(("hour", "told"), [(11, True), (9, False)])
def test_of_a_yes_and_a_look_on_the_same_day_the_later_one_counts(hour: int, told: bool) -> None:
    def at(hour: int) -> datetime:
        return datetime(2026, 3, 18, hour, tzinfo=UTC)

    goal = Goal(id="1", title="Run")
    look = looked(at(10))
    ask = Ask(
        id="4", supporter="2", goal="1", kind="guidance", state="yes", answered_on=TODAY, changed=at(hour)
    )
    assert story(network_of(goal, look, ask), goal).yes_since == ((("someone", "guidance"),) if told else ())


@given(GOALS)
def test_goals_stand_by_state_and_then_by_day(goals: list[Goal]) -> None:
    ordered = in_order(goals)
    assert sorted(goal.id for goal in ordered) == sorted(goal.id for goal in goals)
    keys = [(STATES.index(goal.state), goal.by or date.max) for goal in ordered]
    assert keys == sorted(keys)


@given(GOALS, st.randoms())
def test_the_order_does_not_depend_on_where_it_starts(goals: list[Goal], random: object) -> None:
    shuffled = list(goals)
    getattr(random, "shuffle")(shuffled)  # noqa: B009
    assert in_order(shuffled) == in_order(goals)


@given(st.sampled_from(STATES), st.sampled_from(STATES))
def test_only_pausing_and_letting_go_are_decisions(before: GoalState, after: GoalState) -> None:
    goal = Goal(id="1", title="Run", state=before)
    decision = decision_on(goal, after, TODAY, instead="swim")
    assert (decision is not None) == (after in ("paused", "let-go") and after != before)
    if decision is not None:
        (change,) = decision.changes
        assert (change.before, change.after) == (before, after)
        assert (decision.goal, decision.date, decision.expects) == ("1", TODAY, "swim")


@given(st.sampled_from(STATES), st.sampled_from(STATES))
def test_another_state_changes_nothing_else(before: GoalState, after: GoalState) -> None:
    goal = Goal(id="1", title="Run", state=before, why="for me")
    assert stands(goal, after).content() == {**goal.content(), "state": after}
