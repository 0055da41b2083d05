"""Names as they are compared: without titles, marks and order, and how two of them resemble each other."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations

from tui.domain.language.text import fold

from .short_names import FORMS, alike

_TITLES_WRITTEN = (
    "dr prof mr mrs ms miss mx herr frau hr fr mme mlle sr sra srta jr jun sen ii iii iv phd md dds esq"
    " ing dipl mag msc bsc ba ma mba rev fam familie family"
)
_TITLES = frozenset(_TITLES_WRITTEN.split())
_SPELT: Mapping[str, str] = {
    "ae": "a",
    "oe": "o",
    "ue": "u",
    "œ": "o",
}
_ASIDE = re.compile(r"\([^()]*\)")
_STAND_INS = re.compile("|".join(_SPELT))
MIN_MISTYPED = 4
"""Letters a word must have before one more or less can be a slip."""

MOST_WORDS = 12
"""Words beyond which a text is no name whose parts could be told apart."""

Name = tuple[str, ...]
"""A name as its words, plain and in their order."""


@lru_cache(maxsize=50_000)
def plain_name(written: str) -> Name:
    """The words of a name, without titles, marks and what is in brackets; a comma turns the order round.

    >>> plain_name("Dr. Zoë Müller-Lüdenscheidt"), plain_name("Mueller, Zoe")
    (('zo', 'muller', 'ludenscheidt'), ('zo', 'muller'))
    """
    if "(" in written:
        written = _ASIDE.sub(" ", written).strip() or written
    family, comma, given = written.partition(",")
    if comma and given.strip() and not set(_words(given)) <= _TITLES:
        written = f"{given} {family}"
    words = [word for word in _words(written) if word not in _TITLES]
    return tuple(words or _words(written))


def _words(written: str) -> list[str]:
    folded = fold(written).replace("'", "").replace("’", "")
    if not folded.replace(" ", "").isalnum():
        folded = "".join(c if c.isalnum() else " " for c in folded)
    return spelt(folded).split()


def spelt(word: str) -> str:
    """A word in the one spelling in which umlauts and their stand-ins are the same."""
    return _STAND_INS.sub(lambda found: _SPELT[found[0]], word) if _STAND_INS.search(word) else word


def resemblance(one: Name, other: Name) -> str:
    """How two different names resemble each other, in a word; empty where they do not.

    `order`, `joined`, `more` (one says more of the same name), `short` (a short form), `slip` (one letter),
    `initial`.
    """
    if len(one) == len(other) and sorted(one) == sorted(other):
        return "order"
    if not one or not other:
        return ""
    if one[0][0] == other[0][0] and spelt("".join(one)) == spelt("".join(other)):
        return "joined"
    if min(len(one), len(other)) < 2 or max(len(one), len(other)) > MOST_WORDS:
        return ""
    if _more(one, other) or _more(other, one):
        return "more"
    first, second = _unshared(one, other)
    if len(first) == len(second) == 1:
        a, b = first[0], second[0]
        if min(len(a), len(b)) == 1:
            return "initial" if a[0] == b[0] else ""
        if alike(a, b):
            return "short"
        if min(len(a), len(b)) >= MIN_MISTYPED and slip(a, b):
            return "slip"
    return ""


def slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter more, less or other, or by two that changed places."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, left = one[start:], other[start:]
    if rest[1:] == left[1:] or rest[1:] == left or rest == left[1:]:
        return True
    return len(rest) > 1 and len(left) > 1 and rest[:2] == left[1::-1] and rest[2:] == left[2:]


def handles(name: Name, *, sought: bool = False) -> Iterator[str]:
    """Words under which a name is kept, and those under which names that resemble it are `sought`."""
    yield "=" + " ".join(sorted(name))
    yield "~" + spelt("".join(name))
    if not 2 <= len(name) <= MOST_WORDS:
        return
    for pair in {*combinations(sorted(name), 2)}:
        yield "+" + " ".join(pair)
    for place, word in enumerate(name):
        rest = " ".join(sorted((*name[:place], *name[place + 1 :])))
        yield f"{'*!'[sought ^ (len(word) == 1)]}{rest} {word[0]}"
        for family in FORMS.get(word, ()):
            yield f"&{rest} {family}"
        if len(word) >= MIN_MISTYPED - 1:
            yield f"-{rest} {word}"
            for letter in range(len(word)):
                yield f"-{rest} {word[:letter]}{word[letter + 1 :]}"


def _more(long: Name, short: Name) -> bool:
    """Whether a name says the other and more; an initial stands for a word that begins so."""
    if len(long) < len(short):
        return False
    words = list(long)
    for word in short:
        if word in words:
            words.remove(word)
        elif len(word) == 1 and len(short) > 2 and (found := next((w for w in words if w[0] == word), "")):
            words.remove(found)
        else:
            return False
    return True


def _unshared(one: Name, other: Name) -> tuple[list[str], list[str]]:
    first, second = list(one), list(other)
    for word in one:
        if word in second:
            first.remove(word)
            second.remove(word)
    return first, second
