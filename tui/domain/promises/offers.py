"""Offers and promises made to others, from draft to kept: each step gives the next version."""

from datetime import date, timedelta

from tui.domain.language.words import OfferState
from tui.domain.records.log import Offer

STALE_AFTER = timedelta(days=7)
"""How long something promised without a day may rest before it is worth a thought."""

_OPEN: tuple[OfferState, ...] = ("promised", "offered", "drafted")


def offered(offer: Offer, today: date) -> Offer:
    """They know of it; it is up to them."""
    return offer.changed_to(state="offered", date=today, done_on=None)


def promised(offer: Offer, today: date) -> Offer:
    """They took it, or it was promised: now it is to be kept."""
    day = offer.date if offer.state == "offered" else today
    return offer.changed_to(state="promised", date=day, done_on=None)


def kept(offer: Offer, today: date) -> Offer:
    """It is done."""
    return offer.changed_to(state="kept", done_on=today)


def declined(offer: Offer, today: date) -> Offer:
    """They thanked and said no."""
    return offer.changed_to(state="declined", done_on=today)


def dropped(offer: Offer, today: date) -> Offer:
    """It could not be kept, and that is said."""
    return offer.changed_to(state="dropped", done_on=today)


def is_open(offer: Offer) -> bool:
    """Whether there is still something to do about it."""
    return offer.state in _OPEN


def is_overdue(offer: Offer, today: date) -> bool:
    """Whether a promise has passed its day, or an offer without one has rested for more than a week."""
    if offer.state == "drafted" or not is_open(offer):
        return False
    if offer.due is not None:
        return offer.due < today
    return today - offer.date > STALE_AFTER
