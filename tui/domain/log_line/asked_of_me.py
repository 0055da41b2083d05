"""What others ask of the writer, and that the writer will do it."""

import re

from .parts import Item, Part

_ASKED = re.compile(
    r"(?:@|he|she|they) (?:also |just )?(?:asked|asks|wanted|invited|begged|needed) "
    r"(?:(?:me|us)(?: (?:to|for|if i(?: could| can| would)?|whether i(?: could| can| would)?))?"
    r"|(?:if|whether) (?:i|we)(?: could| can| would)?|(?:if|whether) (?:id|wed)|for)(?!\S)"
)
_WILL = re.compile(
    r"(?:(?:i|so i|and i) )?(?:said |told @ |have |ive )?"
    r"(?:yes|ok|okay|sure|yep|yeah|of course|gladly|will do|no problem|happy to|glad to|agreed|id love to"
    r"|i will|ill|i would|id|i should be glad|id be (?:glad|happy))(?!\S)"
)
_IN_WORDS = re.compile(r"(?<!\S)(?:i will|ill|i would|id|will do|i should)(?!\S)")


def asked_of_me(part: Part) -> tuple[Item, ...] | None:
    """What somebody asks of the writer; None where nobody does."""
    found = _ASKED.search(part.text)
    return part.after(found.end() + 1) if found is not None else None


def says_i_will(part: Part) -> bool:
    """Whether the writer says so in as many words."""
    return _IN_WORDS.search(part.text) is not None


def i_will(part: Part) -> bool:
    """Whether the writer says yes."""
    return _WILL.match(part.text) is not None
