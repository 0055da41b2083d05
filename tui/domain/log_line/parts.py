"""A line in its parts: between commas and full stops, and before what is asked, promised or comes next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .day_spans import DaySpan
from .mentions import Mention
from .tokens import BREAKS, Token
from .words import LogWords

_SHORTENED = frozenset({"ch", "st", "dr", "mr", "mrs", "ms", "no", "vs", "pp", "approx", "sec"})
_FOR = frozenset({"for", "until", "till", "about", "re", "since", "from", "starting"})
_JOINS = frozenset({"and", "then", "but", "so", "while", "because", "cos", "as"})
_ASIDES = frozenset({"while", "because", "cos", "as"})
_SIDE_CLAUSES = frozenset({"while", "because", "cos", "so", "but"})
_OBJECTS = frozenset({"@", "him", "her", "them", "back"})
_THEIRS = frozenset(
    {
        "he",
        "she",
        "they",
        "hes",
        "shes",
        "theyre",
        "hell",
        "shell",
        "theyll",
        "hed",
        "shed",
        "theyd",
        "ill",
        "i",
        "we",
        "well",
    }
)

_SOMEBODY, _DAY = "@", "#"
"""What stands for them in a part; the same signs where they were typed stand for nothing."""


@dataclass(frozen=True, slots=True)
class Item:
    """A word, somebody (`@`), or a day (`#`), at its place in what was typed."""

    word: str
    start: int
    end: int
    who: tuple[Mention, ...] = ()
    day: DaySpan | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Items that say one thing together."""

    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        """Its words with a space between; people are @, days #."""
        return " ".join(item.word for item in self.items)

    def at(self, offset: int) -> int:
        """The place of the item that holds a character of the text."""
        for place, item in enumerate(self.items):
            offset -= len(item.word) + 1
            if offset < 0:
                return place
        return len(self.items)

    def after(self, offset: int) -> tuple[Item, ...]:
        """The items that begin at a character of the text, or later."""
        at = 0
        for place, item in enumerate(self.items):
            if at >= offset:
                return self.items[place:]
            at += len(item.word) + 1
        return ()

    @property
    def who(self) -> tuple[Mention, ...]:
        """Everybody named in it."""
        return tuple(mention for item in self.items for mention in item.who)

    @property
    def meant_for(self) -> tuple[DaySpan, ...]:
        """The days something is for: a tent for the weekend."""
        pairs = zip(self.items, self.items[1:], strict=False)
        return tuple(item.day for before, item in pairs if item.day is not None and before.word in _FOR)

    @property
    def days(self) -> tuple[DaySpan, ...]:
        """The days in it."""
        return tuple(item.day for item in self.items if item.day is not None)


def parts(
    tokens: Sequence[Token], people: Sequence[Mention], days: Sequence[DaySpan], words: LogWords
) -> tuple[Part, ...]:
    """The parts of a line, in order; marks such as +guidance are in none."""
    made: list[Part] = []
    for items in _between_signs(tokens, people, days, words):
        made.extend(Part(tuple(piece)) for piece in _pieces(items, words) if piece)
    return tuple(made)


def _between_signs(
    tokens: Sequence[Token], people: Sequence[Mention], days: Sequence[DaySpan], words: LogWords
) -> Iterator[list[Item]]:
    who = {mention.start: mention for mention in people}
    when = {span.start: span for span in days}
    items: list[Item] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if (mention := who.get(at)) is not None:
            together = [mention]
            while (after := _joined(tokens, together[-1].end, who)) is not None:
                together.append(after)
            at = together[-1].end
            items.append(Item(_SOMEBODY, token.start, tokens[at - 1].end, who=tuple(together)))
            continue
        if (span := when.get(at)) is not None:
            at = span.end
            items.append(Item(_DAY, token.start, tokens[at - 1].end, day=span))
            continue
        if _parts_here(tokens, at):
            yield items
            items = []
        elif not (token.is_mark or token.word in (_SOMEBODY, _DAY) or _only_says_how(tokens, at, words)):
            items.append(Item(token.word, token.start, token.end))
        at += 1
    yield items


def _only_says_how(tokens: Sequence[Token], at: int, words: LogWords) -> bool:
    """Whether it can be passed over: a word such as "kindly", with more to follow."""
    return tokens[at].word in words.passed_over and at + 1 < len(tokens) and tokens[at + 1].is_word


def _joined(tokens: Sequence[Token], at: int, who: dict[int, Mention]) -> Mention | None:
    """The next one named, where only an "and", an "or" or a comma stands between.

    After a comma alone they are one of several only if nothing is said of them: ", ana got promoted".
    """
    comma = False
    while at < len(tokens) and (tokens[at].word in ("and", "or") or tokens[at].text == ","):
        comma = tokens[at].text == ","
        at += 1
        if at in who:
            after = tokens[who[at].end] if who[at].end < len(tokens) else None
            alone = after is None or not after.is_word or after.word == "and"
            return who[at] if alone or not comma else None
    return None


def _parts_here(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.text == "." and at and tokens[at - 1].word in _SHORTENED:
        return False
    if token.text in ("-", "/"):
        return at > 0 and tokens[at - 1].end < token.start and token.text == "-"
    return token.text in BREAKS


def _pieces(items: list[Item], words: LogWords) -> Iterator[list[Item]]:
    """The items before and after each "and" that begins something else."""
    begun = 0
    for at, item in enumerate(items):
        alone = all(before.who for before in items[begun:at])
        if item.word in _JOINS and at > begun and not alone and _begins_something(items[at:], words):
            yield items[begun:at]
            begun = at + 1
    yield items[begun:]


def _begins_something(items: list[Item], words: LogWords) -> bool:
    """Whether something else begins after the joining word that comes first."""
    join, items = items[0].word, items[1:]
    if not items:
        return False
    text = " ".join(item.word for item in items[:8])
    if items[0].word in _THEIRS:
        return join not in _ASIDES
    if join in _SIDE_CLAUSES and items[0].who and len(items) > 1:
        return True
    if (doing := words.next_doing.match(text)) is not None and join in ("and", "then"):
        return text[doing.end() + 1 :].split(" ", 1)[0] in _OBJECTS
    starts = (words.ask_verbs, words.promised, words.offered, words.next_certain, words.owed)
    return any(found is not None for found in (pattern.match(text) for pattern in starts))
