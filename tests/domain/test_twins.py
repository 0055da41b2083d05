"""Who may be there twice is open until the person says that they are two people."""

from hypothesis import given
from hypothesis import strategies as st

from tui.domain.bringing.importing import planned
from tui.domain.bringing.preview import Preview
from tui.domain.bringing.taking import taken
from tui.domain.people.merging import merged
from tui.domain.people.twins import are_two, told_apart, twins, twins_of
from tui.domain.records.contact import Contact
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

ANA = Supporter(id="1", name="Ana Ribeiro", emails=("ana@example.pt",))
ANNA = Supporter(id="2", name="Ana R", emails=("ANA@example.pt",))
MARA = Supporter(id="3", name="Mara Lindqvist")
MARAH = Supporter(id="4", name="Mara Lindquist")


def network_of(*people: Supporter) -> Network:
    return Network().with_changes(1, {"supporter": {one.id: one for one in people}})


def pairs(network: Network) -> list[tuple[str, str]]:
    return [(one.one.id, one.other.id) for one in twins(network)]


def test_every_pair_is_found_with_its_reason_and_who_was_here_first_comes_first() -> None:
    found = twins(network_of(MARAH, ANNA, ANA, MARA))
    assert [(one.one.id, one.other.id, one.sure) for one in found] == [("1", "2", True), ("3", "4", False)]
    assert all(one.why for one in found)


def test_whoever_is_asked_about_comes_first() -> None:
    [found] = twins_of(ANNA, network_of(ANA, ANNA, MARA))
    assert (found.one, found.other) == (ANNA, ANA)


def test_two_who_were_told_apart_are_no_twins_whoever_of_them_remembers_it() -> None:
    assert pairs(network_of(told_apart(ANA, ANNA), ANNA, MARA, MARAH)) == [("3", "4")]
    assert pairs(network_of(ANA, told_apart(ANNA, ANA), MARA, MARAH)) == [("3", "4")]
    apart = told_apart(ANA, ANNA)
    assert told_apart(apart, ANNA) is apart
    assert told_apart(ANNA, apart) is ANNA


def test_whoever_two_were_not_their_one_is_not_either() -> None:
    one = merged(told_apart(ANA, MARA), told_apart(told_apart(ANNA, ANA), MARAH), {})
    assert one.not_same == (MARA.id, MARAH.id)


def test_whom_an_import_takes_in_as_somebody_else_is_not_asked_about_again() -> None:
    contacts = (
        Contact("card 1", "Mara Lindquist"),
        Contact("card 2", "Cleo Okafor", phones=("0171 1234567",)),
        Contact("card 3", "Cleo Okafer", phones=("0171 7654321",)),
    )
    network = network_of(MARA)
    preview = Preview(contacts, network, planned(contacts, network))
    for number in (0, 2):
        preview.answer(preview.rows[number], same=False)
    preview.place(list(preview.rows.values()), "outer")
    wanted = preview.decided()
    for rows in (wanted.rows, planned(contacts, network, wanted.answers)):
        records = taken(rows, wanted.placed, network, map(str, range(5, 9)).__next__)
        came = [one for one in records if isinstance(one, Supporter)]
        assert [one.not_same for one in came] == [("3",), (), ("6",)]
        assert pairs(network_of(MARA, *came)) == []


@given(st.permutations([ANA, ANNA, MARA, MARAH]), st.data())
def test_telling_all_twins_apart_leaves_none(people: list[Supporter], data: st.DataObject) -> None:
    network = network_of(*people)
    while found := twins(network):
        pair = data.draw(st.sampled_from(found))
        one, other = data.draw(st.permutations([pair.one, pair.other]))
        network = network.with_changes(1, {"supporter": {one.id: told_apart(one, other)}})
        assert are_two(network.supporters[one.id], network.supporters[other.id])
        assert len(twins(network)) == len(found) - 1
