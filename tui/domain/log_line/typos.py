"""Slips of the fingers in the words that matter: a letter left out, doubled, or two in the wrong order."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from .tokens import Token

_SHORTEST = 4


def slips(words: Iterable[str], real: Collection[str]) -> Mapping[str, str]:
    """The slips in some words, each with what was meant; what is a word itself is none."""
    known = set(words)
    return {
        slip: word
        for word in known
        for slip in _of(word)
        if len(slip) >= _SHORTEST and slip not in known and slip not in real
    }


def mended(tokens: Sequence[Token], meant: Mapping[str, str]) -> tuple[Token, ...]:
    """The same tokens, with what was meant by a slip."""
    return tuple(replace(token, word=meant[token.word]) if token.word in meant else token for token in tokens)


def _of(word: str) -> Iterable[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]
    for at in range(len(word)):
        yield word[:at] + word[at] + word[at:]
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
