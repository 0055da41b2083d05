"""The page Feedback, as a person sees it."""

from datetime import date
from pathlib import Path

import pytest

from tui.domain.records.feedback import Feedback
from tui.store import Store

from .terminal import dashboard

SIZES = [(60, 20), (80, 24), (160, 50)]


@pytest.mark.parametrize("size", SIZES)
async def test_every_note_is_in_the_list_newest_first(
    path: Path, notes: list[Feedback], size: tuple[int, int]
) -> None:
    async with dashboard(path, size) as shown:
        words = ("shorter stride", "you skip rest days", "keep the Sunday", "heart-rate zones")
        await shown.sees(*words)
        rows = [next(place for place, line in enumerate(shown.lines) if one in line) for one in words]
        assert rows == sorted(rows)
        if size[0] > 60:
            days = ("Mon 16 Mar", "Sun 15 Mar", "Mon 2 Mar", "Fri 21 Nov 2025")
            assert all(day in shown.lines[row] for day, row in zip(days, rows, strict=True))
        await shown.sees("to sort 2 · accepted 1 · declined 1", "stings", "Coach Lena", "? Keys")


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_is_wider_than_the_screen_or_cut_without_a_sign(
    path: Path, other: Store, notes: list[Feedback], size: tuple[int, int]
) -> None:
    long = Feedback(text="slower " * 40, supporter=notes[0].supporter, date=notes[0].date)
    other.save(long, label="added feedback")
    async with dashboard(path, size) as shown:
        await shown.sees("shorter stride")
        assert all(len(line) <= size[0] for line in shown.lines)
        await shown.sees("slower…")


async def test_the_detail_shows_the_whole_note_under_the_cursor(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path, (160, 50)) as shown:
        await shown.sees("long steps uphill, heel first", "out of breath before the top", "10 km in June")
        await shown.press("j")
        await shown.sees_no("long steps uphill, heel first")
        await shown.press("k")
        await shown.sees("long steps uphill, heel first")


async def test_an_empty_page_names_the_next_key(path: Path, other: Store) -> None:
    async with dashboard(path) as shown:
        await shown.sees("No feedback yet", "n  write it down")


async def test_a_new_note_is_written_with_keys_alone(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.sees("New feedback")
        await shown.type("slow down")
        await shown.press("tab")
        await shown.type("ben")
        await shown.press("enter")
        await shown.press("backspace", *(["backspace"] * 11))
        await shown.type("yesterday")
        await shown.sees("Tue 17 Mar")
        await shown.press("ctrl+o")
        await shown.sees_no("New feedback")
        await shown.sees("slow down", "to sort 3")
        (note,) = [one for one in shown.network.feedback.values() if one.text == "slow down"]
        assert note.date == date(2026, 3, 17)
        assert note.supporter == notes[2].supporter
        assert note.revision == 1


async def test_a_new_note_is_the_one_under_the_cursor(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("G", "n")
        await shown.sees("New feedback")
        await shown.type("slow down")
        await shown.press("ctrl+o")
        await shown.until(lambda: shown.cursor.startswith("▌Wed 18 Mar"))


async def test_an_edit_changes_only_what_was_typed(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("j", "e")
        await shown.sees("They said")
        await shown.type(" again")
        await shown.press("ctrl+o")
        await shown.sees("you skip rest days again")
        edited = shown.network.feedback[notes[1].id]
        assert edited.content() == {**notes[1].content(), "text": "you skip rest days again"}
        assert edited.revision == 2


async def test_a_deleted_note_comes_back_with_u_and_goes_again_with_ctrl_r(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("d")
        await shown.sees("Deleted. u takes it back.", "to sort 1")
        await shown.sees_no("shorter stride uphill")
        await shown.press("u")
        await shown.sees("Took back: deleted feedback", "shorter stride uphill", "to sort 2")
        await shown.press("ctrl+r")
        await shown.sees("Did again: deleted feedback", "to sort 1")


async def test_the_filter_takes_words_and_terms_and_esc_clears_it_then_leaves(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("slash")
        await shown.type("REST")
        await shown.sees("1 of 4", "you skip rest days")
        await shown.sees_no("shorter stride")
        await shown.press("escape")
        await shown.sees("shorter stride")
        await shown.type("state:acc from:ben")
        await shown.sees("1 of 4", "keep the Sunday")
        await shown.press("enter", "j", "escape")
        await shown.sees("shorter stride")
        await shown.sees_no(" of 4")


async def test_a_filter_nothing_fits_says_so(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("slash")
        await shown.type("zebra")
        await shown.sees("Nothing fits this filter", "0 of 4")


async def test_what_another_process_writes_appears_and_the_cursor_stays(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await shown.press("j")
        await shown.until(lambda: shown.cursor.startswith("▌Sun 15 Mar"))
        other.save(Feedback(text="from elsewhere", date=date(2026, 3, 18)), label="added feedback")
        await shown.sees("from elsewhere", "to sort 3")
        assert shown.cursor.startswith("▌Sun 15 Mar")


async def test_what_another_process_writes_leaves_filter_and_half_typed_form_alone(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await shown.filter("e")
        await shown.press("n")
        await shown.sees("New feedback")
        await shown.type("half ty")
        other.save(Feedback(text="from elsewhere", date=date(2026, 3, 18)), label="added feedback")
        await shown.until(lambda: len(shown.network.feedback) == 5)
        await shown.type("ped")
        await shown.sees("half typed")
        await shown.press("escape")
        await shown.sees("5 of 5", "from elsewhere")


async def test_a_note_whose_people_are_gone_shows_someone(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    with other.transaction("deleted supporter") as transaction:
        transaction.delete(other.network.supporters[notes[0].supporter or ""])
    async with dashboard(path) as shown:
        await shown.sees("someone")


async def test_y_copies_what_was_said(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("y")
        await shown.sees("Copied.")
        assert shown.app.clipboard == "shorter stride uphill"
