"""What is saved of a line: the records it makes and changes, all in one transaction."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tui.domain.entry import refusal
from tui.domain.promises.asks import answered, is_open
from tui.domain.records.log import Ask, Exchange, FollowUp, Offer, Progress
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.supporter import Supporter

from .understood import Answered, Understood

_LONGEST = 200_000
"""So many characters a note has room for."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The records that are new, and the asks that were there before, each with its answer."""

    new: tuple[Record, ...]
    changed: tuple[Ask, ...]


def outcome(
    understood: Understood, network: Network, new_id: Callable[[], str], adding: Collection[str] = ()
) -> Outcome:
    """What a line makes. `adding` are those of the unknown names that become supporters.

    A line with nobody in it is kept as progress, of its goal if it names one: no line is lost.
    """
    added = tuple(Supporter(id=new_id(), name=name) for name in understood.unknown if name in adding)
    whole = _with_ids(understood, {one.name: one.id for one in added})
    answer, asks = _answered(whole, network), tuple(_asks(whole, new_id))
    met = tuple(id_ for id_ in whole.people if id_ not in whole.later)
    happened: tuple[Record, ...] = ()
    if whole.happened:
        happened = (
            _exchange(whole, met) if met else Progress(goal=whole.goal, date=whole.date, did=whole.note),
        )
    next_ = tuple(_next(whole, answer))
    return Outcome((*added, *happened, *asks, *next_), (answer,) if answer is not None else ())


def too_long(understood: Understood) -> str | None:
    """The sentence where a line has more characters than can be kept; else None."""
    count = len(understood.note)
    return f"This has {count:,} characters; there is room for {_LONGEST:,}." if count > _LONGEST else None


def _with_ids(now: Understood, ids: Mapping[str, str]) -> Understood:
    """The same with the ids of those who were added among its people."""
    ask, next_ = now.ask, now.follow_up
    return replace(
        now,
        people=(*now.people, *ids.values()),
        ask=ask and replace(ask, people=(*ask.people, *(ids[name] for name in ask.names if name in ids))),
        follow_up=next_
        and replace(next_, people=(*next_.people, *(ids[name] for name in next_.names if name in ids))),
    )


def refused(made: Outcome, network: Network, today: date) -> str | None:
    """Why some of it may not be kept, as one sentence; None if all may."""
    sentences = (
        *(refusal(record, None, network, today) for record in made.new),
        *(refusal(ask, network.asks.get(ask.id), network, today) for ask in made.changed),
    )
    return next(filter(None, sentences), None)


def open_ask(network: Network, person: str, goal: str | None) -> Ask | None:
    """The ask an answer of somebody is to: one for the goal before the others, the newest of them."""
    theirs = [ask for ask in network.asks.values() if ask.supporter == person and _waits(ask)]
    return max(theirs, key=lambda ask: (ask.goal == goal, ask.sent_on or date.min, ask.id), default=None)


def _waits(ask: Ask) -> bool:
    return is_open(ask) or ask.state == "silent"


def _exchange(whole: Understood, met: Sequence[str]) -> Exchange:
    only_wished = whole.direction is None
    return Exchange(
        supporters=tuple(met),
        date=whole.date,
        channel=whole.channel,
        direction=whole.direction or "both",
        kinds=() if only_wished else whole.kinds,
        goal=whole.goal,
        note=whole.note,
        their_good_news=whole.good_news,
    )


def _asks(whole: Understood, new_id: Callable[[], str]) -> Iterator[Ask]:
    """One ask of each of those who were asked; with an answer in the same line it has that at once."""
    if whole.ask is None:
        return
    kind = whole.kinds[0] if whole.kinds else None
    met = () if whole.ask.names else tuple(one for one in whole.people if one not in whole.later)
    for person in whole.ask.people or met:
        ask = Ask(
            id=new_id(),
            supporter=person,
            goal=whole.goal,
            kind=kind,
            text=whole.ask.text,
            state="sent",
            sent_on=whole.date,
            due=whole.ask.due,
        )
        if whole.answer is not None and whole.answer.person == person:
            ask = _with_answer(ask, whole.answer, whole)
        yield ask


def _answered(whole: Understood, network: Network) -> Ask | None:
    """The ask that was there before, with its answer; None where there is none, or the line itself asks."""
    if whole.answer is None or (whole.ask is not None and whole.answer.person in whole.ask.people):
        return None
    ask = open_ask(network, whole.answer.person, whole.goal)
    return _with_answer(ask, whole.answer, whole) if ask is not None else None


def _with_answer(ask: Ask, answer: Answered, whole: Understood) -> Ask:
    next_ = whole.follow_up
    again_on = next_.due if next_ is not None and next_.due and next_.due > whole.date else None
    return answered(ask, answer.value, whole.date, again_on if answer.value == "later" else None)


def _next(whole: Understood, answer: Ask | None) -> Iterator[Offer | FollowUp]:
    next_ = whole.follow_up
    if next_ is None:
        return
    if answer is not None and answer.state == "later" and answer.due == next_.due and next_.due is not None:
        return  # the ask itself comes back on that day
    people = next_.people or (() if next_.names else whole.people)
    if not next_.mine or not people:
        yield FollowUp(supporters=people, goal=whole.goal, text=next_.text, due=next_.due, rrule=next_.rrule)
        return
    for person in people:
        yield Offer(
            supporter=person,
            kind=whole.kinds[0] if whole.kinds and whole.ask is None and whole.direction is None else None,
            text=next_.text,
            state=next_.mine,
            date=whole.date,
            due=next_.due,
        )
