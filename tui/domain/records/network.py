"""The network: everything the store holds, as one immutable value."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, TypeVar

from .feedback import Feedback
from .goal import Goal
from .log import Ask, Decision, Exchange, FollowUp, Offer, Progress
from .profile import Profile
from .record import Record
from .response import Response
from .shelf import Shelf
from .source import Source
from .supporter import Supporter

RECORD_TYPES: Mapping[str, type[Record]] = MappingProxyType(
    {
        type_.table: type_
        for type_ in (
            Goal,
            Response,
            Supporter,
            Feedback,
            Decision,
            Exchange,
            Progress,
            Ask,
            Offer,
            FollowUp,
            Profile,
            Source,
        )
    }
)
"""Every class of record by the name of its table."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, eq=False)
class Network:
    """All records at one moment. `seq` is the number of the last transaction taken in."""

    seq: int = 0
    shelves: Mapping[str, Shelf[Any]] = field(default_factory=dict)

    def of(self, type_: type[R]) -> Shelf[R]:
        """The records of one class, by id. Records of the class are what is put on its shelf."""
        return self.shelves.get(type_.table) or Shelf()

    @property
    def goals(self) -> Shelf[Goal]:
        return self.of(Goal)

    @property
    def responses(self) -> Shelf[Response]:
        return self.of(Response)

    @property
    def supporters(self) -> Shelf[Supporter]:
        return self.of(Supporter)

    @property
    def feedback(self) -> Shelf[Feedback]:
        return self.of(Feedback)

    @property
    def decisions(self) -> Shelf[Decision]:
        return self.of(Decision)

    @property
    def exchanges(self) -> Shelf[Exchange]:
        return self.of(Exchange)

    @property
    def progress(self) -> Shelf[Progress]:
        return self.of(Progress)

    @property
    def asks(self) -> Shelf[Ask]:
        return self.of(Ask)

    @property
    def offers(self) -> Shelf[Offer]:
        return self.of(Offer)

    @property
    def follow_ups(self) -> Shelf[FollowUp]:
        return self.of(FollowUp)

    @property
    def sources(self) -> Shelf[Source]:
        return self.of(Source)

    @property
    def profile(self) -> Profile:
        """The person's profile; an empty one where none was saved."""
        return next(iter(self.of(Profile).values()), Profile())

    @property
    def empty(self) -> bool:
        """Whether nothing has been recorded yet."""
        return not any(self.shelves.values())

    def with_changes(self, seq: int, changes: Mapping[str, Mapping[str, Record | None]]) -> "Network":
        """The next network: per table, each id with its new record, or None where it is gone."""
        shelves = dict(self.shelves)
        for table, records in changes.items():
            shelves[table] = (shelves.get(table) or Shelf()).with_changes(records)
        return replace(self, seq=seq, shelves=MappingProxyType(shelves))
