"""The sieve under a filter: what fits, found bit by bit, so that the keys always have their turn."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.feedback import Feedback
    from tui.domain.feedback_pile import FeedbackPile
    from tui.domain.matching import Match

SCREENFUL = 60
PAUSE_EVERY = 0.006
"""So long it looks before the keys have their turn."""

Sifted = tuple["Sequence[Feedback]", int | None]
"""What was found, and how many these are; None while more are looked for."""


class Sieve:
    """Knows what was found last, so that a longer filter looks only there."""

    def __init__(self) -> None:
        self._last: tuple[str, list[Feedback]] | None = None

    def forget(self) -> None:
        """Look everywhere the next time: the notes are others."""
        self._last = None

    async def sift(self, pile: "FeedbackPile", match: "Match", typed: str) -> AsyncIterator[Sifted]:
        """What of the pile fits: the first screenful as soon as it is there, then all of it."""
        if not match:
            yield pile.notes, len(pile.notes)
            return
        found: list[Feedback] = []
        shown, pause_at = False, monotonic() + PAUSE_EVERY
        for place, note in enumerate(self._within(pile, typed)):
            if pile.fits(note, match):
                found.append(note)
            if place % 32 == 0 and monotonic() > pause_at:
                if not shown and len(found) >= SCREENFUL:
                    yield found.copy(), None
                    shown = True
                await asyncio.sleep(0)
                pause_at = monotonic() + PAUSE_EVERY
        self._last = (typed, found)
        yield found, len(found)

    def _within(self, pile: "FeedbackPile", typed: str) -> "Sequence[Feedback]":
        """Where to look: what was found before, if now more is asked for; else everywhere."""
        before, found = self._last or ("", None)
        if found is not None and typed.startswith(before) and ":" not in typed[len(before) :]:
            return found
        return pile.notes
