"""What somebody did for somebody, told in words that no list of kinds has."""

import re

from .parts import Part
from .subjects import Subject
from .words import LogWords

_RELIEF = re.compile(
    r"(?:i|we) (?:could|can|was able|were able|got to|got some|had time|did not have to|didnt have to)(?!\S)"
)
"""What the writer could do for it: Iris stayed, so i could sleep."""
_GOT = re.compile(
    r"(?:i |we )?(?:have )?(?:got|received|was given|were given) (?!back|home|out|away)(?:\S+ ){0,4}from @"
)
_THEIR_RELIEF = re.compile(r"(?:@|he|she|they) (?:could|can|was able|were able|got some|had time)(?!\S)")
_AMONG = re.compile(r"@(?: (?:@|\S+)){1,2} (?:with|beside) (?:@|him|her|them)(?!\S)")
_DID = re.compile(r"(?:(?:i|we|@|he|she|they) )?(?:(?:[a-z]+ly|just|also|even) )*(\S+)")
_MINE = re.compile(r"(?<!\S)(?:me|us|my|our)(?!\S)")
_FOR_ME = re.compile(r"(?<!\S)for (?:me|us)(?!\S)")
_NOT_DONE = frozenset(
    {"waited", "worked", "looked", "felt", "sounded", "was", "were", "had", "voted", "cried", "left"}
)
_FOR_THEM = re.compile(r"(?<!\S)for (?:@|him|her|them)(?!\S)")
_NEAR = 4


def relieved(part: Part, *, by_them: bool, by_me: bool) -> bool | None:
    """Whether the part before was a favour to the writer, or False to them: "so i could sleep"."""
    if by_them and _RELIEF.match(part.text):
        return True
    return False if by_me and _THEIR_RELIEF.match(part.text) else None


def among_others(part: Part, subject: Subject) -> bool:
    """Whether it says what others did with one another: Tom stayed with her."""
    return subject == "them" and _AMONG.match(part.text) is not None


def for_others(part: Part) -> bool:
    """Whether it was done for somebody else: luis covered it for dev."""
    return _FOR_THEM.search(part.text) is not None and _MINE.search(part.text) is None


def favoured(part: Part, subject: Subject, words: LogWords) -> bool | None:
    """Whether a favour was done to the writer, or False by the writer; None where there is none.

    Somebody did something with what is mine, or i did something for somebody.
    """
    if _GOT.match(part.text):
        return True
    found = _DID.match(part.text)
    if found is None or not did(found[1], words):
        return None
    after = part.text[found.end() :]
    if subject == "them" and found[1] not in _NOT_DONE and _FOR_ME.search(after):
        return True
    if found[1] in words.no_favour:
        return None
    if subject == "them":
        return True if _MINE.search(" ".join(after.split()[:_NEAR])) else None
    if subject == "me" and _FOR_THEM.search(after):
        return False
    return None


def did(word: str, words: LogWords) -> bool:
    """Whether it is what somebody has done."""
    return word in words.did or (len(word) > len("need") and word.endswith("ed"))
