"""Why somebody is worth asking: the facts in one clause, to follow the word "because"."""

from typing import TYPE_CHECKING

from tui.domain.calendar.ago import ago
from tui.domain.language.listing import listed
from tui.domain.language.words import Kind
from tui.domain.talks.rhythm import is_group

if TYPE_CHECKING:
    from .coverage import Coverage
    from .reach import Reach

MARKED = ("", "nice to have", "would help a lot", "cannot do without")
"""How much the person said a kind would help, in the words they said it with."""

_GIVES = ("", "you thought {} could", "{} gives it sometimes", "{} gives it reliably")


def why_ask(coverage: "Coverage", one: "Reach", kind: Kind) -> str:
    """Who covers the kind now, how it was marked, what this person gives of it, and when they last talked."""
    gives = _GIVES[one.supporter.gives[kind]].format(one.supporter.name)
    marked, talked = _marked(coverage, kind), _talked(coverage, one)
    if one.holds(kind):
        alone = "nobody else does" if len(coverage.holders[kind]) == 1 else f"you marked it '{marked}'"
        return f"{gives} and {alone}, but {talked}"
    return f"{_covered(coverage, kind)} and you marked it '{marked}'; {gives}, and {talked}"


def _covered(coverage: "Coverage", kind: Kind) -> str:
    holders = [holder.supporter.name for holder in coverage.holders[kind]]
    if not holders:
        return "nobody covers it reliably"
    return f"only {holders[0]} covers it" if len(holders) == 1 else f"{listed(holders[:3])} cover it in part"


def _marked(coverage: "Coverage", kind: Kind) -> str:
    need = coverage.profile.kinds[kind]
    return MARKED[need.importance] if need is not None else ""


def _talked(coverage: "Coverage", one: "Reach") -> str:
    card = one.card
    if is_group(one.supporter):
        return (
            f"you were there {ago(card.last, coverage.day)}"
            if card.exchanges
            else "you have not been there yet"
        )
    if card.touch == "due":
        return "you are due to talk anyway"
    if card.exchanges:
        return f"you last talked {ago(card.last, coverage.day)}"
    return "no talk with them is written down yet"
