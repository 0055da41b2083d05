"""Verdicts: what becomes of feedback, what each verdict requires, and when a parked note comes back.

Each verdict is a function from a note to its next version. A later verdict takes the place of an earlier one.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TypeVar

from pydantic import ValidationError

from tui.domain.language.text import clean_line, clean_note
from tui.domain.language.words import Verdict
from tui.domain.records.feedback import Feedback
from tui.domain.records.record import Record
from tui.domain.records.refusal import Refusal

REST = timedelta(days=1)
"""How long a note that hurts rests before it asks for a verdict."""

PARKED = timedelta(days=14)
"""How long a note is parked unless another day is said."""

OFTEN = 2
"""Parked so many times, a note asks to be declined before it is parked once more."""

_BELONGS: Mapping[Verdict | None, frozenset[str]] = {
    None: frozenset(),
    "accept": frozenset({"next_step", "next_by", "told_on"}),
    "adapt": frozenset({"part", "next_step", "next_by", "told_on"}),
    "park": frozenset({"parked_until"}),
    "decline": frozenset({"reason", "told_on"}),
}
"""What is kept with each verdict."""

N = TypeVar("N", bound=Feedback)

_UNTOUCHED: dict[str, object] = {
    "part": "",
    "next_step": "",
    "next_by": None,
    "parked_until": None,
    "reason": "",
    "told_on": None,
}


class VerdictRefused(ValueError):
    """A verdict lacks what it requires, or cannot be kept. `why` is the sentence for the person."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


def accept(note: Feedback, next_step: str, next_by: date | None, today: date) -> Feedback:
    """It will be done: the next step, and the day to do it by. Raises `VerdictRefused`."""
    return _ruled(note, "accept", today, next_step=clean_line(next_step), next_by=next_by)


def adapt(
    note: Feedback, part: str, today: date, next_step: str = "", next_by: date | None = None
) -> Feedback:
    """A part of it will be done: which; a next step where there is one. Raises `VerdictRefused`."""
    return _ruled(
        note, "adapt", today, part=clean_note(part), next_step=clean_line(next_step), next_by=next_by
    )


def park(note: Feedback, today: date, until: date | None = None) -> Feedback:
    """It comes back later: on that day, or on `day_back`. Raises `VerdictRefused`.

    Moving the day of a note that has not come back yet is not parking it once more.
    """
    moved = note.verdict == "park" and note.parked_times > 0 and not is_back(note, today)
    return _ruled(
        note,
        "park",
        today,
        parked_until=until or day_back(note, today),
        parked_times=note.parked_times + (not moved),
    )


def decline(note: Feedback, reason: str, today: date) -> Feedback:
    """It will not be done: one line that says why. Raises `VerdictRefused`."""
    return _ruled(note, "decline", today, reason=clean_line(reason))


def reopened(note: Feedback) -> Feedback:
    """The note without its verdict, waiting for another."""
    return note.changed_to(**_UNTOUCHED, verdict=None, verdict_on=None)


def heard(note: N, today: date) -> N:
    """A note just written down: one about the person, or one that stings, rests until tomorrow.

    Resting is not counted as parking.
    """
    if note.verdict is not None or not hurts(note):
        return note
    return note.changed_to(verdict="park", verdict_on=today, parked_until=today + REST)


def told(note: Feedback, today: date) -> Feedback:
    """The note once the person it came from has heard what became of it."""
    return note.changed_to(told_on=today)


def tidied(note: Record) -> Record:
    """The note with only what belongs to its verdict: what is right after two versions were joined."""
    if not isinstance(note, Feedback):
        return note
    strays = {field: empty for field, empty in _UNTOUCHED.items() if field not in _BELONGS[note.verdict]}
    return note.changed_to(**strays)


def hurts(note: Feedback) -> bool:
    """Whether it is about the person or stings, so that a night's sleep comes before the verdict."""
    return note.stings or note.about == "person"


def is_back(note: Feedback, today: date) -> bool:
    """Whether a parked note has come back and asks for a verdict again."""
    return note.verdict == "park" and (note.parked_until is None or note.parked_until <= today)


def to_sort(note: Feedback, today: date) -> bool:
    """Whether a note asks for a verdict: it has none yet, or it was parked and is back."""
    return note.verdict is None or is_back(note, today)


def day_back(note: Feedback, today: date) -> date:
    """The day on which a note comes back if it is parked today and no other day is said."""
    return today + (REST if note.verdict is None and hurts(note) else PARKED)


def asks_to_be_declined(note: Feedback) -> bool:
    """Whether parking it once more should first ask: decline it?"""
    return note.parked_times >= OFTEN


def untold(note: Feedback) -> bool:
    """Whether somebody could be told what was done with what they said, and has not been."""
    return note.verdict in ("accept", "adapt") and note.supporter is not None and note.told_on is None


def lacking(note: Record, today: date) -> Refusal | None:
    """What the verdict of a note lacks, as one sentence; None where nothing is missing.

    Days are judged by the day of the verdict, so that a note of last year may be entered as it was.
    """
    if not isinstance(note, Feedback):
        return None
    since = note.verdict_on or today
    match note.verdict:
        case "accept":
            return _lacking_step(note, since)
        case "adapt":
            if not note.part.strip():
                return Refusal("Taking part of it needs to say which part.", "part")
            return _passed(note, since)
        case "park":
            if note.parked_until is None:
                return Refusal("Parking needs the day it comes back.", "parked_until")
            if note.parked_until <= since:
                sentence = (
                    f"A parked note comes back on a later day than {since}; {note.parked_until} is not."
                )
                return Refusal(sentence, "parked_until")
        case "decline":
            if not note.reason.strip():
                return Refusal("Declining needs one line that says why.", "reason")
        case None:
            pass
    return None


def _lacking_step(note: Feedback, since: date) -> Refusal | None:
    missing = {
        field: words
        for field, words, there in (
            ("next_step", "the next step", note.next_step.strip()),
            ("next_by", "the day to do it by", note.next_by),
        )
        if not there
    }
    if missing:
        return Refusal(f"Accepting needs {' and '.join(missing.values())}.", *missing)
    return _passed(note, since)


def _passed(note: Feedback, since: date) -> Refusal | None:
    if note.next_by is not None and note.next_by < since:
        return Refusal(f"The day to do it by, {note.next_by}, has passed.", "next_by")
    return None


def _ruled(note: Feedback, verdict: Verdict, today: date, **fields: object) -> Feedback:
    """The note with this verdict and what belongs to it, and nothing of an earlier one."""
    try:
        ruled = note.changed_to(**{**_UNTOUCHED, **fields}, verdict=verdict, verdict_on=today)
    except ValidationError as error:
        field = str(error.errors(include_input=False)[0]["loc"][0])
        raise VerdictRefused(Refusal(f"The {field.replace('_', ' ')} is too long.", field)) from None
    if why_not := lacking(ruled, today):
        raise VerdictRefused(why_not)
    return ruled
