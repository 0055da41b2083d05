"""An immutable, ordered collection of records that is cheap to change."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from typing import Generic, TypeVar

R = TypeVar("R")

_MERGE_AT = 512


class Shelf(Mapping[str, R], Generic[R]):
    """Records by id. `with_changes` shares what did not change, whatever the size.

    A large base is shared between versions; a small overlay holds what differs from it, and is merged
    into a new base when it has grown to a few hundred entries.
    """

    __slots__ = ("_base", "_overlay", "_size")

    def __init__(self, base: dict[str, R] | None = None) -> None:
        self._base: dict[str, R] = {} if base is None else base
        self._overlay: dict[str, R | None] = {}
        self._size = len(self._base)

    def with_changes(self, changes: Mapping[str, R | None]) -> "Shelf[R]":
        """The next version: each id with its new record, or None where it is gone."""
        overlay = {**self._overlay, **changes}
        size = self._size
        for id_, record in changes.items():
            size += (record is not None) - (id_ in self)
        if len(overlay) > _MERGE_AT:
            base = dict(self._base)
            for id_, record in overlay.items():
                if record is None:
                    base.pop(id_, None)
                else:
                    base[id_] = record
            return Shelf(base)
        shelf: Shelf[R] = Shelf(self._base)
        shelf._overlay = overlay
        shelf._size = size
        return shelf

    def changed_since(self, before: "Shelf[R]") -> frozenset[str] | None:
        """The ids of all that differs from an earlier version; None where that is not known."""
        if self._base is not before._base:
            return None
        ids = self._overlay.keys() | before._overlay.keys()
        return frozenset(id_ for id_ in ids if self.get(id_) is not before.get(id_))

    def __getitem__(self, id_: str) -> R:
        record = self._overlay[id_] if id_ in self._overlay else self._base[id_]
        if record is None:
            raise KeyError(id_)
        return record

    def __contains__(self, id_: object) -> bool:
        if id_ in self._overlay:
            return self._overlay[id_] is not None
        return id_ in self._base

    def __iter__(self) -> Iterator[str]:
        for id_ in self._base:
            if id_ not in self._overlay or self._overlay[id_] is not None:
                yield id_
        for id_, record in self._overlay.items():
            if record is not None and id_ not in self._base:
                yield id_

    def values(self) -> ValuesView[R]:
        """All records; at the pace of a dict where nothing differs from the base."""
        return super().values() if self._overlay else self._base.values()

    def items(self) -> ItemsView[str, R]:
        """All records with their ids."""
        return super().items() if self._overlay else self._base.items()

    def __len__(self) -> int:
        return self._size
