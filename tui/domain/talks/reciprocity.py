"""What was given and what was received over the last three months, in words and never as a score."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from tui.domain.language.words import Balance
from tui.domain.records.log import Exchange
from tui.domain.records.supporter import Supporter

from .rhythm import is_group, is_mentor

DAYS = 90
_ENOUGH = 5
_UNEVEN = 0.4
_DECIMALS = 6
_NO_LEDGER = ("partner", "family", "professional")


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """How much was given and received, by the sizes of the exchanges, and how many there were."""

    given: int
    received: int
    entries: int

    @property
    def index(self) -> float:
        """From -1, all received, to 1, all given; near nought where there is little of either."""
        return (self.given - self.received) / (self.given + self.received + 2)

    @property
    def balance(self) -> Balance:
        """The same as one word; few exchanges say nothing yet."""
        if self.entries < _ENOUGH:
            return "too-early"
        index = round(self.index, _DECIMALS)
        if abs(index) < _UNEVEN:
            return "even"
        return "received-more" if index < 0 else "given-more"


def reciprocity(exchanges: Iterable[Exchange], today: date) -> Reciprocity:
    """What passed in the last 90 days. What went both ways counts on both sides."""
    counted = [one for one in exchanges if timedelta() <= today - one.date < timedelta(days=DAYS)]
    given = sum(one.size for one in counted if one.direction != "received")
    received = sum(one.size for one in counted if one.direction != "given")
    return Reciprocity(given, received, len(counted))


def lately(exchanges: Sequence[Exchange], today: date) -> list[Exchange]:
    """Those of the last 90 days, of exchanges that have the newest first."""
    since = today - timedelta(days=DAYS)
    return list(takewhile(lambda one: one.date > since, exchanges))


def balance_with(supporter: Supporter, exchanges: Iterable[Exchange], today: date) -> Balance | None:
    """How it stands between you; None where nobody counts.

    Keeping count marks an exchange, not a close bond (Clark 1984), so the inner circle and kin have no
    ledger; neither have groups, nor those who are paid.
    """
    if supporter.circle == "inner" or supporter.relationship in _NO_LEDGER or is_group(supporter):
        return None
    return reciprocity(exchanges, today).balance


def is_thanked(supporter: Supporter) -> bool:
    """Whether what they gave wants thanks and a report rather than something in return."""
    return is_mentor(supporter)
