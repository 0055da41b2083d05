"""A draft that tells somebody what was done with what they said. Nothing is sent."""

import calendar
from collections.abc import Mapping
from datetime import date

from tui.domain.language.template import filled
from tui.domain.records.feedback import Feedback
from tui.domain.records.network import Network

BLANKS = ("name", "said", "part", "step", "by", "me")
"""The blanks a template may have."""

_LONGEST_SAID = 200


def may_be_told(note: Feedback) -> bool:
    """Whether there is anything to tell: a verdict other than to think about it later."""
    return note.verdict in ("accept", "adapt", "decline")


def draft(note: Feedback, network: Network, templates: Mapping[str, str], today: date) -> str:
    """The draft for a note, from the template for its verdict; "nobody" stands for a name that is not known.

    A line whose blank has nothing to say is left out, and so is a day that has passed. Raises `ValueError`
    where there is nothing to tell.
    """
    if note.verdict is None or not may_be_told(note):
        raise ValueError("There is nothing to tell before it is accepted, adapted or declined.")
    supporter = network.supporters.get(note.supporter or "")
    blanks = {
        "name": supporter.name if supporter else templates["nobody"],
        "said": _said(note.text),
        "part": _in_a_sentence(note.part),
        "step": _in_a_sentence(note.next_step),
        "by": _day(note.next_by) if note.next_by and note.next_by >= today else "",
        "me": network.profile.me,
    }
    return filled(templates[note.verdict], blanks)


def _said(text: str) -> str:
    """What was said as a quotation: in one line, the beginning of something long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_SAID:
        return line.rstrip(".")
    return line[:_LONGEST_SAID].rsplit(" ", 1)[0] + " ..."


def _in_a_sentence(text: str) -> str:
    return " ".join(text.split()).rstrip(".")


def _day(day: date) -> str:
    return f"{calendar.day_name[day.weekday()]} {day.day} {calendar.month_name[day.month]}"
