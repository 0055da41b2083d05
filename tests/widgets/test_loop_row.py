"""Asks and offers in a line each."""

from datetime import date, timedelta

import pytest

from tui.content import vocabulary
from tui.domain.records.log import Ask, Offer
from tui.widgets.loop_row import loop_line, loop_lines, stands_in_words, what_in_words

TODAY = date(2026, 3, 18)
WORDS = vocabulary()


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def ask(**fields: object) -> Ask:
    return Ask.model_validate({"supporter": "1", **fields})


def offer(**fields: object) -> Offer:
    return Offer.model_validate({"supporter": "1", "date": TODAY, **fields})


@pytest.mark.parametrize(
    ("loop", "words"),
    [
        (ask(state="drafted"), "not sent yet"),
        (ask(state="sent", sent_on=days_ago(5)), "sent 5 days ago"),
        (ask(state="sent", sent_on=days_ago(10)), "sent 10 days ago, remind?"),
        (ask(state="sent"), "sent"),
        (ask(state="later", due=date(2026, 3, 20)), "again Fri 20 Mar"),
        (ask(state="later"), "later"),
        (ask(state="yes", answered_on=TODAY), "yes, today"),
        (ask(state="no"), "no"),
        (ask(state="silent", sent_on=days_ago(40)), "no answer"),
        (offer(date=days_ago(3), state="promised"), "promised 3 days ago"),
        (offer(date=days_ago(3), state="promised", due=date(2026, 3, 20)), "promised, by Fri 20 Mar"),
        (offer(date=days_ago(3), state="kept", done_on=days_ago(1)), "kept, yesterday"),
        (offer(date=days_ago(3), state="dropped"), "let go of"),
    ],
    ids=lambda one: getattr(one, "state", one),
)
def test_where_it_stands_is_said_in_words(loop: Ask | Offer, words: str) -> None:
    assert stands_in_words(loop, WORDS, TODAY) == words


def test_an_ask_goes_by_its_kind_and_an_offer_by_its_words() -> None:
    assert what_in_words(ask(kind="guidance", text="Hello"), WORDS) == "Guidance and advice"
    assert what_in_words(ask(text="Hello\nyou"), WORDS) == "Hello"
    assert what_in_words(ask(), WORDS) == "support"
    assert what_in_words(offer(kind="practical", text="feed the cat", date=TODAY), WORDS) == "feed the cat"
    assert what_in_words(offer(kind="practical", date=TODAY), WORDS) == "Practical help"


@pytest.mark.parametrize("width", [20, 40, 56, 76, 120])
def test_a_line_fits_its_width(width: int) -> None:
    one = ask(kind="guidance", state="sent", sent_on=days_ago(12))
    line = loop_line(one, "Somebody with a very long name", WORDS, TODAY, width)
    assert line.cell_length <= max(width, 35)
    assert "\n" not in line.plain
    for line in loop_lines(one, WORDS, TODAY, width, "Ben"):
        assert line.cell_length <= width


@pytest.mark.parametrize(
    ("loop", "head"),
    [
        (ask(state="drafted"), "to ask"),
        (ask(state="sent"), "you asked"),
        (offer(date=TODAY, state="drafted"), "to offer"),
        (offer(date=TODAY, state="offered"), "you offered"),
        (offer(date=TODAY, state="promised"), "promised"),
    ],
    ids=lambda one: getattr(one, "state", one),
)
def test_who_is_to_do_something_stands_in_front(loop: Ask | Offer, head: str) -> None:
    assert next(iter(loop_lines(loop, WORDS, TODAY, 60))).plain.startswith(head)
