"""Who may be the same person is found, with a reason, and others are left alone."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.people.duplicates import Finder, Known, duplicates
from tui.domain.people.first_names import SAME, SHORT
from tui.domain.people.phones import phone_key, same_phone
from tui.domain.people.spellings import handles, plain_name, resemblance

from .people import KINDS, with_duplicates, with_first_names


def known(key: str, name: str, **fields: tuple[str, ...] | str) -> Known:
    """Somebody with a name."""
    return Known(key, (name,), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", [1, 2])
def test_of_two_hundred_planted_in_two_thousand_nearly_all_are_found_and_hardly_any_wrongly(
    seed: int,
) -> None:
    people, planted = with_duplicates(Random(seed), 1_770, 20)
    assert len(people) == 2_000
    found = {frozenset(same[:2]): same.why for same in duplicates(people)}
    missed = Counter(kind for pair, kind in planted.items() if pair not in found)
    wrong = [sorted(pair) for pair in found if pair not in planted]
    assert missed.total() <= len(planted) * 0.05, missed
    assert len(wrong) < len(found) * 0.02, wrong
    assert all(found.values())
    assert set(planted.values()) == set(KINDS)


def test_a_first_name_alone_is_asked_about_where_it_fits_hardly_anybody_else() -> None:
    people, planted = with_first_names(Random(1), 1_900)
    found = {frozenset(same[:2]): same for same in duplicates(people)}
    missed = [sorted(pair) for pair in planted if pair not in found]
    wrong = [sorted(pair) for pair in found if pair not in planted]
    assert not missed
    assert len(wrong) < len(found) * 0.02, wrong
    assert not any(found[pair].sure for pair in planted)


def test_a_name_that_a_crowd_has_says_nothing_and_the_same_e_mail_still_does() -> None:
    crowd = [known(f"{n}", "Ana Weber", emails=(f"a{n}@b.example",)) for n in range(60)]
    assert Finder(crowd).like(known("x", "Ana Weber")) == []
    [same] = Finder(crowd).like(known("x", "Ana Weber", emails=("a7@b.example",)))
    assert (same.other, same.sure) == ("7", True)


def test_a_text_of_many_words_is_only_the_same_as_itself() -> None:
    long = " ".join(f"word{n}" for n in range(40))
    assert [same.why for same in Finder([known("b", long)]).like(known("a", long.upper()))] == [
        "the same name"
    ]
    assert Finder([known("b", long)]).like(known("a", f"{long} more")) == []


@pytest.mark.parametrize(
    ("alone", "why"), [("Ana", SAME), ("ANA", SAME), ("Karo", SHORT), ("Bob", SHORT), ("Ribeiro", "")]
)
@pytest.mark.parametrize("other_way", [False, True])
def test_a_first_name_typed_by_hand_may_be_somebody_of_the_address_book(
    alone: str, why: str, other_way: bool
) -> None:
    typed = known("t", alone)
    wholes = [known("1", "Ana Lopez"), known("2", "Karoline Fischer"), known("3", "Robert Smith")]
    if other_way:
        found = [same for one in wholes for same in Finder([typed], wholes).like(one)]
    else:
        found = Finder(wholes).like(typed)
    assert [(same.why, same.sure) for same in found] == ([(why, False)] if why else [])


def test_somebody_who_goes_by_two_first_names_is_found_by_either() -> None:
    [same] = Finder([known("1", "Karoline Fischer")]).like(Known("t", ("Karo", "Mum")))
    assert same.other == "1"


@pytest.mark.parametrize(
    ("typed", "wholes"),
    [
        (known("t", "Ana"), [known(f"{n}", f"Ana {n}{n} Weber") for n in range(4)]),
        (known("t", "Ana", phones=("0170 1234567",)), [known("1", "Ana Lopez", phones=("0170 7654321",))]),
        (known("t", "Ana", birthday="--04-12"), [known("1", "Ana Lopez", birthday="--04-13")]),
        (known("t", "Ka"), [known("1", "Karoline Fischer")]),
        (Known("t", ("Ana Ruiz", "Ana")), [known("1", "Ana Lopez")]),
        (known("t", "Ana"), [known("1", "Mariana Lopez"), known("2", "Ben Ana")]),
    ],
)
def test_a_first_name_that_says_too_little_is_left_alone(typed: Known, wholes: list[Known]) -> None:
    assert Finder(wholes).like(typed) == []
    assert [same for one in wholes for same in Finder([typed], wholes).like(one)] == []


def test_a_whole_first_name_counts_before_those_it_only_begins() -> None:
    wholes = [
        known(f"{n}", name) for n, name in enumerate(["Mar Lopez", "Maria Weber", "Mark Roth", "Mara Pohl"])
    ]
    assert [same.other for same in Finder(wholes).like(known("t", "Mar"))] == ["0"]


def test_saying_more_of_somebody_does_not_crowd_them_out() -> None:
    finder = Finder([known("b", "Ana Lopez")])
    for number in range(60):
        finder.add(Known("b", ("Ana Lopez",), phones=(f"0170 {number:07}",)))
    assert [same.other for same in finder.like(known("a", "Ana Lopez"))] == ["b"]


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (known("a", "Zoë Müller"), known("b", "ZOE MUELLER"), "the same name"),
        (known("a", "Ana Ribeiro"), known("b", "Ribeiro, Ana"), "the same name"),
        (known("a", "Ana Ribeiro"), known("b", "Ribeiro Ana"), "the same name in another order"),
        (
            known("a", "Anne-Marie Kuhn"),
            known("b", "Annemarie Kuhn"),
            "the same name, written together or apart",
        ),
        (known("a", "Ana Ribeiro"), known("b", "Ana Maria Ribeiro"), "the same name, one says more of it"),
        (known("a", "Bob Smith"), known("b", "Robert Smith"), "a short form of the same name"),
        (known("a", "Mara Lindqvist"), known("b", "Mara Lindquist"), "nearly the same name"),
        (
            known("a", "Mum", phones=("+49 170 1234567",)),
            known("b", "Mum Weber", phones=("0170 1234567",)),
            "the same phone +49 170 1234567, and a name in common",
        ),
        (
            known("a", "Spatz", emails=("a@b.example",)),
            known("b", "Ana Ribeiro", emails=("A@B.example",)),
            "the same e-mail a@b.example, under another name",
        ),
    ],
)
def test_each_comes_with_its_reason(one: Known, other: Known, why: str) -> None:
    [same] = Finder([other]).like(one)
    assert same.why == why


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (known("a", "Jan Weber"), known("b", "Ida Weber")),
        (
            known("a", "Ana Weber", phones=("030 1234567",)),
            known("b", "Peter Weber", phones=("030 1234567",)),
        ),
        (
            known("a", "Ana Weber", emails=("w@b.example",)),
            known("b", "Peter Weber", emails=("w@b.example",)),
        ),
        (known("a", "Ana Weber", birthday="1980-01-01"), known("b", "Ana Weber", birthday="1950-06-01")),
        (known("a", "A. Weber"), known("b", "Ana Weber")),
        (known("a", "Ana Maria Weber"), known("b", "Ana Sofia Weber")),
        (known("a", "Taxi", phones=("22333",)), known("b", "Pizza", phones=("22333",))),
    ],
)
def test_people_who_only_share_something_are_left_alone(one: Known, other: Known) -> None:
    assert Finder([other]).like(one) == []


def test_two_names_that_others_have_too_are_no_slip_of_the_pen() -> None:
    others = [
        known(f"{n}", name) for n, name in enumerate(["Jana Roth", "Jana Pohl", "Janu Beck", "Janu Lenz"])
    ]
    assert Finder([*others, known("b", "Janu Weber")]).like(known("a", "Jana Weber")) == []
    assert Finder([known("b", "Janu Weber")]).like(known("a", "Jana Weber")) != []


names = st.text("abcdeäößé -.,", min_size=1, max_size=20)


@given(names, names)
def test_resembling_goes_both_ways_and_can_always_be_looked_up(one: str, other: str) -> None:
    first, second = plain_name(one), plain_name(other)
    assert resemblance(first, second) == resemblance(second, first)
    if first and second and resemblance(first, second):
        assert set(handles(first)) & set(handles(second, sought=True))


@given(
    st.from_regex(r"\+?[0-9 ()/-]{1,20}", fullmatch=True),
    st.from_regex(r"\+?[0-9 ()/-]{1,20}", fullmatch=True),
)
def test_the_same_number_has_the_same_key_whichever_way_round(one: str, other: str) -> None:
    assert same_phone(one, other) == same_phone(other, one)
    if same_phone(one, other):
        assert phone_key(one) == phone_key(other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("+49 170 1234567", "0049 (0)170/123 45 67", True),
        ("+49 170 1234567", "0170-1234567", True),
        ("+1 (416) 555-0142", "416.555.0142", True),
        ("1-416-555-0142", "4165550142 ext. 12", True),
        ("+49 170 1234567", "+43 170 1234567", False),
        ("112", "112", True),
        ("+49 170 1234567", "0171-1234567", False),
        ("", "", False),
    ],
)
def test_phones_are_the_same_in_every_spelling(one: str, other: str, same: bool) -> None:
    assert same_phone(one, other) is same
