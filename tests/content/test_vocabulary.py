"""Every id has its words, and no words are left without an id."""

import re
from typing import Any, Literal, get_args, get_origin

import pytest

from tui.content import label, vocabulary, word
from tui.domain.language import words
from tui.domain.language.vocabulary import parse_vocabulary


def snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


IDS: dict[str, tuple[Any, ...]] = {  # the members of a Literal are texts or numbers
    snake_case(name): get_args(value) for name, value in vars(words).items() if get_origin(value) is Literal
}


def test_every_class_of_words_is_there_and_nothing_else() -> None:
    assert set(vocabulary()) == set(IDS)


@pytest.mark.parametrize("name", IDS)
def test_every_id_has_its_words_in_order_and_nothing_else_is_there(name: str) -> None:
    assert list(vocabulary()[name]) == [str(id_) for id_ in IDS[name]]


@pytest.mark.parametrize("name", IDS)
def test_labels_of_a_class_differ_and_plain_lines_are_short_sentences(name: str) -> None:
    entries = vocabulary()[name].values()
    assert len({entry.label for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.plain.endswith(".")
        assert max(len(entry.label), len(entry.plain)) <= 80


def test_a_kind_has_a_mark_of_three_letters_and_words_to_ask_with() -> None:
    kinds = vocabulary()["kind"].values()
    assert len({kind.short for kind in kinds}) == len(kinds)
    assert all(re.fullmatch("[A-Z]{3}", kind.short) and kind.ask for kind in kinds)


def test_a_number_finds_its_word() -> None:
    assert label("importance", 3) == "cannot do without"
    assert word("level", -2).label == "much less than hoped"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ({"circle": "inner"}, '"circle"'),
        ({"circle": {"inner": "close"}}, "circle.inner"),
        ({"circle": {"inner": {"label": "inner"}}}, "circle.inner"),
        ({"circle": {"inner": {"label": "inner", "plain": 3}}}, "circle.inner"),
        ({"circle": {"inner": {"label": "inner", "plain": "Close.", "colour": "red"}}}, "circle.inner"),
    ],
)
def test_a_vocabulary_that_is_none_is_refused_with_its_place(data: dict[str, object], place: str) -> None:
    with pytest.raises(ValueError, match=re.escape(place)):
        parse_vocabulary(data)
