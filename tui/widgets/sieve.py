"""The sieve under a filter: what fits, found bit by bit, so that the keys always have their turn."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.domain.feedback.pile import FeedbackPile
    from tui.domain.language.matching import Match
    from tui.domain.records.feedback import Feedback

SCREENFUL = 60
PAUSE_EVERY = 0.002
PAUSE = 0.004
"""So long it looks, and rests: a key takes several turns of the event loop, and most are to be its own."""

SHORT_PAUSE = 0.001
"""So long it rests while nothing is to be seen yet, for that is what is waited for."""

TO_BE_PAINTED = 0.02
"""So long it rests once there is something to see."""

Sifted = tuple["Sequence[Feedback]", int | None]
"""What was found, and how many these are; None while more are looked for."""


class Sieve:
    """Knows what was found last, so that a longer filter looks only there."""

    def __init__(self) -> None:
        self._last: tuple[Match, list[Feedback]] | None = None

    def forget(self) -> None:
        """Look everywhere the next time: the notes are others."""
        self._last = None

    async def sift(self, pile: "FeedbackPile", match: "Match") -> AsyncIterator[Sifted]:
        """What of the pile fits: the first as soon as they are there, then a screenful, then all of it."""
        if not match:
            yield pile.notes, len(pile.notes)
            return
        found: list[Feedback] = []
        seen = False
        pause_at = monotonic() + PAUSE_EVERY
        for note in pile.fitting(match, self._among(match)):
            if note is not None:
                found.append(note)
                if len(found) == SCREENFUL:
                    seen = True
                    yield found.copy(), None
                    await asyncio.sleep(TO_BE_PAINTED)
            elif monotonic() > pause_at:
                if found and not seen:
                    seen = True
                    yield found.copy(), None
                await asyncio.sleep(PAUSE if seen else SHORT_PAUSE)
                pause_at = monotonic() + PAUSE_EVERY
        self._last = (match, found)
        yield found, len(found)

    def _among(self, match: "Match") -> "Sequence[Feedback] | None":
        """Where to look: among what was found before, if now more is asked for; None for everywhere."""
        if self._last is None:
            return None
        before, found = self._last
        return found if match.narrows(before) else None
