"""Who knows whom: said of one, it holds for both."""

from hypothesis import given
from hypothesis import strategies as st

from tui.domain.people.acquaintance import acquaintances, acquainted
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

IDS = ("1", "2", "3", "4")
links = st.fixed_dictionaries({id_: st.lists(st.sampled_from((*IDS, "99")), unique=True) for id_ in IDS})


def network_of(knows: dict[str, list[str]]) -> Network:
    people = [Supporter(id=id_, name=f"Person {id_}", knows=tuple(others)) for id_, others in knows.items()]
    return Network().with_changes(1, {"supporter": {one.id: one for one in people}})


def test_a_cycle_is_three_who_know_each_other() -> None:
    network = network_of({"1": ["2"], "2": ["3"], "3": ["1"]})
    assert acquaintances(network) == {"1": {"2", "3"}, "2": {"1", "3"}, "3": {"1", "2"}}


def test_whoever_is_gone_and_oneself_are_nobody_one_knows() -> None:
    assert acquaintances(network_of({"1": ["1", "99"]})) == {}


@given(links)
def test_it_always_holds_both_ways(knows: dict[str, list[str]]) -> None:
    found = acquaintances(network_of(knows))
    assert all(one in found[other] for one, others in found.items() for other in others)


@given(links, st.lists(st.sampled_from(IDS), unique=True))
def test_after_a_change_one_knows_just_those_that_were_said(
    knows: dict[str, list[str]], said: list[str]
) -> None:
    network = network_of(knows)
    changed = acquainted(network.supporters["1"], said, network)
    after = network.with_changes(2, {"supporter": {one.id: one for one in changed}})
    assert acquaintances(after).get("1", frozenset()) == set(said) - {"1"}
    assert ("99" in knows["1"]) == ("99" in after.supporters["1"].knows)
    for id_ in IDS[1:]:
        assert set(after.supporters[id_].knows) - {"1"} == set(network.supporters[id_].knows) - {"1"}
