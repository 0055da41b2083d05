"""What comes again and again, from words to days and back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.domain.calendar.recurrence import first_day, next_day, rule_in_words, rule_refusal, said_rule
from tui.domain.entry import refusal
from tui.domain.records.log import FollowUp
from tui.domain.records.network import Network

TODAY = date(2026, 3, 18)  # a Wednesday


@pytest.mark.parametrize(
    ("said", "rule", "first", "words"),
    [
        ("every sunday", "FREQ=WEEKLY;BYDAY=SU", date(2026, 3, 22), "every Sunday"),
        ("Sundays", "FREQ=WEEKLY;BYDAY=SU", date(2026, 3, 22), "every Sunday"),
        ("every sunday morning", "FREQ=WEEKLY;BYDAY=SU", date(2026, 3, 22), "every Sunday"),
        ("every wed", "FREQ=WEEKLY;BYDAY=WE", date(2026, 3, 25), "every Wednesday"),
        ("every thu and mon", "FREQ=WEEKLY;BYDAY=MO,TH", date(2026, 3, 19), "every Monday and Thursday"),
        (
            "every other thursday",
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
            date(2026, 3, 19),
            "every other Thursday",
        ),
        ("every other monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", date(2026, 3, 23), "every other Monday"),
        ("weekly", "FREQ=WEEKLY", date(2026, 3, 25), "every week"),
        ("every two weeks", "FREQ=WEEKLY;INTERVAL=2", date(2026, 4, 1), "every other week"),
        ("every 10 days", "FREQ=DAILY;INTERVAL=10", date(2026, 3, 28), "every 10 days"),
        ("once a month", "FREQ=MONTHLY", date(2026, 4, 18), "every month"),
        ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", date(2026, 3, 19), "every weekday"),
        (
            "first monday of the month",
            "FREQ=MONTHLY;BYDAY=1MO",
            date(2026, 4, 6),
            "the first Monday of the month",
        ),
    ],
)
def test_what_people_say_becomes_a_rule_and_its_first_day(
    said: str, rule: str, first: date, words: str
) -> None:
    assert said_rule(said) == rule
    assert first_day(rule, TODAY) == first
    assert rule_in_words(rule) == words
    assert rule_refusal(rule) is None


@pytest.mark.parametrize("said", ["", "every", "every ben", "sunday", "once in a blue moon", "every 0 weeks"])
def test_what_is_said_once_is_no_rule(said: str) -> None:
    assert said_rule(said) is None


def test_a_rule_goes_on_from_the_day_it_was_due() -> None:
    assert next_day("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", date(2026, 3, 19), date(2026, 3, 19)) == date(
        2026, 4, 2
    )


def test_a_rule_that_has_ended_has_no_next_day() -> None:
    assert next_day("FREQ=DAILY;UNTIL=20260320", TODAY, date(2026, 3, 20)) is None


@pytest.mark.parametrize(
    "rule",
    [
        "sundays",
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=DAILY;UNTIL=20269999",
    ],
)
def test_a_rule_that_never_falls_on_a_day_is_not_entered(rule: str) -> None:
    sentence = refusal(FollowUp(text="check in", rrule=rule), None, Network(), TODAY)
    assert sentence is not None
    assert "FREQ=WEEKLY;BYDAY=SU" in sentence


def test_a_rule_that_was_there_before_is_not_judged_again() -> None:
    before = FollowUp(text="check in", rrule="sundays")
    assert refusal(before.changed_to(text="check in by phone"), before, Network(), TODAY) is None


@given(st.text(max_size=40))
def test_any_text_is_a_rule_for_days_or_none(text: str) -> None:
    rule = said_rule(text)
    assert rule is None or rule_refusal(rule) is None
    assert rule_refusal(text) is None or rule_refusal(text) != ""
    rule_in_words(text)
