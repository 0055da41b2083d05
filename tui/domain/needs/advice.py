"""What to do next about a needs profile: at most three sentences for the result page."""

from collections.abc import Iterator, Mapping, Sequence
from string import Template

from tui.domain.language.vocabulary import Word
from tui.domain.language.words import Kind
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

from .needs_profile import NeedsProfile

MOST = 3
_ASKS = 2


def next_steps(
    network: Network,
    profile: NeedsProfile,
    goal_id: str,
    advice: Mapping[str, str],
    kinds: Mapping[str, Word],
) -> tuple[str, ...]:
    """The next steps for a goal, from the templates in `advice` and the words for the kinds.

    The gaps come first, strongest need first: somebody who could help is asked, once; kinds that nobody is
    down for are named together.
    """
    if not profile.ranked:
        marked = any(need is not None for need in profile.kinds.values())
        return (advice["unneeded"],) if marked else ()
    supporters = [person for person in network.supporters.values() if _counts_for(person, goal_id)]
    steps = [Template(advice[name]).substitute(blanks) for name, blanks in _steps(profile, supporters, kinds)]
    return tuple(steps[:MOST])


def _steps(
    profile: NeedsProfile, supporters: Sequence[Supporter], kinds: Mapping[str, Word]
) -> Iterator[tuple[str, dict[str, str]]]:
    gaps = (*profile.in_band("open"), *profile.in_band("thin"))
    asked: dict[Kind, Supporter] = {}
    for kind in gaps:
        if person := _best(kind, supporters, taken=list(asked.values())):
            asked[kind] = person
    for kind, person in list(asked.items())[:_ASKS]:
        yield "ask", {"name": person.name, "kind": _in_a_sentence(kinds[kind]), "ask": kinds[kind].ask}
    places = [place for place in supporters if place.relationship == "group" and place.state == "candidate"]
    place = places[-1] if places and "belonging" in gaps and "belonging" not in asked else None
    alone = [kind for kind in gaps if not _holders(kind, supporters) and not (place and kind == "belonging")]
    if alone:
        yield "find", {"kind": _listed([_in_a_sentence(kinds[kind]) for kind in alone])}
    if place:
        yield "place", {"place": place.name}
    mentors = [person for person in supporters if person.mentor == "identified"]
    if mentors and "guidance" in gaps:
        yield "mentor", {"name": mentors[-1].name}
    unknown = [kind for kind, need in profile.ranked if need.band is None]
    if unknown:
        yield "say", {"kind": _listed([_in_a_sentence(kinds[kind]) for kind in unknown])}
    elif not gaps:
        yield "covered", {}


def _counts_for(person: Supporter, goal_id: str) -> bool:
    wanted = person.state in {"active", "candidate"} and not person.never_suggest
    return wanted and (not person.goals or goal_id in person.goals)


def _holders(kind: Kind, supporters: Sequence[Supporter]) -> list[Supporter]:
    return [person for person in supporters if person.state == "active" and person.gives.get(kind, 0) > 0]


def _best(kind: Kind, supporters: Sequence[Supporter], taken: Sequence[Supporter]) -> Supporter | None:
    free = [person for person in _holders(kind, supporters) if person not in taken]
    return max(free, key=lambda person: person.gives.get(kind, 0), default=None)


def _in_a_sentence(kind: Word) -> str:
    return kind.label[:1].lower() + kind.label[1:]


def _listed(entries: Sequence[str]) -> str:
    return entries[0] if len(entries) == 1 else f"{', '.join(entries[:-1])} or {entries[-1]}"
