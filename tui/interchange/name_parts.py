"""Given and family name, as far as a whole name tells."""

import re
from typing import NamedTuple

_FAMILY_FIRST = re.compile(r"[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Japanese, Chinese and Korean letters: there the name of the family comes first."""

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd"})


class NameParts(NamedTuple):
    """The parts of a name as address books keep them."""

    given: str
    family: str = ""
    suffix: str = ""


def name_parts(name: str) -> NameParts:
    """The parts of a name: the last word is the family's, with the small words before it.

    >>> name_parts("Ludwig van Beethoven")
    NameParts(given='Ludwig', family='van Beethoven', suffix='')
    """
    words = name.split(" ")
    if len(words) > 1 and all(_FAMILY_FIRST.match(word) for word in words):
        return NameParts(" ".join(words[1:]), words[0])
    suffix = ""
    if len(words) > 2 and words[-1].rstrip(".").replace(".", "").lower() in _SUFFIXES:
        suffix = words.pop()
    if len(words) == 1:
        return NameParts(words[0])
    family = len(words) - 1
    if words[0][:1].isupper():
        small = (place for place, word in enumerate(words[1:-1], 1) if word[:1].islower())
        family = next(small, family)
    return NameParts(" ".join(words[:family]), " ".join(words[family:]), suffix)


def is_organisation(name: str, organisation: str, relationship: str | None) -> bool:
    """Whether a name is that of a group or a company, which has no parts."""
    return relationship in ("group", "community") or name == organisation
