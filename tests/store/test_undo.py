"""Everything can be taken back and brought back, unless something else came after it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.store import Refused, Store

from .conftest import OpenStore
from .samples import add, goals, texts


def test_an_addition_is_taken_back_and_brought_back(store: Store) -> None:
    add(store, "one")
    assert store.undo().label == "added feedback"
    assert texts(store) == []
    assert store.redo().label == "added feedback"
    assert texts(store) == ["one"]


def test_a_deletion_is_taken_back(store: Store) -> None:
    [saved] = add(store, "one")
    with store.transaction("deleted feedback") as transaction:
        transaction.delete(saved)
    store.undo()
    assert texts(store) == ["one"]


def test_undo_raises_the_revision(store: Store) -> None:
    [saved] = add(store, "one")
    store.save(saved.changed_to(text="two"), label="edited feedback")
    store.undo()
    assert store.network.feedback[saved.id].text == "one"
    assert store.network.feedback[saved.id].revision == 3


def test_undo_goes_back_step_by_step_across_restarts(store: Store, open_store: OpenStore) -> None:
    add(store, "one", "two", "three")
    store.close()
    again = open_store()
    again.undo()
    again.close()
    last = open_store()
    last.undo()
    assert texts(last) == ["one"]
    last.redo()
    last.redo()
    assert texts(last) == ["one", "two", "three"]


def test_a_dashboard_takes_back_only_what_dashboards_did(open_store: OpenStore) -> None:
    dashboard, command = open_store("dashboard"), open_store()
    add(dashboard, "mine")
    add(command, "theirs")
    assert dashboard.undo().label == "added feedback"
    assert texts(dashboard) == ["theirs"]
    with pytest.raises(Refused, match="nothing to undo"):
        dashboard.undo()


def test_a_command_takes_back_the_newest_of_any_origin(open_store: OpenStore) -> None:
    dashboard, command = open_store("dashboard"), open_store()
    add(command, "first")
    add(dashboard, "second")
    command.undo()
    assert texts(command) == ["first"]


def test_what_was_changed_since_is_named(open_store: OpenStore) -> None:
    dashboard, command = open_store("dashboard"), open_store()
    [saved] = add(dashboard, "one")
    command.refresh()
    command.save(saved.changed_to(text="two"), label="edited elsewhere")
    with pytest.raises(Refused, match="edited elsewhere"):
        dashboard.undo()
    assert texts(dashboard) == ["two"]


def test_any_transaction_can_be_taken_back_by_its_number(store: Store) -> None:
    add(store, "one", "two")
    store.undo(1)
    assert texts(store) == ["two"]
    with pytest.raises(Refused, match="taken back already"):
        store.undo(1)
    with pytest.raises(Refused, match="no transaction 99"):
        store.undo(99)


def test_taking_back_an_undo_brings_the_change_back(store: Store) -> None:
    add(store, "one")
    store.undo()
    store.undo(2)
    assert texts(store) == ["one"]


def test_redo_ends_with_the_next_own_change(store: Store) -> None:
    add(store, "one")
    store.undo()
    add(store, "two")
    with pytest.raises(Refused, match="nothing to redo"):
        store.redo()


def test_redo_survives_a_change_of_somebody_else(open_store: OpenStore) -> None:
    dashboard, command = open_store("dashboard"), open_store()
    add(dashboard, "one")
    dashboard.undo()
    add(command, "theirs")
    dashboard.redo()
    assert texts(dashboard) == ["one", "theirs"]


def test_the_history_says_what_is_undone(store: Store) -> None:
    add(store, "one", "two")
    store.undo()
    assert [(entry.seq, entry.undone, entry.undoes) for entry in store.history()] == [
        (1, False, None),
        (2, True, None),
        (3, False, 2),
    ]


def test_folding_in_between_changes_nothing(store: Store) -> None:
    add(store, "one", "two")
    store.fold()
    store.undo()
    store.fold()
    store.redo()
    store.fold()
    store.undo()
    store.undo()
    assert texts(store) == []


Step = st.sampled_from(["add", "edit", "delete", "undo", "redo", "fold", "reopen", "foreign"])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(Step, max_size=25))
def test_undoing_everything_leads_back_to_the_beginning(
    steps: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("store") / "network.json"
    store, foreign = Store(path, origin="dashboard"), Store(path)
    for number, step in enumerate(steps):
        newest = next(iter(store.network.goals.values()), None)
        try:
            if step == "add":
                goals(store, f"goal {number}")
            elif step == "edit" and newest is not None:
                store.save(newest.changed_to(title=f"edited {number}"), label="edited")
            elif step == "delete" and newest is not None:
                with store.transaction("deleted") as transaction:
                    transaction.delete(newest)
            elif step == "undo":
                store.undo()
            elif step == "redo":
                store.redo()
            elif step == "fold":
                store.fold()
            elif step == "reopen":
                store.close()
                store = Store(path, origin="dashboard")
            elif step == "foreign":
                add(foreign, f"note {number}")
        except Refused:
            pass
    store.refresh()
    foreign.refresh()
    assert _titles(store) == _titles(foreign) == _titles(Store(path))
    while True:
        try:
            store.undo()
        except Refused:
            break
    with pytest.raises(Refused, match="nothing to undo"):
        store.undo()
    assert not store.network.goals
    assert len(store.network.feedback) == steps.count("foreign")
    store.close()
    foreign.close()


def _titles(store: Store) -> dict[str, str]:
    return {id_: goal.title for id_, goal in sorted(store.network.goals.items())}
