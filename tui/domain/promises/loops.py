"""Open loops: asks that wait for an answer, and what the person said they would do or come back to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from tui.domain.language.words import AskState, Kind, Loop
from tui.domain.records.network import Network
from tui.domain.records.references import shown_name

from .asks import first_words, open_asks
from .offers import is_open

if TYPE_CHECKING:
    from tui.domain.language.vocabulary import Vocabulary

WAITING: frozenset[Loop] = frozenset({"ask", "ask-later"})
"""What waits for somebody else; the rest is one's own to do."""

SAID: Mapping[Loop, str] = {"to-ask": "to ask", "promise": "promised", "offer": "offered"}
"""What one's own loops are called, where nothing else says it."""

_OF_ASK: Mapping[AskState, Loop] = {"sent": "ask", "later": "ask-later", "drafted": "to-ask"}


@dataclass(frozen=True, slots=True)
class OpenLoop:
    """One open loop. `key` is the id of its record, `since` the day it was opened, `due` when it is wanted.

    `people` are ids, `who` their names; `text` is in the person's own words, empty where there are none, and
    `line` what there is room for in one.
    """

    loop: Loop
    key: str
    people: tuple[str, ...]
    who: str
    text: str
    kind: Kind | None = None
    goal: str | None = None
    since: date | None = None
    due: date | None = None

    @property
    def line(self) -> str:
        """Its first words, for where there is room for a line."""
        return first_words(self.text, self.kind)

    def late(self, today: date) -> bool:
        """Whether the day it is wanted is past."""
        return self.due is not None and self.due < today


def what_of(loop: OpenLoop, words: "Vocabulary") -> str:
    """What a loop is about, for where there is room for a line: its first words, else its kind of support."""
    return loop.line or (words["kind"][loop.kind].label if loop.kind else "support")


def open_loops(network: Network, today: date) -> tuple[OpenLoop, ...]:
    """All open loops: what waits for others first, then one's own; in each, what is wanted first."""
    found = [*_asks(network, today), *_offers(network), *_follow_ups(network, today)]
    return tuple(sorted(found, key=_order))


def _order(loop: OpenLoop) -> tuple[bool, date, date, str]:
    return loop.loop not in WAITING, loop.due or date.max, loop.since or date.max, loop.key


def _asks(network: Network, today: date) -> Iterator[OpenLoop]:
    for one in open_asks(network, today):
        ask = one.ask
        if ask.state == "later" and one.wants == "wait":
            continue
        yield OpenLoop(
            _OF_ASK[ask.state],
            ask.id,
            _one(ask.supporter),
            one.person if ask.supporter else "",
            ask.text,
            ask.kind,
            ask.goal,
            None if ask.state == "drafted" else one.since,
            ask.due,
        )


def _offers(network: Network) -> Iterator[OpenLoop]:
    for offer in network.offers.values():
        if is_open(offer) and offer.state != "drafted":
            loop: Loop = "promise" if offer.state == "promised" else "offer"
            people = _one(offer.supporter)
            yield OpenLoop(
                loop,
                offer.id,
                people,
                _who(network, people),
                offer.text,
                offer.kind,
                since=offer.date,
                due=offer.due,
            )


def _follow_ups(network: Network, today: date) -> Iterator[OpenLoop]:
    for one in network.follow_ups.values():
        if one.done_on is None and (one.due is None or one.due <= today):
            yield OpenLoop(
                "follow-up",
                one.id,
                one.supporters,
                _who(network, one.supporters),
                one.text,
                goal=one.goal,
                since=one.due,
                due=one.due,
            )


def _one(id_: str | None) -> tuple[str, ...]:
    return (id_,) if id_ else ()


def _who(network: Network, people: tuple[str, ...]) -> str:
    return ", ".join(shown_name(network, "supporters", id_) for id_ in people)
