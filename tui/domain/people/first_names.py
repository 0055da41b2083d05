"""Who is known by a first name alone, and who with a whole name that may be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .short_names import FORMS
from .spellings import plain_name

FEW = 3
"""People whom a first name fits; of more, it says nothing of who it is."""

_SHORTEST = 3
"""Letters of a first name that are enough to begin a longer one: Karo, Karoline."""


class FirstNames:
    """The people of one place, by their first names."""

    def __init__(self) -> None:
        self._alone: dict[str, tuple[str, ...]] = {}
        self._exact: dict[str, list[str]] = {}
        self._longer: dict[str, list[str]] = {}
        self._short: dict[int, list[str]] = {}

    def add(self, key: str, names: Sequence[str]) -> None:
        """Somebody, with all their names."""
        if first_name_alone(names):
            self._alone[key] = tuple(names)
        else:
            self._alone.pop(key, None)
        for word in _first_of_whole(names):
            self._exact.setdefault(word, []).append(key)
            for begun in _beginnings(word):
                self._longer.setdefault(begun, []).append(key)
            for form in FORMS.get(word, ()):
                self._short.setdefault(form, []).append(key)

    def fitting(self, names: Sequence[str]) -> Sequence[str]:
        """Those with a whole name whom somebody's first name alone fits; nobody where it fits too many."""
        alone = first_name_alone(names)
        found = self._exact.get(alone, [])
        if not found:
            begun = self._longer.get(alone, []) if len(alone) >= _SHORTEST else []
            found = [*begun, *(key for form in FORMS.get(alone, ()) for key in self._short.get(form, ()))]
        return list(dict.fromkeys(found)) if len(set(found)) <= FEW else []

    @property
    def alone(self) -> Mapping[str, Sequence[str]]:
        """Those known by a first name alone, with all its spellings."""
        return self._alone


def first_name_alone(names: Sequence[str]) -> str:
    """The first name of somebody who has no other; empty where there is more of a name."""
    plain = {plain_name(name) for name in names}
    [only] = plain if len(plain) == 1 else [()]
    return only[0] if len(only) == 1 and only[0].isalpha() else ""


def _beginnings(word: str) -> Iterator[str]:
    return (word[:length] for length in range(_SHORTEST, len(word)))


def _first_of_whole(names: Iterable[str]) -> set[str]:
    """The first names in whole names."""
    return {name[0] for name in map(plain_name, names) if len(name) > 1 and len(name[0]) > 1}
