"""The acts of a day with what became of each: a function of the network, the day, and what was said of it."""

from datetime import date

from .act_lanes import Wording, lanes_of
from .acts import Act, in_turn
from .network import Network
from .questionnaire import Scoring
from .so_far import Day, DayAct, morning_of, state_of


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
    return tuple(_as_it_stands(act, network, today, day) for act in chosen)


def _as_it_stands(act: Act, network: Network, today: date, day: Day) -> DayAct:
    """An act with its state; one ticked off or put off stays in the words it had then."""
    if (marked := day.marked.get(act.key)) is not None:
        return DayAct(*marked)
    return DayAct(act, state_of(act, network, today))
