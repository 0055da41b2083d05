"""Two editors of one record: joined field by field, or a conflict that shows both sides."""

import pytest

from tui.store import Conflict, Refused

from .conftest import OpenStore
from .samples import add


def test_different_fields_are_joined(open_store: OpenStore) -> None:
    here, there = open_store("dashboard"), open_store()
    [opened] = add(here, "one")
    there.refresh()
    there.save(opened.changed_to(stings=True), label="edited")
    [saved] = here.save(opened.changed_to(effect="out of breath"), label="edited")
    assert (saved.stings, saved.effect, saved.revision) == (True, "out of breath", 3)  # type: ignore[attr-defined]


def test_the_same_field_is_a_conflict_and_nothing_is_written(open_store: OpenStore) -> None:
    here, there = open_store("dashboard"), open_store()
    [opened] = add(here, "one")
    there.refresh()
    there.save(opened.changed_to(text="theirs", stings=True), label="edited")
    mine = opened.changed_to(text="mine", effect="mine too")
    with pytest.raises(Conflict) as caught, here.transaction("edited") as transaction:
        transaction.put(mine, base=opened)
    conflict: Conflict[object] = caught.value  # type: ignore[type-var]
    assert conflict.fields == ("text",)
    assert here.network.feedback[opened.id].text == "theirs"


@pytest.mark.parametrize(("mine", "text"), [(True, "mine"), (False, "theirs")])
def test_a_settled_conflict_keeps_everything_else_of_both_sides(
    open_store: OpenStore, mine: bool, text: str
) -> None:
    here, there = open_store("dashboard"), open_store()
    [opened] = add(here, "one")
    there.refresh()
    there.save(opened.changed_to(text="theirs", stings=True), label="edited")
    try:
        here.save(opened.changed_to(text="mine", effect="mine too"), label="edited")
    except Conflict as conflict:
        with here.transaction("edited") as transaction:
            transaction.put(conflict.settled(mine=mine), base=conflict.theirs)
    saved = here.network.feedback[opened.id]
    assert (saved.text, saved.stings, saved.effect) == (text, True, "mine too")


def test_the_value_that_lost_stays_in_the_history(open_store: OpenStore) -> None:
    here, there = open_store("dashboard"), open_store()
    [opened] = add(here, "one")
    there.refresh()
    there.save(opened.changed_to(text="theirs"), label="edited")
    try:
        here.save(opened.changed_to(text="mine"), label="edited")
    except Conflict as conflict:
        with here.transaction("edited") as transaction:
            transaction.put(conflict.settled(mine=True), base=conflict.theirs)
    kept = [change.after["text"] for entry in here.history() for change in entry.changes if change.after]
    assert kept == ["one", "theirs", "mine"]


def test_the_same_change_on_both_sides_is_no_conflict(open_store: OpenStore) -> None:
    here, there = open_store("dashboard"), open_store()
    [opened] = add(here, "one")
    there.refresh()
    there.save(opened.changed_to(text="two"), label="edited")
    [saved] = here.save(opened.changed_to(text="two"), label="edited")
    assert saved.revision == 2


def test_a_record_deleted_meanwhile_is_not_silently_made_again(open_store: OpenStore) -> None:
    here, there = open_store("dashboard"), open_store()
    [opened] = add(here, "one")
    there.refresh()
    with there.transaction("deleted feedback") as transaction:
        transaction.delete(opened)
    with pytest.raises(Refused, match="deleted elsewhere"):
        here.save(opened.changed_to(text="two"), label="edited")
    there.undo()
    [saved] = here.save(opened.changed_to(text="two"), label="edited")
    assert saved.id == opened.id
