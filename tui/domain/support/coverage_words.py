"""Coverage as people read it: who gives what, what rests on whom, and who carries much."""

from collections.abc import Iterator, Sequence
from datetime import date

from tui.domain.calendar.ago import ago
from tui.domain.language.listing import listed
from tui.domain.language.vocabulary import Vocabulary
from tui.domain.language.words import HOLDS, Kind
from tui.domain.talks.rhythm import is_group

from .coverage import LATELY, Coverage
from .covered import share_in_words
from .reach import Reach, as_heard

_MOST_NAMES = 4
_FADED = ("overdue", "drifting")


def who_gives(coverage: Coverage, kind: Kind, words: Vocabulary) -> str:
    """The active people who give a kind, the surest first; then those who could.

    "Dev reliably (not heard from for 8 months), Ben sometimes; Cleo could", or "nobody yet; Ben could".
    """
    giving = [one for one in coverage.people if one.supporter.state == "active" and kind in one.chances]
    giving.sort(key=lambda one: (-one.supporter.gives[kind], -one.chances[kind], one.supporter.name))
    sure = [
        f"{one.supporter.name} {words['strength'][str(one.supporter.gives[kind])].label}"
        f"{_faded(one, coverage.day)}"
        for one in giving
        if one.supporter.gives[kind] >= HOLDS
    ]
    could = [one.supporter.name for one in giving if one.supporter.gives[kind] < HOLDS]
    said = ", ".join(_shortened(sure)) if sure else "nobody yet"
    return f"{said}; {listed(_shortened(could))} could" if could else said


def sentences(coverage: Coverage, words: Vocabulary) -> Iterator[str]:
    """What rests on one person alone, who carries much, and who is left out, each kindly in a sentence."""
    yield from _alone(coverage, words)
    for one in coverage.people:
        if one.supporter.state == "active" and coverage.carries_much(one):
            yield _much(coverage, one)
    for one in coverage.people:
        if one.supporter.state == "paused" and any(one.supporter.gives.get(kind) for kind in coverage.needed):
            yield f"{one.supporter.name} is paused, and left out."


def carried(coverage: Coverage, one: Reach) -> tuple[Kind, ...]:
    """The needed kinds that somebody holds for a goal, the strongest need first."""
    return tuple(kind for kind in coverage.needed if one.holds(kind))


def spoken(kind: Kind, words: Vocabulary) -> str:
    """A kind in the middle of a sentence."""
    label = words["kind"][kind].label
    return label[:1].lower() + label[1:]


def _alone(coverage: Coverage, words: Vocabulary) -> Iterator[str]:
    by_person: dict[str, list[Kind]] = {}
    for kind in coverage.single_points:
        by_person.setdefault(coverage.holders[kind][0].id, []).append(kind)
    for kinds in by_person.values():
        name = coverage.holders[kinds[0]][0].supporter.name
        what = listed([spoken(kind, words) for kind in kinds])
        rest = "rests" if len(kinds) == 1 else "rest"
        yield f"{what[:1].upper()}{what[1:]} {rest} on {name} alone. Who could be a second voice?"


def _much(coverage: Coverage, one: Reach) -> str:
    name = one.supporter.name
    if coverage.asked_much(one):
        asks = coverage.asked_lately[one.id]
        return f"You asked {name} {asks} times in {LATELY.days} days. A thank you may come first."
    share = share_in_words(coverage.shares[one.id])
    return f"{name} carries {share} of it all. What could somebody else take on?"


def _faded(one: Reach, today: date) -> str:
    card = one.card
    if is_group(one.supporter):
        return "" if one.availability == 1 else " (not visited lately)"
    if as_heard(card) not in _FADED:
        return ""
    since = ago(card.last, today).removesuffix(" ago")
    return f" (not heard from for {since})" if card.exchanges else f" (no talk noted in {since})"


def _shortened(names: Sequence[str]) -> list[str]:
    if len(names) <= _MOST_NAMES:
        return list(names)
    return [*names[: _MOST_NAMES - 1], f"{len(names) - _MOST_NAMES + 1} more"]
