"""What is declared of a class of record that has commands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tui.cli.lazy import Entry

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tui.domain.records.network import Network
    from tui.domain.records.record import Record


@dataclass(frozen=True)
class Declared:
    """What the commands of a class of record need to know beyond its fields.

    `first` is the field given without an option when a record is added, `columns` the fields or properties
    that `list` shows, `aliases` more names of the options of fields, `more` the commands only it has.
    `matching` gives the records that fit a filter as the dashboard takes it, where `list` has one;
    `remark` what is worth saying of a record that was added.
    """

    table: str
    summary: str
    first: str
    columns: Sequence[str]
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    more: Mapping[str, Entry] = field(default_factory=dict)
    matching: "Callable[[Network, str, date], Sequence[Record]] | None" = None
    remark: "Callable[[Network, Record, date], str | None] | None" = None

    @property
    def type(self) -> "type[Record]":
        """The class of record."""
        from tui.domain.records.network import RECORD_TYPES

        return RECORD_TYPES[self.table]

    @property
    def noun(self) -> str:
        """What one of its records is called."""
        from tui.domain.entry import noun_of

        return noun_of(self.table)

    @property
    def metavar(self) -> str:
        """How the help calls the first field."""
        return "NAME" if self.first.startswith("supporter") else self.first.upper()

    @property
    def named(self) -> bool:
        """Whether its records go by a name."""
        return self.first in ("name", "title")

    def found(self, network: "Network", wanted: str) -> "Record":
        """The record a person means. Raises `LookupFailed`."""
        from tui.domain.language.text import clean_line
        from tui.domain.records.lookup import find

        return find(network.of(self.type), clean_line(wanted), self.noun)
