"""How often somebody wants to be heard from, and where that stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

from tui.domain.records.log import Exchange
from tui.domain.records.supporter import Supporter

from .exchanges import last_heard

Touch = Literal["fine", "soon", "due", "overdue", "drifting"]
"""How the days since the last exchange stand to the cadence, from the least to the most."""
TOUCHES: tuple[Touch, ...] = get_args(Touch)
DUE: frozenset[Touch] = frozenset({"due", "overdue", "drifting"})
"""Where it is time to get in touch."""

OF_CIRCLE = {"inner": 7, "middle": 30, "outer": 90}
OF_GROUP = 14
OF_MENTOR = 30

_SOON, _DUE, _OVERDUE, _DRIFTING = 0.8, 1.0, 1.5, 2.5
_DRIFTING_KIN = 5.0


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How the silence of a supporter stands to their cadence on a day.

    `heard` is the day of the last exchange, or the one they came into the network; `since` the day from which
    their clock counts, which is later where it was restarted without a talk. The ratio is that of the days
    since then to the cadence, nought where there is no clock; such a one is never due. `spoken` says whether
    there was any exchange yet.
    """

    heard: date
    since: date
    days: int
    cadence: int
    ratio: float
    touch: Touch
    due_on: date | None
    spoken: bool = True


def rhythm_of(supporter: Supporter, exchanges: Sequence[Exchange], today: date) -> Rhythm:
    """Where it stands with a supporter, by their exchanges, the newest first."""
    heard = last_heard(supporter, exchanges, today)
    since = clock_start(supporter, heard, today)
    days, cadence = (today - since).days, cadence_of(supporter)
    return Rhythm(
        heard,
        since,
        days,
        cadence,
        days / cadence if cadence else 0.0,
        touch_of(supporter, days, today),
        _due_on(supporter, since, cadence),
        bool(exchanges),
    )


def clock_start(supporter: Supporter, heard: date, today: date) -> date:
    """The day from which their clock counts: that of the last exchange, or the later one it was set to."""
    restarted = supporter.clock_from
    return heard if restarted is None or restarted < heard else min(restarted, today)


def rests(supporter: Supporter, today: date) -> bool:
    """Whether their clock is put off."""
    return supporter.snoozed_until is not None and supporter.snoozed_until > today


def _due_on(supporter: Supporter, since: date, cadence: int) -> date | None:
    if not cadence or (date.max - since).days < cadence:
        return None
    due = since + timedelta(days=cadence)
    return due if supporter.snoozed_until is None else max(due, supporter.snoozed_until)


def is_group(supporter: Supporter) -> bool:
    """Whether it is a group or community, not one person."""
    return supporter.relationship in ("group", "community")


def is_mentor(supporter: Supporter) -> bool:
    """Whether they guide, or are on the way to it."""
    return supporter.relationship == "mentor" or supporter.mentor not in (None, "ended", "declined")


def cadence_of(supporter: Supporter) -> int:
    """The days between two exchanges: their own, else what goes with their circle; 0 for no clock."""
    if supporter.cadence is not None:
        return supporter.cadence
    if is_group(supporter):
        return OF_GROUP
    if supporter.relationship == "mentor" or supporter.mentor == "active":
        return OF_MENTOR
    return OF_CIRCLE[supporter.circle]


def touch_after(days: int, cadence: int, *, kin: bool = False) -> Touch:
    """Where a silence of some days stands.

    Kin drift later: friendships fade without contact, family hardly does (Roberts and Dunbar 2015).

    >>> touch_after(10, 7), touch_after(18, 7), touch_after(18, 7, kin=True)
    ('due', 'drifting', 'overdue')
    """
    if cadence <= 0:
        return "fine"
    ratio = round(days / cadence, 6)
    if ratio < _SOON:
        return "fine"
    if ratio < _DUE:
        return "soon"
    if ratio < _OVERDUE:
        return "due"
    return "overdue" if ratio <= (_DRIFTING_KIN if kin else _DRIFTING) else "drifting"


def touch_of(supporter: Supporter, days: int, today: date) -> Touch:
    """Where it stands where the clock counts some days. A clock that rests is always fine."""
    if rests(supporter, today):
        return "fine"
    return touch_after(days, cadence_of(supporter), kin=supporter.relationship in ("family", "partner"))
