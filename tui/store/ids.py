"""Ids: 42 bits of milliseconds since 1970 and 21 random bits, as decimal integers written as text."""

import secrets
from collections.abc import Callable
from datetime import datetime

_RANDOM_BITS = 21
_LIMIT = 1 << 63


class Mint:
    """Gives ids that count upward within a process."""

    def __init__(self, now: Callable[[], datetime], taken: Callable[[str], bool]) -> None:
        self._now = now
        self._taken = taken
        self._last = 0

    def new(self) -> str:
        """An id higher than every one given before, and not taken."""
        milliseconds = int(self._now().timestamp() * 1000)
        fresh = (milliseconds << _RANDOM_BITS) | secrets.randbits(_RANDOM_BITS)
        self._last = max(fresh, self._last + 1) % _LIMIT
        while self._taken(str(self._last)):
            self._last += 1
        return str(self._last)
