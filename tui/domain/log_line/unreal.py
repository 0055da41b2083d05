"""What a part of a line denies, misses or only wishes for, so that it is not taken for what happened."""

import re

_UNREAL = re.compile(
    r"(?<!\S)(?:not|didnt|doesnt|never|wasnt|werent|isnt|arent|havent|hasnt|hadnt|couldnt"
    r"|wouldnt|wont|cant|cannot|(?:should|could|would) (?:have|of)|shouldve|couldve|wouldve|wish|if"
    r"|unless|nearly|almost|instead of|forgot to|failed to|refused to|meant to|nobody|rather than)(?!\S)"
    r"|^no (?!problem|worries|idea)"
)
_HOPES = frozenset(
    {
        "hoping",
        "hope",
        "wondering",
        "wonder",
        "wish",
        "if",
        "whether",
        "maybe",
        "unless",
        "once",
        "need",
        "want",
    }
)


def unreal_from(text: str) -> int:
    """Where it begins to say what did not happen; its length where it does not."""
    found = _UNREAL.search(text)
    return found.start() if found is not None else len(text)


def only_hoped(text: str) -> bool:
    """Whether it begins with a hope or a condition."""
    return text.partition(" ")[0] in _HOPES
