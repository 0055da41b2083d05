"""What the log says about each supporter: their exchanges, the newest first."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from operator import attrgetter

from tui.domain.records.log import Exchange
from tui.domain.records.network import Network
from tui.domain.records.shelf import Shelf
from tui.domain.records.supporter import Supporter

ByPerson = Mapping[str, Sequence[Exchange]]


class _Newest:
    """The exchanges last sorted, so that all who ask about the same log share the work.

    Both stand in one pair, so that whoever asks from another thread never meets half of it.
    """

    sorted: tuple[Shelf[Exchange], ByPerson] = (Shelf(), {})


def exchanges_by_person(network: Network) -> ByPerson:
    """The exchanges of each supporter by id, the newest first. Those without any are not there."""
    log, (before, by_person) = network.exchanges, _Newest.sorted
    if log is not before:
        changed = log.changed_since(before)
        by_person = _all_sorted(log) if changed is None else _resorted(by_person, log, before, changed)
        _Newest.sorted = (log, by_person)
    return by_person


_when = attrgetter("date", "id")


def _all_sorted(log: Shelf[Exchange]) -> ByPerson:
    found: dict[str, list[Exchange]] = {}
    for exchange in log.values():
        for id_ in dict.fromkeys(exchange.supporters):
            found.setdefault(id_, []).append(exchange)
    for exchanges in found.values():
        exchanges.sort(key=_when, reverse=True)
    return found


def _resorted(
    by_person: ByPerson, log: Shelf[Exchange], before: Shelf[Exchange], changed: Collection[str]
) -> ByPerson:
    """The same after a few changes: only the people in them are looked at."""
    versions = [one for id_ in changed for one in (before.get(id_), log.get(id_)) if one is not None]
    made = dict(by_person)
    for person in {id_ for exchange in versions for id_ in exchange.supporters}:
        kept = [one for one in by_person.get(person, ()) if one.id not in changed]
        new = [one for id_ in changed if (one := log.get(id_)) is not None and person in one.supporters]
        if kept or new:
            made[person] = sorted([*kept, *new], key=_when, reverse=True)
        else:
            made.pop(person, None)
    return made


def last_heard(supporter: Supporter, exchanges: Sequence[Exchange], today: date) -> date:
    """The day of the last exchange; without one, the day they came into the network. Never ahead of today."""
    if exchanges:
        return min(exchanges[0].date, today)
    return min(supporter.created.date(), today) if supporter.created is not None else today
