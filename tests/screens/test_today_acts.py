"""Acts, due people and open loops on the page Today, as a person sees them."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual import events

from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask, Exchange, FollowUp, Offer
from tui.domain.records.response import Response
from tui.domain.records.supporter import Supporter
from tui.store import Store

from .terminal import TODAY, Dashboard, dashboard

People = dict[str, Supporter]


@pytest.fixture
def people(other: Store) -> People:
    """Ben could check in and is due, Dev drifts, Cleo was promised something and has her birthday."""
    (goal,) = other.save(Goal(title="10 km in June"), label="added goal")
    answers = {
        "importance": {"accountability": 3, "guidance": 2},
        "coverage": {"accountability": 0, "guidance": 1},
    }
    other.save(
        Response(
            goal=goal.id, questionnaire="goal-needs", version="1", form="full", date=TODAY, answers=answers
        ),
        label="answered",
    )
    saved = other.save(
        Supporter(name="Ben", cadence=30, gives={"accountability": 1}),
        Supporter(name="Dev", circle="outer", gives={"guidance": 3}),
        Supporter(name="Cleo", cadence=0, birthday="--03-20", sensitive=True, notes="tired of it all"),
        *(Supporter(name=f"Friend {n}", cadence=30) for n in range(6)),
        label="added supporters",
    )
    by_name = {one.name: one for one in saved if isinstance(one, Supporter)}
    ben, dev, cleo = (by_name[name].id for name in ("Ben", "Dev", "Cleo"))
    friends = [one.id for name, one in by_name.items() if name.startswith("Friend")]
    other.save(
        Exchange(supporters=(ben,), date=TODAY - timedelta(days=40), note="the Sunday plan"),
        Exchange(supporters=(dev,), date=TODAY - timedelta(days=240), note="maps"),
        Exchange(supporters=tuple(friends), date=TODAY - timedelta(days=31)),
        Offer(
            supporter=cleo,
            text="the printer's name",
            date=TODAY - timedelta(days=20),
            due=TODAY - timedelta(days=9),
        ),
        Ask(supporter=cleo, text="Saturdays together", state="sent", sent_on=TODAY - timedelta(days=5)),
        FollowUp(supporters=(ben,), text="how was the trip?", due=TODAY, rrule="FREQ=WEEKLY"),
        label="lived a little",
    )
    return by_name


def line(shown: Dashboard, words: str) -> str:
    return next((line for line in shown.lines if words in line), "")


@pytest.mark.parametrize("size", [(60, 20), (80, 40), (160, 50)])
async def test_today_tells_three_acts_with_their_reasons_and_who_is_due(
    path: Path, people: People, size: tuple[int, int]
) -> None:
    async with dashboard(path, size, page="1") as shown:
        await shown.sees(
            "THREE THINGS WORTH DOING",
            "a Ask Ben for accountability",
            "because nobody covers it reliably",
            "b Get in touch with Dev",
            "c Keep your promise to Cleo",
            "because you said you would, and the day was 9 days ago",
        )
        await shown.press("G")
        await shown.sees("SUPPORT THAT IS MISSING")
        if size[1] == 40:
            await shown.sees(
                "DUE  8",
                "○ Dev",
                "240 of 90 days",
                "◐ Ben",
                "3 more",
                "WAITING FOR AN ANSWER  1",
                "YOU SAID YOU WOULD  1",
                "TO COME BACK TO  1",
                "promised: the printer's name",
                "COMING UP  1",
                "birthday",
            )
        assert all(len(line) <= size[0] for line in shown.lines)


async def test_an_act_is_ticked_off_put_off_and_there_is_more(
    path: Path, people: People, other: Store
) -> None:
    seq = other.network.seq
    async with dashboard(path, (80, 40), page="1") as shown:
        await shown.sees("a Ask Ben")
        await shown.press("space")
        await shown.until(lambda: line(shown, "Ask Ben").startswith("▌✓"))
        assert line(shown, "Ask Ben").endswith("done")
        await shown.sees_no("because nobody covers it reliably")
        await shown.press("j", "x")
        await shown.until(lambda: line(shown, "touch with Dev").endswith("not today"))
        await shown.press("x")
        await shown.until(lambda: not line(shown, "touch with Dev").endswith("not today"))
        await shown.press("x", "j", "space")
        await shown.sees("ENOUGH FOR TODAY")
        await shown.press("m")
        await shown.sees("6 THINGS WORTH DOING", "Get in touch with Friend")
        await shown.press("m", "m", "m")
        await shown.sees("That is all there is for today.")
        assert shown.network.seq == seq
    async with dashboard(path, (80, 40), page="1") as shown:
        await shown.sees("✓ Ask Ben", "– Get in touch with Dev")
    async with dashboard(path, (80, 40), page="1", today=lambda: TODAY + timedelta(days=1)) as shown:
        await shown.sees("a Ask Ben", "b Get in touch with Dev")


async def test_acts_put_off_in_one_go_are_all_put_off(path: Path, people: People) -> None:
    async with dashboard(path, (80, 40), page="1") as shown:
        await shown.sees("THREE THINGS WORTH DOING")
        for key in ("x", "j", "x"):
            shown.app.post_message(events.Key(key, key))
        await shown.until(lambda: shown.text.count("not today") == 2)


async def test_a_talk_logged_elsewhere_ticks_an_act_off_and_forgiving_empties_the_list(
    path: Path, people: People, other: Store
) -> None:
    async with dashboard(path, (80, 40), page="1") as shown:
        await shown.sees("b Get in touch with Dev", "DUE  8")
        other.save(Exchange(supporters=(people["Dev"].id,), date=TODAY), label="logged an exchange")
        await shown.sees("✓ Get in touch with Dev", "DUE  7")
        await shown.press("f")
        await shown.sees("All forgiven")
        await shown.sees_no("DUE  7")
        assert len(shown.network.exchanges) == 4
        await shown.press("u")
        await shown.sees("DUE  7")


async def test_due_people_open_a_briefing_and_more_of_them_are_shown(path: Path, people: People) -> None:
    async with dashboard(path, (80, 40), page="1") as shown:
        await shown.sees("DUE  8", "3 more")
        await shown.until(lambda: "Friend 5" not in shown.text)
        for _ in range(8):
            await shown.press("j")
        await shown.until(lambda: "3 more" in shown.cursor)
        await shown.press("enter")
        await shown.sees("Friend 5")
        await shown.press("i")
        await shown.sees("BEFORE YOU TALK", "Dev", "maps", "ONE THING TO GIVE")
        await shown.press("t")
        await shown.sees("Logged.")
        await shown.press("escape")
        await shown.sees("DUE  7", "✓ Get in touch with Dev")


async def test_a_promise_is_kept_and_a_follow_up_moves_on(path: Path, people: People) -> None:
    async with dashboard(path, (80, 40), page="1") as shown:
        await shown.sees("c Keep your promise to Cleo")
        await shown.press("c")
        await shown.sees("Asks and offers · Cleo", "the printer's name")
        await shown.press("y")
        await shown.until(lambda: shown.network.offers[next(iter(shown.network.offers))].state == "kept")
        await shown.press("escape")
        await shown.sees("✓ Keep your promise to Cleo", "TO COME BACK TO  1")
        await shown.sees_no("YOU SAID YOU WOULD")
        (offer,) = shown.network.offers.values()
        assert (offer.state, offer.done_on) == ("kept", TODAY)
        while "how was the trip" not in shown.cursor:
            await shown.press("j")
        await shown.press("enter")
        await shown.sees("how was the trip?", "tomorrow")
        await shown.press("1")
        await shown.sees_no("TO COME BACK TO")
        (follow_up,) = shown.network.follow_ups.values()
        assert follow_up.due == TODAY + timedelta(days=7)
        await shown.press("u", "u")
        await shown.sees("YOU SAID YOU WOULD  1", "TO COME BACK TO  1")


async def test_a_briefing_hides_what_is_sensitive_until_a_key(path: Path, people: People) -> None:
    async with dashboard(path, (80, 40), page="1") as shown:
        await shown.sees("COMING UP  1")
        while "birthday" not in shown.cursor:
            await shown.press("j")
        await shown.press("enter")
        await shown.sees(
            "BEFORE YOU TALK",
            "you asked",
            "Saturdays together",
            "you promised",
            "Bring what you promised: the printer's name",
            "Fri 20 Mar",
            "hidden; v shows them",
        )
        assert "tired of it all" not in shown.text
        await shown.press("v")
        await shown.sees("tired of it all")
        await shown.press("z")
        await shown.sees("rests until Wed 25 Mar")
        await shown.press("q")
        await shown.sees("COMING UP  1")


async def test_an_ask_is_composed_and_sent_and_its_answer_noted_from_today(
    path: Path, people: People
) -> None:
    async with dashboard(path, (80, 40), page="1") as shown:
        await shown.sees("a Ask Ben for accountability")
        await shown.press("a")
        await shown.sees("Ask Ben", "10 km in June")
        await shown.press("s")
        await shown.sees("✓ Ask Ben for accountability", "WAITING FOR AN ANSWER  2")
        (ask,) = [one for one in shown.network.asks.values() if one.supporter == people["Ben"].id]
        assert (ask.state, ask.kind, ask.sent_on) == ("sent", "accountability", TODAY)
        while "Saturdays together" not in shown.cursor:
            await shown.press("j")
        await shown.press("enter")
        await shown.sees("Asks and offers · Cleo")
        await shown.press("n", "escape")
        await shown.sees("WAITING FOR AN ANSWER  1")
        await shown.press("u", "u")
        await shown.sees("a Ask Ben for accountability")


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_looking_for_somebody_new_leads_to_the_ways_there_are(
    path: Path, other: Store, size: tuple[int, int]
) -> None:
    (goal,) = other.save(Goal(title="10 km in June"), label="added goal")
    answers = {"importance": {"guidance": 3}, "coverage": {"guidance": 0}}
    other.save(
        Response(
            goal=goal.id, questionnaire="goal-needs", version="1", form="full", date=TODAY, answers=answers
        ),
        Supporter(name="Ana", circle="inner"),
        label="answered",
    )
    async with dashboard(path, size, page="1") as shown:
        await shown.sees("a Look for somebody new for guidance and advice", "ways to somebody new")
        await shown.press("a")
        await shown.sees(
            "Somebody for guidance and advice", "10 km in June", "nobody yet", "one step further"
        )
        await shown.sees("n      somebody you know", "g      a group", "i      your address book")
        await shown.press("i")
        await shown.sees("vCard")
        await shown.press("escape")
        await shown.sees("a Look for somebody new")
        await shown.press("a", "enter")
        await shown.sees("▌2 Goals▐", "10 km in June")
        await shown.press("1", "a")
        await shown.sees("Somebody for guidance and advice")
        await shown.press("g")
        await shown.sees("New supporter")
        await shown.type("Tuesday runners")
        await shown.press("ctrl+o")
        await shown.sees("▌3 Supporters▐", "Tuesday runners")
        group = next(one for one in shown.network.supporters.values() if one.name == "Tuesday runners")
        assert (group.relationship, group.circle, group.gives) == ("group", "outer", {"guidance": 1})
        assert group.state == "candidate"
