"""All that the parts of a line have said, together."""

from collections.abc import Iterable, Sequence

from tui.domain.language.words import Kind
from tui.domain.talks.rhythm import is_group

from .mentions import Mention
from .passing import Passed, direction
from .reading import Reading
from .understood import Unclear, Understood
from .who import ids_of, unknown_names


def together(
    read: Reading,
    people: Sequence[Mention],
    about: tuple[str, ...],
    marked: tuple[Kind, ...],
    goal: str | None,
) -> Understood:
    """What is understood of a line of which every part was read."""
    ids = ids_of(people) or about
    coming = read.next or read.occasion
    wishes = read.ask is not None or read.answer is not None or coming is not None
    kinds, way = marked or _kinds(read.support, read.wished), direction(read.support)
    if not (people or about):
        kinds, way = marked, None
    if way is None and ((marked and read.ask is None) or (kinds and any(one.kind for one in read.support))):
        way = "received"
    how = read.channel
    if how is None and (read.side_by_side or _a_meeting(read, ids)):
        how = "in-person"
    happened = read.happened or not wishes
    return Understood(
        note=read.line,
        date=read.when or read.today,
        people=ids,
        unknown=unknown_names(people),
        unclear=tuple(
            Unclear(mention.name, mention.ids)
            for mention in {mention.name: mention for mention in people if len(mention.ids) > 1}.values()
        ),
        channel=how,
        direction=way,
        kinds=kinds,
        goal=goal if not read.good_news else None,
        ask=read.ask,
        answer=read.answer,
        follow_up=coming,
        good_news=read.good_news and bool(people),
        later=tuple(id_ for id_ in ids if read.met and id_ not in read.met) if happened else (),
        happened=happened,
    )


def _a_meeting(read: Reading, ids: Sequence[str]) -> bool:
    """Whether a group met: one is named with the day it was, and nothing else said of how."""
    found = [read.network.supporters[id_] for id_ in ids]
    return read.when is not None and bool(found) and all(is_group(one) for one in found)


def _kinds(support: Iterable[Passed], wished: Iterable[Kind]) -> tuple[Kind, ...]:
    named = [one.kind for one in support if one.kind is not None]
    return tuple(dict.fromkeys((*named, *wished)))
