"""What became of a day's acts so far: done, put off, or still open.

The acts of a day are those of its morning, so that what is done does not make room for more. What was done is
read from the log; what was ticked off or put off by hand is in `Day`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, Literal

from tui.domain.language.words import HOLDS, Kind
from tui.domain.records.log import Ask, Exchange, Offer
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter
from tui.domain.talks.exchanges import exchanges_by_person

from .acts import Act

if TYPE_CHECKING:
    from tui.domain.records.record import Record

State = Literal["open", "done", "put-off"]

IN_WORDS: Mapping[State, str] = {"open": "", "done": "done", "put-off": "not today"}
"""What is said of an act in a state; of an open one nothing."""


@dataclass(frozen=True, slots=True)
class DayAct:
    """An act with what became of it today."""

    act: Act
    state: State = "open"


def morning_of(network: Network, today: date) -> Network:
    """The network as it would be without what was done today, and without asks that are only drafted.

    The same network, where there is nothing of either.
    """
    changes: dict[str, dict[str, Record | None]] = {
        Exchange.table: {
            one.id: None
            for exchanges in exchanges_by_person(network).values()
            for one in takewhile(lambda one: one.date >= today, exchanges)
            if one.date == today
        },
        Ask.table: {
            one.id: None for one in network.asks.values() if one.state == "drafted" or one.sent_on == today
        },
        Offer.table: {
            one.id: one.model_copy(
                update={"state": "offered" if one.state == "declined" else "promised", "done_on": None}
            )
            for one in network.offers.values()
            if one.done_on == today
        },
        Supporter.table: dict(_before_their_yes(network, today)),
    }
    changed = {table: records for table, records in changes.items() if records}
    return network.with_changes(network.seq, changed) if changed else network


def _before_their_yes(network: Network, today: date) -> Iterator[tuple[str, Supporter]]:
    """Those who were asked today and said yes, as if they could give it but did not yet."""
    said_yes: dict[str, set[Kind]] = {}
    for ask in network.asks.values():
        if ask.state == "yes" and ask.sent_on == today and ask.supporter and ask.kind:
            said_yes.setdefault(ask.supporter, set()).add(ask.kind)
    for id_, kinds in said_yes.items():
        supporter = network.supporters.get(id_)
        if supporter is not None and (
            raised := {kind for kind in kinds if supporter.gives.get(kind) == HOLDS}
        ):
            yield id_, supporter.changed_to(gives={**supporter.gives, **dict.fromkeys(raised, HOLDS - 1)})


def state_of(act: Act, network: Network, today: date) -> State:
    """Whether the log of today says that it is done."""
    match act.lane:
        case "ask":
            done = any(
                ask.supporter == act.person and ask.sent_on == today and ask.kind in (None, act.kind)
                for ask in network.asks.values()
            )
        case "give" if act.of is not None:
            offer = network.offers.get(act.of)
            done = offer is not None and offer.state not in ("offered", "promised")
        case "give":
            done = any(one.direction != "received" for one in _today(network, act.person, today))
        case "keep":
            done = bool(_today(network, act.person, today))
        case _:
            done = False
    return "done" if done else "open"


def _today(network: Network, person: str | None, today: date) -> Sequence[Exchange]:
    exchanges = exchanges_by_person(network).get(person or "", ())
    return [one for one in exchanges if one.date == today]
