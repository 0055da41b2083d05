"""Who is named in a line: found in the directory, named by several, or not known yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .directory import LONGEST_NAME, Directory, Ids
from .tokens import BREAKS, Token
from .words import LogWords


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody named by the tokens from `start` to `end`: the ids it could be; none where nobody is known."""

    start: int
    end: int
    name: str
    ids: Ids


def mentions(
    tokens: Sequence[Token], directory: Directory, words: LogWords, meant: Mapping[str, str]
) -> tuple[Mention, ...]:
    """Everybody named, in order. A name said more fully elsewhere in the line means that person here too.

    `meant` are the ids of those who were chosen for a name that several have.
    """
    found = [
        replace(mention, ids=(meant[mention.name],)) if meant.get(mention.name) in mention.ids else mention
        for mention in _Reader(tokens, directory, words).read()
    ]
    clear = {mention.ids[0] for mention in found if len(mention.ids) == 1}
    return tuple(_settled(mention, clear) for mention in found)


def _settled(mention: Mention, clear: set[str]) -> Mention:
    meant = tuple(id_ for id_ in mention.ids if id_ in clear)
    if len(mention.ids) > 1 and len(meant) == 1:
        return replace(mention, ids=meant)
    return mention


class _Reader:
    def __init__(self, tokens: Sequence[Token], directory: Directory, words: LogWords) -> None:
        self._tokens = tokens
        self._directory = directory
        self._words = words
        self._shouted = not any(token.text != token.text.upper() for token in tokens)
        self._named_to = 0
        """Where the name before ended."""
        self._theirs = False
        """Whether this part of the line is about what somebody else does."""

    def read(self) -> Iterator[Mention]:
        at = 0
        while at < len(self._tokens):
            if self._begins(at):
                self._theirs = self._tokens[at].word in _OTHERS
            mention = self._known(at) or self._kin(at) or self._unknown(at)
            if mention is not None:
                yield mention
                at = self._named_to = mention.end
            else:
                at += 1

    # Known people

    def _known(self, at: int) -> Mention | None:
        count = 0
        while count < LONGEST_NAME and at + count < len(self._tokens) and self._tokens[at + count].is_word:
            count += 1
        typed = [_plain(token) for token in self._tokens[at : at + count]]
        for length in range(count, 0, -1):
            ids = self._named(typed[:length], at, at + length)
            if ids:
                return self._mention(at, at + length, ids)
        return None

    def _named(self, typed: Sequence[str], at: int, end: int) -> Ids:
        name = " ".join(typed)
        directory = self._directory
        ids = directory.whole.get(name) or directory.beginning.get(name) or ()
        if len(typed) == 2 and len(typed[1]) == 1 and not self._tokens[end - 1].capital:
            return ()
        if ids and (len(typed) > 1 or name not in self._words.names_that_are_words):
            return () if name in self._words.never_names and not self._stands(at, end) else ids
        if ids and self._stands(at, end):
            return ids
        if name.endswith("s") and len(name) > 3:
            own = name[:-1]
            of = directory.whole.get(own) or directory.beginning.get(own) or ()
            apostrophe = any(sign in self._tokens[end - 1].text for sign in "'’")
            if of and (apostrophe or own not in self._words.names_that_are_words):
                return of
        if len(typed) == 1 and (part := directory.part.get(name)) and self._stands(at, end):
            return part
        return ()

    def _stands(self, at: int, end: int) -> bool:
        """Whether what stands here stands where a name does, so that a word is meant as one."""
        token, before = self._tokens[at], self._before(at)
        after = self._tokens[end] if end < len(self._tokens) else None
        if end - at == sum(one.is_word for one in self._tokens):
            return True
        if before is not None and before.word in self._words.before_name:
            month = token.word in self._words.months
            return not (month and before.word in ("from", "into", "see"))
        if before is not None and before.word == "and" and at > 1:
            return self._named_to == at - 1
        if before is not None and before.word in _TOWARDS and self._ends_what_is_said(at):
            return token.word not in self._words.months or before.word == "to"
        if before is None:
            return after is None or after.text in (":", "+") or after.is_mark or self._acts(after)
        if token.capital and not self._shouted and before.word not in _BEFORE_MONTHS:
            return after is None or not after.text[0].isdigit()
        return False

    def _acts(self, token: Token) -> bool:
        word = token.word
        return word in self._words.after_name or (len(word) > 4 and word.endswith("ed"))

    # People by what they are

    def _kin(self, at: int) -> Mention | None:
        word = self._tokens[at].word
        if self._tokens[at].word in ("my", "me") and at + 1 < len(self._tokens):
            next_ = self._tokens[at + 1].word
            for table in (self._words.roles, self._words.kin):
                for names in table.values():
                    if _one_of(next_, names):
                        return self._mention(at, at + 2, self._directory.of_role(names))
        for names in self._words.kin.values():
            if word in names and len(word) > 2:
                return self._mention(at, at + 1, self._directory.of_role(names))
        if self._begins(at) and at + 1 < len(self._tokens) and self._acts(self._tokens[at + 1]):
            for names in self._words.roles.values():
                if word in names and (ids := self._directory.of_role(names)):
                    return self._mention(at, at + 1, ids)
        return None

    # People not known yet

    def _unknown(self, at: int) -> Mention | None:
        token, before = self._tokens[at], self._before(at)
        if not self._could_be_a_name(token) or self._theirs:
            return None
        written = token.capital and not self._shouted
        end = at + 1
        if before is None:
            after = self._tokens[end] if end < len(self._tokens) else None
            if written:
                end = self._to_the_end_of_a_name(at)
                after = self._tokens[end] if end < len(self._tokens) else None
                if at and end - at > 1 and (after is None or after.text in BREAKS):
                    return self._mention(at, end, ())
            if after is None or not self._acts(after) or token.word in self._words.verbs:
                return None
            if not written and after.word not in self._words.speaks:
                return None
        elif before.word in self._words.before_name:
            if not written and before.word in self._words.before_things:
                return None
            if written:
                end = self._to_the_end_of_a_name(at)
        elif before.word == "and" and self._named_to == at - 1 and (written or self._ends_what_is_said(at)):
            end = self._to_the_end_of_a_name(at) if written else end
        else:
            return None
        return self._mention(at, end, ())

    def _could_be_a_name(self, token: Token) -> bool:
        word = token.word
        return (
            token.text[0].isalpha()
            and 1 < len(word) < _LONGEST_WORD
            and not any(letter.isdigit() for letter in word)
            and word not in self._words.never_names
            and word not in self._words.names_that_are_words
            and word not in self._words.verbs
            and word not in self._words.weak_in_goals
        )

    def _ends_what_is_said(self, at: int) -> bool:
        """Whether nothing follows but what a talk was about, or when and where it was."""
        if self._tokens[at].word.endswith("ed"):
            return False
        after = self._tokens[at + 1] if at + 1 < len(self._tokens) else None
        return after is None or after.text in BREAKS or after.word in self._words.after_people

    def _to_the_end_of_a_name(self, at: int) -> int:
        end = at + 1
        while (
            end < min(len(self._tokens), at + LONGEST_NAME)
            and self._tokens[end].capital
            and self._tokens[end].word not in self._words.never_names
        ):
            end += 1
        return end

    # Where one is

    def _begins(self, at: int) -> bool:
        return at == 0 or self._tokens[at - 1].text in BREAKS

    def _before(self, at: int) -> Token | None:
        return None if self._begins(at) else self._tokens[at - 1]

    def _mention(self, start: int, end: int, ids: Ids) -> Mention:
        typed = " ".join(token.text for token in self._tokens[start:end] if token.word not in ("my", "me"))
        return Mention(start, end, typed, ids)


_OTHERS = frozenset(
    {"he", "she", "they", "hes", "shes", "theyre", "hed", "shed", "theyd", "his", "her", "their"}
)
_TOWARDS = frozenset({"to", "for", "by", "at", "about"})
_BEFORE_MONTHS = frozenset(
    {"in", "of", "by", "until", "till", "since", "next", "last", "early", "late", "this", "on"}
)


_LONGEST_WORD = 40
"""What is longer is no part of a name."""


def _plain(token: Token) -> str:
    """The word; a lone capital is the beginning of a surname, whatever the small letter is short for."""
    return token.text.casefold() if len(token.text) == 1 and token.capital else token.word


def _one_of(word: str, names: Sequence[str]) -> bool:
    return word in names or (word.endswith("s") and word[:-1] in names)
