"""A line logged from anywhere: understood while it is typed, set right by a digit, kept by one enter."""

from datetime import date
from pathlib import Path

import pytest

from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask
from tui.domain.records.supporter import Supporter
from tui.page import pages
from tui.store import Store

from .terminal import TODAY, dashboard

SIZES = [(60, 20), (80, 24), (160, 50)]
LINE = "yesterday called Ben and Cleo re 10k: Ben checks in every sunday +accountability"


@pytest.fixture
def people(other: Store) -> dict[str, Supporter]:
    """Five supporters by name, a goal, and an ask of Dev that waits for an answer."""
    (goal,) = other.save(Goal(title="10 km in June"), label="added goal")
    names = ("Ben Carter", "Cleo Okafor", "Dev Anand", "Sam Okoye", "Sam Whitlock")
    saved = other.save(*(Supporter(name=name) for name in names), label="added supporters")
    by_name = {one.name: one for one in saved if isinstance(one, Supporter)}
    ask = Ask(supporter=by_name["Dev Anand"].id, goal=goal.id, text="an introduction", state="sent")
    other.save(ask, label="added ask")
    return by_name


@pytest.mark.parametrize("size", SIZES)
async def test_a_line_is_understood_while_it_is_typed_and_kept_by_one_enter(
    path: Path, people: dict[str, Supporter], size: tuple[int, int]
) -> None:
    async with dashboard(path, size) as shown:
        await shown.press("L")
        await shown.sees("Log a line", "Such as")
        await shown.paste(LINE)
        await shown.sees(
            "Ben Carter, Cleo Okafor", "Tue 17 Mar", "Accountability", "every Sunday from Sun 22 Mar"
        )
        await shown.sees("Keeps an exchange with Ben Carter and Cleo Okafor")
        await shown.press("enter")
        await shown.sees("Logged. u takes it back.")
        await shown.until(lambda: shown.network.exchanges and shown.network.follow_ups)
        (exchange,) = shown.network.exchanges.values()
        assert (exchange.note, exchange.date) == (LINE, date(2026, 3, 17))
        await shown.press("u")
        await shown.sees("Took back: logged a line")
        await shown.until(lambda: not shown.network.exchanges and not shown.network.follow_ups)


async def test_it_opens_over_every_page(path: Path, people: dict[str, Supporter]) -> None:
    async with dashboard(path) as shown:
        for entry in pages():
            await shown.press(entry.key)
            await shown.sees(f"▌{entry.key} {entry.title}▐")
            await shown.press("L")
            await shown.sees("Log a line")
            await shown.press("escape")
            await shown.sees_no("Log a line")


async def test_each_part_is_set_right_by_its_digit(path: Path, people: dict[str, Supporter]) -> None:
    async with dashboard(path) as shown:
        await shown.press("L")
        await shown.sees("Log a line")
        await shown.paste("asked ben for a lift by fri")
        await shown.sees("Fri 20 Mar")
        await shown.press("tab", "1")
        await shown.sees("Who it is with")
        await shown.press(*["backspace"] * 10)
        await shown.type("Cleo")
        await shown.press("ctrl+o")
        await shown.sees("Cleo Okafor             ", "✓")
        await shown.press("3")
        await shown.sees("How you talked")
        await shown.press("2", "enter")
        await shown.sees_no("How you talked")
        await shown.press("7")
        await shown.sees("What you asked for")
        await shown.press("tab", *["backspace"] * 12)
        await shown.type("sat")
        await shown.press("enter")
        await shown.sees("by Sat 21 Mar: a lift")
        await shown.press("9")
        await shown.sees("What comes next")
        await shown.type("tell her")
        await shown.press("tab", "tab")
        await shown.type("soonish")
        await shown.press("ctrl+o")
        await shown.sees("Write how it comes again")
        await shown.press(*["backspace"] * 7)
        await shown.type("every sunday")
        await shown.press("ctrl+o")
        await shown.sees("every Sunday from Sun 22 Mar: tell her")
        await shown.press("0")
        await shown.sees("theirs, worth celebrating")
        await shown.press("ctrl+o")
        await shown.sees("Logged.")
        await shown.until(lambda: len(shown.network.asks) == 2)
        (exchange,) = shown.network.exchanges.values()
        (next_,) = shown.network.follow_ups.values()
        ask = next(one for one in shown.network.asks.values() if one.text == "a lift")
        cleo = people["Cleo Okafor"].id
        assert (exchange.supporters, exchange.channel, exchange.their_good_news) == ((cleo,), "text", True)
        assert (ask.supporter, ask.due) == (cleo, date(2026, 3, 21))
        assert (next_.text, next_.rrule) == ("tell her", "FREQ=WEEKLY;BYDAY=SU")


async def test_who_is_meant_is_asked_and_somebody_new_offered(
    path: Path, people: dict[str, Supporter]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("L")
        await shown.sees("Log a line")
        await shown.paste("lunch with sam and Priya")
        await shown.sees("Which sam?", "Priya (new)")
        await shown.press("enter")
        await shown.sees("Sam Okoye", "Sam Whitlock")
        await shown.press("escape")
        await shown.sees("Which sam? enter asks.")
        assert not shown.network.exchanges
        await shown.press("enter", "2")
        await shown.sees("Logged.")
        await shown.until(lambda: len(shown.network.supporters) == 6)
        (exchange,) = shown.network.exchanges.values()
        new = next(one for one in shown.network.supporters.values() if one.name == "Priya")
        assert exchange.supporters == (people["Sam Whitlock"].id, new.id)


async def test_an_answer_names_the_ask_it_is_to(path: Path, people: dict[str, Supporter]) -> None:
    async with dashboard(path) as shown:
        await shown.press("L")
        await shown.sees("Log a line")
        await shown.paste("dev said yes")
        await shown.sees("Dev Anand: yes, to: an introduction", "the answer of Dev Anand")
        await shown.press("enter")
        await shown.sees("Logged.")
        (ask,) = shown.network.asks.values()
        assert (ask.state, ask.answered_on) == ("yes", TODAY)


async def test_a_line_about_the_one_under_the_cursor_and_a_draft_of_it(
    path: Path, people: dict[str, Supporter]
) -> None:
    async with dashboard(path, page="3") as shown:
        await shown.sees("Ben Carter")
        await shown.press("L")
        await shown.sees("Log a line about Ben Carter")
        await shown.paste("asked for a lift by fri")
        await shown.sees("Ben Carter  ", "by Fri 20 Mar: a lift")
        await shown.press("escape")
        await shown.sees("Kept as a draft; it comes back with L.")
        await shown.press("1")
        await shown.sees("half typed")
        await shown.press("G", "enter")
        await shown.sees("asked for a lift by fri", "Log a line")
        await shown.press("escape", "3", "L")
        await shown.sees("Log a line about Ben Carter", "asked for a lift by fri")
        await shown.press("enter")
        await shown.sees("Logged.")
        await shown.until(lambda: len(shown.network.asks) == 2)
        await shown.press("L")
        await shown.sees("Such as")


async def test_a_line_that_means_nothing_is_kept_all_the_same(
    path: Path, people: dict[str, Supporter]
) -> None:
    async with dashboard(path) as shown:
        await shown.press("L")
        await shown.sees("Log a line")
        await shown.press("enter")
        await shown.paste("hmm [@click=app.quit]x[/] \x1b]52;c;aGk=\x07")
        await shown.sees("Keeps the line as progress, with nobody in it.")
        await shown.press("enter")
        await shown.sees("Logged.")
        await shown.until(lambda: shown.network.progress)
        assert "\x1b]52" not in shown.written


async def test_somebody_deleted_elsewhere_while_a_line_is_typed_is_no_longer_asked_about(
    path: Path, people: dict[str, Supporter], other: Store
) -> None:
    async with dashboard(path) as shown:
        await shown.press("L")
        await shown.sees("Log a line")
        await shown.type("called sam")
        await shown.sees("Which sam?")
        with other.transaction("deleted Sam Okoye") as transaction:
            transaction.delete(people["Sam Okoye"])
        await shown.until(lambda: people["Sam Okoye"].id not in shown.network.supporters)
        await shown.press("tab", "1")
        await shown.sees("With          Sam Whitlock")


async def test_what_somebody_said_is_kept_as_feedback_too(path: Path, people: dict[str, Supporter]) -> None:
    async with dashboard(path) as shown:
        await shown.press("L")
        await shown.type("coffee with Ben")
        await shown.sees("Keeps an exchange with Ben Carter")
        assert "f7" not in shown.text
        await shown.type(", he said you skip rest days")
        await shown.sees("f7 keeps what they said as feedback, too")
        await shown.press("f7")
        await shown.sees("Feedback, just heard", "you skip rest days", "Ben Carter", "10 km in June")
        await shown.press("ctrl+o")
        await shown.sees("Kept. It waits on the page Feedback.")
        (note,) = shown.network.feedback.values()
        assert (note.text, note.supporter) == ("you skip rest days", people["Ben Carter"].id)
        assert len(shown.network.exchanges) == 1
        await shown.press("L")
        await shown.paste("Cleo told me the plan looks good")
        await shown.press("f7")
        await shown.sees("Feedback, just heard", "the plan looks good")
        await shown.press("escape")
        await shown.sees_no("Feedback, just heard")
        assert (len(shown.network.feedback), len(shown.network.exchanges)) == (1, 2)


async def test_what_somebody_new_said_is_kept_as_theirs(path: Path, people: dict[str, Supporter]) -> None:
    async with dashboard(path) as shown:
        await shown.press("L")
        await shown.type("coffee with Priya, she said you skip rest days")
        await shown.sees("f7 keeps what they said")
        await shown.press_at_once("f7", "ctrl+o")
        await shown.sees("Kept. It waits on the page Feedback.")
        (note,) = shown.network.feedback.values()
        assert note.supporter is not None
        assert shown.network.supporters[note.supporter].name == "Priya"


async def test_what_a_line_told_that_was_not_kept_is_no_feedback_of_the_next_one(
    path: Path, people: dict[str, Supporter], monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuses(*_: object) -> bool:
        return False

    async with dashboard(path) as shown:
        await shown.press("L")
        await shown.type("coffee with Ben, he said you skip rest days")
        with monkeypatch.context() as full_disk:
            full_disk.setattr(shown.app, "transact", refuses)
            await shown.press("f7")
        await shown.press("home", "ctrl+k")
        await shown.type("lunch with Cleo")
        await shown.sees("Keeps an exchange with Cleo Okafor")
        await shown.press_at_once("ctrl+o", "n")
        await shown.sees("New feedback")
        assert "skip rest days" not in shown.text


async def test_a_line_is_about_the_one_under_the_cursor_only_as_long_as_it_names_nobody_else(
    path: Path, people: dict[str, Supporter]
) -> None:
    async with dashboard(path, page="3") as shown:
        await shown.sees("Ben Carter")
        await shown.press("L")
        await shown.sees("Log a line about Ben Carter")
        await shown.type("coffee")
        await shown.sees("With          Ben Carter", "Log a line about Ben Carter")
        await shown.type(" with Cleo")
        await shown.sees("With          Cleo Okafor", "─ Log a line ─")
        assert "about Ben" not in shown.text
