"""Where in a line a name stands, so that a word can be told from a name."""

from collections.abc import Sequence

from .directory import LONGEST_NAME
from .tokens import BREAKS, Token
from .words import LogWords

_TOWARDS = frozenset({"to", "for", "by", "at", "about"})
_BEFORE_MONTHS = frozenset(
    {"in", "of", "by", "until", "till", "since", "next", "last", "early", "late", "this", "on"}
)
_CARES = frozenset({"look", "looks", "looked", "looking", "asked", "asking", "asks"})
"""With "after": looked after Lily."""
_BEFORE_THINGS = frozenset(
    {"a", "an", "the", "to", "some", "be", "my", "his", "her", "very", "so", "of", "at"}
)
_MONTHS_FOLLOW = frozenset({"from", "into", "see"})


class Places:
    """The places of a line. `named_to` is where the name that was read last has ended."""

    def __init__(self, tokens: Sequence[Token], words: LogWords) -> None:
        self.tokens = tokens
        self.named_to = 0
        self._words = words
        self._shouted = not any(token.text != token.text.upper() for token in tokens)
        self._count = sum(token.is_word for token in tokens)

    def begins(self, at: int) -> bool:
        """Whether a part of the line begins here."""
        return at == 0 or self.tokens[at - 1].text in BREAKS

    def before(self, at: int) -> Token | None:
        """What stands before in the same part."""
        return None if self.begins(at) else self.tokens[at - 1]

    def after(self, end: int) -> Token | None:
        """What stands after."""
        return self.tokens[end] if end < len(self.tokens) else None

    def written(self, at: int) -> bool:
        """Whether it is written as names are: with a capital, in a line that is not all capitals."""
        return self.tokens[at].capital and not self._shouted

    def acts(self, token: Token) -> bool:
        """Whether it is what somebody does who is named before it."""
        word = token.word
        return word in self._words.after_name | self._words.did or (len(word) > 4 and word.endswith("ed"))

    def joined(self, at: int) -> bool:
        """Whether only an "and" or "or" stands between here and a name."""
        return at > 1 and self.tokens[at - 1].word in ("and", "or") and self.named_to == at - 1

    def ends_what_is_said(self, at: int) -> bool:
        """Whether nothing follows but what a talk was about, or when and where it was."""
        if self.tokens[at].word.endswith("ed"):
            return False
        after = self.after(at + 1)
        return after is None or after.text in BREAKS or after.word in self._words.after_people

    def to_the_end_of_a_name(self, at: int) -> int:
        """Where a name ends that begins here and goes on as long as there are capitals."""
        end = at + 1
        while (
            end < min(len(self.tokens), at + LONGEST_NAME)
            and self.tokens[end].capital
            and self.tokens[end].word not in self._words.never_names
        ):
            end += 1
        return end

    def name_stands(self, at: int, end: int) -> bool:
        """Whether what stands here stands where a name does, so that a word is meant as one."""
        token, before, after = self.tokens[at], self.before(at), self.after(end)
        month = token.word in self._words.months
        if end - at == self._count:
            return True
        if token.word in self._words.rarely_words and (before is None or before.word not in _BEFORE_THINGS):
            return True
        if before is None:
            return after is None or after.text in (":", "+") or after.is_mark or self.acts(after)
        if before.word in self._words.before_name:
            return not (month and before.word in _MONTHS_FOLLOW)
        if before.word == "after" and at > 1 and self.tokens[at - 2].word in _CARES:
            return True
        if before.word in ("and", "or") and at > 1:
            return self.joined(at)
        if before.word in _TOWARDS and self.ends_what_is_said(at):
            return not month or before.word == "to"
        if self.written(at) and before.word not in _BEFORE_MONTHS:
            return after is None or not after.text[0].isdigit()
        return False
