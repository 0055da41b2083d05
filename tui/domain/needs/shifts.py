"""What changed in a needs profile between one look at a goal and the next."""

from dataclasses import dataclass
from typing import Literal

from tui.domain.language.words import Kind

from .needs_profile import Need, NeedsProfile


@dataclass(frozen=True, slots=True)
class Shift:
    """One mark that differs. `before` and `now` are marks on the scale of importance or of coverage."""

    kind: Kind
    scale: Literal["importance", "coverage"]
    before: int
    now: int


def shifts(before: NeedsProfile, now: NeedsProfile) -> tuple[Shift, ...]:
    """The marks that differ, strongest need of now first, kinds no longer needed last.

    Only what was marked both times is compared: not asked is not changed.
    """
    order = [kind for kind, _ in now.ranked]
    order += [kind for kind in now.kinds if kind not in order]
    found: list[Shift] = []
    for kind in order:
        then, here = before.kinds.get(kind), now.kinds[kind]
        if then is None or here is None:
            continue
        found += [shift for shift in (_importance(kind, then, here), _coverage(kind, then, here)) if shift]
    return tuple(found)


def newly_asked(before: NeedsProfile, now: NeedsProfile) -> tuple[Kind, ...]:
    """The kinds marked now that were not marked then."""
    return tuple(
        kind for kind, need in now.kinds.items() if need is not None and before.kinds.get(kind) is None
    )


def _importance(kind: Kind, then: Need, now: Need) -> Shift | None:
    if then.importance == now.importance:
        return None
    return Shift(kind, "importance", then.importance, now.importance)


def _coverage(kind: Kind, then: Need, now: Need) -> Shift | None:
    if then.coverage is None or now.coverage is None or then.coverage == now.coverage:
        return None
    return Shift(kind, "coverage", then.coverage, now.coverage)
