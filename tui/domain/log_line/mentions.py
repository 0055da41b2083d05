"""Who is named in a line: found in the directory, named by several, or not known yet."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .directory import LONGEST_NAME, Directory, Ids
from .places import Places
from .strangers import end_of_stranger
from .tokens import Token
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
        self._places = Places(tokens, words)

    def read(self) -> Iterator[Mention]:
        at, theirs = 0, False
        while at < len(self._tokens):
            if self._places.begins(at):
                theirs = self._tokens[at].word in _OTHERS
            mention = (
                self._known(at)
                or self._titled(at)
                or self._the_group(at)
                or self._by_role(at)
                or (None if theirs else self._stranger(at))
            )
            if mention is not None:
                yield mention
                at = self._places.named_to = mention.end
            else:
                at += 1

    def _titled(self, at: int) -> Mention | None:
        """Somebody by a title and a surname: Dr Schmidt. Of a title and a name nobody has, both are said."""
        if self._tokens[at].word not in self._words.titles:
            return None
        start = at + 2 if at + 1 < len(self._tokens) and self._tokens[at + 1].text == "." else at + 1
        if start >= len(self._tokens) or not self._tokens[start].is_word:
            return None
        name = self._tokens[start].word
        for typed in (name, name.removesuffix("s")):
            if ids := self._directory.part.get(typed) or self._directory.beginning.get(typed):
                return self._mention(at, start + 1, ids)
        if self._tokens[at].capital and self._places.written(start) and name not in self._words.never_names:
            return self._mention(at, self._places.to_the_end_of_a_name(start), ())
        return None

    def _known(self, at: int) -> Mention | None:
        """Somebody who goes by the longest name that stands here."""
        count = 0
        while count < LONGEST_NAME and at + count < len(self._tokens) and self._tokens[at + count].is_word:
            count += 1
        typed = [_plain(token) for token in self._tokens[at : at + count]]
        for length in range(count, 0, -1):
            if ids := self._named(typed[:length], at, at + length):
                return self._mention(at, at + length, ids)
        return None

    def _named(self, typed: Sequence[str], at: int, end: int) -> Ids:
        name, directory, words = " ".join(typed), self._directory, self._words
        if len(typed) == 2 and typed[1] in _SHORT_WORDS and not self._tokens[end - 1].capital:
            return ()
        if len(typed) == 1 and self._of_others(at) and any(name in kin for kin in words.kin.values()):
            return ()
        ids = directory.whole.get(name) or directory.beginning.get(name) or ()
        a_word = len(typed) == 1 and name in words.names_that_are_words
        if ids and ((not a_word and name not in words.never_names) or self._places.name_stands(at, end)):
            return ids
        if ids and not a_word:
            return ()
        if owner := self._owner(name, end):
            return owner
        part = directory.part.get(name, ()) if len(typed) == 1 else ()
        if not part or self._places.name_stands(at, end):
            return part
        plain = len(name) >= _SURNAME and self._places.begins(at) and name not in words.verbs
        return part if plain and not a_word and name not in words.never_names else ()

    def _the_group(self, at: int) -> Mention | None:
        """A group by its name or its last words, with the word before: the runners."""
        if self._places.begins(at) and (name := self._last_words_of_a_group(at, shortest=2)) is not None:
            return name
        if self._tokens[at].word not in _OURS or self._places.after(at + 1) is None:
            return None
        named = self._known(at + 1)
        if named is not None and self._directory.group_ids.issuperset(named.ids):
            return self._mention(at, named.end, named.ids)
        named = self._last_words_of_a_group(at + 1, shortest=1)
        return replace(named, start=at) if named is not None else None

    def _last_words_of_a_group(self, at: int, *, shortest: int) -> Mention | None:
        following = [token.word for token in self._tokens[at : at + LONGEST_NAME]]
        for length in range(len(following), shortest - 1, -1):
            name = " ".join(following[:length])
            if name not in self._words.too_wide and (ids := self._directory.groups.get(name, ())):
                return self._mention(at, at + length, ids)
        return None

    def _owner(self, name: str, end: int) -> Ids:
        """Whose something is, with an apostrophe or without: ben's, bens."""
        own = name.removesuffix("s")
        if own == name or len(own) < 3:
            return ()
        apostrophe = any(sign in self._tokens[end - 1].text for sign in "'’")
        a_word = own in self._words.names_that_are_words - self._words.rarely_words
        if not apostrophe and a_word and not self._places.name_stands(end - 1, end):
            return ()
        return self._directory.whole.get(own) or self._directory.beginning.get(own) or ()

    def _by_role(self, at: int) -> Mention | None:
        """Somebody by what they are to one: mum, my boss."""
        word, after = self._tokens[at].word, self._places.after(at + 1)
        if word in ("my", "me") and after is not None:
            for table in (self._words.roles, self._words.kin):
                for names in table.values():
                    if after.word in names or after.word.removesuffix("s") in names:
                        ids = self._directory.of_role(names)
                        return self._mention(at, at + 2, ids) if ids or after.word in names else None
        own = word.removesuffix("s") if "'" in self._tokens[at].text or "’" in self._tokens[at].text else word
        for names in self._words.kin.values():
            if own in names and len(own) > 2 and not self._of_others(at):
                if ids := self._directory.of_role(names):
                    return self._mention(at, at + 1, ids)
                return self._mention(at, at + 1, ()) if self._places.name_stands(at, at + 1) else None
        if self._places.begins(at) and after is not None and self._places.acts(after):
            for names in self._words.roles.values():
                if word in names and (ids := self._directory.of_role(names)):
                    return self._mention(at, at + 1, ids)
        return None

    def _of_others(self, at: int) -> bool:
        """Whether it is somebody else's: his mum, ben's dad."""
        if not at or self._places.begins(at):
            return False
        before = self._tokens[at - 1]
        return before.word in _THEIR or (self._places.named_to == at and before.word.endswith("s"))

    def _stranger(self, at: int) -> Mention | None:
        end = end_of_stranger(self._places, at, self._words)
        return self._mention(at, end, ()) if end is not None else None

    def _mention(self, start: int, end: int, ids: Ids) -> Mention:
        typed = " ".join(token.text for token in self._tokens[start:end] if token.word not in ("my", "me"))
        return Mention(start, end, typed, ids)


_OTHERS = frozenset(
    {"he", "she", "they", "hes", "shes", "theyre", "hed", "shed", "theyd", "his", "her", "their"}
)
"""At the beginning of a part: it is about what somebody else does, and with whom is no matter of the line."""


_SURNAME = 5
"""A surname of so many letters is one at the beginning of a part, with small letters too."""
_SHORT_WORDS = frozenset("ainwxurokyscd")
"""Single letters that are words, or short for some, so that small ones begin no surname."""
_THEIR = frozenset({"his", "her", "their", "your", "whose"})
_OURS = frozenset({"the", "my", "our"})


def _plain(token: Token) -> str:
    """The word; a lone capital is the beginning of a surname, whatever the small letter is short for."""
    return token.text.casefold() if len(token.text) == 1 and token.capital else token.word
