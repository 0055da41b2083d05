"""Who does what a part of a line says: the writer, or somebody else."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from .parts import Part
from .words import LogWords

Subject = Literal["me", "them", ""]

_ME = frozenset({"i", "ive", "im", "id", "ill", "we", "weve", "me"})
_THEM = frozenset(
    {"he", "she", "they", "hes", "shes", "theyre", "hed", "shed", "theyd", "hell", "shell", "theyll"}
)
_DONE_BY_ME = frozenset({"listened"})
"""Said of others with their name: alone it is what the writer did."""
_OBJECTS = frozenset({"him", "her", "them"})
"""What was done to those spoken of, was done by the writer."""
_THEM_OR_ME = re.compile(rf"(?<!\S)(?:me|us|my|our)(?!\S)|^(?:@|{'|'.join(sorted(_THEM))})(?!\S)")
"""Words of a part that is not what the writer did for somebody in trouble."""
_PASSED_OVER = frozenset(
    {
        "just",
        "mostly",
        "only",
        "mainly",
        "finally",
        "also",
        "then",
        "so",
        "and",
        "but",
        "quickly",
        "really",
        "#",
        "yes",
        "well",
    }
)


def subjects(parts: Iterable[Part], words: LogWords) -> Iterator[tuple[Part, Subject]]:
    """Each part with its subject. A part that begins with what was done has the subject of the one before."""
    before: Subject = "me"
    troubled = False
    for part in parts:
        subject = _own(part, words, before)
        if troubled and subject == "them" and not _THEM_OR_ME.search(part.text):
            subject = "me"
        troubled = subject == "them" and words.troubled.search(part.text) is not None
        yield part, subject
        before = subject or ("them" if [item.word for item in part.items] == ["@"] else before)


def _own(part: Part, words: LogWords, before: Subject) -> Subject:
    items = [item for item in part.items if item.word not in _PASSED_OVER]
    if not items:
        return ""
    first = items[0].word
    if first in _ME:
        return "me"
    if first in _THEM:
        return "them"
    if first == "@":
        return "them" if len(items) > 1 else ""
    if first in _DONE_BY_ME:
        return "me"
    if before == "them" and len(items) > 1 and items[1].word in _OBJECTS:
        return "me"
    if first in words.verbs or (len(first) > 4 and first.endswith("ed")):
        return before
    return ""
