"""Making one supporter of two, and letting all that refers to the second refer to the first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.domain.language.text import fold
from tui.domain.records.contact import LISTS
from tui.domain.records.network import Network
from tui.domain.records.record import Record
from tui.domain.records.references import REFERENCES
from tui.domain.records.supporter import Supporter

SINGLE = (
    "name",
    "circle",
    "relationship",
    "state",
    "channel",
    "birthday",
    "organisation",
    "how_met",
    "notes",
    "their_goals",
    "cadence",
    "responsive",
    "snoozed_until",
    "mentor",
)
"""Fields of which one side is kept."""

_JOINED = (*LISTS, "values", "dates", "sources")
_EITHER = ("told", "sensitive", "never_suggest")
_EMPTY = (None, "", ())

_OTHERS = ("knows", "not_same")
MERGED = (*SINGLE, *_JOINED, *_EITHER, *_OTHERS, "gives", "goals", "clock_from")
"""Every field of a supporter; a test sees to it that none is forgotten."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which two supporters differ: what each says. `keep` where the first says something."""

    field: str
    first: object
    second: object

    @property
    def keep(self) -> bool:
        """Whether the first side is kept unless the person says otherwise."""
        return self.first not in _EMPTY


def choices(first: Supporter, second: Supporter) -> tuple[Choice, ...]:
    """The single fields in which the two say something different."""
    pairs = ((field, getattr(first, field), getattr(second, field)) for field in SINGLE)
    return tuple(Choice(*pair) for pair in pairs if pair[1] != pair[2] and pair[2] not in _EMPTY)


def merged(first: Supporter, second: Supporter, take: Mapping[str, bool]) -> Supporter:
    """The first with all that the second adds; `take` says of which fields the second's side is kept.

    What it does not name is as the choice suggests. The name given up stays as one they also go by.
    """
    fields: dict[str, object] = {
        choice.field: choice.second
        for choice in choices(first, second)
        if take.get(choice.field, not choice.keep)
    }
    name = str(fields.get("name", first.name))
    for field in _JOINED:
        fields[field] = _union(getattr(first, field), getattr(second, field))
    names = _union((first.name, *first.aliases), (second.name, *second.aliases))
    fields["aliases"] = tuple(one for one in names if fold(one) != fold(name))
    kinds = {**second.gives, **first.gives}
    fields["gives"] = {kind: max(first.gives.get(kind, 0), second.gives.get(kind, 0)) for kind in kinds}
    fields["goals"] = (
        tuple(dict.fromkeys((*first.goals, *second.goals))) if first.goals and second.goals else ()
    )
    clocks = [one.clock_from for one in (first, second) if one.clock_from is not None]
    fields["clock_from"] = max(clocks, default=None)
    for field in _OTHERS:
        others = dict.fromkeys((*getattr(first, field), *getattr(second, field)))
        fields[field] = tuple(id_ for id_ in others if id_ not in (first.id, second.id))
    for field in _EITHER:
        fields[field] = getattr(first, field) or getattr(second, field)
    return first.changed_to(**fields)


def repointed(network: Network, before: str, after: str) -> Iterator[Record]:
    """Every record that refers to one supporter, referring to another instead, but for the two themselves."""
    for shelf in network.shelves.values():
        for record in shelf.values():
            if record.id in (before, after):
                continue
            if changed := dict(_repointed(record, before, after)):
                yield record.changed_to(**changed)


def _repointed(record: Record, before: str, after: str) -> Iterator[tuple[str, object]]:
    for field, table in REFERENCES.items():
        held = getattr(record, field, None)
        if table != "supporter" or held is None:
            continue
        if held == before:
            yield field, after
        elif isinstance(held, tuple) and before in held:
            ids = dict.fromkeys(after if id_ == before else id_ for id_ in held)
            yield field, tuple(id_ for id_ in ids if id_ != record.id)


def merge_records(
    network: Network, first: Supporter, second: Supporter, take: Mapping[str, bool]
) -> Mapping[str, Record]:
    """All records that a merge changes, by id; the second supporter is to be deleted beside."""
    whole = merged(first, second, take)
    return {whole.id: whole, **{record.id: record for record in repointed(network, second.id, first.id)}}


def _union(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    there = {fold(value) for value in one}
    return (*one, *(value for value in dict.fromkeys(other) if fold(value) not in there))
