"""Who is due: those not heard from for as long as their cadence, the most pressing first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tui.domain.needs.needed import needed_now, share_held, total
from tui.domain.questionnaire.items import Scoring
from tui.domain.records.network import Network
from tui.domain.records.shared import shared
from tui.domain.records.supporter import Supporter

from .exchanges import exchanges_by_person
from .rhythm import DUE, Rhythm, is_group, rhythm_of

SHOWN = 5
"""So many are shown at once; the rest is behind "more"."""

_AT_MOST = 4.0


@dataclass(frozen=True, slots=True)
class Due:
    """Somebody who is due; the higher the score, the earlier in the list. It is never shown."""

    supporter: Supporter
    rhythm: Rhythm
    score: float


@shared
def due_people(network: Network, scoring: Scoring, today: date) -> tuple[Due, ...]:
    """All who are due and may be suggested: the long silent first, more so where much rests on them."""
    needed = needed_now(network, scoring)
    of = total(needed)
    found = [
        Due(one, rhythm, score(rhythm, share_held(one, needed, of)))
        for one, rhythm in clocks_due(network, today)
        if not one.never_suggest
    ]
    return tuple(sorted(found, key=lambda due: (-due.score, due.supporter.name.casefold(), due.supporter.id)))


def clocks_due(network: Network, today: date) -> Iterator[tuple[Supporter, Rhythm]]:
    """Everybody who is active and whose clock is due."""
    by_person = exchanges_by_person(network)
    for supporter in network.supporters.values():
        if supporter.state == "active":
            rhythm = rhythm_of(supporter, by_person.get(supporter.id, ()), today)
            if rhythm.touch in DUE:
                yield supporter, rhythm


def silence_in_words(due: Due) -> str:
    """How long the silence is; nobody can drift away from what has not begun."""
    if not due.rhythm.spoken:
        return "not visited yet" if is_group(due.supporter) else "no talk noted yet"
    days, every = due.rhythm.days, due.rhythm.cadence
    return f"{days} of {every} day{'' if every == 1 else 's'}"


def score(rhythm: Rhythm, share: float) -> float:
    """How pressing it is: the silence, up to four times the cadence, and how much rests on them."""
    return min(rhythm.ratio, _AT_MOST) * (1 + share)
