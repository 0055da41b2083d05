"""The directory: last exchanges, filter, ranking, order and groups."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.language.matching import Match, read_match
from tui.domain.people.directory import Directory, directory_of, matching
from tui.domain.people.directory_card import Card
from tui.domain.people.directory_order import GROUPINGS, ORDERS, Grouping, Heading, Order, standing
from tui.domain.people.directory_terms import TERMS
from tui.domain.records.goal import Goal
from tui.domain.records.log import Exchange
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter
from tui.domain.talks.exchanges import exchanges_by_person

TODAY = date(2026, 3, 18)
MADE = datetime(2026, 1, 1, 12, tzinfo=UTC)


def network_of(*records: Record) -> Network:
    """A network of records, in one transaction."""
    network = Network()
    for record in records:
        network = network.with_changes(1, {record.table: {record.id: record}})
    return network


def person(id_: int, name: str, **fields: object) -> Supporter:
    return Supporter.model_validate({"id": str(id_), "name": name, "created": MADE, **fields})


def talk(id_: int, day: date, *people: int) -> Exchange:
    return Exchange(id=str(id_), date=day, supporters=tuple(map(str, people)))


NETWORK = network_of(
    Goal(id="90", title="Finish the thesis"),
    Goal(id="91", title="10 km in June"),
    person(
        1, "Mara Lindqvist", aliases=["Mo"], gives={"guidance": 2, "feedback": 3}, goals=["90"], told=True
    ),
    person(2, "Ana Ribeiro", circle="inner", gives={"encouragement": 3}, tags=["running"], goals=["91"]),
    person(3, "Tamara Oduya", circle="outer", relationship="mentor", knows=["1"]),
    person(4, "Eli", state="paused", organisation="Maravilla Ltd", sensitive=True, notes="secretly tired"),
    person(5, "Zoé", state="ended", circle="inner", their_goals="open a bakery"),
    talk(50, date(2026, 2, 12), 1),
    talk(51, date(2026, 3, 15), 1, 2),
)  # fmt: skip


def names(wanted: str) -> list[str]:
    return [one.name for one in matching(NETWORK, wanted, TODAY)]


def test_the_days_run_from_the_last_exchange_or_from_the_day_they_came() -> None:
    cards = directory_of(NETWORK, TODAY).cards
    assert (cards["1"].last, cards["1"].days) == (date(2026, 3, 15), 3)
    assert (cards["3"].last, cards["3"].days) == (date(2026, 1, 1), 76)


def test_an_exchange_dated_ahead_counts_as_today() -> None:
    network = network_of(person(1, "Ana"), talk(50, TODAY + timedelta(days=5), 1))
    assert directory_of(network, TODAY).cards["1"].days == 0


def test_an_exchange_with_several_is_one_of_each() -> None:
    by_person = exchanges_by_person(NETWORK)
    assert [one.id for one in by_person["1"]] == ["51", "50"]
    assert [one.id for one in by_person["2"]] == ["51"]
    assert "3" not in by_person


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("mara", ["Mara Lindqvist", "Tamara Oduya", "Eli"]),
        ("lind", ["Mara Lindqvist"]),
        ("mo", ["Mara Lindqvist"]),
        ("ZOE", ["Zoé"]),
        ("bakery", ["Zoé"]),
        ("thesis", ["Mara Lindqvist"]),
        ("tired", []),
        ("mara ribeiro", []),
        ("circle:inner", ["Ana Ribeiro", "Zoé"]),
        ("gives:gui", ["Mara Lindqvist"]),
        ("gives:fbk", ["Mara Lindqvist"]),
        ("gives:nothing state:paused", ["Eli"]),
        ("goal:thesis", ["Eli", "Mara Lindqvist", "Tamara Oduya", "Zoé"]),
        ("goal:all", ["Eli", "Tamara Oduya", "Zoé"]),
        ("told:yes", ["Mara Lindqvist"]),
        ("mentor:yes", ["Tamara Oduya"]),
        ("knows:tamara", ["Mara Lindqvist"]),
        ("knows:mara", ["Tamara Oduya"]),
        ("sensitive:yes", ["Eli"]),
        ("due:now", ["Tamara Oduya"]),
        ("tag:run ana", ["Ana Ribeiro"]),
        ("relationship:none circle:inner state:active", ["Ana Ribeiro"]),
    ],
)
def test_the_filter_finds_by_words_and_terms_best_fit_first(wanted: str, found: list[str]) -> None:
    assert names(wanted) == found


def test_circles_stand_from_the_inner_to_the_outer_and_who_left_comes_last() -> None:
    rows = directory_of(NETWORK, TODAY).arranged(Match(), "name", "circle")
    assert [row.of if isinstance(row, Heading) else row.supporter.name for row in rows] == [
        "inner", "Ana Ribeiro", "middle", "Eli", "Mara Lindqvist", "outer", "Tamara Oduya", "ended", "Zoé",
    ]  # fmt: skip


def test_a_filter_of_words_takes_the_headings_away() -> None:
    rows = directory_of(NETWORK, TODAY).arranged(read_match("mara", TERMS), "name", "circle")
    assert not any(isinstance(row, Heading) for row in rows)


def test_a_goal_with_another_title_is_found_by_that() -> None:
    before = directory_of(NETWORK, TODAY)
    before.get_ready("name")
    network = NETWORK.with_changes(2, {"goal": {"90": Goal(id="90", title="Write the book")}})
    after = directory_of(network, TODAY)
    assert [card.supporter.name for card in after.found(read_match("book", TERMS))] == ["Mara Lindqvist"]


words = st.text(alphabet="abmr é", max_size=6)
people = st.lists(
    st.builds(
        lambda name, circle, state: {"name": name, "circle": circle, "state": state},
        st.text(alphabet="abmrÉ ", min_size=1, max_size=8),
        st.sampled_from(["inner", "middle", "outer"]),
        st.sampled_from(["active", "paused", "ended", "candidate"]),
    ),
    max_size=8,
)
talks = st.lists(
    st.tuples(st.integers(0, 500), st.lists(st.integers(1, 8), min_size=1, max_size=3)), max_size=12
)


def made(people: Sequence[dict[str, str]], talks: Sequence[tuple[int, list[int]]]) -> Network:
    supporters = [person(place, **one) for place, one in enumerate(people, 1)]
    log = [talk(100 + place, TODAY - timedelta(days=ago), *who) for place, (ago, who) in enumerate(talks)]
    return network_of(*supporters, *log)


@given(people, words, words)
def test_typing_more_finds_no_more_and_every_card_once(
    people: Sequence[dict[str, str]], typed: str, more: str
) -> None:
    directory = Directory(made(people, ()), TODAY)
    found = directory.found(read_match(typed, TERMS))
    further = directory.found(read_match(typed + more, TERMS))
    assert {card.id for card in further} <= {card.id for card in found}
    assert len({card.id for card in found}) == len(found)


@given(people, talks, st.sampled_from(ORDERS), st.sampled_from(GROUPINGS))
def test_every_order_and_group_shows_everybody_once(
    people: Sequence[dict[str, str]], talks: Sequence[tuple[int, list[int]]], order: Order, grouping: Grouping
) -> None:
    network = made(people, talks)
    rows = Directory(network, TODAY).arranged(Match(), order, grouping)
    cards = [row for row in rows if not isinstance(row, Heading)]
    headings = [row for row in rows if isinstance(row, Heading)]
    assert sorted(card.id for card in cards) == sorted(network.supporters)
    assert sum(heading.count for heading in headings) == (0 if grouping == "none" else len(cards))
    assert len({heading.of for heading in headings}) == len(headings)


def days_of(cards: Sequence[Card]) -> list[int]:
    return [card.days for card in cards]


@given(people, talks)
def test_the_longest_silence_first_is_the_newest_first_turned_round(
    people: Sequence[dict[str, str]], talks: Sequence[tuple[int, list[int]]]
) -> None:
    directory = Directory(made(people, talks), TODAY)
    assert days_of(directory.ordered("longest")) == days_of(directory.ordered("newest"))[::-1]
    assert all(card.days >= 0 for card in directory.cards.values())


@given(people, talks, talks, st.data())
def test_what_is_taken_over_from_the_network_before_is_what_would_be_made_anew(
    people: Sequence[dict[str, str]],
    talks: Sequence[tuple[int, list[int]]],
    later: Sequence[tuple[int, list[int]]],
    data: st.DataObject,
) -> None:
    before = made(people, talks)
    directory_of(before, TODAY)
    gone = {id_: None for id_ in before.supporters if data.draw(st.booleans())}
    log: dict[str, Record | None] = {id_: None for id_ in before.exchanges if data.draw(st.booleans())}
    log |= {
        str(500 + n): talk(500 + n, TODAY - timedelta(days=ago), *who) for n, (ago, who) in enumerate(later)
    }
    after = before.with_changes(2, {"exchange": log, "supporter": gone})
    anew = made(people, ())
    anew = anew.with_changes(2, {"supporter": gone, "exchange": dict(after.exchanges.items())})
    assert directory_of(after, TODAY).cards == Directory(anew, TODAY).cards


def test_a_group_one_has_not_been_to_yet_stands_apart_and_does_not_drift() -> None:
    club = person(60, "Tuesday runners", relationship="group")
    forum = person(61, "Forum", relationship="community")
    directory = Directory(network_of(club, forum, talk(62, date(2026, 1, 2), 61)), TODAY)
    assert [standing(directory.cards[id_]) for id_ in ("60", "61")] == ["unvisited", "drifting"]
    rows = directory.arranged(Match(), "name", "standing")
    assert [row.of for row in rows if isinstance(row, Heading)] == ["drifting", "unvisited"]
