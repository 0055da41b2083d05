"""Asks from draft to answer, and what an open one wants."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.worked_network import IDS, RUN, TODAY, person, worked_network
from tui.domain.promises.asks import (
    AskRefused,
    answered,
    asked_before,
    asked_before_in_words,
    open_asks,
    reminded,
    sent,
    stronger,
    why_not_suggested,
)
from tui.domain.records.log import Ask
from tui.domain.records.supporter import Supporter

BEN = IDS["Ben"]
DRAFT = Ask(id="5000", supporter=BEN, goal=RUN.id, kind="accountability", text="May I?")


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def wanted(*asks: Ask) -> list[tuple[str, str]]:
    return [(one.id, one.wants) for one in open_asks(worked_network(*asks), TODAY)]


def test_an_ask_goes_from_draft_to_sent_to_yes() -> None:
    asked = sent(DRAFT, days_ago(3))
    assert (asked.state, asked.sent_on) == ("sent", days_ago(3))
    yes = answered(asked, "yes", TODAY)
    assert (yes.state, yes.sent_on, yes.answered_on) == ("yes", days_ago(3), TODAY)
    assert wanted(yes) == []


def test_an_answer_to_what_was_only_a_draft_was_asked_the_same_day() -> None:
    assert answered(DRAFT, "no", TODAY).sent_on == TODAY


def test_later_comes_back_in_two_weeks_or_on_the_day_said() -> None:
    assert answered(DRAFT, "later", TODAY).due == TODAY + timedelta(days=14)
    later = answered(DRAFT, "later", days_ago(5), TODAY)
    assert wanted(later) == [(DRAFT.id, "again")]
    assert wanted(later.changed_to(due=TODAY + timedelta(days=1))) == [(DRAFT.id, "wait")]
    with pytest.raises(AskRefused, match="a day to come"):
        answered(DRAFT, "later", TODAY, TODAY)


def test_the_day_to_ask_again_is_not_the_day_it_is_wanted_by() -> None:
    wanted_by = DRAFT.changed_to(due=TODAY)
    assert sent(wanted_by, days_ago(5)).due == TODAY
    assert sent(answered(wanted_by, "later", days_ago(5), TODAY), TODAY).due is None


def test_later_without_a_day_can_be_asked_again_at_any_time() -> None:
    later = DRAFT.changed_to(state="later", sent_on=days_ago(9), answered_on=days_ago(9))
    assert wanted(later) == [(DRAFT.id, "again")]


def test_no_answer_is_not_an_answer() -> None:
    silent = answered(sent(DRAFT, days_ago(30)), "silent", TODAY)
    assert (silent.state, silent.answered_on, wanted(silent)) == ("silent", None, [])


def test_asking_again_forgets_the_answer_before() -> None:
    again = sent(answered(sent(DRAFT, days_ago(30)), "later", days_ago(15)), TODAY)
    assert (again.state, again.sent_on, again.answered_on, again.reminded_on) == ("sent", TODAY, None, None)


@pytest.mark.parametrize(("days", "wants"), [(9, "wait"), (10, "remind"), (40, "remind")])
def test_after_ten_days_one_reminder_is_worth_it(days: int, wants: str) -> None:
    assert wanted(sent(DRAFT, days_ago(days))) == [(DRAFT.id, wants)]


def test_one_reminder_is_enough() -> None:
    once = reminded(sent(DRAFT, days_ago(12)), days_ago(2))
    assert wanted(once) == [(DRAFT.id, "wait")]
    with pytest.raises(AskRefused, match="2 days ago; one reminder is enough"):
        reminded(once, TODAY)


def test_only_what_waits_can_be_reminded_of() -> None:
    with pytest.raises(AskRefused, match="waits for an answer"):
        reminded(DRAFT, TODAY)


def test_what_wants_something_comes_first() -> None:
    asks = [
        sent(DRAFT, days_ago(2)).changed_to(id="5001"),
        DRAFT.changed_to(id="5002"),
        answered(DRAFT, "later", days_ago(20), days_ago(1)).changed_to(id="5003"),
        sent(DRAFT, days_ago(11)).changed_to(id="5004"),
        sent(DRAFT, days_ago(5)).changed_to(id="5005"),
    ]
    assert [id_ for id_, _ in wanted(*asks)] == ["5004", "5003", "5002", "5005", "5001"]


def test_an_open_ask_names_whom_and_what_for() -> None:
    [one] = open_asks(worked_network(sent(DRAFT, days_ago(2))), TODAY)
    assert (one.person, one.goal, one.since) == ("Ben", "10 km in June", days_ago(2))


def test_a_yes_makes_somebody_give_it_sometimes_and_never_less() -> None:
    ben = person(worked_network(), "Ben")
    raised = stronger(DRAFT, ben)
    assert raised is not None
    assert (raised.gives["accountability"], raised.gives["guidance"]) == (2, 2)
    assert stronger(DRAFT.changed_to(kind="guidance"), ben) is None
    assert stronger(DRAFT.changed_to(kind=None), ben) is None


def test_a_candidate_who_says_yes_becomes_active_and_somebody_paused_stays_so() -> None:
    new = stronger(DRAFT, Supporter(name="Fay", state="candidate"))
    assert new is not None
    assert (new.state, new.gives) == ("active", {"accountability": 2})
    paused = stronger(DRAFT, Supporter(name="Eli", state="paused"))
    assert paused is not None
    assert paused.state == "paused"


@given(st.dictionaries(st.sampled_from(["accountability", "guidance"]), st.integers(0, 3)))
def test_no_yes_ever_lowers_a_strength(gives: dict[str, int]) -> None:
    before = Supporter.model_validate({"name": "Fay", "gives": gives})
    after = stronger(DRAFT, before) or before
    assert all(after.gives[kind] >= strength for kind, strength in before.gives.items())
    assert after.gives["accountability"] >= 2


def test_the_same_asked_twice_is_noticed_and_something_else_is_not() -> None:
    network = worked_network(sent(DRAFT, days_ago(5)))
    before = asked_before(network.asks, BEN, "accountability", RUN.id)
    assert before is not None
    assert asked_before_in_words(before, "Ben", TODAY) == (
        "You asked Ben for this 5 days ago; there is no answer yet."
    )
    assert asked_before(network.asks, BEN, "guidance", RUN.id) is None
    assert asked_before(network.asks, BEN, "accountability", None) is None
    assert asked_before(network.asks, IDS["Cleo"], "accountability", RUN.id) is None


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (DRAFT, "There is a draft of this to Ben already."),
        (answered(sent(DRAFT, days_ago(30)), "no", days_ago(20)), "4 weeks ago; it was a no."),
        (answered(sent(DRAFT, days_ago(30)), "yes", days_ago(20)), "4 weeks ago; it was a yes."),
        (answered(sent(DRAFT, days_ago(30)), "silent", TODAY), "4 weeks ago; there was no answer."),
    ],
    ids=lambda one: getattr(one, "state", ""),
)
def test_what_came_of_an_earlier_ask_is_said(ask: Ask, words: str) -> None:
    assert asked_before_in_words(ask, "Ben", TODAY).endswith(words)


def test_asking_somebody_paused_or_gone_is_allowed_and_kindly_noted() -> None:
    assert (why_not_suggested(Supporter(name="Eli", state="paused")) or "").startswith("Eli is paused")
    assert "no longer" in (why_not_suggested(Supporter(name="Eli", state="ended")) or "")
    assert why_not_suggested(Supporter(name="Ben")) is None
    assert why_not_suggested(Supporter(name="Fay", state="candidate")) is None


def test_somebody_who_is_gone_is_someone() -> None:
    [one] = open_asks(worked_network(sent(DRAFT.changed_to(supporter="4242"), TODAY)), TODAY)
    assert one.person == "someone"
