"""Before an import is accepted: who is shown, who is taken, and what is asked."""

from dataclasses import replace
from time import process_time

import pytest

from tui.domain.bringing.half_way import kept, take_up
from tui.domain.bringing.importing import Row, planned
from tui.domain.bringing.preview import TERMS, Preview
from tui.domain.bringing.taking import Placed
from tui.domain.language.matching import read_match
from tui.domain.records.contact import Contact
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

CONTACTS = (
    Contact(
        "card 1",
        "Zoë Müller",
        tags=("choir",),
        emails=("zoe@example.org",),
        notes="sings",
        birthday="--05-14",
    ),
    Contact("card 2", "Ana Ribeiro", emails=("ana@example.pt",), phones=("+351 912 345 678",)),
    Contact("card 3", "Mara Lindquist", organisation="Museum"),
    Contact("card 4", "Mara Lindquister", tags=("choir",)),
    Contact("card 5", "Ben Otieno", emails=("ben@example.org",)),
)


@pytest.fixture
def preview() -> Preview:
    people = [
        Supporter(id="1", name="Ana Ribeiro", emails=("ana@example.pt",), circle="inner"),
        Supporter(id="2", name="Mara Lindqvist"),
        Supporter(id="3", name="Ben Otieno", emails=("ben@example.org",)),
    ]
    network = Network().with_changes(1, {"supporter": {one.id: one for one in people}})
    return Preview(CONTACTS, network, planned(CONTACTS, network))


def names(preview: Preview, typed: str, order: str = "name") -> list[str]:
    rows = preview.shown(read_match(typed, TERMS), order)  # type: ignore[arg-type]
    return [row.contact.name for row in rows]


def test_who_is_known_already_comes_last_in_every_order(preview: Preview) -> None:
    by_name = ["Ana Ribeiro", "Mara Lindquist", "Mara Lindquister", "Zoë Müller", "Ben Otieno"]
    assert names(preview, "") == by_name
    assert names(preview, "", "fullest")[0] == "Zoë Müller"
    assert names(preview, "", "file")[-1] == "Ben Otieno"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tag:choir", ["Mara Lindquister", "Zoë Müller"]),
        ("muller", ["Zoë Müller"]),
        ("org:museum", ["Mara Lindquist"]),
        ("has:birthday", ["Zoë Müller"]),
        ("state:known", ["Ben Otieno"]),
        ("state:maybe lindquist org:museum", ["Mara Lindquist"]),
        ("taken:yes", ["Ana Ribeiro"]),
        ("circle:inner", []),
    ],
)
def test_the_filter_takes_words_and_terms(preview: Preview, typed: str, found: list[str]) -> None:
    assert names(preview, typed) == found


def test_what_is_new_of_somebody_known_is_taken_from_the_start_and_can_be_left(preview: Preview) -> None:
    assert preview.placed == {1: Placed()}
    preview.leave([preview.rows[1]])
    assert preview.placed == {}
    assert preview.place([preview.rows[1]], "outer") == 1
    assert preview.placed[1].circle == ""


def test_marked_ones_are_placed_together_with_what_they_are(preview: Preview) -> None:
    preview.marked = {0, 4}
    chosen = preview.chosen(None)
    preview.relate(chosen, "friend")
    assert preview.place(chosen, "inner") == 1  # Ben is known, and nothing is new of him
    assert preview.placed[0] == Placed("inner", "friend")
    assert preview.marked == set()


def test_who_may_be_somebody_is_not_taken_before_that_is_said(preview: Preview) -> None:
    mara = preview.rows[2]
    assert preview.place([mara], "inner") == 0
    assert preview.answer(mara, same=True) == 2
    assert preview.rows[2].state == "changed"
    assert preview.placed[2] == Placed()


def test_somebody_else_is_new_and_can_be_placed(preview: Preview) -> None:
    preview.answer(preview.rows[2], same=False)
    assert preview.rows[2].maybe is None
    assert preview.place([preview.rows[2]], "outer") == 1
    assert preview.decided().label == "imported 1 supporter and updated 1 supporter"


def test_two_of_the_file_who_are_the_same_become_one_row() -> None:
    contacts = (
        Contact("card 1", "Cleo Okafor", phones=("0171 1234567",)),
        Contact("card 2", "Cleo Okafer", phones=("0171 7654321",)),
    )
    preview = Preview(contacts, Network(), planned(contacts, Network()))
    maybe = preview.rows[1]
    assert maybe.maybe is not None
    assert preview.answer(maybe, same=True) == 0
    assert list(preview.rows) == [0]
    assert preview.rows[0].contact.phones == ("0171 1234567", "0171 7654321")
    assert preview.rows[0].contact.aliases == ("Cleo Okafer",)


def test_what_was_left_half_way_is_taken_up_by_the_place_in_the_file(preview: Preview) -> None:
    preview.relate([preview.rows[0]], "friend")
    preview.place([preview.rows[0]], "inner")
    preview.answer(preview.rows[2], same=True, fields={"organisation": False})
    preview.leave([preview.rows[1]])
    draft = kept(preview)
    again = Preview(CONTACTS, preview.network, planned(CONTACTS, preview.network))
    assert take_up(again, draft) == 3
    assert again.placed == preview.placed == {0: Placed("inner", "friend"), 2: preview.placed[2]}
    assert again.answers == preview.answers
    assert not again.undo()
    assert take_up(again, ["nonsense"]) == take_up(again, {"card 1": {"circle": "moon"}}) == 0
    assert again.placed == preview.placed


def test_what_was_decided_is_taken_up_at_a_pace_that_does_not_fall_with_the_people() -> None:
    def seconds(people: int) -> float:
        contacts = [Contact(f"card {place}", f"Person {place}", uid=f"{place}") for place in range(people)]
        rows = [Row(place, one, "new", ((one, None),)) for place, one in enumerate(contacts)]
        before, again = (Preview(contacts, Network(), rows) for _ in range(2))
        before.place(rows, "middle")
        draft = kept(before)
        start = process_time()
        assert take_up(again, draft) == people
        return process_time() - start

    assert min(seconds(8_000) for _ in range(3)) < 24 * min(seconds(1_000) for _ in range(3))


def test_a_newer_file_of_the_same_name_gives_nobody_the_circle_of_another(preview: Preview) -> None:
    preview.place([preview.rows[0]], "inner")
    newer = (replace(CONTACTS[4], where="card 1"), *CONTACTS[1:4])
    again = Preview(newer, Network(), planned(newer, Network()))
    assert take_up(again, kept(preview)) == 0
    assert not again.placed


def test_every_decision_can_be_taken_back_and_made_again(preview: Preview) -> None:
    start = dict(preview.placed)
    preview.place([preview.rows[0]], "inner")
    preview.marked = {0, 4}
    preview.place(preview.chosen(None), "outer")
    preview.relate([preview.rows[0]], "friend")
    preview.answer(preview.rows[2], same=True)
    rows, placed = preview.rows, dict(preview.placed)
    while preview.undo():
        pass
    assert (preview.placed, preview.answers, preview.rows[2].state) == (start, {}, "new")
    assert preview.redo()
    assert preview.placed[0].circle == "inner"
    while preview.redo():
        pass
    assert (preview.rows, preview.placed) == (rows, placed)
    preview.undo()
    preview.leave([preview.rows[0]])
    assert not preview.redo()


def test_what_is_kept_as_it_is_here_counts_as_no_update(preview: Preview) -> None:
    preview.choose(preview.rows[1], dict.fromkeys(("emails", "phones", "name"), False))
    assert preview.decided().label == "imported nothing"


def test_the_views_are_those_that_show_anybody(preview: Preview) -> None:
    seen = [preview.next_view("")]
    while seen[-1]:
        seen.append(preview.next_view(seen[-1]))
    assert seen == ["taken:yes", "state:maybe", "state:changed", "state:new", "state:known", ""]
    preview.leave([preview.rows[1]])
    assert preview.next_view("") == preview.next_view("words") == "state:maybe"
