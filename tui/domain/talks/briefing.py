"""A briefing: what is good to know about a supporter before talking with them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from string import Template

from tui.domain.calendar.days import day_in_words
from tui.domain.language.vocabulary import Vocabulary
from tui.domain.language.words import Balance
from tui.domain.promises.asks import first_words
from tui.domain.promises.loops import OpenLoop, open_loops
from tui.domain.records.log import Ask, Exchange, Progress
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

from .audience import may_hear
from .exchanges import exchanges_by_person
from .occasions import BIRTHDAY, Occasion, occasions_of
from .reciprocity import balance_with
from .rhythm import Rhythm, rhythm_of
from .slowing import gaps_between, slows_down

LAST = 3
_RECENT = timedelta(days=60)
_AHEAD = 30
_SOON = 7
_MOST = 3


@dataclass(frozen=True)
class Briefing:
    """What is known, in the order in which it is told. Lists are short and have the newest first."""

    supporter: Supporter
    today: date
    rhythm: Rhythm
    slower: bool
    balance: Balance | None
    last: tuple[Exchange, ...]
    loops: tuple[OpenLoop, ...]
    answered: tuple[Ask, ...]
    good_news: tuple[Exchange, ...]
    milestones: tuple[Progress, ...]
    occasions: tuple[Occasion, ...]
    give: str


def briefing_of(
    network: Network, supporter: Supporter, today: date, giving: Mapping[str, str], words: Vocabulary
) -> Briefing:
    """The briefing on a supporter; `giving` are the words for what to give."""
    exchanges = exchanges_by_person(network).get(supporter.id, ())
    told = Briefing(
        supporter,
        today,
        rhythm_of(supporter, exchanges, today),
        slows_down(gaps_between(exchanges)),
        balance_with(supporter, exchanges, today),
        tuple(exchanges[:LAST]),
        tuple(loop for loop in open_loops(network, today) if supporter.id in loop.people),
        tuple(_answered(network, supporter, today)),
        tuple(one for one in exchanges if one.their_good_news and today - one.date <= _RECENT)[:_MOST],
        tuple(_milestones(network, supporter, today))[:_MOST],
        tuple(sorted(occasions_of(supporter, today, _AHEAD), key=lambda one: one.day)),
        "",
    )
    says, blanks = next(_gifts(told, network, words))
    give = Template(giving[says]).substitute({"name": supporter.name, **blanks})
    return Briefing(**{**vars(told), "give": give})


def said_yes_to(ask: Ask, words: Vocabulary) -> str:
    """What they said yes to, in the words of the ask or as a kind of support."""
    return first_words(ask.text, ask.kind) or (words["kind"][ask.kind].label if ask.kind else "")


def _answered(network: Network, supporter: Supporter, today: date) -> Iterator[Ask]:
    """What they lately said yes to, the newest first."""
    found = [
        ask
        for ask in network.asks.values()
        if ask.supporter == supporter.id
        and ask.state == "yes"
        and ask.answered_on is not None
        and timedelta() <= today - ask.answered_on <= _RECENT
    ]
    yield from sorted(found, key=lambda ask: (ask.answered_on or today, ask.id), reverse=True)[:_MOST]


def _milestones(network: Network, supporter: Supporter, today: date) -> Iterator[Progress]:
    """What was reached lately, is theirs to hear, and they have not heard of; the newest first."""
    reached = [
        one
        for one in network.progress.values()
        if one.milestone and today - one.date <= _RECENT and supporter.id not in one.shared_with
    ]
    goals = [goal for id_ in {one.goal for one in reached} if (goal := network.goals.get(id_ or ""))]
    theirs = {goal.id for goal in goals if may_hear(network, supporter, goal)}
    told = (one for one in reached if one.goal in theirs)
    yield from sorted(told, key=lambda one: (one.date, one.id), reverse=True)


def _gifts(told: Briefing, network: Network, words: Vocabulary) -> Iterator[tuple[str, dict[str, str]]]:
    """What there is to give, the first thing first, by the name of its words and with its blanks."""
    for loop in told.loops:
        if loop.loop == "promise" and loop.line:
            yield "promise", {"text": loop.line}
    for occasion in told.occasions:
        if (occasion.day - told.today).days <= _SOON:
            day = day_in_words(occasion.day, told.today)
            yield "occasion", {"text": occasion.what or BIRTHDAY, "day": day}
    for says, texts in (
        ("good_news", [one.note for one in told.good_news]),
        ("answered", [said_yes_to(ask, words) for ask in told.answered]),
        ("milestone", [one.milestone for one in told.milestones]),
        ("their_goals", [told.supporter.their_goals]),
    ):
        for text in texts:
            if line := text.split("\n", 1)[0]:
                yield says, {"text": line}
    for kind in network.profile.offers:
        label = words["kind"][kind].label
        yield "offer", {"kind": label[:1].lower() + label[1:]}
    yield "listen", {}
