"""Acts: the few next steps worth taking today, one a person, each with one reason.

They come from five lanes: ask for support, keep in touch, give back, protect what rests on one person, and
grow the network. The best of each lane comes in turn; places left free go to asks, then to keeping in touch.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from tui.domain.language.words import Kind

Lane = Literal["ask", "keep", "give", "protect", "grow"]
LANES: tuple[Lane, ...] = get_args(Lane)

MOST = 3
"""So many are suggested for a day."""

_FILL: tuple[Lane, ...] = ("ask", "keep")


@dataclass(frozen=True, slots=True)
class Act:
    """One next step. `says` names its words; person, goal and `of`, the record it is about, are ids.

    The score ranks it within its lane. It is never shown.
    """

    lane: Lane
    says: str
    title: str
    because: str
    score: float
    person: str | None = None
    goal: str | None = None
    kind: Kind | None = None
    of: str | None = None

    @property
    def key(self) -> str:
        """By what it is known again later in the day."""
        return "/".join((self.lane, self.person or "", self.goal or "", self.kind or "", self.of or ""))


Lanes = Mapping[Lane, Sequence[Act]]
"""What each lane has, the best first."""


def in_turn(lanes: Lanes, places: int, without: Collection[str] = ()) -> tuple[Act, ...]:
    """The acts for so many places, none for the people named in `without`, and one a person.

    More places never change which come first.
    """
    taken: list[Act] = []
    used = set(without)

    def take(lane: Lane) -> bool:
        if len(taken) < places:
            for act in lanes.get(lane, ()):
                if act not in taken and act.person not in used:
                    taken.append(act)
                    used.update({act.person} if act.person else ())
                    return True
        return False

    for lane in LANES:
        take(lane)
    for lane in _FILL:
        while take(lane):
            pass
    return tuple(taken)
