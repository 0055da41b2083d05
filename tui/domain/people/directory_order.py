"""How the directory is put in order, and under which headings."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .directory_card import Card

Order = Literal["name", "longest", "newest"]
"""By name, those not heard from for longest first, or those heard from last first."""
ORDERS: tuple[Order, ...] = get_args(Order)

Grouping = Literal["circle", "standing", "relationship", "none"]
GROUPINGS: tuple[Grouping, ...] = get_args(Grouping)

UNVISITED = "unvisited"
"""Where a group stands to which one has not been yet: it cannot drift away."""

_PLACES = {
    "circle": ("inner", "middle", "outer", "ended"),
    "standing": ("drifting", "overdue", "due", UNVISITED, "soon", "fine", "candidate", "paused", "ended"),
}


@dataclass(frozen=True)
class Heading:
    """The head of a group: the id of what its cards have in common, empty for nothing, and their number."""

    grouping: Grouping
    of: str
    count: int


def standing(card: "Card") -> str:
    """Where a supporter stands: the touch of one who is active, else the state."""
    from tui.domain.talks.rhythm import is_group

    if card.supporter.state != "active":
        return card.supporter.state
    return UNVISITED if is_group(card.supporter) and not card.exchanges else card.touch


def key_of(order: Order) -> "Callable[[Card], tuple[int, ...]]":
    """What cards are sorted by before their names."""
    match order:
        case "longest":
            return lambda card: (-card.days,)
        case "newest":
            return lambda card: (card.days,)
        case "name":
            return lambda _: ()


def in_groups(cards: "Iterable[Card]", grouping: Grouping) -> "list[Card | Heading]":
    """The cards in their order under the heading each belongs to, closest and most pressing group first."""
    if grouping == "none":
        return list(cards)
    groups: dict[str, list[Card]] = {}
    for card in cards:
        groups.setdefault(_group_of(card, grouping), []).append(card)
    rows: list[Card | Heading] = []
    for of in sorted(groups, key=lambda of: _place(of, grouping)):
        rows += [Heading(grouping, of, len(groups[of])), *groups[of]]
    return rows


def _group_of(card: "Card", grouping: Grouping) -> str:
    supporter = card.supporter
    match grouping:
        case "circle":
            return "ended" if supporter.state == "ended" else supporter.circle
        case "standing":
            return standing(card)
        case _:
            return supporter.relationship or ""


def _place(of: str, grouping: Grouping) -> tuple[int, str]:
    """Named groups in their own order, others by name, and what has no name last."""
    places = _PLACES.get(grouping, ())
    if of in places:
        return places.index(of), of
    return len(places) + (not of), of
