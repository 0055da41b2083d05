"""What is kept of a log line: one transaction of everything it says, and no word lost."""

from datetime import date
from itertools import count
from typing import TYPE_CHECKING, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.content import label, log_words
from tui.domain.log_line.corrections import corrected, rule_meant, values_of
from tui.domain.log_line.records import Outcome, outcome, refused
from tui.domain.log_line.spoken import PARTS, kept_in_words, spoken
from tui.domain.log_line.understand import understand
from tui.domain.log_line.understood import Understood
from tui.domain.records.log import Ask, Exchange, FollowUp, Offer, Progress
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter

from .log_lines import TODAY, network
from .test_log_line import LINES

if TYPE_CHECKING:
    from collections.abc import Iterator

R = TypeVar("R", bound=Record)


def read(line: str) -> Understood:
    """What is understood of a line."""
    return understand(line, network(), log_words(), TODAY)


def kept(line: str, *, adding: bool = True) -> Outcome:
    """What is kept of a line."""
    ids: Iterator[int] = count(9001)
    understood = read(line)
    return outcome(understood, network(), lambda: str(next(ids)), understood.unknown if adding else ())


def only(type_: type[R], made: Outcome) -> R:
    """The one record of a class among what is new."""
    (found,) = [record for record in made.new if isinstance(record, type_)]
    return found


def id_of(name: str) -> str:
    """The id of a supporter."""
    return next(one.id for one in network().supporters.values() if one.name == name)


def test_a_talk_becomes_an_exchange_with_the_whole_line_as_its_note() -> None:
    line = "yesterday called Ben and Cleo re 10k: plan looks fine, Ben checks in every sunday +accountability"
    made = kept(line)
    exchange, next_ = only(Exchange, made), only(FollowUp, made)
    assert exchange.supporters == (id_of("Ben Achterberg"), id_of("Cleo Okafor"))
    assert (exchange.date, exchange.channel, exchange.direction) == (date(2026, 3, 17), "call", "received")
    assert (exchange.kinds, exchange.note) == (("accountability",), line)
    assert next_.supporters == (id_of("Ben Achterberg"),)
    assert (next_.due, next_.rrule) == (date(2026, 3, 22), "FREQ=WEEKLY;BYDAY=SU")


def test_an_ask_is_sent_to_each_of_those_asked() -> None:
    made = kept("asked cleo and zoe to come running with me tmrw")
    asks = [record for record in made.new if isinstance(record, Ask)]
    assert [ask.supporter for ask in asks] == [id_of("Cleo Okafor"), id_of("Zoë Brandt")]
    assert {(ask.state, ask.sent_on, ask.due, ask.kind) for ask in asks} == {
        ("sent", TODAY, date(2026, 3, 19), "belonging")
    }
    assert only(Exchange, made).kinds == ()


@pytest.mark.parametrize(
    ("line", "name", "state"),
    [("Ana said yes", "Ana Ribeiro", "yes"), ("dev cant do it", "Dev Anand", "no")],
)
def test_an_answer_goes_to_the_open_ask(line: str, name: str, state: str) -> None:
    made = kept(line)
    (ask,) = made.changed
    assert (ask.supporter, ask.state, ask.answered_on) == (id_of(name), state, TODAY)
    assert only(Exchange, made).supporters == (id_of(name),)


def test_later_comes_back_on_the_day_that_was_said() -> None:
    made = kept("not now says grace, ask again in two weeks")
    (ask,) = made.changed
    assert (ask.state, ask.due) == ("later", date(2026, 4, 1))
    assert not [record for record in made.new if isinstance(record, FollowUp)]


def test_an_answer_to_no_open_ask_is_kept_in_the_note() -> None:
    made = kept("ben said yes")
    assert made.changed == ()
    assert only(Exchange, made).note == "ben said yes"
    assert "No ask of Ben Achterberg is open" in kept_in_words(read("ben said yes"), network())


def test_an_ask_with_its_answer_is_one_ask() -> None:
    made = kept("asked zoe to babysit on friday, she can't")
    assert (only(Ask, made).state, made.changed) == ("no", ())


def test_a_promise_of_mine_becomes_an_offer() -> None:
    offer = only(Offer, kept("promised cleo id send her the route by tmrw"))
    assert (offer.supporter, offer.state) == (id_of("Cleo Okafor"), "promised")
    assert (offer.text, offer.due) == ("send her the route", date(2026, 3, 19))


def test_what_is_to_come_is_no_exchange() -> None:
    made = kept("call mum tomorrow")
    assert only(FollowUp, made).supporters == (id_of("Helen Marsh"),)
    assert len(made.new) == 1


def test_those_named_only_in_what_comes_next_were_not_talked_with() -> None:
    made = kept("coffee with mark, need to call dev thursday")
    assert only(Exchange, made).supporters == (id_of("Mark Dunne"),)
    assert only(FollowUp, made).supporters == (id_of("Dev Anand"),)


def test_a_new_name_becomes_a_supporter_only_where_that_is_wished() -> None:
    made = kept("had lunch with priya")
    assert only(Supporter, made).name == "Priya"
    assert only(Exchange, made).supporters == (only(Supporter, made).id,)
    assert only(Progress, kept("had lunch with priya", adding=False)).did == "had lunch with priya"


def test_what_was_promised_to_somebody_new_is_promised_to_nobody_else() -> None:
    made = kept("dinner with ana, promised jonas the book by sat")
    new = only(Supporter, made)
    assert (new.name, only(Offer, made).supporter) == ("Jonas", new.id)
    assert not [one for one in kept("promised jonas the book", adding=False).new if isinstance(one, Offer)]


@pytest.mark.parametrize("line", ["hmm idk, blah", "ran 5k on my own today, legs ok", "?!"])
def test_a_line_that_means_nothing_is_kept_as_progress(line: str) -> None:
    assert only(Progress, kept(line)).did == line


def test_progress_goes_to_the_goal_that_is_named() -> None:
    progress = only(Progress, kept("wrote the art part of the thesis, will mark it done in may"))
    assert network().goals[progress.goal or ""].title == "Finish the thesis"


@given(LINES)
def test_whatever_is_typed_may_be_kept_and_keeps_its_words(line: str) -> None:
    made, understood = kept(line), read(line)
    assert refused(made, network(), TODAY) is None
    assert made.new
    texts = " ".join(str(record.content()) for record in made.new)
    assert all(repr(word)[1:-1] in texts for word in understood.note.split()) or not understood.happened


@given(LINES)
def test_every_part_has_its_words(line: str) -> None:
    understood = read(line)
    assert [one.part for one in spoken(understood, network(), TODAY, label)] == list(PARTS)
    assert kept_in_words(understood, network(), understood.unknown).endswith(".")


@given(LINES, st.sampled_from(PARTS))
def test_setting_a_part_right_as_it_is_changes_nothing_else(line: str, part: str) -> None:
    understood = read(line)
    name = next(one for one in PARTS if one == part)
    values = dict(values_of(understood, name))
    if "again" in values:
        assert values["again"] == "" or rule_meant(values["again"]) == values["again"]
    if name == "answer" and understood.answer is None:
        return
    assert corrected(understood, {name: values}).document(network())["note"] == understood.note


def test_each_part_can_be_set_right() -> None:
    ana = id_of("Ana Ribeiro")
    understood = corrected(
        read("sam rang, asked him for a lift by fri"),
        {
            "people": {"people": (ana,), "unknown": ()},
            "date": {"date": date(2026, 3, 1)},
            "channel": {"channel": "video"},
            "kinds": {"kinds": ("practical", "belonging")},
            "direction": {"direction": "both"},
            "ask": {"text": "a ride", "due": date(2026, 3, 30)},
            "answer": {"person": ana, "value": "later"},
            "follow_up": {"text": "tell her", "due": None, "again": "every sunday", "mine": "promised"},
            "good_news": {"good_news": True},
        },
    )
    said = understood.document(network())
    assert (said["people"], said["date"], said["channel"], said["direction"]) == (
        ["Ana Ribeiro"],
        "2026-03-01",
        "video",
        "both",
    )
    assert said["ask"] == {"text": "a ride", "due": "2026-03-30"}
    assert said["answer"] == {"person": "Ana Ribeiro", "value": "later"}
    assert understood.follow_up is not None
    assert (understood.follow_up.rrule, understood.follow_up.mine) == ("FREQ=WEEKLY;BYDAY=SU", "promised")
    assert understood.good_news
    assert understood.unclear == ()


def test_a_part_can_be_emptied() -> None:
    emptied = corrected(
        read("asked dev for an intro by fri, call on thurs"),
        {
            "ask": {"text": "", "due": None},
            "follow_up": {"text": "", "due": None, "again": "", "mine": ""},
            "channel": {"channel": ""},
        },
    )
    assert (emptied.ask, emptied.follow_up, emptied.channel) == (None, None, None)


def test_an_answer_to_a_letter_is_shown_by_what_was_asked_for_and_not_by_its_greeting() -> None:
    letter = "Hello Dev,\n\nMay I tell you how it goes?\n\nJo"
    dev = next(one for one in network().supporters.values() if one.name.startswith("Dev"))
    asked = Ask(id="7001", supporter=dev.id, kind="emotional", text=letter, state="sent", sent_on=TODAY)
    known = network().with_changes(network().seq + 1, {"ask": {"7001": asked}})
    understood = understand("Dev said yes", known, log_words(), TODAY)
    answer = next(one.text for one in spoken(understood, known, TODAY, label) if one.part == "answer")
    assert answer.endswith("yes, to: A listening ear")


@pytest.mark.parametrize(
    "line",
    [
        "Ben called. Ana asked me to feed her cat, i will by sunday",
        "lunch with Ben, then Ana asked me for the slides. sure, by monday",
        "saw Ben. Ana rang, she asked me for the slides, i will by monday",
        "Ana asked me to call Ben, i will by monday",
    ],
)
def test_what_was_asked_of_the_writer_is_promised_to_whoever_asked(line: str) -> None:
    promised = [one for one in kept(line).new if isinstance(one, Offer)]
    assert [one.supporter for one in promised] == [id_of("Ana Ribeiro")]
