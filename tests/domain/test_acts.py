"""The acts of a day: from which lanes, in which order, and what becomes of them."""

import json
from datetime import UTC, date, datetime, timedelta
from string import Template
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.content import act_templates, questionnaire, vocabulary
from tui.domain.promises.asks import stronger
from tui.domain.records.log import Ask, Exchange, Offer
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter
from tui.domain.today.act_lanes import Wording, lanes_of
from tui.domain.today.acts import LANES, Act, Lane, Lanes, in_turn
from tui.domain.today.day import Day, draft_name, is_past, read_day
from tui.domain.today.so_far import DayAct, morning_of
from tui.domain.today.todays_acts import todays_acts

from .networks import numbered, with_changed
from .worked_network import IDS, RUN, TODAY, person, response, worked_network

if TYPE_CHECKING:
    from tui.domain.records.record import Record

SCORING = questionnaire().scoring
WORDING = Wording(act_templates(), vocabulary())
ACTS = st.builds(
    Act,
    st.sampled_from(LANES),
    st.just("ask"),
    st.text(max_size=5),
    st.text(max_size=5),
    st.floats(0, 9),
    person=st.none() | st.integers(1, 6).map(str),
    goal=st.none() | st.integers(1, 3).map(str),
)


def acts(network: Network, day: Day | None = None, today: date = TODAY) -> tuple[DayAct, ...]:
    return todays_acts(network, SCORING, WORDING, today, day)


def titles(network: Network, day: Day | None = None) -> list[str]:
    return [one.act.title for one in acts(network, day)]


def states(network: Network, day: Day | None = None) -> list[str]:
    return [one.state for one in acts(network, day)]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_the_worked_network_has_an_ask_somebody_to_keep_in_touch_with_and_something_to_protect() -> None:
    found = [one.act for one in acts(worked_network())]
    assert [(act.lane, act.title, act.person) for act in found] == [
        ("ask", "Ask Ben for accountability", IDS["Ben"]),
        ("keep", "Get in touch with Dev", IDS["Dev"]),
        ("protect", "Find a second voice for encouragement", IDS["Ana"]),
    ]
    assert [act.because for act in found][1:] == [
        "you last spoke 8 months ago, and Dev gives guidance and advice reliably",
        "it rests on Ana alone",
    ]
    assert found[0].because.startswith("nobody covers it reliably")
    assert (found[0].kind, found[0].goal) == ("accountability", RUN.id)
    assert round(found[0].score, 4) == 0.729
    assert round(found[1].score, 4) == 3.2688


def test_an_empty_network_suggests_nothing() -> None:
    assert acts(Network()) == ()


def test_an_overdue_promise_comes_before_all_else_there_is_to_give() -> None:
    promise = Offer(id="500", supporter=IDS["Cleo"], text="the name of the printer", date=ago(20), due=ago(9))
    older = Offer(id="501", supporter=IDS["Ana"], text="a hand with the move", date=ago(40))
    later = Offer(id="502", supporter=IDS["Eli"], text="not yet", date=ago(40), due=TODAY + timedelta(days=1))
    network = worked_network(older, later, promise)
    give = [one.act for one in acts(network) if one.act.lane == "give"]
    assert [(act.title, act.because) for act in give] == [
        (
            "Keep your promise to Cleo: the name of the printer",
            "you said you would, and the day was 9 days ago",
        )
    ]
    lane = lanes_of(network, SCORING, WORDING, TODAY, 3)["give"]
    assert [act.of for act in lane] == ["500", "501"]


def giving(*offers: Offer) -> list[tuple[str, str]]:
    lane = lanes_of(worked_network(*offers), SCORING, WORDING, TODAY, 3)["give"]
    return [(act.title, act.because) for act in lane]


def test_a_promise_is_never_called_an_offer() -> None:
    cat = Offer(id="500", supporter=IDS["Cleo"], text="look after the cat", date=ago(8))
    assert giving(cat) == [
        ("Keep your promise to Cleo: look after the cat", "you said you would, 8 days ago")
    ]
    assert giving(cat.changed_to(due=TODAY)) == [
        ("Keep your promise to Cleo: look after the cat", "you said you would, and the day is today")
    ]
    assert giving(cat.changed_to(state="offered")) == [
        (
            "Come back to your offer to Cleo: look after the cat",
            "you offered it 8 days ago, and nothing came of it yet",
        )
    ]


def test_an_offer_comes_up_once_its_day_has_passed() -> None:
    offer = Offer(id="500", supporter=IDS["Cleo"], text="the cat", state="offered", date=ago(3))
    assert giving(offer.changed_to(due=TODAY)) == []
    [(title, _)] = giving(offer.changed_to(due=ago(1)))
    assert title == "Come back to your offer to Cleo: the cat"


def test_an_offer_declined_today_was_no_promise_this_morning() -> None:
    offer = Offer(id="500", supporter=IDS["Cleo"], text="the cat", state="offered", date=ago(9))
    before = worked_network(offer)
    after = with_changed(before, offer.changed_to(state="declined", done_on=TODAY))
    assert titles(after) == titles(before)
    assert states(after) == ["open", "open", "done"]


def test_much_received_is_something_to_give_back_and_a_mentor_is_thanked() -> None:
    helped = [
        Exchange(id=f"60{n}{who}", supporters=(who,), date=ago(10 + n), direction="received", size=2)
        for n in range(5)
        for who in ("1", "2", "3")
    ]
    network = numbered(
        Supporter(id="1", name="Ben"),
        Supporter(id="2", name="Dev", relationship="mentor"),
        Supporter(id="3", name="Mum", relationship="family"),
        *helped,
    )
    lane = lanes_of(network, SCORING, WORDING, TODAY, 3)["give"]
    assert [act.title for act in lane] == [
        "Do something small for Ben",
        "Thank Dev, and tell what you did with it",
    ]


def test_a_group_is_gone_to_rather_than_talked_with() -> None:
    club = Supporter(
        id="1", name="club", relationship="group", cadence=14, created=datetime(2025, 1, 1, tzinfo=UTC)
    )
    forum = club.changed_to(id="2", name="forum", relationship="community")
    network = numbered(club, forum, Exchange(supporters=("1",), date=ago(20)))
    lane = lanes_of(network, SCORING, WORDING, TODAY, 3)["keep"]
    assert {(act.title, act.because) for act in lane} == {
        ("Go to club again", "you were last there 3 weeks ago, and meant to every 14 days"),
        ("Go and see forum", "you have not been there yet"),
    }


def test_free_places_go_to_asks_and_then_to_keeping_in_touch() -> None:
    def act(lane: Lane, who: str) -> Act:
        return Act(lane, "ask", "", "", 1.0, who)

    lanes: Lanes = {
        "ask": [act("ask", "1"), act("ask", "2")],
        "keep": [act("keep", "1"), act("keep", "3"), act("keep", "4")],
    }
    found = in_turn(lanes, 4)
    assert [(one.lane, one.person) for one in found] == [
        ("ask", "1"), ("keep", "3"), ("ask", "2"), ("keep", "4"),
    ]  # fmt: skip


@given(st.lists(ACTS, max_size=20), st.integers(0, 8), st.integers(0, 5))
def test_nobody_is_named_twice_and_more_places_change_nothing_before(
    some: list[Act], places: int, more: int
) -> None:
    lanes = {lane: [act for act in some if act.lane == lane] for lane in LANES}
    found = in_turn(lanes, places)
    people = [act.person for act in found if act.person]
    assert len(people) == len(set(people))
    assert len(found) <= places
    assert in_turn(lanes, places + more)[: len(found)] == found
    assert [act.lane for act in found].count("grow") <= 1


def test_what_was_done_today_counts_and_makes_no_room_for_more() -> None:
    network = worked_network()
    before = titles(network)
    talked = with_changed(network, Exchange(supporters=(IDS["Dev"],), date=TODAY))
    assert titles(talked) == before
    assert states(talked) == ["open", "done", "open"]
    asked = with_changed(
        talked, Ask(supporter=IDS["Ben"], kind="accountability", goal=RUN.id, state="sent", sent_on=TODAY)
    )
    assert titles(asked) == before
    assert states(asked) == ["done", "done", "open"]


def test_who_is_asked_and_counted_on_the_same_day_stays_among_the_acts_as_done() -> None:
    network = worked_network()
    ben = person(network, "Ben")
    yes = Ask(
        supporter=ben.id, kind="accountability", goal=RUN.id, state="yes", sent_on=TODAY, answered_on=TODAY
    )
    raised = stronger(yes, ben)
    assert raised is not None
    counted_on = with_changed(network, yes, raised)
    assert (titles(counted_on), states(counted_on)) == (titles(network), ["done", "open", "open"])


def test_an_ask_still_open_after_a_talk_says_when_that_was() -> None:
    network = worked_network()
    talked = with_changed(network, Exchange(supporters=(person(network, "Ben").id,), date=TODAY))
    [ask] = [one for one in acts(talked) if one.act.title == "Ask Ben for accountability"]
    assert ask.state == "open"
    assert ask.act.because.endswith("you last talked today")


def test_a_drafted_ask_is_still_to_be_made() -> None:
    network = worked_network()
    drafted = with_changed(network, Ask(supporter=IDS["Ben"], kind="accountability", goal=RUN.id))
    assert (titles(drafted), states(drafted)) == (titles(network), ["open"] * 3)


def test_a_promise_kept_today_is_shown_as_done() -> None:
    promise = Offer(id="500", supporter=IDS["Cleo"], text="the printer", date=ago(20), due=ago(9))
    network = worked_network(promise)
    kept = with_changed(network, promise.changed_to(state="kept", done_on=TODAY))
    assert titles(kept) == titles(network)
    assert states(kept) == ["open", "open", "done"]


def test_tomorrow_the_same_deeds_leave_other_acts() -> None:
    network = with_changed(worked_network(), Exchange(supporters=(IDS["Dev"],), date=TODAY))
    tomorrow = TODAY + timedelta(days=1)
    assert "Get in touch with Dev" not in [one.act.title for one in acts(network, today=tomorrow)]
    assert {one.state for one in acts(network, today=tomorrow)} == {"open"}


def test_what_was_put_off_counts_until_it_is_taken_back() -> None:
    network = worked_network()
    first = acts(network)[0].act
    off = Day().with_mark(first, "put-off")
    assert titles(network, off) == titles(network)
    assert states(network, off) == ["put-off", "open", "open"]
    assert states(network, off.with_mark(first, "done")) == ["done", "open", "open"]
    assert off.with_mark(first, "put-off") == Day()


def test_what_was_ticked_off_stays_in_its_words_even_if_it_would_not_come_up_again() -> None:
    network = worked_network()
    keep = acts(network)[1].act
    day = Day().with_mark(keep, "done")
    eased = with_changed(network, person(network, "Dev").changed_to(cadence=0))
    found = acts(eased, day)
    assert (found[0].act, found[0].state) == (keep, "done")
    assert len(found) == 3


def test_more_shows_more_and_leaves_the_first_as_they_are() -> None:
    network = worked_network()
    more = titles(network, Day().with_more())
    assert more[:3] == titles(network)
    assert "Ask Cleo for company" in more


def test_a_day_is_kept_and_read_back() -> None:
    day = Day().with_mark(acts(worked_network())[0].act, "put-off").with_more()
    assert read_day(json.loads(json.dumps(day.document()))) == day
    assert draft_name(TODAY) == "today-2026-03-16"
    assert not is_past(draft_name(TODAY), TODAY)
    assert is_past(draft_name(ago(1)), TODAY)
    assert not is_past("assess-full", TODAY)


AN_ACT = acts(worked_network())[0].act
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(JSON, st.sampled_from(["lane", "kind", "score", "title", "person", "how", "says"]))
def test_a_day_changed_by_hand_is_read_as_far_as_it_makes_sense(value: object, name: str) -> None:
    whole = Day().with_mark(AN_ACT, "done")
    [entry] = json.loads(json.dumps(whole.document()))["acts"]
    read = read_day({"acts": [value, {**entry, name: value}], "more": value})
    for act, how in read.marked.values():
        assert act.lane in LANES
        assert how in ("done", "put-off")
    assert read_day(value).places >= 3


def test_the_morning_is_the_network_itself_where_nothing_was_done() -> None:
    network = worked_network()
    assert morning_of(network, TODAY) is network


@pytest.mark.parametrize("says", act_templates())
def test_every_template_says_what_and_why_and_fills_its_blanks(says: str) -> None:
    blanks = dict.fromkeys(("name", "kind", "text", "since", "every", "gives"), "Ana")
    parts = act_templates()[says]
    assert set(parts) == ({"title"} if says == "ask" else {"title", "because"})
    for part in parts.values():
        assert "$" not in Template(part).substitute(blanks)


def test_nobody_is_suggested_who_is_to_be_left_in_peace() -> None:
    network = worked_network()
    for one in list(network.supporters.values()):
        network = with_changed(network, one.changed_to(never_suggest=True))
    assert {one.act.lane for one in acts(network, Day().with_more())} <= {"protect", "grow"}


PERSON = st.fixed_dictionaries(
    {
        "circle": st.sampled_from(["inner", "middle", "outer"]),
        "state": st.sampled_from(["active", "active", "active", "paused", "ended", "candidate"]),
        "never_suggest": st.booleans(),
        "cadence": st.none() | st.integers(0, 60),
        "relationship": st.sampled_from([None, "friend", "mentor", "family", "group"]),
        "gives": st.dictionaries(st.sampled_from(["guidance", "accountability"]), st.integers(0, 3)),
    }
)
PEOPLE = st.lists(st.tuples(PERSON, st.lists(st.integers(0, 120), max_size=6), st.booleans()), max_size=7)


@settings(deadline=None)
@given(PEOPLE, st.integers(0, 2))
def test_whatever_the_network_acts_are_few_have_reasons_and_leave_people_in_peace(
    people: list[tuple[dict[str, object], list[int], bool]], asked_for_more: int
) -> None:
    records: list[Record] = [RUN, response(RUN, {"importance": {"guidance": 3, "accountability": 2}})]
    for place, (fields, talks, promised) in enumerate(people):
        id_ = f"{100 + place}"
        records.append(Supporter.model_validate({"id": id_, "name": f"Person {place}", **fields}))
        records += [
            Exchange(supporters=(id_,), date=ago(days), direction="received", size=3) for days in talks
        ]
        if promised:
            records.append(Offer(supporter=id_, text="soup", date=ago(30), due=ago(1)))
    network = numbered(*records)
    day = Day(more=3 * asked_for_more)
    found = acts(network, day)
    named = [one.act.person for one in found if one.act.person]
    assert len(named) == len(set(named))
    assert len(found) <= day.places
    for one in found:
        assert one.act.because
        assert "$" not in one.act.title + one.act.because
        if one.act.lane in ("ask", "keep", "give") and one.act.person:
            supporter = network.supporters[one.act.person]
            assert supporter.state == "active" or (one.act.of and supporter.state == "candidate")
            assert not supporter.never_suggest
    if not asked_for_more:
        assert acts(network, day.with_more())[: len(found)] == found
