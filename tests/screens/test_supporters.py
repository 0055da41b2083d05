"""The page Supporters, as a person sees it."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tui.domain.records.goal import Goal
from tui.domain.records.log import Exchange
from tui.domain.records.supporter import Supporter
from tui.settings import Settings
from tui.store import Store

from .terminal import TODAY, Dashboard
from .terminal import dashboard as any_page

SIZES = [(60, 20), (80, 24), (160, 50)]
dashboard = partial(any_page, page="3")

People = dict[str, Supporter]


@pytest.fixture
def people(other: Store) -> People:
    """Six supporters in three circles, by name, two of them talked to."""
    (thesis,) = other.save(Goal(title="Finish the thesis"), label="added goal")
    mara = Supporter(
        name="Mara Lindqvist",
        relationship="friend",
        gives={"guidance": 2, "feedback": 3},
        goals=(thesis.id,),
        told=True,
        emails=("mara@example.org",),
        their_goals="starts at the museum in April",
    )
    saved = other.save(
        mara,
        Supporter(name="Ana Ribeiro", circle="inner", gives={"encouragement": 3}, tags=("running",)),
        Supporter(name="Eli Brandt", state="paused"),
        Supporter(name="Dev Anand", circle="outer", relationship="mentor", cadence=90),
        Supporter(name="Tuesday runners", circle="outer", relationship="group"),
        Supporter(name="Lena", circle="outer", sensitive=True, notes="tired of it all"),
        label="added supporters",
    )
    by_name = {one.name.split()[0]: one for one in saved if isinstance(one, Supporter)}
    talks = (("Mara", date(2026, 2, 12), "chapter 1, liked the opening"), ("Dev", date(2025, 7, 21), "maps"))
    other.save(
        *(Exchange(supporters=(by_name[who].id,), date=day, note=note) for who, day, note in talks),
        label="logged exchanges",
    )
    return by_name


def rows(shown: Dashboard) -> list[str]:
    """The list, without what stands beside it."""
    return [line.partition("│")[0].strip(" ▌") for line in shown.lines]


def place(shown: Dashboard, name: str) -> int:
    return next(place for place, line in enumerate(rows(shown)) if name in line)


async def to(shown: Dashboard, name: str) -> None:
    """Put the cursor on somebody with keys alone."""
    await shown.press("slash")
    await shown.type(name)
    await shown.until(lambda: name in shown.cursor.casefold())
    await shown.press("enter", "escape")
    await shown.sees("by circle")
    await shown.until(lambda: name in shown.cursor.casefold())


@pytest.mark.parametrize("size", SIZES)
async def test_everybody_is_in_a_circle_with_what_they_give_and_the_days(
    path: Path, people: People, size: tuple[int, int]
) -> None:
    async with dashboard(path, size) as shown:
        await shown.sees("INNER  1", "MIDDLE  2", "OUTER  3", "6 supporters · 2 due", "? Keys")
        order = ["INNER", "Ana R", "MIDDLE", "Eli", "Mara", "OUTER", "Dev", "Lena", "Tuesday"]
        assert [place(shown, name) for name in order] == sorted(place(shown, name) for name in order)
        assert rows(shown)[place(shown, "Mara")].startswith("◐ Mara Lindqvist")
        assert rows(shown)[place(shown, "Mara")].split()[-4:] == ["FBK", "GUI", "34", "d"] or size[0] == 160
        assert "○ Dev Anand ★" in rows(shown)[place(shown, "Dev")]
        assert "Tuesday runners ◎" in rows(shown)[place(shown, "Tuesday")]
        assert rows(shown)[place(shown, "Eli")].startswith("‖ Eli Brandt")
        assert all(len(line) <= size[0] for line in shown.lines)


@pytest.mark.parametrize("size", SIZES)
async def test_the_whole_of_one_is_a_key_away(path: Path, people: People, size: tuple[int, int]) -> None:
    async with dashboard(path, size) as shown:
        await to(shown, "mara")
        await shown.press("enter")
        await shown.sees("●●· GUI Guidance and advice", "Finish the thesis", "Thu 12 Feb", "GIVES")
        await shown.sees("middle circle", "34 days ago", "count on them")
        await shown.press("escape")
        await shown.until(lambda: shown.cursor.startswith("▌◐ Mara"))


async def test_an_empty_page_names_the_next_key(path: Path, other: Store) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Nobody is here yet.", "n  name the first person")


async def test_the_filter_ranks_what_begins_so_first_and_esc_shows_all(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await shown.press("slash")
        await shown.type("an")
        await shown.sees("best fit first")
        assert place(shown, "Ana R") < place(shown, "Dev Anand") < place(shown, "Eli Brandt")
        await shown.press("escape")
        await shown.type("circle:outer gives:nothing mentor:yes")
        await shown.sees("1 of 6", "Dev Anand")
        await shown.type(" xyz")
        await shown.sees("Nobody fits this filter.")
        await shown.press("enter", "escape")
        await shown.sees("6 supporters")


async def test_sort_and_group_go_round(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await shown.press("S", "S", "S", "s")
        await shown.sees("in one list · longest silence first")
        await shown.until(lambda: place(shown, "Dev") < place(shown, "Mara") < place(shown, "Ana R"))
        await shown.press("S", "s", "S")
        await shown.sees("by how it stands · last heard from first", "DRIFTING  1", "PAUSED  1")
        await shown.press("S")
        await shown.sees("by relationship", "MENTOR  1", "NO RELATIONSHIP")


async def test_a_supporter_is_named_with_keys_alone(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.sees("New supporter")
        await shown.type("Cleo")
        await shown.press("enter", "6", "enter", "1", "enter", *"11333", "enter")
        await shown.type("thesis")
        await shown.press("ctrl+o")
        await shown.sees_no("New supporter")
        await shown.until(lambda: "Cleo" in shown.cursor)
        (cleo,) = [one for one in shown.network.supporters.values() if one.name == "Cleo"]
        assert (cleo.relationship, cleo.circle, cleo.goals) == ("peer", "inner", people["Mara"].goals)
        assert cleo.gives == {"encouragement": 2, "guidance": 3}
        await shown.press("u")
        await shown.sees("Took back: added Cleo", "6 supporters")


async def test_two_of_the_same_name_are_refused_with_a_sentence(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await shown.press("n")
        await shown.type("MARÁ  lindqvist")
        await shown.press("ctrl+o")
        await shown.sees('There is already a supporter called "MARÁ lindqvist".', "New supporter")
        await shown.press("escape")
        await to(shown, "ana")
        await shown.press("e")
        await shown.sees("Ana Ribeiro", "ctrl+o")
        await shown.press(*["backspace"] * 11)
        await shown.type("Eli Brandt")
        await shown.press("ctrl+o")
        await shown.sees('There is already a supporter called "Eli Brandt".')
        assert len(shown.network.supporters) == 6


async def test_an_edit_of_nothing_changes_nothing_and_of_a_field_only_that(
    path: Path, people: People
) -> None:
    async with dashboard(path, (80, 50)) as shown:
        await to(shown, "mara")
        await shown.press("e", "ctrl+o")
        await shown.sees_no("ctrl+o")
        assert shown.network.supporters[people["Mara"].id].revision == 1
        await shown.press("e")
        await shown.sees("ctrl+o")
        await shown.press("tab", "tab", "1", "ctrl+o")
        await shown.until(lambda: shown.network.supporters[people["Mara"].id].circle == "inner")
        edited = shown.network.supporters[people["Mara"].id]
        assert edited.content() == {**people["Mara"].content(), "circle": "inner"}


async def test_a_cycle_of_who_knows_whom_is_shown_both_ways(path: Path, people: People, other: Store) -> None:
    mara, ana, dev = people["Mara"], people["Ana"], people["Dev"]
    other.save(
        mara.changed_to(knows=(ana.id,)),
        ana.changed_to(knows=(dev.id,)),
        dev.changed_to(knows=(mara.id,)),
        label="they met",
    )
    async with dashboard(path, (160, 50)) as shown:
        for name, others in (("mara", "Ana Ribeiro, Dev Anand"), ("dev", "Ana Ribeiro, Mara Lindqvist")):
            await to(shown, name)
            await shown.sees(f"knows       {others}")


async def test_a_supporter_deleted_elsewhere_while_their_form_is_open(
    path: Path, people: People, other: Store
) -> None:
    async with dashboard(path) as shown:
        await to(shown, "mara")
        await shown.press("e")
        await shown.sees("ctrl+o")
        await shown.type(" (work)")
        with other.transaction("deleted Mara") as transaction:
            transaction.delete(people["Mara"])
        await shown.until(lambda: people["Mara"].id not in shown.network.supporters)
        await shown.press("ctrl+o")
        await shown.sees("Deleted elsewhere meanwhile", "Bring it back")
        await shown.press("escape")
        await shown.sees_no("Deleted elsewhere meanwhile")
        await shown.sees("(work)")
        await shown.press("ctrl+o")
        await shown.sees("Deleted elsewhere meanwhile")
        await shown.press("enter")
        await shown.sees("6 supporters")
        assert shown.network.supporters[people["Mara"].id].name == "Mara Lindqvist (work)"


async def test_a_conflict_is_asked_about(path: Path, people: People, other: Store) -> None:
    async with dashboard(path) as shown:
        await to(shown, "mara")
        await shown.press("e")
        await shown.sees("ctrl+o")
        await shown.type(" of mine")
        other.save(people["Mara"].changed_to(name="Mara theirs"), label="renamed")
        await shown.press("ctrl+o")
        await shown.sees("Changed elsewhere meanwhile", "Mara Lindqvist of mine", "Mara theirs")
        await shown.press("enter")
        await shown.until(lambda: shown.network.supporters[people["Mara"].id].name.endswith("of mine"))


async def test_several_are_changed_together_and_undone_in_one_step(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await shown.press("m", "space", "e")
        await shown.sees("2 supporters", "Tag them")
        await shown.press("3", "enter", "enter")
        await shown.type("club")
        await shown.press("ctrl+o")
        await shown.sees("OUTER  5")
        chosen = [shown.network.supporters[people[name].id] for name in ("Ana", "Eli")]
        assert [(one.circle, "club" in one.tags) for one in chosen] == [("outer", True)] * 2
        assert "running" in chosen[0].tags
        await shown.press("u")
        await shown.sees("Took back: changed 2 supporters", "INNER  1", "MIDDLE  2")
        assert shown.network.supporters[people["Ana"].id].tags == ("running",)


async def test_marked_ones_are_deleted_together_and_come_back_in_one_step(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await shown.press("m", "m")
        await shown.sees("2 marked", "✓")
        await shown.press("d")
        await shown.sees("Deleted 2 supporters. u takes it back.", "4 supporters")
        await shown.press("u")
        await shown.sees("6 supporters")
        await shown.press("M", "d")
        await shown.sees("Nobody is here yet.")
        await shown.press("u")
        await shown.sees("6 supporters")


async def test_marks_go_with_esc_and_with_who_is_gone(path: Path, people: People, other: Store) -> None:
    async with dashboard(path) as shown:
        await shown.press("m", "m")
        await shown.sees("2 marked")
        with other.transaction("deleted Ana") as transaction:
            transaction.delete(people["Ana"])
        await shown.sees("1 marked")
        await shown.press("escape")
        await shown.sees_no("marked", "✓")


async def test_pausing_and_going_on(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await shown.press("p")
        await shown.sees("Paused. u takes it back.")
        await shown.sees("‖ Ana Ribeiro")
        await shown.press("p")
        await shown.sees("● Ana Ribeiro")
        await shown.press("u")
        await shown.sees("‖ Ana Ribeiro")


async def test_who_is_never_suggested_is_told_so(path: Path, people: People) -> None:
    async with dashboard(path, (160, 50)) as shown:
        await shown.press("x")
        await shown.sees("never suggested")
        assert shown.network.supporters[people["Ana"].id].never_suggest


async def test_notes_of_a_sensitive_one_are_hidden_until_a_key(path: Path, people: People) -> None:
    async with dashboard(path, (160, 50)) as shown:
        await to(shown, "lena")
        await shown.sees("hidden; v shows them")
        await shown.press("v")
        await shown.sees("tired of it all")
        await shown.press("j")
        await shown.press("k")
        await shown.sees("hidden; v shows them")


async def test_an_exchange_with_several_is_logged_and_listed_with_each(path: Path, people: People) -> None:
    async with dashboard(path, (160, 50)) as shown:
        await to(shown, "mara")
        await shown.press("X")
        await shown.sees("Log an exchange", "Mara Lindqvist")
        await shown.type(", Ana Rib")
        await shown.press("enter", *(["backspace"] * 11))
        await shown.type("yesterday")
        await shown.press("enter")
        await shown.type("coffee, her new job")
        await shown.press("tab", "5", "enter", "enter", "1", "4", "ctrl+o")
        await shown.sees("Logged.", "Tue 17 Mar", "in person, coffee, her new job", "with Ana Ribeiro")
        (logged,) = [one for one in shown.network.exchanges.values() if one.date == date(2026, 3, 17)]
        assert logged.supporters == (people["Mara"].id, people["Ana"].id)
        assert (logged.kinds, logged.size, logged.channel) == (
            ("encouragement", "accountability"),
            1,
            "in-person",
        )
        await to(shown, "ana")
        await shown.sees("with Mara Lindqvist")


async def test_an_exchange_is_not_in_the_future(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await shown.press("X", "tab", *(["backspace"] * 11))
        await shown.type("20 Mar 2026")
        await shown.press("ctrl+o")
        await shown.sees("Fri 20 Mar is still to come.")
        assert len(shown.network.exchanges) == 2


async def test_all_exchanges_are_listed_changed_and_deleted(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await to(shown, "mara")
        await shown.press("t")
        await shown.sees("Exchanges with Mara Lindqvist", "liked the opening")
        await shown.press("e")
        await shown.sees("What passed")
        await shown.press("tab", "tab")
        await shown.type(", mostly")
        await shown.press("ctrl+o")
        await shown.sees_no("What passed")
        await shown.until(lambda: any("mostly" in one.note for one in shown.network.exchanges.values()))
        await shown.press("t")
        await shown.sees("liked the opening, mostly", "Exchanges with Mara")
        await shown.press("d")
        await shown.until(lambda: len(shown.network.exchanges) == 1)
        await shown.press("u")
        await shown.sees("Took back: deleted an exchange")


async def test_ascii_glyphs_tell_every_state_apart(path: Path, people: People) -> None:
    async with dashboard(path, settings=Settings(glyphs="ascii")) as shown:
        await shown.sees("+ Mara", "o Dev Anand *", "= Eli", "Tuesday runners @")
        assert shown.text.isascii()


async def test_cursor_filter_and_marks_survive_what_others_write(
    path: Path, people: People, other: Store
) -> None:
    async with dashboard(path) as shown:
        await to(shown, "mara")
        await shown.press("k", "m")
        await shown.press("slash")
        await shown.type("circle:middle")
        await shown.sees("2 of 6")
        await shown.press("enter", "G")
        await shown.until(lambda: "Mara" in shown.cursor)
        other.save(Supporter(name="Aaron"), label="added Aaron")
        await shown.sees("3 of 7", "1 marked", "Aaron")
        assert "Mara" in shown.cursor


async def test_y_copies_how_to_reach_them(path: Path, people: People) -> None:
    async with dashboard(path) as shown:
        await to(shown, "mara")
        await shown.press("y")
        await shown.sees("Copied.")
        assert shown.app.clipboard == "Mara Lindqvist\nmara@example.org"


async def test_a_new_day_counts_a_day_more(path: Path, people: People) -> None:
    days = [TODAY]
    async with dashboard(path, today=lambda: days[0]) as shown:
        await shown.sees("34 d")
        days[0] = date(2026, 3, 19)
        shown.app.look_at_the_day()
        await shown.sees("35 d")


async def test_a_clock_rests_stops_and_runs_again_and_a_briefing_is_a_key_away(
    path: Path, people: People
) -> None:
    async with dashboard(path) as shown:
        await shown.sees("Mara Lindqvist")
        await to(shown, "mara")
        await shown.press("z")
        await shown.sees("The clock of Mara Lindqvist", "a week", "no clock")
        await shown.press("1")
        await shown.sees("until Wed 25 Mar")
        await shown.press("z", "3")
        await shown.sees("no clock")
        await shown.until(lambda: shown.network.supporters[people["Mara"].id].cadence == 0)
        await shown.press("z", "4")
        await shown.until(lambda: shown.network.supporters[people["Mara"].id].cadence is None)
        assert shown.network.supporters[people["Mara"].id].snoozed_until is None
        await shown.press("b")
        await shown.sees("BEFORE YOU TALK", "chapter 1, liked the opening", "starts at the museum")
        await shown.press("escape")
        await shown.sees("by circle")
