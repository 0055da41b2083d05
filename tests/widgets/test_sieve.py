"""What fits a filter comes bit by bit, the first of it as soon as it is found."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from tui.domain.feedback.pile import FeedbackPile
from tui.domain.language.matching import read_match
from tui.domain.records.feedback import Feedback
from tui.domain.records.network import Network
from tui.widgets import sieve
from tui.widgets.sieve import SCREENFUL, Sieve

if TYPE_CHECKING:
    from tui.domain.records.record import Record

TODAY = date(2026, 3, 18)
MANY = 1000


def pile(*, fits: set[int]) -> FeedbackPile:
    """Many notes, the newest first; those in these places are about running uphill."""
    notes: dict[str, Record | None] = {
        f"{MANY + place}": Feedback(
            id=f"{MANY + place}",
            text="uphill" if place in fits else "keep the Sunday routine",
            date=TODAY - timedelta(days=place),
        )
        for place in range(MANY)
    }
    return FeedbackPile(Network().with_changes(1, {"feedback": notes}), TODAY)


async def steps(pile: FeedbackPile, words: str) -> list[tuple[int, int | None]]:
    """How many notes are shown at each step, and the number that is told."""
    return [(len(shown), count) async for shown, count in Sieve().sift(pile, read_match(words, ()))]


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which every look takes long enough to pause after it."""
    monkeypatch.setattr(sieve, "PAUSE_EVERY", -1.0)


async def test_what_fits_at_once_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sieve, "PAUSE_EVERY", 60.0)
    assert await steps(pile(fits={0, 7}), "uphill") == [(2, 2)]


@pytest.mark.usefixtures("slow")
async def test_the_first_that_fits_is_shown_before_all_were_looked_at() -> None:
    assert await steps(pile(fits={0, MANY - 1}), "uphill") == [(1, None), (2, 2)]


@pytest.mark.usefixtures("slow")
async def test_a_screenful_is_shown_though_less_was_shown_before() -> None:
    many = {0, *range(MANY - SCREENFUL - 5, MANY)}
    assert await steps(pile(fits=many), "uphill") == [(1, None), (SCREENFUL, None), (len(many), len(many))]


@pytest.mark.usefixtures("slow")
async def test_nothing_is_said_to_fit_before_all_were_looked_at() -> None:
    assert await steps(pile(fits=set()), "uphill") == [(0, 0)]
