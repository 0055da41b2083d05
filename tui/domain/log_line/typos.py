"""Slips of the fingers in the words that matter: a letter left out, doubled, or two in the wrong order."""

from collections.abc import Sequence
from dataclasses import replace

from .tokens import Token
from .words import LogWords

_MENDED = (
    "called",
    "asked",
    "asking",
    "texted",
    "phoned",
    "messaged",
    "talked",
    "helped",
    "lunch",
    "coffee",
    "dinner",
    "promised",
    "offered",
    "listened",
    "listen",
    "yesterday",
    "tomorrow",
    "tonight",
    "morning",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "feedback",
    "advice",
    "every",
    "thanked",
    "explained",
)


def _slips(word: str) -> set[str]:
    left_out = {word[:at] + word[at + 1 :] for at in range(1, len(word))}
    doubled = {word[:at] + word[at] + word[at:] for at in range(len(word))}
    turned = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return (left_out | doubled | turned) - {word}


_MEANT = {slip: word for word in _MENDED for slip in _slips(word) if len(slip) > 3}
_REAL = frozenset(
    {
        "lunch",
        "talked",
        "every",
        "very",
        "ever",
        "eery",
        "sunday",
        "called",
        "calle",
        "monday",
        "moday",
        "asked",
        "caked",
        "naked",
        "advice",
        "coffee",
        "listen",
        "listed",
        "tuesday",
        "text",
        "texted",
        "tested",
        "helped",
    }
)


def mended(tokens: Sequence[Token], words: LogWords) -> tuple[Token, ...]:
    """The same tokens, with what was meant by a slip."""
    return tuple(
        replace(token, word=meant)
        if (meant := _MEANT.get(token.word)) and token.word not in _REAL and token.word not in words.verbs
        else token
        for token in tokens
    )
