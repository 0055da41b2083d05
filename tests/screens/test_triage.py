"""Verdicts, decisions and what comes of them, as a person gives them on the page Feedback."""

from datetime import date
from pathlib import Path

import pytest

from tui.domain.records.feedback import Feedback
from tui.domain.records.log import Adjustment, Decision
from tui.store import Store

from .terminal import TODAY, Dashboard, dashboard

SIZES = [(60, 20), (80, 24), (160, 50)]


def newest(shown: Dashboard, note: Feedback) -> Feedback:
    return shown.network.feedback[note.id]


@pytest.mark.parametrize("size", SIZES)
async def test_accepting_asks_for_the_next_step_and_the_day_and_enter_takes_what_is_offered(
    path: Path, notes: list[Feedback], size: tuple[int, int]
) -> None:
    async with dashboard(path, size) as shown:
        await shown.press("a")
        await shown.sees("Accept: shorter stride uphill", "same rhythm, shorter steps", "Wed 25 Mar")
        await shown.press("enter", "enter")
        await shown.sees("Accepted.", "to sort 1 · accepted 2")
        accepted = newest(shown, notes[0])
        assert (accepted.verdict, accepted.verdict_on) == ("accept", TODAY)
        assert (accepted.next_step, accepted.next_by) == ("same rhythm, shorter steps", date(2026, 3, 25))


async def test_after_a_verdict_the_cursor_is_on_the_next_note_to_sort(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("p")
        await shown.sees("Park: shorter stride", "Wed 1 Apr")
        await shown.press("enter")
        await shown.sees("Parked", "to sort 1 · parked 1")
        await shown.until(lambda: shown.cursor.startswith("▌Sun 15 Mar"))
        assert newest(shown, notes[0]).parked_until == date(2026, 4, 1)


async def test_what_stings_is_parked_until_tomorrow_with_one_enter(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("j", "p")
        await shown.sees("Thu 19 Mar")
        await shown.press("enter")
        await shown.until(lambda: newest(shown, notes[1]).parked_until == date(2026, 3, 19))


async def test_taking_part_of_it_needs_to_say_which_part(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("t")
        await shown.sees("Take part of it: shorter stride")
        await shown.press("ctrl+o")
        await shown.sees("This one is needed.")
        await shown.type("only on steep hills")
        await shown.press("ctrl+o")
        await shown.sees("Took part of it.")
        assert newest(shown, notes[0]).part == "only on steep hills"


async def test_declining_takes_one_line_and_one_enter(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("x")
        await shown.sees("Why not")
        await shown.type("it hurts my knee")
        await shown.press("enter")
        await shown.sees("Declined.", "declined 2")
        assert newest(shown, notes[0]).reason == "it hurts my knee"


async def test_a_day_that_has_passed_is_refused_with_a_sentence(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("a")
        await shown.sees("Accept:")
        await shown.press("enter", *(["backspace"] * 11))
        await shown.type("1 Mar 2026")
        await shown.press("ctrl+o")
        await shown.sees("has passed")
        assert newest(shown, notes[0]).verdict is None


async def test_a_later_verdict_takes_the_place_of_an_earlier_one(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("x")
        await shown.sees("Why not")
        await shown.type("no")
        await shown.press("enter")
        await shown.sees("Declined.")
        await shown.press("g", "j")
        await shown.until(lambda: shown.cursor.startswith("▌Mon 16 Mar"))
        await shown.press("a")
        await shown.sees("Accept: shorter stride")
        await shown.press("enter", "enter")
        await shown.sees("Accepted.")
        accepted = newest(shown, notes[0])
        assert (accepted.verdict, accepted.reason) == ("accept", "")


async def test_a_note_is_reopened_and_every_verdict_is_taken_back_with_u(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("G", "r")
        await shown.sees("to sort 3 · accepted 1")
        await shown.press("u")
        await shown.sees("Took back: reopened feedback", "to sort 2 · accepted 1 · declined 1")
        await shown.press("ctrl+r")
        await shown.sees("to sort 3 · accepted 1")


async def test_the_third_time_a_note_asks_to_be_declined(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    other.save(notes[0].changed_to(parked_times=2), label="edited feedback")
    async with dashboard(path) as shown:
        await shown.press("p")
        await shown.sees("Parked twice already", "x Decline", "p Park once more")
        await shown.press("escape")
        await shown.sees_no("Parked twice already")
        await shown.press("p")
        await shown.sees("Parked twice already")
        await shown.press("p")
        await shown.sees("Back on")
        await shown.press("escape")
        await shown.sees_no("Back on")
        await shown.press("p")
        await shown.sees("Parked twice already")
        await shown.press("enter")
        await shown.sees("Decline: shorter stride", "Why not")


async def test_a_parked_note_is_back_on_its_day(path: Path, notes: list[Feedback], other: Store) -> None:
    from tui.domain.feedback.verdicts import park

    other.save(park(notes[0], date(2026, 3, 4), date(2026, 3, 18)), label="parked feedback")
    other.save(park(notes[1], date(2026, 3, 17), date(2026, 3, 19)), label="parked feedback")
    async with dashboard(path) as shown:
        await shown.sees("to sort 1 · parked 1", "is back")
        assert shown.cursor.startswith("▌Mon 16 Mar")


async def test_a_verdict_left_half_way_comes_back(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("x")
        await shown.sees("Why not")
        await shown.type("because of")
        await shown.press("escape")
        await shown.sees("Kept as a draft")
    async with dashboard(path) as again:
        await again.press("x")
        await again.sees("because of", "This is what you had typed")
        await again.press("enter")
        await again.sees("Declined.")
        assert newest(again, notes[0]).reason == "because of"
    assert not list(path.parent.glob("network.json.d/drafts/*.json"))


async def test_two_verdicts_at_once_end_as_one_of_them_whole(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    from tui.domain.feedback.verdicts import decline

    async with dashboard(path) as shown:
        await shown.press("a")
        await shown.sees("Accept:")
        other.save(decline(notes[0], "my knee", TODAY), label="declined feedback")
        await shown.press("ctrl+o")
        await shown.sees("Changed elsewhere meanwhile", "accept", "decline")
        await shown.press("enter")
        await shown.until(lambda: newest(shown, notes[0]).verdict == "accept")
        assert newest(shown, notes[0]).reason == ""
    async with dashboard(path) as again:
        note = again.network.feedback[notes[0].id]
        await again.filter("shorter")
        await again.press("x")
        await again.sees("Why not")
        await again.type("no")
        other.refresh()
        other.save(note.changed_to(verdict="park", parked_until=date(2026, 4, 1)), label="parked feedback")
        await again.press("ctrl+o")
        await again.sees("Changed elsewhere meanwhile")
        await again.press("t")
        await again.until(lambda: newest(again, notes[0]).verdict == "park")
        assert newest(again, notes[0]).reason == ""


async def test_a_note_deleted_elsewhere_during_its_verdict_is_a_sentence(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path) as shown:
        await shown.press("x")
        await shown.sees("Why not")
        await shown.type("too late")
        with other.transaction("deleted feedback") as transaction:
            transaction.delete(notes[0])
        await shown.press("enter")
        await shown.sees("Deleted elsewhere meanwhile")
        await shown.press("escape")
        await shown.sees_no("Deleted elsewhere meanwhile")
        await shown.sees("too late")
        await shown.press("escape")
        await shown.sees_no("shorter stride uphill")


@pytest.mark.parametrize("size", SIZES)
async def test_a_decision_changes_the_goal_with_its_cause_and_one_u_takes_both_back(
    path: Path, notes: list[Feedback], size: tuple[int, int]
) -> None:
    async with dashboard(path, size) as shown:
        await shown.press("c")
        await shown.sees("Decide, because: shorter stride uphill", "10 km in June")
        await shown.type("10 km")  # takes the place of the goal that stands there, as another is mostly meant
        await shown.sees_no("10 km in June10 km")
        await shown.press("enter", "4", "enter")
        await shown.type("8 km in June")
        await shown.press("enter")
        await shown.type("less pain")
        await shown.press("tab")
        await shown.press("enter")
        await shown.sees("Decided")
        await shown.until(lambda: shown.network.decisions)
        (decision,) = shown.network.decisions.values()
        assert decision.because_feedback == (notes[0].id,)
        assert decision.changes == (Adjustment(what="scope", before="10 km in June", after="8 km in June"),)
        assert (decision.expects, decision.look_again_on) == ("less pain", date(2026, 4, 15))
        assert [goal.title for goal in shown.network.goals.values()] == ["8 km in June"]
        await shown.press("u")
        await shown.until(lambda: not shown.network.decisions)
        assert [goal.title for goal in shown.network.goals.values()] == ["10 km in June"]


async def test_a_decision_that_changes_nothing_is_refused_with_a_sentence(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("c")
        await shown.sees("Decide, because")
        await shown.press("enter", "5", "tab", "tab", "tab", *(["backspace"] * 11), "ctrl+o")
        await shown.sees("A pause needs the day to look again.")
        assert not shown.network.decisions


@pytest.mark.parametrize("size", [(60, 20), (160, 50)])
async def test_looking_back_calls_the_decision_to_mind_and_says_whether_it_helped(
    path: Path, notes: list[Feedback], other: Store, size: tuple[int, int]
) -> None:
    other.save(
        Decision(
            goal=notes[0].goal,
            date=date(2026, 2, 1),
            changes=(Adjustment(what="approach", before="", after="hills twice a week"),),
            because_feedback=(notes[0].id,),
            expects="less pain",
            look_again_on=date(2026, 3, 1),
        ),
        label="took decision",
    )
    async with dashboard(path, size) as shown:
        await shown.sees("shorter stride uphill")
        await shown.press("b")
        await shown.sees("Look back: approach: hills twice a week", "Did it help?")
        await shown.sees("Changed approach: hills twice a week", "10 km in June", "Sun 1 Feb")
        await shown.sees("Coach Lena said: shorter stride uphill", "less pain")
        await shown.press("2", "enter")
        await shown.type("easier climbs")
        await shown.press("ctrl+o")
        await shown.until(lambda: [one.looked_back for one in shown.network.decisions.values()] != [""])
        (decision,) = shown.network.decisions.values()
        assert (decision.looked_back, decision.looked_back_on) == ("It helped in part. easier climbs", TODAY)


@pytest.mark.parametrize("size", SIZES)
async def test_a_message_is_shown_changed_copied_saved_and_marked_as_told(
    path: Path,
    notes: list[Feedback],
    size: tuple[int, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "started here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with dashboard(path, size) as shown:
        await shown.sees("to tell 1")
        await shown.filter("state:untold")
        await shown.sees("1 of 4", "keep the Sunday")
        await shown.press("m")
        await shown.sees("Tell Ben what you did with it", "Hello Ben,", "Nothing is sent")
        await shown.press("e")
        await shown.type("yours, t y w")
        await shown.press("escape")
        await shown.sees("yours, t y w")
        await shown.press("y")
        await shown.sees("Copied.")
        assert shown.app.clipboard.startswith("Hello Ben,")
        await shown.press("w")
        await shown.until(lambda: list(folder.iterdir()))
        (file,) = folder.iterdir()
        assert file.name == "to-ben-2026-03-18.txt"
        assert file.stat().st_mode & 0o777 == 0o600
        assert "yours, t y w" in file.read_text()
        await shown.press("t")
        await shown.sees("Ben knows.")
        await shown.until(lambda: newest(shown, notes[2]).told_on == TODAY)


async def test_a_changed_message_that_is_left_comes_back(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path) as shown:
        await shown.press("j", "j", "m")
        await shown.sees("Hello Ben,")
        await shown.press("e")
        await shown.type("see you Sunday")
        await shown.press("escape", "escape")
        await shown.sees_no("Hello Ben,")
        await shown.press("m")
        await shown.sees("see you Sunday")
        await shown.press("t")
        await shown.sees("Ben knows.")
    assert not list(path.parent.glob("network.json.d/drafts/*.json"))


async def test_a_message_is_not_lost_where_it_cannot_be_noted_as_told_or_its_draft_not_be_kept(
    path: Path, notes: list[Feedback], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    async def refused(*_: object, **__: object) -> bool:
        return False

    async with dashboard(path) as shown:
        await shown.press("j", "j", "m")
        await shown.sees("Hello Ben,")
        await shown.press("e")
        await shown.type("see you Sunday")
        await shown.press("escape")
        with monkeypatch.context() as patched:
            patched.setattr("tui.store.disk.write_whole", full)
            await shown.press("escape")
            await shown.sees("A draft cannot be kept: No space left on device.", "see you Sunday")
        with monkeypatch.context() as patched:
            patched.setattr(shown.app, "save", refused)
            await shown.press("t")
            await shown.sees_no("Hello Ben,")
        await shown.press("m")
        await shown.sees("see you Sunday")
        with monkeypatch.context() as patched:
            patched.setattr("tui.store.disk.remove", full)
            await shown.press("t")
            await shown.sees("Ben knows.")


async def test_keys_that_make_no_sense_for_a_note_are_not_offered(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path, (160, 50)) as shown:
        await shown.sees("a Accept", "t Take part", "p Park", "x Decline")
        assert "m Tell" not in shown.text
        assert "r Reopen" not in shown.text
        assert "b Look back" not in shown.text
        await shown.press("G")
        await shown.sees("m Tell", "r Reopen")


@pytest.mark.parametrize(
    ("filter_", "seen", "hidden"),
    [
        ("state:stings", "you skip rest days", "shorter stride"),
        ("from:nobody", "heart-rate", "keep the Sunday"),
        ("goal:june form:stop", "shorter stride", "you skip"),
        ("state:sort ana", "you skip", "shorter stride"),
    ],
)
async def test_filters_find_by_state_person_goal_form_and_words(
    path: Path, notes: list[Feedback], filter_: str, seen: str, hidden: str
) -> None:
    async with dashboard(path) as shown:
        await shown.press("slash")
        await shown.type(filter_)
        await shown.sees(seen, "1 of 4")
        await shown.sees_no(hidden)
