"""What became of a day's acts so far: done, put off, or still open.

The acts of a day are those of its morning, so that what is done does not make room for more. What was done is
read from the log; what was ticked off or put off by hand is kept quietly for the day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from itertools import takewhile
from typing import TYPE_CHECKING, Literal, get_args

from tui.domain.language.words import HOLDS, KINDS, Kind
from tui.domain.records.log import Ask, Exchange, Offer
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter
from tui.domain.talks.exchanges import exchanges_by_person

from .acts import LANES, MOST, Act

if TYPE_CHECKING:
    from tui.domain.records.record import Record

How = Literal["done", "put-off"]
"""What became of an act by hand."""

State = Literal["open", "done", "put-off"]

_PREFIX = "today"
_SHORT = 2_000


@dataclass(frozen=True, slots=True)
class DayAct:
    """An act with what became of it today."""

    act: Act
    state: State = "open"


@dataclass(frozen=True)
class Day:
    """What was said of a day's acts: those ticked off or put off, and how many more were asked for."""

    marked: Mapping[str, tuple[Act, How]] = field(default_factory=dict)
    more: int = 0

    @property
    def places(self) -> int:
        """How many acts the day has."""
        return MOST + self.more

    def with_mark(self, act: Act, how: How) -> "Day":
        """With an act ticked off or put off; the same again takes it back."""
        marked = dict(self.marked)
        before = marked.pop(act.key, None)
        if before is None or before[1] != how:
            marked[act.key] = (act, how)
        return replace(self, marked=marked)

    def with_more(self) -> "Day":
        """With as many acts again."""
        return replace(self, more=self.more + MOST)

    def document(self) -> dict[str, object]:
        """The day as plain JSON values."""
        acts = [{**asdict(act), "how": how} for act, how in self.marked.values()]
        return {"acts": acts, "more": self.more}


def draft_name(today: date) -> str:
    """The name under which the day is kept."""
    return f"{_PREFIX}-{today}"


def is_past(name: str, today: date) -> bool:
    """Whether a draft is that of another day, and so no longer needed."""
    return name.startswith(f"{_PREFIX}-") and name != draft_name(today)


def read_day(draft: object) -> Day:
    """The day as it was kept. What is none of it, or was changed by hand into something else, is left out."""
    if not isinstance(draft, dict):
        return Day()
    acts, more = draft.get("acts"), draft.get("more")
    marked: dict[str, tuple[Act, How]] = {}
    for entry in acts if isinstance(acts, list) else ():
        if isinstance(entry, dict) and (read := _read(entry)) is not None:
            marked[read[0].key] = read
    return Day(marked, more if isinstance(more, int) and 0 <= more <= 99 else 0)


def _read(entry: dict[str, object]) -> tuple[Act, How] | None:
    values = {name: entry.get(name) for name in (one.name for one in fields(Act))}
    texts = [values[name] for name in ("says", "title", "because")]
    ids = [values[name] for name in ("person", "goal", "of")]
    how = next((how for how in get_args(How) if how == entry.get("how")), None)
    if (
        how is None
        or values["lane"] not in LANES
        or values["kind"] not in (None, *KINDS)
        or not isinstance(values["score"], (int, float))
        or not all(isinstance(text, str) and len(text) <= _SHORT for text in texts)
        or not all(id_ is None or (isinstance(id_, str) and id_.isdecimal()) for id_ in ids)
    ):
        return None
    return Act(**values), how  # type: ignore[arg-type]  # each was looked at above


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
