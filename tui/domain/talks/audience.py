"""Who may hear of a goal: as many as the person said, and of those the ones they chose."""

from tui.domain.records.goal import Goal
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter


def may_hear(network: Network, supporter: Supporter, goal: Goal) -> bool:
    """Whether what happens with a goal is theirs to hear, by the audience it was given.

    Anyone: all who are down for it. A small circle: those of them who were chosen, as they are down for this
    very goal, were told that they are counted on, or have heard of it already. One person: whoever has heard
    of it; as long as nobody has, those down for this very goal. Where the audience was never asked it is a
    small circle; what is for nobody is nobody's to hear.
    """
    if supporter.goals and goal.id not in supporter.goals:
        return False
    match goal.audience:
        case "nobody":
            return False
        case "anyone":
            return True
        case "one":
            knowing = have_heard(network, goal)
            return supporter.id in knowing if knowing else goal.id in supporter.goals
        case _:
            chosen = supporter.told or goal.id in supporter.goals
            return chosen or supporter.id in have_heard(network, goal)


def have_heard(network: Network, goal: Goal) -> frozenset[str]:
    """The ids of those who know of a goal: they were asked, talked about it, or were told of progress."""
    asked = {ask.supporter for ask in network.asks.values() if ask.goal == goal.id and ask.state != "drafted"}
    talked = {id_ for one in network.exchanges.values() if one.goal == goal.id for id_ in one.supporters}
    told = {id_ for one in network.progress.values() if one.goal == goal.id for id_ in one.shared_with}
    said = {note.supporter for note in network.feedback.values() if note.goal == goal.id}
    return frozenset(id_ for id_ in {*asked, *talked, *told, *said} if id_)
