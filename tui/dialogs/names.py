"""The names a form offers for a field that refers to another record."""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from tui.domain.language.text import clean_line, fold

if TYPE_CHECKING:
    from tui.domain.records.network import Network

_ENDING = 4


def supporter_names(network: "Network", *chosen: str | None) -> tuple[tuple[str, str], ...]:
    """Every supporter by name. Whoever is chosen but gone stays choosable as "someone"."""
    names = ((one.id, one.name) for one in network.supporters.values())
    return told_apart(names, chosen, "someone")


def goal_titles(network: "Network", chosen: str | None = None) -> tuple[tuple[str, str], ...]:
    """Every goal by title, the active ones first. One that is chosen but gone stays choosable."""
    goals = sorted(network.goals.values(), key=lambda goal: goal.state != "active")
    return told_apart(((one.id, one.title) for one in goals), (chosen,), "a goal that is gone")


def only_goal(network: "Network") -> str | None:
    """The id of the one active goal; None where there is none, or a choice."""
    active = [goal.id for goal in network.goals.values() if goal.state == "active"]
    return active[0] if len(active) == 1 else None


def told_apart(
    named: Iterable[tuple[str, str]], chosen: Iterable[str | None], gone: str
) -> tuple[tuple[str, str], ...]:
    """The ids with their names, and those chosen that are gone under a name of their own.

    Where two go by the same name, the ends of their ids tell them apart.
    """
    names = [(id_, clean_line(name)) for id_, name in named]
    there = {id_ for id_, _ in names}
    names += [(id_, gone) for id_ in dict.fromkeys(chosen) if id_ is not None and id_ not in there]
    often = Counter(fold(name) for _, name in names)
    return tuple(
        (id_, f"{name} ({id_[-_ENDING:]})" if often[fold(name)] > 1 else name) for id_, name in names
    )
