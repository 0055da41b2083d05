"""The goal a line is about: one named by any part of its title."""

from collections.abc import Collection, Sequence

from tui.domain.records.goal import Goal
from tui.domain.records.network import Network

from .tokens import Token, name_words
from .words import LogWords

_NAMING = frozenset({"re", "goal"})
_THEIR = frozenset({"his", "her", "their", "your"})
_CLOSED = frozenset({"done", "let-go"})


def goal_named(
    network: Network, tokens: Sequence[Token], taken: Collection[int], words: LogWords
) -> str | None:
    """The id of the one goal of which most words are said; None where there is none, or no telling which."""
    said = [
        _Word(tokens, at)
        for at in range(len(tokens))
        if at not in taken and tokens[at].is_word and not _of_others(tokens, at, taken)
    ]
    found: dict[str, int] = {}
    for goal in network.goals.values():
        if goal.state not in _CLOSED and (count := _count(goal, said, words)):
            found[goal.id] = count
    most = max(found.values(), default=0)
    best = [id_ for id_, count in found.items() if count == most]
    return best[0] if len(best) == 1 else None


def _of_others(tokens: Sequence[Token], at: int, taken: Collection[int]) -> bool:
    """Whether it is somebody else's: her exam, Tariq's exam."""
    if not at:
        return False
    before = tokens[at - 1]
    return before.word in _THEIR or (at - 1 in taken and before.text.endswith(("'s", "’s")))


class _Word:
    """A word of the line: its plain form, and whether the words before say that it names a goal."""

    __slots__ = ("named", "text")

    def __init__(self, tokens: Sequence[Token], at: int) -> None:
        self.text = _singular(tokens[at].word)
        near = [token.word for token in tokens[max(at - 2, 0) : at]]
        self.named = bool(near) and (near[-1] in _NAMING or near[-2:-1] == ["re"])


def _count(goal: Goal, said: Collection[_Word], words: LogWords) -> int:
    title = name_words(goal.title)
    plain = {_singular(word): word for word in title}
    joined = ["".join(title[at:]) for at in range(len(title))]
    count = 0
    for word in {one.text: one for one in said}.values():
        if word.text in plain:
            count += word.named or (len(word.text) > 2 and plain[word.text] not in words.weak_in_goals)
        elif (
            word.text[0].isdigit() and len(word.text) > 2 and any(one.startswith(word.text) for one in joined)
        ):
            count += 1
    return count


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
