"""The acts of a day with what became of each: a function of the network, the day, and what was said of it."""

from dataclasses import replace
from datetime import date

from tui.domain.questionnaire.items import Scoring
from tui.domain.records.network import Network
from tui.domain.support.because import why_ask
from tui.domain.support.coverage import coverages

from .act_lanes import Wording, lanes_of
from .acts import Act, in_turn
from .day import Day
from .so_far import DayAct, morning_of, state_of


def todays_acts(
    network: Network, scoring: Scoring, wording: Wording, today: date, day: Day | None = None
) -> tuple[DayAct, ...]:
    """The acts in their order. What was done or put off today counts among them."""
    day = day or Day()
    lanes = lanes_of(morning_of(network, today), scoring, wording, today, day.places)
    chosen = in_turn(lanes, day.places)
    known = {act.key for act in chosen}
    gone = [act for act, _ in day.marked.values() if act.key not in known]
    if gone:
        rest = in_turn(lanes, day.places - len(gone), {act.person for act in gone if act.person})
        chosen = (*gone, *rest)
    return tuple(_as_it_stands(act, network, scoring, today, day) for act in chosen)


def _as_it_stands(act: Act, network: Network, scoring: Scoring, today: date, day: Day) -> DayAct:
    """An act with its state; one ticked off or put off stays in the words it had then."""
    if (marked := day.marked.get(act.key)) is not None:
        return DayAct(*marked)
    state = state_of(act, network, today)
    return DayAct(_because_of_now(act, network, scoring, today) if state == "open" else act, state)


def _because_of_now(act: Act, network: Network, scoring: Scoring, today: date) -> Act:
    """An ask with the reason that holds now: what was talked about since the morning is in it."""
    coverage = coverages(network, scoring, today).get(act.goal or "") if act.lane == "ask" else None
    if coverage is None or act.kind is None:
        return act
    one = next((one for one in coverage.people if one.id == act.person), None)
    if one is None or act.kind not in one.chances:
        return act
    return replace(act, because=why_ask(coverage, one, act.kind))
