"""An answer in the words of what was asked: "will is driving me" where he was asked to."""

import re
from collections.abc import Iterable
from typing import Literal

_DOES = re.compile(
    r"(?<!\S)(?:(?:@|he|she|they)(?P<aux> is| are| will| can)?|hes|shes|theyre|hell|shell|theyll"
    r"|(?:@|he|she|they) (?P<no>cant|cannot|wont|isnt|arent|will not|is not|are not))"
    r"(?P<not> not)?(?: (?:definitely|still|now|also|all|happy to|going to|able to|glad to|free to|in fact))*"
    r" (?P<verb>[a-z]+)"
)
_BARE = re.compile(r"(?:@|he|she|they) ")
_SHORTEST = 3


def echoed(text: str, asks: Iterable[str]) -> tuple[Literal["yes", "no"], int] | None:
    """Whether somebody will do what one of the asks is about, and where in the text that is said."""
    wished = {_stem(word) for ask in asks for word in ask.split()}
    if not wished:
        return None
    for found in _DOES.finditer(text):
        verb = found["verb"]
        if len(verb) < _SHORTEST:
            continue
        bare = found["aux"] is None and found["no"] is None and _BARE.match(found[0])
        if _stem(verb) in wished and (verb.endswith("ing") or not bare):
            return ("no" if found["no"] or found["not"] else "yes"), found.start()
    return None


def _stem(word: str) -> str:
    """What coming, comes and come have in common."""
    if word.endswith("ing") and len(word) > len("ing") + 1:
        word = word.removesuffix("ing")
        if len(word) > _SHORTEST and word[-1] == word[-2]:
            word = word[:-1]
    return word.rstrip("e")
