"""What can go wrong with the store, each with a sentence for the person and an exit code."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tui.domain.records.record import Record

R = TypeVar("R", bound=Record)


class StoreError(Exception):
    """The store could not do what was asked. Its text is one plain sentence."""

    exit_code = 1


class Refused(StoreError):
    """The change goes against a rule; nothing was written."""


class Deleted(Refused):
    """The record was deleted elsewhere meanwhile; `Transaction.bring_back` makes it anew."""


class StoreUnreadable(StoreError):
    """The store is damaged, older or newer than this program understands, or not a store."""

    exit_code = 3


class StoreLocked(StoreError):
    """Another process is writing and did not finish in time."""

    exit_code = 4


class DiskRefused(StoreError):
    """The disk is full, or may not be written to; nothing was acknowledged."""

    exit_code = 5


@contextmanager
def refusals(what: str) -> Iterator[None]:
    """Turns an error of the file system into `DiskRefused` with a sentence that begins with `what`."""
    try:
        yield
    except OSError as error:
        raise DiskRefused(f"{what} ({(error.strerror or 'the disk refused').lower()}).") from error


@dataclass
class Conflict(StoreError, Generic[R]):
    """The same fields of a record were changed here and elsewhere. Nothing was written.

    `base` is the version the change started from, `mine` the change, `theirs` what the store holds now,
    `fields` what differs on both sides. `settled(mine=...)` gives the version to save over `theirs`.
    """

    base: R
    mine: R
    theirs: R
    fields: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return f"This was changed elsewhere meanwhile ({', '.join(self.fields)}); nothing was saved."

    def settled(self, *, mine: bool) -> R:
        """Both joined: the fields in conflict as here (`mine`) or as there, the rest from both sides."""
        ours = self.mine.content()
        before = self.base.content()
        joined = {
            name: value
            for name, value in ours.items()
            if value != before[name] and (mine or name not in self.fields)
        }
        return self.theirs.changed_to(**joined)
