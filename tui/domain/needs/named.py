"""The supporters named in a form: those found in the directory, and those new to it."""

from collections.abc import Callable, Mapping

from tui.domain.language.plain import Plain, as_texts
from tui.domain.language.text import fold
from tui.domain.language.words import KINDS
from tui.domain.records.goal import Goal
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter


class Named:
    """Collects what naming people and places changes; the same name twice is one supporter."""

    def __init__(self, network: Network, goal: Goal, new_id: Callable[[], str]) -> None:
        self._goal = goal
        self._new_id = new_id
        self._changed: dict[str, Supporter] = {}
        self._by_name: dict[str, Supporter] = {}
        for supporter in network.supporters.values():
            for alias in supporter.aliases:
                self._by_name.setdefault(fold(alias), supporter)
        self._by_name.update({fold(supporter.name): supporter for supporter in network.supporters.values()})

    @property
    def changed(self) -> tuple[Supporter, ...]:
        """The supporters that are new or changed, in the order in which they were named."""
        return tuple(self._changed.values())

    def add_person(self, person: Mapping[str, Plain]) -> None:
        """Somebody who comes to mind. A kind ticked counts as "could", and never less than was known."""
        said = {field: person[field] for field in ("relationship", "circle") if field in person}
        ticked = as_texts(person.get("kinds"))
        supporter = self._found_or_new(str(person["name"]))
        gives = dict(supporter.gives) | {
            kind: max(supporter.gives.get(kind, 0), 1) for kind in KINDS if kind in ticked
        }
        self._keep(supporter, gives=gives, **said)

    def add_trailblazer(self, name: str, *, known: bool) -> None:
        """Somebody who has walked the way: a candidate for a mentor, unless they are on that road already."""
        supporter = self._found_or_new(name, state="candidate", circle="middle" if known else "outer")
        self._keep(supporter, mentor=supporter.mentor or "identified")

    def add_place(self, name: str) -> None:
        """Where people with the same goal meet: a group that could be visited."""
        self._keep(self._found_or_new(name, state="candidate", circle="outer", relationship="group"))

    def _found_or_new(self, name: str, **fields: Plain) -> Supporter:
        if found := self._by_name.get(fold(name)):
            return found
        return Supporter.model_validate({"name": name, **fields})

    def _keep(self, supporter: Supporter, **fields: object) -> None:
        """Take the changes in, and the goal with them where the supporter is kept for certain goals."""
        goals = supporter.goals
        if goals and self._goal.id not in goals:
            goals = (*goals, self._goal.id)
        kept = supporter.changed_to(id=supporter.id or self._new_id(), goals=goals, **fields)
        if kept != supporter:
            self._changed[kept.id] = kept
            names = {fold(name) for name in (kept.name, *kept.aliases)}
            self._by_name.update(
                {name: kept for name in names if self._by_name.get(name, supporter) == supporter}
            )
