"""Names as they are typed where people are asked for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import questionnaire
from tui.domain.questionnaire.naming import KnownNames

KNOWN = KnownNames(["Mára Lindqvist", "Tamara", "Mark", "Lopez, Ana", "Marek Bo", "Mary"])


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Ben", ("Ben",)),
        ("Ben, Ana", ("Ben", "Ana")),
        (" Ben ;Ana Maria,, ", ("Ben", "Ana Maria")),
        ("lopez,  ana", ("lopez, ana",)),  # somebody is called so
        (" , ", ()),
        ("", ()),
    ],
)
def test_commas_stand_between_names(typed: str, names: tuple[str, ...]) -> None:
    assert KNOWN.each(typed) == names


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("mara", ("Mára Lindqvist",)),
        ("lind", ("Mára Lindqvist",)),
        ("Ben, lind", ("Mára Lindqvist",)),
        ("mar", ("Mára Lindqvist", "Marek Bo", "Mark")),
        ("bo", ("Marek Bo",)),
        ("tamara", ()),  # known already
        ("Ben, Tamara", ()),
        ("", ()),
        ("Ben, ", ()),
    ],
)
def test_a_beginning_offers_whom_it_may_mean(typed: str, names: tuple[str, ...]) -> None:
    assert KNOWN.begun(typed) == names


def test_by_an_alias_somebody_is_known_and_offered_by_name() -> None:
    known = KnownNames(["Mara Lindqvist"], ["Mara", "Mo"])
    assert known.begun("Mar") == ("Mara Lindqvist",)
    assert known.knows("mara")
    assert known.knows("MO")
    assert known.begun("mo") == ()


def test_only_the_last_name_is_completed() -> None:
    assert KNOWN.completed("Ben, mara") == "Ben, Mára Lindqvist"
    assert KNOWN.completed("Ben") == ""


@given(st.lists(st.text(st.characters(exclude_characters=",;", categories=["L"]), min_size=1), max_size=6))
def test_names_without_commas_come_back_as_they_were_typed(names: list[str]) -> None:
    assert KnownNames([]).each(", ".join(names)) == KnownNames([]).each("; ".join(names))
    assert len(KnownNames([]).each(", ".join(names))) == len(names)


@given(st.text(), st.lists(st.text(), max_size=5))
def test_whatever_is_typed_what_is_offered_is_known(typed: str, names: list[str]) -> None:
    known = KnownNames(names)
    assert all(known.knows(name) for name in known.begun(typed))


@pytest.mark.parametrize(("question", "most"), [("people", "At most four"), ("like_minded", "At most three")])
def test_how_many_there_is_room_for_is_said_beforehand(question: str, most: str) -> None:
    item = questionnaire().item(question)
    assert item.help.startswith(most)
    assert item.max_choices == {"At most four": 4, "At most three": 3}[most]
