"""Tables of a data file, taken apart key by key, with a sentence for whatever is wrong."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T", str, int, float, bool)

_NAMES: Mapping[type, str] = {
    str: "a text",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


class DataError(ValueError):
    """A data file is not what it should be. Its text is a sentence that names the place."""


class Table:
    """One table of the file; each key is taken out once, and `done` finds the keys nobody knows."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            raise DataError(f"{where}: this should be a table.")
        self.where = where
        self._rest = dict(value)

    def error(self, sentence: str) -> DataError:
        """An error at this place."""
        return DataError(f"{self.where}: {sentence}")

    def take(self, key: str, type_: type[T], default: T | None = None) -> T:
        """The value of a key; without a default it must be there."""
        value = self._rest.pop(key, default)
        if isinstance(value, int) and type_ is float and not isinstance(value, bool):
            return type_(value)
        if not isinstance(value, type_) or (isinstance(value, bool) and type_ is not bool):
            raise self.error(f'"{key}" should be {_NAMES[type_]}.')
        return value

    def take_one_of(self, key: str, allowed: Sequence[str]) -> str:
        """A text that is one of several."""
        value = self.take(key, str)
        if value not in allowed:
            raise self.error(f'"{key}" cannot be "{value}"; it is one of {", ".join(allowed)}.')
        return value

    def take_table(self, key: str) -> "Table":
        """A table within this one."""
        return Table(self._rest.pop(key, None), f"{self.where}, {key}")

    def take_tables(self, key: str) -> "list[Table]":
        """A list of at least one table."""
        value = self._rest.pop(key, None)
        if not isinstance(value, list) or not value:
            raise self.error(f'"{key}" should be a list.')
        return [Table(entry, f"{self.where}, {key} {n}") for n, entry in enumerate(value, 1)]

    def take_list(self, key: str, type_: type[T]) -> tuple[T, ...]:
        """A list of values."""
        value = self._rest.pop(key, None)
        if not isinstance(value, list) or not all(isinstance(entry, type_) for entry in value):
            raise self.error(f'"{key}" should be a list.')
        return tuple(value)

    def has(self, key: str, type_: type[object] = object) -> bool:
        """Whether the key is there, with a value of this type."""
        return isinstance(self._rest.get(key), type_) if key in self._rest else False

    def done(self) -> None:
        """Make sure that no key is left."""
        if self._rest:
            raise self.error(f'nobody knows what "{next(iter(self._rest))}" means here.')
