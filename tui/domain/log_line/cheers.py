"""Good news of theirs: by its words, or by two exclamation marks behind what somebody did."""

import re

from .favours import did
from .parts import Part
from .passing import channel
from .unreal import unreal_from
from .words import LogWords

_DID = re.compile(r"@ (?:(?:is|has|have|was|just|finally|officially) )*(\S+)")
_MINE = re.compile(r"(?<!\S)(?:me|us|my|our|i|we)(?!\S)")
_CHEERS = re.compile(r"\s*!\s*!")
_SAD = re.compile(
    r"(?<!\S)(?:lost|broke|broken|failed|forgot|cancelled|canceled|late|missed|hates?|hated|died|dumped|fell|hurt|sick"
    r"|left|stole|ruined|refused|declined|bailed|ghosted|yelled|shouted|said|says|told|asked|called|rang|wants?|needs?"
    r"|crashed|burnt|again|worst|fired|sacked|hospital)(?!\S)"
)


def good_news(part: Part, line: str, words: LogWords) -> bool:
    """Whether a part that is about others tells good news."""
    said = words.good_news.search(words.no_good_news.sub("", part.text))
    return (said is not None and said.start() <= unreal_from(part.text)) or _cheered(part, line, words)


def _cheered(part: Part, line: str, words: LogWords) -> bool:
    """Whether it is told so: "ben got the internship!!"."""
    text = part.text
    found = _DID.match(text)
    return (
        found is not None
        and did(found[1], words)
        and _CHEERS.match(line, part.items[-1].end) is not None
        and not _MINE.search(text)
        and not _SAD.search(text)
        and unreal_from(text) == len(text)
        and channel(text, words) is None
        and not any(kind.gives.search(text) or kind.takes.search(text) for kind in words.kinds.values())
    )
