"""One supporter as the directory knows them."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tui.domain.records.log import Exchange
from tui.domain.records.supporter import Supporter
from tui.domain.talks.exchanges import last_heard
from tui.domain.talks.rhythm import Touch, clock_start, touch_of


class Card(NamedTuple):
    """One supporter as the directory knows them: the exchanges newest first, and the days since the last."""

    supporter: Supporter
    exchanges: Sequence[Exchange]
    last: date
    days: int
    touch: Touch

    @property
    def id(self) -> str:
        """The id of the supporter."""
        return self.supporter.id


def card_of(supporter: Supporter, exchanges: Sequence[Exchange], today: date) -> Card:
    """The card of a supporter with these exchanges, the newest first, on a day."""
    last = last_heard(supporter, exchanges, today)
    counted = (today - clock_start(supporter, last, today)).days
    return Card(supporter, exchanges, last, (today - last).days, touch_of(supporter, counted, today))
