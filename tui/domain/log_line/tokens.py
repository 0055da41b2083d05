"""A line as words: what was typed, where, and what is meant by it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tui.domain.language.text import fold

_TOKEN = re.compile(
    r"(?<!\S)\+[^\W\d_][\w-]*"  # a mark, such as +guidance
    r"|\d{4}-\d\d-\d\d(?!\w)|\d{1,2}\.\d{1,2}\.(?:\d{4})?(?!\w)"  # a day in digits
    r"|\d{1,2}[:/]\d\d?(?!\w)"
    r"|\d+(?:[.,]\d+)*\w*"
    r"|[wW]/"
    r"|e-mail"
    r"|[^\W_](?:\w|['’](?=\w)|(?<=[sS])['’](?=\s))*"
    r"|\S"
)
BREAKS = frozenset(",;:.!?()[]|—–")
"""Signs at which a new part of the line begins."""

_LONGEST = 2_000
"""No more of a line than this many words is read; all of it is kept."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, mark or sign. `word` is what is meant: folded, and without apostrophes."""

    text: str
    word: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.text[0].isalnum()

    @property
    def is_mark(self) -> bool:
        """Whether it marks a kind of support."""
        return len(self.text) > 1 and self.text[0] == "+"

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokens(line: str, typed: Mapping[str, str]) -> tuple[Token, ...]:
    """The line as tokens, with what is meant where people type something shorter."""
    made: list[Token] = []
    for found in _TOKEN.finditer(line):
        if len(made) == _LONGEST:
            break
        word = plain_word(found[0])
        meant = typed.get(_apostrophe(found[0])) or typed.get(word, word)
        made.append(Token(found[0], meant, found.start(), found.end()))
    return tuple(made)


def _apostrophe(text: str) -> str:
    """A short form as it is listed: "we'd" is not "wed"."""
    return text.replace("’", "'").casefold() if "'" in text or "’" in text else ""


@lru_cache(maxsize=20_000)
def plain_word(text: str) -> str:
    """A word as it is compared: folded, without apostrophes."""
    return fold(text.replace("'", "").replace("’", "")).replace(" ", "") or text


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, as the tokens of a line have them."""
    return tuple(plain_word(found[0]) for found in _TOKEN.finditer(name) if found[0][0].isalnum())
