"""The filter a person types: words, and terms such as `state:accepted`."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from .text import fold


@dataclass(frozen=True)
class Match:
    """What a filter asks for: every word somewhere in the text, and every term among the record's own."""

    words: tuple[str, ...] = ()
    terms: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.words or self.terms)

    def narrows(self, before: "Match") -> bool:
        """Whether whatever fits this surely fits the one before, as a filter does that is typed on."""
        return narrower(self.words, before.words) and all(
            any(name == own and longer.startswith(value) for own, longer in self.terms)
            for name, value in before.terms
        )

    def takes(self, text: Callable[[], str], terms: Mapping[str, Collection[str]]) -> bool:
        """Whether a record fits: `text` gives its folded text, `terms` its values by the term's name."""
        if not self.takes_terms(terms):
            return False
        if not self.words:
            return True
        haystack = text()
        return all(word in haystack for word in self.words)

    def takes_terms(self, terms: Mapping[str, Collection[str]]) -> bool:
        """Whether a record has every term asked for."""
        return all(_among(value, terms.get(name, ())) for name, value in self.terms)


def narrower(words: Collection[str], before: Collection[str]) -> bool:
    """Whether whatever holds these words surely holds those before."""
    return all(any(old in new for new in words) for old in before)


def read_match(typed: str, names: Collection[str]) -> Match:
    """What was typed, read: `name:value` is a term where `name` is one of `names`, all else are words."""
    words: list[str] = []
    terms: list[tuple[str, str]] = []
    for part in fold(typed).split():
        name, colon, value = part.partition(":")
        if colon and name in names:
            if value:
                terms.append((name, value))
        else:
            words.append(part)
    return Match(tuple(words), tuple(terms))


def _among(value: str, own: Collection[str]) -> bool:
    return any(word.startswith(value) for one in own for word in _beginnings(one))


@lru_cache(maxsize=10_000)
def _beginnings(text: str) -> tuple[str, ...]:
    folded = fold(text)
    return (folded, *folded.split())
