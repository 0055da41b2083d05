"""Joining two versions of a record that went apart, field by field."""

from typing import TypeVar

from tui.domain.records.record import Record

from .errors import Conflict

R = TypeVar("R", bound=Record)


def joined(base: R, mine: R, theirs: R) -> R:
    """What was changed here on top of what was changed there.

    Raises `Conflict` where the same field was changed on both sides to different values.
    """
    before, here, there = base.content(), mine.content(), theirs.content()
    changed_here = {name for name, value in here.items() if value != before[name]}
    clashing = tuple(sorted(name for name in changed_here if there[name] not in (before[name], here[name])))
    if clashing:
        raise Conflict(base, mine, theirs, clashing)
    return theirs.changed_to(**{name: getattr(mine, name) for name in changed_here})
