"""From a gap to an ask, to a yes, to higher coverage; and what was offered, as a person sees it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.domain.worked_network import IDS, RUN, TODAY, worked_network
from tui.clock import fixed
from tui.domain.records.log import Ask, Offer
from tui.store import Store

from .terminal import Dashboard, dashboard

BEN = IDS["Ben"]


@pytest.fixture
def worked(other: Store) -> Store:
    """The worked network in the store."""
    network = worked_network()
    records = [record for shelf in network.shelves.values() for record in shelf.values()]
    other.save(*records, label="entered")
    return other


@asynccontextmanager
async def opened(path: Path, page: str, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Dashboard]:
    async with dashboard(path, size, page=page, today=fixed(TODAY)) as shown:
        yield shown


def covered(shown: Dashboard, kind: str) -> str:
    """The line that says who covers a kind, in the part about who could give it."""
    start = next(n for n, line in enumerate(shown.lines) if "WHO COULD GIVE IT" in line)
    return next((line for line in shown.lines[start:] if kind in line), "")


async def to_person(shown: Dashboard, name: str) -> None:
    await shown.sees(name)
    await shown.filter(name.lower())
    await shown.until(lambda: name in shown.cursor)


async def test_a_gap_leads_to_an_ask_to_a_yes_and_to_more_coverage(path: Path, worked: Store) -> None:
    async with opened(path, "2", (160, 50)) as shown:
        await shown.sees("WHO COULD GIVE IT", "Encouragement and celebration rest on Ana alone.")
        assert "●·· weak" in covered(shown, "Accountability")
        assert "nobody yet; Ben could" in covered(shown, "Accountability")

        await shown.press("a")
        await shown.sees("Whom to ask for what?", "1 Ben", "2 Cleo", "3 Dev", "4 somebody else")
        await shown.sees("because nobody covers it reliably", "Ben could", "you are due to talk anyway")
        await shown.press("enter")
        await shown.sees("Ask Ben · Accountability · 10 km in June", "Hello Ben,", "A no is fine")
        await shown.press("s")
        await shown.sees("Kept. Today shows what is open.", "you asked   Ben: Accountability  sent today")
        assert "nobody yet" in covered(shown, "Accountability")

        await shown.press("A")
        await shown.sees("Asks · 10 km in June", "sent today")
        await shown.press("y")
        await shown.sees("Ben said yes", "Can you count on Ben for accountability from now on?")
        await shown.sees("How covered it feels stays as you")
        await shown.press("enter")
        await shown.sees("yes, today", "A thank you is never wrong.")
        await shown.press("escape")
        await shown.until(lambda: "Ben sometimes" in covered(shown, "Accountability"))
        assert "●●· fair" in covered(shown, "Accountability")
        await shown.sees("Since then a yes from Ben to accountability.", "until r looks again.")

        await shown.press("u")
        await shown.until(lambda: "nobody yet; Ben could" in covered(shown, "Accountability"))
        await shown.sees("Took back: noted a yes from Ben", "Ben: Accountability  sent today")
        await shown.sees_no("Since then a yes")
        await shown.press("ctrl+r")
        await shown.until(lambda: "Ben sometimes" in covered(shown, "Accountability"))
        await shown.sees_no("Ben: Accountability  sent today")
        assert shown.network.supporters[BEN].gives["accountability"] == 2
        [ask] = shown.network.asks.values()
        assert (ask.state, ask.answered_on, ask.goal) == ("yes", TODAY, RUN.id)


async def test_an_ask_is_written_copied_kept_and_sent_from_a_person(
    path: Path, worked: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TMUX", "STY", "VTE_VERSION", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    async with opened(path, "3") as shown:
        await to_person(shown, "Dev")
        await shown.press("a", "1")
        await shown.sees("Ask Dev · Guidance and advice", "Hello Dev,", "no answer is needed")
        await shown.press("o")
        await shown.sees("No mail address of Dev yet. y copies the message.", "enter Keep", "f4 Editor")
        await shown.press("e", "x", "escape", "y")
        await shown.sees("Copied.", "enter Keep", "f4 Editor")
        assert shown.app.clipboard.startswith("Hello Dev,")
        assert shown.app.clipboard.endswith("x")
        monkeypatch.setenv("TERM", "linux")
        await shown.press("y")
        await shown.sees("This terminal has no clipboard.")

        await shown.press("escape")
        await shown.until(lambda: len(shown.app.screen_stack) == 1)
        await shown.press("a", "1")
        await shown.until(
            lambda: any(line.startswith("│ ") and line.rstrip("│ ").endswith("x") for line in shown.lines)
        )
        await shown.press("enter")
        await shown.sees("Kept as a draft.")
        await shown.press("A")
        await shown.sees("Asks and offers · Dev", "not sent yet")
        await shown.press("s")
        await shown.sees("sent today")
        await shown.press("l")
        await shown.sees("again Mon 30 Mar")
        await shown.press("x")
        await shown.sees("no answer")
        await shown.press("d")
        await shown.sees("Nothing is asked or offered yet.")
        await shown.press("u")
        await shown.sees("no answer")
    assert await_no_draft(worked) == []


def await_no_draft(store: Store) -> list[str]:
    return list(store.drafts.names())


async def test_asking_twice_and_asking_somebody_paused_is_said_and_allowed(
    path: Path, worked: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    links: list[str] = []
    monkeypatch.setattr("tui.dialogs.ask.open_mail", links.append)
    eli = worked.network.supporters[IDS["Eli"]]
    worked.save(eli.changed_to(emails=("at work", "eli@example.org")), label="changed Eli")
    worked.save(
        Ask(
            supporter=IDS["Eli"], goal=RUN.id, kind="practical", state="no", sent_on=TODAY, answered_on=TODAY
        ),
        label="asked",
    )
    async with opened(path, "3") as shown:
        await to_person(shown, "Eli")
        await shown.press("a")
        await shown.sees("Ask somebody", "For what")
        await shown.press("6", "enter", "enter")
        await shown.sees("You asked Eli for this today; it was a no.", "Eli is paused", "[what, when,")
        await shown.sees("Fill in what stands in [brackets]", "o writes to eli@example.org: 10 km in June")
        await shown.press("o")
        await shown.sees("Handed to your mail program.")
        assert [link.split("&")[0] for link in links] == [
            "mailto:eli@example.org?subject=10%20km%20in%20June"
        ]
        await shown.press("s")
        await shown.sees("Kept.")
        assert len(shown.network.asks) == 2


async def test_one_reminder_is_written_and_noted(path: Path, worked: Store) -> None:
    sent = TODAY.replace(day=4)
    worked.save(
        Ask(supporter=BEN, goal=RUN.id, kind="guidance", text="May I?", state="sent", sent_on=sent), label="x"
    )
    async with opened(path, "3") as shown:
        await to_person(shown, "Ben")
        await shown.press("A")
        await shown.sees("sent 12 days ago, remind?", "May I?")
        await shown.press("r")
        await shown.sees("Remind Ben · Guidance and advice", "12 days ago I asked you about something")
        await shown.press("s")
        await shown.until(lambda: next(iter(shown.network.asks.values())).reminded_on == TODAY)
        await shown.sees_no("remind?")
        await shown.press("r")
        await shown.sees("one reminder is enough")
        await shown.press("y")
        await shown.sees("yes, today")
        await shown.press("n")
        await shown.sees("no, today")


async def test_a_promise_is_written_down_and_kept(path: Path, worked: Store) -> None:
    async with opened(path, "3") as shown:
        await to_person(shown, "Cleo")
        await shown.press("o")
        await shown.sees("Offer or promise Cleo something", "What*")
        await shown.type("feed the cat")
        await shown.press("ctrl+o")
        await shown.sees("OPEN", "feed the cat", "promised today")
        await shown.press("A")
        await shown.sees("Asks and offers · Cleo", "promised today")
        await shown.press("e")
        await shown.sees("What*")
        await shown.press("tab")
        await shown.type(" twice")
        await shown.press("ctrl+o")
        await shown.sees("feed the cat twice")
        await shown.press("y")
        await shown.sees("kept, today")
        await shown.press("u")
        await shown.sees("promised today")
        [offer] = shown.network.offers.values()
        assert isinstance(offer, Offer)
        assert (offer.supporter, offer.state) == (IDS["Cleo"], "promised")


async def test_what_a_full_disk_refuses_to_drop_stays_and_the_dashboard_goes_on(
    path: Path, worked: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("tui.store.disk.remove", full)
    async with opened(path, "3") as shown:
        await to_person(shown, "Dev")
        await shown.press("a", "1")
        await shown.sees("Hello Dev,")
        await shown.press("enter")
        await shown.sees("Kept as a draft. Today shows what is open.")
        await shown.press("A", "e")
        await shown.sees("Hello Dev,")
        await shown.press("s")
        await shown.sees("sent today")


async def test_a_promise_to_somebody_deleted_meanwhile_is_refused_in_a_sentence(
    path: Path, worked: Store
) -> None:
    async with opened(path, "3") as shown:
        await to_person(shown, "Cleo")
        await shown.press("o")
        await shown.sees("Offer or promise Cleo something", "What*")
        with worked.transaction("deleted Cleo") as transaction:
            transaction.delete(shown.network.supporters[IDS["Cleo"]])
        await shown.until(lambda: IDS["Cleo"] not in shown.network.supporters)
        await shown.type("feed the cat")
        await shown.press("ctrl+o")
        await shown.sees("They are no longer in your network.", "feed the cat")


async def test_a_person_is_told_with_what_rests_on_them(path: Path, worked: Store) -> None:
    async with opened(path, "3", (160, 50)) as shown:
        await to_person(shown, "Ana")
        await shown.sees("CARRIES", "10 km in June", "encouragement, celebration, a listening ear and")
        await shown.sees("encouragement and celebration rest on them alone; a lot")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (160, 50)])
async def test_all_goals_say_where_most_is_missing(path: Path, worked: Store, size: tuple[int, int]) -> None:
    async with opened(path, "2", size) as shown:
        await shown.sees("10 km in June")
        await shown.press("o")
        await shown.sees("All goals: where most is missing", "●·· weak", "nobody yet; Ben could")
        rows = [line for line in shown.lines if "10 km" in line and "●" in line]
        assert rows[0].lstrip("│ ▌").startswith("Accountability")
        assert rows[1].lstrip("│ ").startswith("Company")
        await shown.press("j", "a")
        await shown.sees("Whom to ask for what?")
        assert all(len(line) <= size[0] for line in shown.lines)


async def test_a_goal_nobody_answered_for_can_still_be_asked_for(path: Path, other: Store) -> None:
    other.save(RUN, label="added goal")
    async with opened(path, "2") as shown:
        await shown.sees("10 km in June")
        await shown.press("o")
        await shown.sees("Nothing is needed yet, as far as is known.")
        await shown.press("A")
        await shown.sees("Nothing is asked or offered yet.")
        await shown.press("escape", "a")
        await shown.sees("Ask somebody", "Whom*")
