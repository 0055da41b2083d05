"""What every record has in common, and the types its fields are made of."""

from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer

Id = Annotated[str, Field(pattern=r"^([1-9][0-9]{0,18})?$")]
"""A decimal integer of at most 63 bits, as text; empty before the record is first saved."""


class OneLine:
    """Marks text that is a single line."""


Line = Annotated[str, Field(max_length=500), OneLine()]
Note = Annotated[str, Field(max_length=200_000)]
Lines = tuple[Line, ...]
Ids = tuple[Annotated[str, Field(pattern=r"^[1-9][0-9]{0,18}$")], ...]
Reference = Annotated[str, Field(pattern=r"^[1-9][0-9]{0,18}$")] | None
"""The id of another record; that record may have been deleted since."""


def instant(at: datetime) -> str:
    """A UTC instant to the millisecond, as it is kept and printed."""
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z")


Instant = Annotated[datetime, PlainSerializer(instant, return_type=str, when_used="json-unless-none")]


class Record(BaseModel):
    """A frozen value with an id. To change one, make the next one with `changed_to`.

    `revision` counts its changes (0: never saved); `created` and `changed` are UTC instants. The store
    sets all three on saving.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    table: ClassVar[str]
    """The name of the table that keeps records of this class."""

    id: Id = ""
    revision: Annotated[int, Field(ge=0)] = 0
    created: Instant | None = None
    changed: Instant | None = None

    def changed_to(self, **fields: Any) -> Self:
        """The next version of this record, validated.

        The values are of any type because they are checked here; raises `pydantic.ValidationError`.
        """
        return type(self).model_validate({**dict(self), **fields})

    def document(self) -> dict[str, Any]:
        """The record as plain JSON values, as the store keeps it and `--json` prints it."""
        return self.model_dump(mode="json")

    def content(self) -> dict[str, Any]:
        """What a person wrote: the document without `id`, `revision`, `created` and `changed`."""
        return self.model_dump(mode="json", exclude=set(BOOKKEEPING))


BOOKKEEPING: frozenset[str] = frozenset({"id", "revision", "created", "changed"})
"""The fields of a record that the store sets."""

Day = date
