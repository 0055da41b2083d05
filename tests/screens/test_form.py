"""The form dialog and the conflict dialog, seen through the feedback page."""

import stat
from datetime import date
from pathlib import Path

import pytest

from tui.content import vocabulary
from tui.dialogs.fields import Field, FieldError
from tui.dialogs.supporter_forms import exchange_form
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import Exchange
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter
from tui.store import Store

from .terminal import TODAY, Dashboard, dashboard


async def open_new(shown: Dashboard) -> None:
    await shown.press("n")
    await shown.sees("New feedback", "They said")


async def test_enter_goes_on_from_field_to_field_and_saves_from_the_last(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await open_new(shown)
        await shown.type("first line")
        await shown.press("enter")
        await shown.type("second line")
        await shown.press("tab", "enter", "enter", "enter", "3", "enter", "2", "enter")
        await shown.press("enter", "tab", "tab", "tab", "tab", "y", "enter")
        await shown.sees_no("New feedback")
        (added,) = [note for note in shown.network.feedback.values() if note.form == "start"]
        assert added.text == "first line\nsecond line"
        assert (added.about, added.stings, added.date) == ("way", True, TODAY)


async def test_what_cannot_be_used_is_said_under_its_field_and_nothing_is_saved(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await open_new(shown)
        await shown.press("tab")
        await shown.type("zebra")
        await shown.press("tab")
        await shown.type("31 Feb")
        await shown.press("ctrl+o")
        await shown.sees("This one is needed.", 'There is no supporter "zebra".', "That day does not exist.")
        assert len(shown.network.feedback) == 4


async def test_a_day_to_come_is_refused_where_only_the_past_makes_sense(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await open_new(shown)
        await shown.type("x")
        await shown.press("tab", "tab")
        await shown.type("20 Mar 2026")
        await shown.sees("Fri 20 Mar")
        await shown.press("ctrl+o")
        await shown.sees("Fri 20 Mar is still to come.")


async def test_several_pasted_lines_become_one_line_and_none_is_lost(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await open_new(shown)
        await shown.paste("one\r\ntwo\x1b[31m\nthree")
        await shown.press("tab")
        await shown.paste("Coach\nLena\n")
        await shown.sees("Coach Lena", "one", "two[31m", "three")


async def test_a_closed_form_comes_back_with_all_that_was_typed(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await open_new(shown)
        await shown.type("half typed")
        await shown.press("tab")
        await shown.type("Be")
        await shown.press("escape")
        await shown.sees("Kept as a draft")
        await open_new(shown)
        await shown.sees("half typed", "This is what you had typed. f5 starts over.")
        await shown.press("f5")
        await shown.sees_no("half typed")
        await shown.sees("f5 brings back what you had typed.")
        await shown.press("f5")
        await shown.sees("half typed", "This is what you had typed. f5 starts over.")
        await shown.press("f5")
        await shown.sees_no("half typed")
        await shown.press("escape")
    assert not list(path.parent.glob("network.json.d/drafts/*.json"))


async def test_a_draft_is_for_the_person_alone_and_gone_when_the_form_is_saved(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await open_new(shown)
        await shown.type("private")
        await shown.press("escape")
        await shown.sees_no("They said")
        (draft,) = path.parent.glob("network.json.d/drafts/*.json")
        assert stat.S_IMODE(draft.stat().st_mode) == 0o600
        await open_new(shown)
        await shown.sees("private")
        await shown.press("ctrl+o")
        await shown.sees_no("They said")
        await shown.until(lambda: not draft.exists())


async def test_an_unchanged_form_leaves_no_draft(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await open_new(shown)
        await shown.press("escape")
        await shown.sees_no("They said")
        assert not list(path.parent.glob("network.json.d/drafts/*.json"))


async def test_changes_of_different_fields_on_two_sides_are_joined(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await shown.press("e")
        await shown.sees("They said")
        await shown.type("!")
        other.save(notes[0].changed_to(effect="tired legs"), label="edited feedback")
        await shown.press("ctrl+o")
        await shown.sees_no("They said")
        await shown.until(lambda: shown.network.feedback[notes[0].id].effect == "tired legs")
        assert shown.network.feedback[notes[0].id].text == "shorter stride uphill!"


async def edit_half(shown: Dashboard) -> None:
    """Begin to edit the note under the cursor."""
    await shown.press("e")
    await shown.sees("They said")
    await shown.type(" mine")


async def leave_half_edited(shown: Dashboard) -> None:
    """Begin to edit it, and close the form, which keeps a draft."""
    await edit_half(shown)
    await shown.press("escape")
    await shown.sees_no("They said")


async def in_conflict(shown: Dashboard, note: Feedback, other: Store) -> None:
    await edit_half(shown)
    other.save(note.changed_to(text="theirs entirely"), label="edited feedback")
    await shown.press("ctrl+o")
    await shown.sees("Changed elsewhere meanwhile", "shorter stride uphill mine", "theirs entirely")


async def test_a_conflict_is_asked_about_and_enter_keeps_mine(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await in_conflict(shown, notes[0], other)
        await shown.press("enter")
        await shown.until(lambda: shown.network.feedback[notes[0].id].text == "shorter stride uphill mine")
        await shown.sees_no("They said")


async def test_a_conflict_is_asked_about_and_t_keeps_theirs(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await in_conflict(shown, notes[0], other)
        await shown.press("t")
        await shown.sees_no("They said")
        await shown.until(lambda: shown.network.feedback[notes[0].id].text == "theirs entirely")


async def test_esc_goes_back_from_a_conflict_to_the_form_as_it_was(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await in_conflict(shown, notes[0], other)
        await shown.press("escape")
        await shown.sees_no("Changed elsewhere")
        await shown.sees("They said", "shorter stride uphill mine")
        assert shown.network.feedback[notes[0].id].text == "theirs entirely"


async def test_a_draft_taken_up_late_still_meets_the_conflict(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await leave_half_edited(shown)
    other.save(notes[0].changed_to(text="theirs entirely"), label="edited feedback")
    async with dashboard(path) as again:
        await again.press("e")
        await again.sees("shorter stride uphill mine")
        await again.press("ctrl+o")
        await again.sees("Changed elsewhere meanwhile", "theirs entirely")


def test_the_editor_gets_the_note_in_a_private_file_and_gives_it_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tui.widgets.editor import edit_text

    script = tmp_path / "editor"
    script.write_text(f'#!/bin/sh\nstat -c %a "$1" > {tmp_path}/mode\nprintf " and more\\n" >> "$1"\n')
    script.chmod(0o700)
    monkeypatch.setenv("VISUAL", str(script))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    assert edit_text("a note") == "a note and more"
    assert (tmp_path / "mode").read_text().strip() == "600"
    assert not list(tmp_path.glob("allies-*"))


@pytest.mark.parametrize("command", ["/nonexistent/editor", "false", ""])
def test_an_editor_that_fails_changes_nothing_and_says_so(
    monkeypatch: pytest.MonkeyPatch, command: str, tmp_path: Path
) -> None:
    from tui.widgets.editor import EditorFailed, edit_text

    monkeypatch.setenv("VISUAL", command)
    monkeypatch.setenv("EDITOR", "" if command else "false")
    with pytest.raises(EditorFailed, match="editor"):
        edit_text("a note")


@pytest.mark.parametrize(
    ("field", "raw", "value"),
    [
        (Field("f", "F"), "  two   words ", "two words"),
        (Field("f", "F"), "", ""),
        (Field("f", "F", "note"), " a\n\nb ", "a\n\nb"),
        (Field("f", "F", "lines"), "a\n\n b \n", ("a", "b")),
        (Field("f", "F", "lines"), " \n", ()),
        (Field("f", "F", "number", high=30), "30", 30),
        (Field("f", "F", "number"), "", None),
        (Field("f", "F", "date"), "20 Mar", date(2026, 3, 20)),
        (Field("f", "F", "choice"), "", None),
        (Field("f", "F", "flag"), True, True),
        (Field("f", "F", "name", options=(("7", "Mara"), ("8", "Mara Lind"))), "mara", "7"),
        (Field("f", "F", "name", options=(("7", "Barbara"), ("8", "Ara"))), "ar", "8"),
    ],
)
def test_what_stands_in_a_field_is_read(field: Field, raw: str | bool, value: object) -> None:
    assert field.read(raw, TODAY) == value


@pytest.mark.parametrize(
    ("field", "raw", "sentence"),
    [
        (Field("f", "F", required=True), "  ", "This one is needed."),
        (Field("f", "F"), "x" * 501, "This has 501 characters; there is room for 500."),
        (Field("f", "F", "number", high=30), "31", "Write a whole number from 0 to 30."),
        (Field("f", "F", "number"), "³", "Write a whole number"),
        (Field("f", "F", "date"), "soonish", "Write a day"),
        (Field("f", "F", "name", options=(("7", "Mara"), ("8", "Mark"))), "ma", "That could be Mara, Mark."),
    ],
)
def test_what_cannot_be_used_has_its_sentence(field: Field, raw: str, sentence: str) -> None:
    with pytest.raises(FieldError) as raised:
        field.read(raw, TODAY)
    assert str(raised.value).startswith(sentence)


def test_a_value_in_its_field_is_read_back_as_itself() -> None:
    for field, value in (
        (Field("f", "F", "date"), date(2024, 2, 29)),
        (Field("f", "F", "lines"), ("a", "b")),
        (Field("f", "F", "number"), 12),
        (Field("f", "F", "name", options=(("7", "Mara"),)), "7"),
        (Field("f", "F", "flag"), False),
    ):
        assert field.read(field.shown(value), TODAY) == value


async def test_what_was_deleted_elsewhere_while_its_form_was_open_is_brought_back_with_what_was_typed(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await edit_half(shown)
        with other.transaction("deleted feedback") as transaction:
            transaction.delete(notes[0])
        await shown.until(lambda: notes[0].id not in shown.network.feedback)
        await shown.press("ctrl+o")
        await shown.sees("Deleted elsewhere meanwhile", "Bring it back")
        await shown.press("escape")
        await shown.sees("They said", "shorter stride uphill mine")
        await shown.press("ctrl+o")
        await shown.sees("Deleted elsewhere meanwhile")
        await shown.press("enter")
        await shown.sees_no("They said")
        await shown.until(lambda: notes[0].id in shown.network.feedback)
        back = shown.network.feedback[notes[0].id]
        assert (back.text, back.supporter) == ("shorter stride uphill mine", notes[0].supporter)
        await shown.press("u")
        await shown.until(lambda: notes[0].id not in shown.network.feedback)


async def test_a_draft_of_an_older_allies_that_cannot_be_read_any_more_is_saved_over_what_is_there(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await leave_half_edited(shown)
    name = f"feedback-{notes[0].id}"
    kept = other.drafts.load(name) or {}
    other.drafts.save(name, {**kept, "base": {"shape": "of another time"}})
    async with dashboard(path) as again:
        await again.press("e")
        await again.sees("shorter stride uphill mine")
        await again.press("ctrl+o")
        await again.sees_no("They said")
        await again.until(lambda: again.network.feedback[notes[0].id].text == "shorter stride uphill mine")


async def test_a_rule_that_is_against_it_is_told_under_the_field_it_is_about(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    other.save(Goal(title="Finish the thesis"), label="added goal")
    async with dashboard(path) as shown:
        await shown.press("2")
        await shown.sees("10 km in June", "Finish the thesis")
        await shown.press("g", "e")
        await shown.sees("Whose wish")
        await shown.press(*["backspace"] * 20)
        taken = next(g.title for g in shown.network.goals.values() if g.title != "10 km in June")
        await shown.type(taken)
        await shown.press("ctrl+o")
        await shown.sees(f'There is already a goal called "{taken}".')
        line = next(n for n, text in enumerate(shown.lines) if "There is already" in text)
        assert taken in shown.lines[line - 1]
        await shown.press("escape", "7")
        await shown.sees("Coach Lena")
        await shown.press("p")
        await shown.sees("Back on")
        await shown.type("today")
        await shown.press("enter")
        await shown.sees("A parked note comes back on a later day")


async def test_both_sides_of_a_conflict_are_told_in_the_words_of_the_screens(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path, (80, 40)) as shown:
        await shown.press("e")
        await shown.sees("They said")
        await shown.press("tab", "tab")
        await shown.type("yesterday")
        await shown.press("enter", "enter", "4")
        other.save(notes[0].changed_to(form="keep", date=date(2026, 3, 12)), label="edited feedback")
        await shown.press("ctrl+o")
        await shown.sees("Changed elsewhere meanwhile", "It asks to", "next time", "keep", "Tue 17 Mar")
        await shown.sees("Thu 12 Mar", "When")
        assert "next-time" not in shown.text


async def test_what_is_new_and_hidden_by_the_filter_shows_itself(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.filter("lena")
        await shown.sees("1 of 4")
        await open_new(shown)
        await shown.type("quite another thing")
        await shown.press("ctrl+o")
        await shown.sees("quite another thing", "It did not fit the filter")
        await shown.press("3", "slash")
        await shown.type("ben")
        await shown.press("enter")
        await shown.sees("1 of 3")
        await shown.press("n")
        await shown.sees("New supporter")
        await shown.type("Zoe")
        await shown.press("ctrl+o")
        await shown.sees("Zoe", "It did not fit the filter")


def test_whoever_is_gone_stays_in_an_exchange_as_someone() -> None:
    exchange = Exchange(id="1", supporters=("7", "8"), date=TODAY, direction="both")
    mara = Supporter(id="7", name="Mara")
    network = Network().with_changes(1, {"supporter": {"7": mara}})
    who = exchange_form(network, vocabulary(), exchange).fields[0]
    assert who.shown(exchange.supporters) == "Mara, someone"
    assert who.read("Mara, someone", TODAY) == ("7", "8")
    alone = exchange_form(Network(), vocabulary(), exchange).fields[0]
    assert alone.read(alone.shown(exchange.supporters), TODAY) == ("7", "8")
