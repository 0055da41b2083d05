"""What each verdict asks for, filled in as far as it can be, and the note that follows from the answers."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from tui.domain.feedback.verdicts import accept, adapt, day_back, decline, park
from tui.domain.language.text import clean_line
from tui.domain.language.words import Verdict
from tui.domain.records.feedback import Feedback

from .fields import LONGEST_LINE, Field, FieldType, Form, Value

BY = timedelta(days=7)
"""How far ahead a next step is put unless another day is said."""

_TITLES: Mapping[Verdict, str] = {
    "accept": "Accept",
    "adapt": "Take part of it",
    "park": "Park",
    "decline": "Decline",
}
_STEP_HELP = "the smallest thing you can do"
_DAY_HELP = "Friday, in 2 weeks, 20 Mar"


def verdict_form(note: Feedback, verdict: Verdict) -> Form:
    """The small form of a verdict. Left half-way it keeps a draft of its own."""
    title = f"{_TITLES[verdict]}: {clean_line(note.text[:LONGEST_LINE])}"
    return Form(f"feedback-{note.id}-{verdict}", title, _fields(note, verdict), base=note.document())


def first_answers(note: Feedback, verdict: Verdict, today: date) -> Mapping[str, Value]:
    """What the note itself says to the questions of a verdict."""
    match verdict:
        case "accept":
            suggested = clean_line(note.suggestion.strip().partition("\n")[0])[:LONGEST_LINE]
            still_ahead = note.next_by is not None and note.next_by >= today
            return {
                "next_step": note.next_step or suggested,
                "next_by": note.next_by if still_ahead else today + BY,
            }
        case "adapt":
            still_ahead = note.next_by is not None and note.next_by >= today
            return {
                "part": note.part,
                "next_step": note.next_step,
                "next_by": note.next_by if still_ahead else None,
            }
        case "park":
            return {"parked_until": day_back(note, today)}
        case "decline":
            return {"reason": note.reason}


def ruled(note: Feedback, verdict: Verdict, answers: Mapping[str, Any], today: date) -> Feedback:
    """The note with the verdict. Raises `VerdictRefused`."""
    return _RULES[verdict](note, answers, today)


_RULES: Mapping[Verdict, Callable[[Feedback, Mapping[str, Any], date], Feedback]] = {
    "accept": lambda note, said, today: accept(note, said["next_step"], said["next_by"], today),
    "adapt": lambda note, said, today: adapt(note, said["part"], today, said["next_step"], said["next_by"]),
    "park": lambda note, said, today: park(note, today, said["parked_until"]),
    "decline": lambda note, said, today: decline(note, said["reason"], today),
}


def _fields(note: Feedback, verdict: Verdict) -> tuple[Field, ...]:
    match verdict:
        case "accept":
            return (
                Field("next_step", "Next step", required=True, help=_STEP_HELP),
                Field("next_by", "By", "date", required=True, help=_DAY_HELP),
            )
        case "adapt":
            return (
                Field("part", "Which part", _room_for(note.part), required=True, help="the part you take"),
                Field("next_step", "Next step", help=f"{_STEP_HELP}, or empty"),
                Field("next_by", "By", "date", help=f"{_DAY_HELP}, or empty"),
            )
        case "park":
            return (Field("parked_until", "Back on", "date", required=True, help=_DAY_HELP),)
        case "decline":
            return (
                Field("reason", "Why not", _room_for(note.reason), required=True, help="one line is enough"),
            )


def _room_for(text: str) -> FieldType:
    """A line is quicker; only what does not fit on one gets a note."""
    return "note" if "\n" in text or len(text) > LONGEST_LINE else "line"
