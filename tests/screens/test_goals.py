"""The page Goals, as a person sees it."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tui.app import AlliesApp
from tui.content import questionnaire
from tui.domain.language.words import Form
from tui.domain.questionnaire.sheet import new_sheet
from tui.domain.questionnaire.unfinished import Unfinished
from tui.domain.records.goal import Goal
from tui.domain.records.log import Adjustment, Decision
from tui.domain.records.network import Network
from tui.domain.records.response import Response
from tui.domain.records.supporter import Supporter
from tui.store import Store

from .asked import EXAMPLES, fill, save
from .terminal import Dashboard, dashboard

SIZES = [(60, 20), (80, 24), (160, 50)]
RUN = "Run 10 km in June"
THEN = {
    "control": 4,
    "importance": {"guidance": 2, "accountability": 3, "celebration": 2, "practical": 0},
    "coverage": {"guidance": 0, "accountability": 0, "celebration": 3},
}
NOW = {
    "control": 4,
    "importance": {"guidance": 2, "accountability": 2, "celebration": 2, "practical": 0},
    "coverage": {"guidance": 3, "accountability": 0, "celebration": 3},
}


def look(goal: Goal, day: date, form: Form, answers: dict[str, Any]) -> Response:
    return Response(
        goal=goal.id, questionnaire="goal-needs", version="1", form=form, date=day, answers=answers
    )


@pytest.fixture
def goals(other: Store) -> dict[str, Goal]:
    """Four goals in the order of the list, by first word; two looks at the first, one at the second."""
    drafts = (
        Goal(
            title=RUN,
            why="to feel my lungs again",
            sign="the finisher's photo",
            by=date(2026, 6, 28),
            stage="started",
            obstacle="it rains",
            plan="run the stairs",
            audience="circle",
            report="weekly",
        ),
        Goal(title="Thesis handed in", stage="stuck"),
        Goal(title="Portuguese", by=date(2026, 12, 24), state="paused"),
        Goal(title="Choir", state="done"),
    )
    ids = [record.id for record in other.save(*drafts, label="added goals")]
    saved = [other.network.goals[id_] for id_ in ids]
    run, thesis, *_ = saved
    other.save(
        Supporter(name="Ben", gives={"accountability": 2}),
        look(run, date(2026, 2, 16), "full", THEN),
        look(run, date(2026, 3, 16), "again", NOW),
        look(thesis, date(2026, 3, 2), "short", {"top3": ["guidance"], "top3_cover": {"guidance": 0}}),
        label="answered",
    )
    return {goal.title.split()[0]: goal for goal in saved}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Form, str | None]]:
    """What the page asked the questionnaire for."""
    seen: list[tuple[Form, str | None]] = []

    def record(_: AlliesApp, form: Form, goal: str | None = None) -> None:
        seen.append((form, goal))

    monkeypatch.setattr(AlliesApp, "assess", record)
    return seen


def under_cursor(shown: Dashboard, title: str) -> bool:
    return shown.cursor[3:].startswith(title)


def the(network: Network, goal: Goal) -> Goal:
    return network.goals[goal.id]


# What is seen


async def test_a_questionnaire_left_half_way_stands_among_the_goals_and_enter_goes_on_with_it(
    path: Path, goals: dict[str, Goal], other: Store, asked: list[tuple[Form, str | None]]
) -> None:
    new = new_sheet(questionnaire(), "full", {"goal_title": "Learn to sail"}).moved_to("sign")
    again = new_sheet(questionnaire(), "again", goal=goals["Run"].id)
    other.drafts.save("assess-full", Unfinished(new).draft())
    other.drafts.save(f"assess-again-{goals['Run'].id}", Unfinished(again.next()).draft())
    async with dashboard(path, page="2") as shown:
        await shown.sees("… Learn to sail", "question 4 of")
        await shown.until(lambda: under_cursor(shown, RUN))
        await shown.sees("Left half-way, question 2 of", "r goes on; nothing is lost.")
        await shown.press("k")
        await shown.sees("enter goes on; nothing is lost.")
        await shown.press("e", "d", "enter")
        await shown.until(lambda: asked == [("full", None)])
        other.drafts.drop("assess-full")
        await shown.press("1", "2")
        await shown.sees_no("Learn to sail")
        assert len(shown.network.goals) == 4


async def test_a_questionnaire_left_before_there_is_any_goal_is_no_empty_page(
    path: Path, other: Store, asked: list[tuple[Form, str | None]]
) -> None:
    other.save(Supporter(name="Ben"), label="added supporter")
    other.drafts.save("assess-short", Unfinished(new_sheet(questionnaire(), "short")).draft())
    async with dashboard(path, (60, 20), page="2") as shown:
        await shown.sees("A new goal", "question 1 of", "A short start.")
        await shown.press("enter")
        await shown.until(lambda: asked == [("short", None)])


@pytest.mark.parametrize("size", SIZES)
async def test_every_goal_is_listed_with_its_state_and_how_it_is_covered(
    path: Path, goals: dict[str, Goal], size: tuple[int, int]
) -> None:
    async with dashboard(path, size, page="2") as shown:
        await shown.sees(RUN, "Thesis", "Portuguese", "Choir", "active 2 · paused 1 · done 1")
        rows = [
            next(n for n, line in enumerate(shown.lines) if line[1:].startswith(f"{glyph} {title}"))
            for glyph, title in (("▸", RUN), ("▸", "Thesis"), ("‖", "Portuguese"), ("✓", "Choir"))
        ]
        assert rows == sorted(rows)
        for row, words in zip(
            rows, ("2 of 3 covered", "none of 1 covered", "not asked yet", "done"), strict=True
        ):
            assert words in shown.lines[row]
        assert all(len(line) <= size[0] for line in shown.lines)


@pytest.mark.parametrize("size", SIZES[1:])
async def test_where_there_is_room_the_list_says_by_when(
    path: Path, goals: dict[str, Goal], size: tuple[int, int]
) -> None:
    async with dashboard(path, size, page="2") as shown:
        await shown.until(lambda: any(RUN in line and "by Sun 28 Jun" in line for line in shown.lines))


async def test_a_wide_terminal_shows_the_whole_goal_beside_the_list(
    path: Path, goals: dict[str, Goal]
) -> None:
    async with dashboard(path, (160, 50), page="2") as shown:
        await shown.sees(
            "▸ active · by Sun 28 Jun · just started",
            "to feel my lungs again",
            "the finisher's photo",
            "When it rains, then I will run the stairs",
            "A small circle",
            "WHAT WOULD HELP  Mon 16 Mar",
            "2 of 3 covered (was 1 of 3); it feels like about two thirds",
            "Accountability       ●●·  would help a lot   nobody yet  ○ open",
            "Guidance and advice  ●●·  would help a lot   fully       ● covered",
            "a little more, because most of this is in your",
            "not needed  practical help",
            "WHAT CHANGED  Mon 16 Feb → Mon 16 Mar",
            "Guidance and advice  covered  nobody yet → fully",
            "Accountability       needed   cannot do without → would help a lot",
            "WHAT TO DO NEXT",
            "› Ask Ben for accountability.",
            "HISTORY",
            "Mon 16 Mar        What has changed",
            "Mon 16 Feb        All questions",
        )


@pytest.mark.parametrize("size", SIZES[:2])
async def test_on_a_small_terminal_enter_gives_the_goal_all_the_room_and_esc_or_q_gives_it_back(
    path: Path, goals: dict[str, Goal], size: tuple[int, int]
) -> None:
    async with dashboard(path, size, page="2") as shown:
        await shown.press("enter")
        await shown.sees_no("Portuguese")
        await shown.sees("WHAT WOULD HELP")
        await shown.press("G")
        await shown.sees("Mon 16 Feb        All questions")
        await shown.press("escape")
        await shown.sees("Portuguese")
        await shown.press("enter")
        await shown.sees_no("Portuguese")
        await shown.press("q")
        await shown.sees("Portuguese")
        await shown.press("j")
        await shown.until(lambda: under_cursor(shown, "Thesis"))


async def test_a_terminal_made_small_while_a_list_is_used_still_shows_it(
    path: Path, goals: dict[str, Goal]
) -> None:
    async with dashboard(path, (160, 50), page="2") as shown:
        await shown.press("enter", "shift+tab")
        await shown.resize(80, 24)
        await shown.press("j")
        await shown.until(lambda: under_cursor(shown, "Thesis"))


async def test_nothing_is_scored_and_no_share_is_a_figure(path: Path, goals: dict[str, Goal]) -> None:
    async with dashboard(path, (160, 50), page="2") as shown:
        await shown.sees("about two thirds")
        assert "%" not in shown.text
        assert "0." not in shown.text


async def test_a_goal_nobody_was_asked_about_says_how_to_begin(path: Path, goals: dict[str, Goal]) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("j", "j")
        await shown.sees("Not asked yet. r asks what would help, and who.")
        await shown.press("j")
        await shown.sees_no("asks what would help")


async def test_an_active_goal_whose_day_is_gone_says_so(path: Path, other: Store) -> None:
    other.save(Goal(title="Late", by=date(2026, 3, 1)), label="added goal")
    async with dashboard(path, page="2") as shown:
        await shown.sees("by Sun 1 Mar, which has passed")


async def test_decisions_stand_in_the_history(path: Path, goals: dict[str, Goal], other: Store) -> None:
    moved = Adjustment(what="date", before="1 June", after="28 June")
    decision = Decision(
        goal=goals["Run"].id,
        date=date(2026, 3, 5),
        changes=(moved,),
        expects="less hurry",
        look_again_on=date(2026, 4, 1),
    )
    other.save(decision, label="decided")
    async with dashboard(path, (160, 50), page="2") as shown:
        await shown.sees("Thu 5 Mar", "Changed date: 1 June → 28 June; expected: less hurry;")
        await shown.sees("look again on Wed 1 Apr")


async def test_an_empty_page_names_the_next_keys(path: Path, other: Store) -> None:
    async with dashboard(path, page="2") as shown:
        if len(shown.app.screen_stack) > 1:
            await shown.press("escape")
        await shown.sees("No goals yet. What do you want to achieve?", "n  say it", "N  a short start")


# The questionnaire


async def test_n_and_shift_n_begin_a_new_goal_and_r_looks_at_one_again(
    path: Path, goals: dict[str, Goal], asked: list[tuple[Form, str | None]]
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("n", "N", "r", "j", "j", "r")
        await shown.until(lambda: len(asked) == 4)
    assert asked == [
        ("full", None),
        ("short", None),
        ("again", goals["Run"].id),
        ("full", goals["Portuguese"].id),
    ]


# Changing


async def test_every_field_can_be_edited(path: Path, goals: dict[str, Goal]) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("e")
        await shown.sees("By when", "Sun 28 Jun")
        fields = set(Goal.model_fields) - {"id", "revision", "created", "changed"}
        rows = {str(row.id).removeprefix("field-") for row in shown.app.screen.query("FieldRow")}
        assert rows == fields
        await shown.type(" and July")
        await shown.press("ctrl+o")
        await shown.sees(f"{RUN} and July")
        edited = the(shown.network, goals["Run"])
        assert edited.content() == {**goals["Run"].content(), "title": f"{RUN} and July"}
        assert edited.revision == 2


async def test_a_title_another_goal_has_is_refused_and_the_form_stays(
    path: Path, goals: dict[str, Goal]
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("j", "j", "e")
        await shown.sees("By when")
        await shown.press(*["backspace"] * 10)
        await shown.type("choir")
        await shown.press("ctrl+o")
        await shown.sees('There is already a goal called "choir".')
        assert the(shown.network, goals["Portuguese"]) == goals["Portuguese"]
        assert len(shown.app.screen_stack) == 2


async def test_a_goal_is_done_with_two_keys_and_active_again_with_two_more(
    path: Path, goals: dict[str, Goal]
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("s")
        await shown.sees("Where does it stand?", "1 ▸ active", "3 ✓ done", "4 – let go", "now")
        await shown.press("3")
        await shown.sees("You got there.", "active 1 · paused 1 · done 2")
        await shown.until(lambda: under_cursor(shown, RUN))
        await shown.press("s", "1")
        await shown.sees("active 2 · paused 1 · done 1")
        assert the(shown.network, goals["Run"]).state == "active"
        assert not shown.network.decisions


async def test_the_arrows_say_what_each_state_means(path: Path, goals: dict[str, Goal]) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("s")
        await shown.sees("You are working on it.")
        await shown.press("down", "down", "down")
        await shown.sees("Put down on purpose, to make room for something else.")
        await shown.press("escape")
        await shown.sees_no("Where does it stand?")
        assert the(shown.network, goals["Run"]) == goals["Run"]


async def test_letting_go_is_kept_as_a_decision_with_what_it_makes_room_for(
    path: Path, goals: dict[str, Goal]
) -> None:
    async with dashboard(path, (160, 50), page="2") as shown:
        await shown.press("s", "4")
        await shown.sees(f"Let go of: {RUN}", "Instead")
        await shown.type("morning swims")
        await shown.press("enter")
        await shown.sees("Let go on purpose. What it taught you stays here.")
        await shown.sees("– let go", "Let go on purpose; makes room for: morning swims")
        (decision,) = shown.network.decisions.values()
        assert (decision.goal, decision.date) == (goals["Run"].id, date(2026, 3, 18))
        await shown.press("u")
        await shown.sees("Took back: let a goal go", "active 2")
        assert not shown.network.decisions


async def test_pausing_asks_for_a_day_to_look_again_and_needs_none(
    path: Path, goals: dict[str, Goal]
) -> None:
    async with dashboard(path, (160, 50), page="2") as shown:
        await shown.press("s", "2")
        await shown.sees(f"Pause: {RUN}", "Look again")
        await shown.type("in 4 weeks")
        await shown.sees("Wed 15 Apr")
        await shown.press("enter")
        await shown.sees("Paused; look again on Wed 15 Apr")
        await shown.press("g", "s", "2")
        await shown.sees("Pause: Thesis")
        await shown.press("enter")
        await shown.until(lambda: the(shown.network, goals["Thesis"]).state == "paused")
        assert len(shown.network.decisions) == 2


async def test_changing_ones_mind_on_the_way_changes_nothing(path: Path, goals: dict[str, Goal]) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("s", "4")
        await shown.sees("Let go of:")
        await shown.press("escape")
        await shown.sees_no("Let go of:")
        assert the(shown.network, goals["Run"]) == goals["Run"]
        assert not shown.network.decisions


async def test_a_deleted_goal_comes_back_with_u_and_goes_again_with_ctrl_r(
    path: Path, goals: dict[str, Goal]
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("d")
        await shown.sees("Deleted. u takes it back.", "active 1")
        await shown.until(lambda: under_cursor(shown, "Thesis"))
        await shown.press("u")
        await shown.sees("Took back: deleted goal", "active 2", "2 of 3 covered")
        await shown.until(lambda: under_cursor(shown, "Thesis"))
        await shown.press("ctrl+r")
        await shown.sees("Did again: deleted goal", "active 1")


async def test_the_last_goal_deleted_while_it_is_read_leaves_the_empty_page(path: Path, other: Store) -> None:
    other.save(Goal(title="Only one"), label="added goal")
    async with dashboard(path, page="2") as shown:
        await shown.press("enter", "d")
        await shown.sees("No goals yet")
        await shown.press("u")
        await shown.until(lambda: under_cursor(shown, "Only one"))
        other.save(Goal(title="Second"), label="added goal")
        await shown.sees("Second")
        await shown.press("j")
        await shown.until(lambda: under_cursor(shown, "Second"))


# Filtering


@pytest.mark.parametrize(
    ("typed", "seen", "unseen"),
    [
        ("state:active", "2 of 4", "Choir"),
        ("state:paused", "1 of 4", "Choir"),
        ("stage:stuck", "1 of 4", "Portuguese"),
        ("shared:circle", "1 of 4", "Thesis"),
        ("open:guid", "1 of 4", RUN),
        ("open:accountability", "1 of 4", "Thesis"),
        ("LUNGS", "1 of 4", "Choir"),
    ],
)
async def test_the_filter_takes_words_and_terms(
    path: Path, goals: dict[str, Goal], typed: str, seen: str, unseen: str
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("slash")
        await shown.type(typed)
        await shown.sees(seen)
        await shown.sees_no(unseen)
        await shown.press("escape")
        await shown.sees(RUN, "Thesis", "Portuguese", "Choir")


async def test_a_filter_nothing_fits_says_so_and_typing_goes_on(path: Path, goals: dict[str, Goal]) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("slash")
        await shown.type("zeb")
        await shown.sees("Nothing fits this filter", "0 of 4")
        await shown.type("ra")
        await shown.sees("zebra")


# Following


async def test_what_another_process_writes_appears_and_the_cursor_stays_on_its_goal(
    path: Path, goals: dict[str, Goal], other: Store
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("j")
        await shown.until(lambda: under_cursor(shown, "Thesis"))
        other.save(Goal(title="Before all others", by=date(2026, 3, 20)), label="added goal")
        await shown.sees("Before all others", "active 3")
        assert under_cursor(shown, "Thesis")
        other.save(goals["Thesis"].changed_to(state="done"), label="finished goal")
        await shown.sees("done 2")
        assert under_cursor(shown, "Thesis")


async def test_a_new_look_from_elsewhere_changes_what_is_shown(
    path: Path, goals: dict[str, Goal], other: Store
) -> None:
    async with dashboard(path, (160, 50), page="2") as shown:
        await shown.sees("2 of 3 covered")
        answers = {**NOW, "coverage": {"guidance": 3, "accountability": 3, "celebration": 3}}
        other.save(look(goals["Run"], date(2026, 3, 18), "again", answers), label="answered")
        await shown.sees("all 3 covered", "WHAT CHANGED  Mon 16 Mar → Wed 18 Mar")


async def test_another_process_leaves_filter_and_half_typed_form_alone(
    path: Path, goals: dict[str, Goal], other: Store
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.filter("state:act")
        await shown.press("e")
        await shown.sees("By when")
        await shown.type(" half ty")
        other.save(Goal(title="Something else"), label="added goal")
        await shown.until(lambda: len(shown.network.goals) == 5)
        await shown.type("ped")
        await shown.sees("half typed")
        await shown.press("escape")
        await shown.sees("3 of 5", "Something else")
        await shown.sees_no("Choir")


async def test_two_editors_of_different_fields_are_joined(
    path: Path, goals: dict[str, Goal], other: Store
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("e")
        await shown.sees("By when")
        await shown.type("!")
        other.save(goals["Run"].changed_to(why="theirs"), label="edited goal")
        await shown.until(lambda: the(shown.network, goals["Run"]).why == "theirs")
        await shown.press("ctrl+o")
        await shown.until(lambda: the(shown.network, goals["Run"]).title == f"{RUN}!")
        assert the(shown.network, goals["Run"]).why == "theirs"


@pytest.mark.parametrize(("key", "title"), [("enter", f"{RUN} mine"), ("t", "Theirs")])
async def test_two_editors_of_one_field_are_asked_about(
    path: Path, goals: dict[str, Goal], other: Store, key: str, title: str
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("e")
        await shown.sees("By when")
        await shown.type(" mine")
        other.save(goals["Run"].changed_to(title="Theirs"), label="edited goal")
        await shown.until(lambda: the(shown.network, goals["Run"]).title == "Theirs")
        await shown.press("ctrl+o")
        await shown.sees("Changed elsewhere meanwhile", f"{RUN} mine", "Theirs")
        await shown.press(key)
        await shown.sees_no("Changed elsewhere meanwhile")
        assert the(shown.network, goals["Run"]).title == title


async def test_a_goal_deleted_elsewhere_while_it_is_edited_says_so_and_loses_nothing(
    path: Path, goals: dict[str, Goal], other: Store
) -> None:
    async with dashboard(path, page="2") as shown:
        await shown.press("e")
        await shown.sees("By when")
        await shown.type(" mine")
        with other.transaction("deleted goal") as transaction:
            transaction.delete(transaction.network.goals[goals["Run"].id])
        await shown.until(lambda: goals["Run"].id not in shown.network.goals)
        await shown.press("ctrl+o")
        await shown.sees("Deleted elsewhere meanwhile")
        await shown.press("escape")
        await shown.sees_no("Deleted elsewhere meanwhile")
        assert len(shown.app.screen_stack) == 2
        await shown.sees(f"{RUN} mine")


async def test_after_the_result_the_cursor_is_on_the_goal_and_esc_leads_back_from_reading_it(
    path: Path, goals: dict[str, Goal]
) -> None:
    async with dashboard(path, (60, 20), page="2") as shown:
        await shown.filter("zebra")
        await shown.sees("Nothing fits this filter.")
        shown.app.assess("short")
        await fill(
            shown, {**EXAMPLES["short_form"]["answers_file"], "goal_title": "A boat of my own"}, "short"
        )
        await save(shown)
        await shown.press("enter")
        await shown.until(lambda: under_cursor(shown, "A boat of my own"))
        await shown.press("enter")
        await shown.until(lambda: shown.lines[-1].startswith(" esc To the list"))
        await shown.press("escape")
        await shown.until(lambda: under_cursor(shown, "A boat of my own"))


# Hostile text


@pytest.mark.parametrize(
    "title",
    ["[/b] Mary [@click=app.quit]x[/]", "a\x1b]0;t\x07b\u202ecd", "شلوم 👩\u200d🚀 ｆｕｌｌ", "x" * 500],
)
async def test_a_hostile_title_is_only_text_in_every_place(path: Path, other: Store, title: str) -> None:
    other.save(Goal(title=title), label="added goal")
    async with dashboard(path, page="2") as shown:
        for keys, words in (
            (("s",), "Where does it stand?"),
            (("s", "4"), "Let go of:"),
            (("e",), "By when"),
        ):
            await shown.press(*keys)
            await shown.sees(words)
            await shown.press("escape")
            await shown.sees_no(words)
        assert "\x1b]0" not in shown.written
        assert "\u202e" not in shown.written
        assert shown.app.return_code is None
