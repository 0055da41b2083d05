"""Ways to ease a clock: to put it off, slow it down, stop it, or let it begin anew without a talk."""

from datetime import date, timedelta

from tui.domain.records.log import Exchange
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

from .due import clocks_due
from .rhythm import cadence_of

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
SLOWER = (7, 14, 30, 60, 90, 180, 365)
"""The cadences to slow down to, in days."""


def forgiven(network: Network, today: date) -> tuple[Supporter, ...]:
    """All whose clock is due, as they are when it begins anew today. Nobody is marked as spoken with."""
    return tuple(begun_anew(supporter, today) for supporter, _ in clocks_due(network, today))


def begun_anew(supporter: Supporter, today: date) -> Supporter:
    """The clock counts from today on, as if there had been a talk; the log knows that there was none."""
    return supporter.changed_to(clock_from=today)


def talked(supporter: Supporter, today: date) -> Exchange:
    """A talk today, of which there is nothing more to say yet."""
    return Exchange(supporters=(supporter.id,), date=today)


def put_off(supporter: Supporter, until: date | None) -> Supporter:
    """The clock rests until a day; without one it runs again."""
    return supporter.changed_to(snoozed_until=until)


def slower_than(days: int) -> int:
    """The next slower cadence; the slowest, or one slower still, stays as it is.

    >>> slower_than(30), slower_than(45), slower_than(365)
    (60, 60, 365)
    """
    return next((cadence for cadence in SLOWER if cadence > days), days)


def slowed(supporter: Supporter) -> Supporter:
    """With the next slower cadence; without a clock it stays so."""
    days = cadence_of(supporter)
    return supporter.changed_to(cadence=slower_than(days)) if days else supporter


def paused(supporter: Supporter) -> Supporter:
    """Left in peace until further notice."""
    return supporter.changed_to(state="paused")


def without_clock(supporter: Supporter) -> Supporter:
    """Never due again."""
    return supporter.changed_to(cadence=0)
