"""Tells what was found: the needs profile in words, the reasons, and what to do next."""

from collections.abc import Iterator

from tui.content import label, questionnaire, vocabulary
from tui.domain.language.words import KINDS, Kind
from tui.domain.needs.advice import next_steps
from tui.domain.needs.needs_profile import Need, NeedsProfile
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network

_WIDTH = 24


def told(network: Network, goal: Goal, profile: NeedsProfile) -> Iterator[str]:
    """The lines to print."""
    yield f"What would help with {goal.title}:"
    for kind, need in profile.ranked:
        yield f"  {label('kind', kind):{_WIDTH}}{_marks(need)}"
        if need.adjustment:
            more = "a little more" if need.adjustment > 0 else "a little less"
            yield f"  {'':{_WIDTH}}{more}, because {'; '.join(need.because)}"
    if unknown := [kind for kind in KINDS if profile.kinds[kind] is None]:
        yield f"Not asked: {', '.join(_spoken(kind) for kind in unknown)}."
    yield from next_steps(network, profile, goal.id, questionnaire().advice, vocabulary()["kind"])


def _marks(need: Need) -> str:
    covered = "not known how well covered" if need.coverage is None else label("coverage", need.coverage)
    words = f"{label('importance', need.importance)}; {covered}"
    return words if need.band is None else f"{words}: {label('band', need.band)}"


def _spoken(kind: Kind) -> str:
    text = label("kind", kind)
    return text[:1].lower() + text[1:]
