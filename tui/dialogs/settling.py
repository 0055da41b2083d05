"""What may become of a promise, an offer or a follow-up."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .choose import Choice

if TYPE_CHECKING:
    from tui.domain.log import FollowUp, Offer

_WEEK = timedelta(days=7)

_OFFER = (
    Choice("kept", "✓", "done", "You did what you said."),
    Choice("week", "▸", "in a week", "It comes back in a week."),
    Choice("declined", "–", "not needed", "They thanked you and said no."),
    Choice("dropped", "–", "let go of", "You could not, and that is said."),
)
_FOLLOW_UP = (
    Choice("kept", "✓", "done", "You came back to it. What comes again comes on its next day."),
    Choice("tomorrow", "▸", "tomorrow", "It comes back tomorrow."),
    Choice("week", "▸", "in a week", "It comes back in a week."),
    Choice("dropped", "–", "let go of", "You need not come back to it any more."),
)


def ways_to_settle(record: "Offer | FollowUp") -> tuple[str, tuple[Choice, ...]]:
    """What the question says, and what may be chosen."""
    from tui.domain.log import Offer

    words = record.text.split("\n", 1)[0]
    if isinstance(record, Offer):
        return words or "What you said you would", _OFFER
    return words, _FOLLOW_UP


def settled_as(record: "Offer | FollowUp", chosen: str, today: date) -> "tuple[Offer | FollowUp, str]":
    """The record with what was chosen, and what the history says of it."""
    from tui.domain.follow_ups import followed_up
    from tui.domain.log import Offer

    match record, chosen:
        case _, "week":
            return record.changed_to(due=today + _WEEK), "put off something promised"
        case _, "tomorrow":
            return record.changed_to(due=today + timedelta(days=1)), "put off a follow-up"
        case Offer(), "kept":
            return record.changed_to(state="kept", done_on=today), "kept a promise"
        case Offer(), _:
            return record.changed_to(state=chosen, done_on=today), "let go of an offer"
        case _, "kept":
            return followed_up(record, today), "followed up"
        case _:
            return record.changed_to(done_on=today), "let go of a follow-up"
