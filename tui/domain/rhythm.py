"""How often somebody wants to be heard from, and where that stands."""

from datetime import date
from typing import Literal, get_args

from .supporter import Supporter

Touch = Literal["fine", "soon", "due", "overdue", "drifting"]
"""How the days since the last exchange stand to the cadence, from the least to the most."""
TOUCHES: tuple[Touch, ...] = get_args(Touch)

OF_CIRCLE = {"inner": 7, "middle": 30, "outer": 90}
OF_GROUP = 14
OF_MENTOR = 30

_SOON, _DUE, _OVERDUE, _DRIFTING = 0.8, 1.0, 1.5, 2.5
_DRIFTING_KIN = 5.0


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
    """Where it stands with a supporter not heard from for some days. A clock that rests is always fine."""
    if supporter.snoozed_until is not None and supporter.snoozed_until > today:
        return "fine"
    return touch_after(days, cadence_of(supporter), kin=supporter.relationship in ("family", "partner"))
