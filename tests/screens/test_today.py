"""The page Today, as a person sees it."""

from datetime import date
from pathlib import Path

import pytest

from tui.content import questionnaire
from tui.domain.feedback.verdicts import park
from tui.domain.questionnaire.sheet import new_sheet
from tui.domain.questionnaire.unfinished import Unfinished
from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.domain.records.log import Adjustment, Decision
from tui.domain.records.response import Response
from tui.page import pages
from tui.store import Store

from .terminal import TODAY, Dashboard, dashboard

SIZES = [(60, 20), (80, 24), (160, 50)]

GOALS = '''"""The page Goals, as far as this test needs it."""

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content

from tui.page import Page
from tui.widgets.row_list import RowList

if TYPE_CHECKING:
    from tui.domain.records.goal import Goal
    from tui.domain.records.network import Network


class PlantedGoalsPage(Page):
    """Titles."""

    KEY = "2"
    ORDER = 2
    TITLE = "Goals"
    HELP = "Goals."

    def body(self) -> ComposeResult:
        yield RowList(lambda goal, width: Content(f"goal: {goal.title}"), lambda goal: goal.id)

    def show_network(self, network: "Network") -> None:
        self.query_one(RowList).show(list(network.goals.values()))
'''


async def on_today(shown: Dashboard, *texts: str) -> None:
    await shown.sees("Wednesday 18 March", *texts)


def with_everything(other: Store, notes: list[Feedback]) -> str:
    """A note that is back, a look-back due, unfinished answers, a half-given verdict, and two gaps."""
    other.save(park(notes[3], date(2026, 3, 4), TODAY), label="parked feedback")
    (decision,) = other.save(
        Decision(
            goal=notes[0].goal,
            date=date(2026, 2, 16),
            changes=(Adjustment(what="approach", after="hills twice a week"),),
            look_again_on=date(2026, 3, 16),
        ),
        label="took decision",
    )
    answers = {
        "importance": {"guidance": 3, "belonging": 3, "accountability": 1},
        "coverage": {"guidance": 0, "belonging": 0, "accountability": 3},
    }
    other.save(
        Response(
            goal=notes[0].goal,
            questionnaire="goal-needs",
            version="1",
            form="full",
            date=date(2026, 2, 18),
            answers=answers,
        ),
        label="answered",
    )
    begun = new_sheet(questionnaire(), "full", {"goal_title": "A choir of my own"}).moved_to("sign")
    other.drafts.save("assess-full", Unfinished(begun).draft())
    other.drafts.save(
        f"feedback-{notes[1].id}-decline", {"fields": {"reason": "not now"}, "base": notes[1].document()}
    )
    return decision.id


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_waiting_is_said_calmly(path: Path, other: Store, size: tuple[int, int]) -> None:
    other.save(Goal(title="10 km in June"), label="added goal")
    async with dashboard(path, size, page="1") as shown:
        await on_today(shown, "Nothing is waiting.", "F  write down feedback")


@pytest.mark.parametrize("size", [(80, 30), (160, 50)])
async def test_everything_that_is_open_is_shown_under_its_heading(
    path: Path, notes: list[Feedback], other: Store, size: tuple[int, int]
) -> None:
    with_everything(other, notes)
    async with dashboard(path, size, page="1") as shown:
        await on_today(
            shown,
            "ONE THING WORTH DOING",
            "a Look for somebody new for",
            "FEEDBACK TO SORT  2",
            'b Coach Lena',
            '"shorter stride uphill"',
            "PARKED, AND BACK  1",
            "LOOK BACK: DID IT HELP?  1",
            "approach: hills twice a week",
            "2 days ago",
            "GO ON WHERE YOU LEFT OFF  2",
            "A choir of my own",
            "question 4 of",
            "declining",
            "SUPPORT THAT IS MISSING  1",
            "Guidance and advice, Company",
        )  # fmt: skip
        assert all(len(line) <= size[0] for line in shown.lines)


async def test_in_a_small_terminal_the_cursor_reaches_what_is_below(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    with_everything(other, notes)
    async with dashboard(path, (60, 20), page="1") as shown:
        await on_today(shown, "FEEDBACK TO SORT", "enter  see who gives it, and ways to somebody new")
        await shown.press("j")
        await shown.sees("enter  accept it")
        await shown.press("G")
        await shown.sees("SUPPORT THAT IS MISSING", "Guidance and", "enter  see the goal")
        await shown.press("g")
        await shown.sees("FEEDBACK TO SORT")


async def test_enter_on_feedback_goes_to_that_note(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path, page="1") as shown:
        await on_today(shown, "b Ana")
        await shown.press("j", "enter")
        await shown.sees("▌7 Feedback▐")
        await shown.until(lambda: "you skip rest days" in shown.cursor)


async def test_a_letter_does_what_stands_beside_it_whatever_was_filtered(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path, page="7") as shown:
        await shown.filter("heart")
        await shown.sees("1 of 4")
        await shown.press("1")
        await on_today(shown, "b Ana")
        await shown.press("b")
        await shown.sees("▌7 Feedback▐")
        await shown.until(lambda: "you skip rest days" in shown.cursor)


async def test_a_look_back_is_done_here_and_is_then_no_longer_open(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    decision = with_everything(other, notes)
    async with dashboard(path, page="1") as shown:
        await on_today(shown, "o 10 km in June")
        await shown.press("o")
        await shown.sees("Look back: approach: hills twice a week")
        await shown.press("1", "ctrl+o")
        await shown.sees_no("LOOK BACK: DID IT HELP?")
        assert shown.network.decisions[decision].looked_back == "It helped."
        await shown.press("u")
        await shown.sees("LOOK BACK: DID IT HELP?")


async def test_a_verdict_left_half_way_is_taken_up_where_it_was(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    with_everything(other, notes)
    async with dashboard(path, (80, 30), page="1") as shown:
        await on_today(shown, "s declining", "you skip rest days")
        await shown.press("s")
        await shown.sees("Decline: you skip rest days", "not now", "This is what you had typed")
        await shown.press("enter")
        await shown.until(lambda: shown.network.feedback[notes[1].id].reason == "not now")
        await shown.press("1")
        await on_today(shown, "GO ON WHERE YOU LEFT OFF  1")


async def test_a_capture_and_a_form_left_half_way_are_taken_up_again(
    path: Path, notes: list[Feedback]
) -> None:
    async with dashboard(path, page="1") as shown:
        await on_today(shown, "FEEDBACK TO SORT")
        await shown.press("F")
        await shown.sees("just heard")
        await shown.type("half ty")
        await shown.press("escape")
        await shown.sees("c half typed")
        await shown.press("c")
        await shown.sees("just heard", "half ty")
        await shown.press("ctrl+o")
        await shown.sees("FEEDBACK TO SORT  3")
        await shown.sees_no("GO ON WHERE YOU LEFT OFF")
        await shown.press("7", "n")
        await shown.sees("New feedback")
        await shown.type("in full")
        await shown.press("escape", "1")
        await shown.sees("GO ON WHERE YOU LEFT OFF  1", "new feedback")
        await shown.press("i")
        await shown.sees("▌7 Feedback▐", "New feedback", "in full")


async def test_today_is_shown_though_the_disk_does_not_give_the_drafts(
    path: Path, notes: list[Feedback], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tui.store.drafts.Drafts.names", locked)
    async with dashboard(path, page="1") as shown:
        await shown.sees("FEEDBACK TO SORT  2")


async def test_an_ask_half_said_by_hand_goes_on_where_it_was_left(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path, page="3") as shown:
        await shown.sees("Coach Lena")
        await shown.press("a")
        await shown.sees("For what", "Goal")
        await shown.type("3")
        await shown.press("escape", "1")
        await shown.sees("GO ON WHERE YOU LEFT OFF  1", "new ask")
        await shown.press("G", "enter")
        await shown.sees("For what", "● Guidance and advice")


async def test_of_a_draft_about_something_that_is_gone_nothing_typed_is_lost(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    bare, whole = f"feedback-{notes[1].id}-decline", f"feedback-{notes[0].id}-decline"
    other.drafts.save(bare, {"fields": {"reason": "typed long ago"}})
    with other.transaction("deleted feedback") as transaction:
        transaction.delete(notes[0])
        transaction.delete(notes[1])
    async with dashboard(path, page="1") as shown:
        await on_today(shown, "a declining")
        await shown.press("a")
        await shown.sees("What this was about is gone.", "typed long ago")
        await shown.press("escape")
        await on_today(shown, "a declining")
        await shown.press("a")
        await shown.sees("typed long ago")
        await shown.press("y")
        await shown.until(lambda: shown.app.clipboard == "typed long ago")
        await shown.press("d")
        await shown.sees_no("GO ON WHERE YOU LEFT OFF")
        other.drafts.save(whole, {"fields": {"reason": "no rest for me"}, "base": notes[0].document()})
        await shown.press("7", "1")
        await on_today(shown, "a declining")
        await shown.press("a")
        await shown.sees("Why not", "no rest for me")
        await shown.press("ctrl+o")
        await shown.sees("Deleted elsewhere meanwhile")
        await shown.press("enter")
        await shown.until(lambda: notes[0].id in shown.network.feedback)
        assert shown.network.feedback[notes[0].id].reason == "no rest for me"
    assert other.drafts.names() == []


async def test_a_gap_goes_to_its_goal(
    path: Path, notes: list[Feedback], other: Store, tmp_path: Path
) -> None:
    with_everything(other, notes)
    other.save(Goal(title="A boat"), label="added goal")
    folder = tmp_path / "screens"
    folder.mkdir()
    for page in pages():
        if page.title != "Goals":
            (folder / page.file.name).write_text(page.file.read_text())
    (folder / "planted_goals.py").write_text(GOALS)
    async with dashboard(path, (80, 30), page="1", screens=folder) as shown:
        await on_today(shown, "SUPPORT THAT IS MISSING")
        await shown.press("G", "enter")
        await shown.sees("▌2 Goals▐")
        await shown.until(lambda: "goal: 10 km in June" in shown.cursor)


async def test_more_feedback_than_a_handful_waits_on_its_own_page(path: Path, other: Store) -> None:
    other.save(*[Feedback(text=f"note {n}", date=TODAY) for n in range(9)], label="added feedback")
    async with dashboard(path, page="1") as shown:
        await on_today(shown, "FEEDBACK TO SORT  9", "r 4 more")
        await shown.press("r")
        await shown.sees("▌7 Feedback▐", "to sort 9")


async def test_what_another_process_writes_appears_and_the_cursor_stays(
    path: Path, notes: list[Feedback], other: Store
) -> None:
    async with dashboard(path, page="1") as shown:
        await on_today(shown, "b Ana")
        await shown.press("j")
        other.save(Feedback(text="from elsewhere", date=TODAY), label="added feedback")
        await shown.sees("FEEDBACK TO SORT  3", "from elsewhere")
        assert "you skip rest days" in shown.cursor


async def test_a_letter_without_a_row_does_nothing(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path, page="1") as shown:
        await on_today(shown, "b Ana")
        await shown.press("z")
        assert len(shown.app.screen_stack) == 1
        await on_today(shown, "b Ana")


async def test_the_day_stands_out_from_what_is_behind_it(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path, page="1") as shown:
        await on_today(shown)
        style = shown.app.screen.query_one("#today-date").visual_style
        assert style.foreground is not None
        assert style.background is not None
        assert style.foreground.a == 1
        assert abs(style.foreground.brightness - style.background.brightness) > 0.5


async def test_the_pass_and_forgiving_say_so_where_nobody_is_due(path: Path, notes: list[Feedback]) -> None:
    async with dashboard(path, page="1") as shown:
        await shown.sees("FEEDBACK TO SORT")
        assert "One by one" not in shown.text
        for key in ("p", "f"):
            await shown.press(key)
            await shown.sees("Nobody is due. There is nothing to catch up with.")
            shown.app.clear_notifications()
            await shown.sees_no("Nobody is due.")
        assert len(shown.app.screen_stack) == 1
