"""Who is known by a first name alone, and who with a whole name that may be."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from .short_names import FORMS
from .spellings import plain_name

SAME = "the same first name, which few others have"
SHORT = "a short form of the first name, which fits few others"

FEW = 3
"""People whom a first name fits; of more, it says nothing of who it is."""

_SHORTEST = 3
"""Letters of a first name that are enough to begin a longer one: Karo, Karoline."""


class FirstNames:
    """The people of one place, by their first names."""

    def __init__(self) -> None:
        self._known_so: dict[str, tuple[str, ...]] = {}
        self._exact: dict[str, list[str]] = {}
        self._longer: dict[str, list[str]] = {}
        self._short: dict[int, list[str]] = {}

    def add(self, key: str, names: Sequence[str]) -> None:
        """Somebody, with all their names."""
        if _alone(names):
            self._known_so[key] = tuple(names)
        else:
            self._known_so.pop(key, None)
        for word in _first_of_whole(names):
            self._exact.setdefault(word, []).append(key)
            for begun in _beginnings(word):
                self._longer.setdefault(begun, []).append(key)
            for form in FORMS.get(word, ()):
                self._short.setdefault(form, []).append(key)

    def fitting(self, names: Sequence[str]) -> Mapping[str, str]:
        """Those with a whole name whom somebody's first name alone fits, each with the reason.

        Nobody where it fits too many. The same first name counts before one that is only short for it.
        """
        alone = _alone(names)
        exact = {key: SAME for word in alone for key in self._exact.get(word, ())}
        found = exact or {key: SHORT for word in alone for key in self._shortened(word)}
        return found if len(found) <= FEW else {}

    def _shortened(self, word: str) -> Iterator[str]:
        if len(word) >= _SHORTEST:
            yield from self._longer.get(word, ())
        for form in FORMS.get(word, ()):
            yield from self._short.get(form, ())

    @property
    def known_so(self) -> Mapping[str, Sequence[str]]:
        """Those known by a first name alone, with all its spellings."""
        return self._known_so


def _alone(names: Sequence[str]) -> set[str]:
    """The first names of somebody who has no others; nothing where there is more of a name."""
    plain = {plain_name(name) for name in names}
    if all(len(name) == 1 and name[0].isalpha() for name in plain):
        return {name[0] for name in plain}
    return set()


def _beginnings(word: str) -> Iterator[str]:
    return (word[:length] for length in range(_SHORTEST, len(word)))


def _first_of_whole(names: Iterable[str]) -> set[str]:
    """The first names in whole names."""
    return {name[0] for name in map(plain_name, names) if len(name) > 1 and len(name[0]) > 1}
