"""The days and the rules of coming again that stand in a line."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from tui.domain.calendar.days import said_day
from tui.domain.calendar.feasts import is_feast
from tui.domain.calendar.recurrence import said_rule

from .tokens import Token

_LONGEST = 7
_LONG_AGO = timedelta(days=180)
_ONLY_A_SPAN = re.compile(
    r"[0-9]{1,4}[dwmy]|(?:\S+ )?(?:a |an )?(?:\S+ )?(?:day|week|month|year|fortnight)s?"
)
_WEEKDAY_WEEK = re.compile(
    r"(?:on )?(?:mon|tue|wed|thu|fri|sat|sun)[a-z]* week|a week (?:today|tomorrow)|this day week"
)
_WHEN = ("in ", "within ", "end of", "the end of", "at the end", "by ", "before ")
_OWN = frozenset({"my", "the", "a", "an", "our", "his", "her", "their", "your", "usual"})
_AFTER_A_RULE = frozenset(
    {"from", "now", "until", "till", "starting", "on", "and", "with", "at", "re", "in", "for", "about"}
)
_AFTER_A_FEAST = _AFTER_A_RULE | {"so", "but", "if", "this", "next", "last", "then", "because", "by"}
_GREETS = frozenset({"happy", "merry", "the", "a", "good"})
_BEFORE_DIGITS = frozenset({"by", "on", "until", "before", "due", "from", "since", "for"})
"""Before one of these two numbers with a slash are a day, and not how many of how many."""
_OF_A_DAY = frozenset({"off", "free", "shift", "shifts", "slot", "deadline"})
_SITS = frozenset({"with", "down", "next", "by", "beside", "together", "in", "at"})


@dataclass(frozen=True, slots=True)
class DaySpan:
    """The tokens from `start` to `end` name a day, or with `rule` say how something comes again."""

    start: int
    end: int
    phrase: str
    rule: str | None = None

    def day(self, today: date, *, past: bool) -> date:
        """The day meant where it has been, or is to come."""
        return said_day(self.phrase, today, past=past)

    def ahead(self, today: date) -> bool:
        """Whether it can only be a day to come, or one of last year that nobody means."""
        if self.rule is not None:
            return True
        been = self.day(today, past=True)
        return been > today or (today - been > _LONG_AGO and self.day(today, past=False) > today)

    def behind(self, today: date) -> bool:
        """Whether it can only be a day that has been."""
        return self.rule is None and self.day(today, past=False) < today


def day_spans(tokens: Sequence[Token], taken: Collection[int], today: date) -> Iterator[DaySpan]:
    """All of them, the longest phrase at each place; the tokens in `taken` mean something else."""
    at = 0
    while at < len(tokens):
        span = _longest(tokens, at, taken, today)
        if span is None:
            at += 1
        else:
            yield span
            at = span.end


def _longest(tokens: Sequence[Token], at: int, taken: Collection[int], today: date) -> DaySpan | None:
    count = 0
    while (
        count < _LONGEST
        and at + count < len(tokens)
        and tokens[at + count].is_word
        and at + count not in taken
    ):
        count += 1
    for length in range(count, 0, -1):
        phrase = " ".join(token.word for token in tokens[at : at + length])
        if len(phrase) > 60:
            continue
        if (rule := _rule(phrase)) is not None and not _says_which(tokens, at, at + length):
            return DaySpan(at, at + length, phrase, rule)
        if _is_day(phrase, today) and not _means_something_else(tokens, at, at + length):
            return DaySpan(at, at + length, phrase)
    return None


@lru_cache(maxsize=20_000)
def _rule(phrase: str) -> str | None:
    return said_rule(phrase)


@lru_cache(maxsize=20_000)
def _is_day(phrase: str, today: date) -> bool:
    if (
        _ONLY_A_SPAN.fullmatch(phrase)
        and phrase != "this week"
        and not phrase.startswith(("last ", "next ", *_WHEN))
        and not _WEEKDAY_WEEK.fullmatch(phrase)
    ):
        return False
    if phrase.endswith(" lunch"):
        return False
    try:
        said_day(phrase, today)
        said_day(phrase, today, past=True)
    except ValueError:
        return False
    return True


def _says_which(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a lone word says which of a thing it is, and not that it comes again: the monthly meeting."""
    if end - start > 1 or not tokens[start].word.endswith("ly") or end == len(tokens):
        return False
    return tokens[end].is_word and tokens[end].word not in _AFTER_A_RULE


def _means_something_else(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether it belongs to what stands beside it: my sunday run, a christmas card, sat with Ben."""
    before = tokens[start - 1].word if start else ""
    after = tokens[end].word if end < len(tokens) and tokens[end].is_word else ""
    if is_feast(" ".join(token.word for token in tokens[start:end])):
        return (after != "" and after not in _AFTER_A_FEAST) or before in _GREETS
    if after in _OF_A_DAY:
        return True
    if end - start > 1:
        return False
    if "/" in tokens[start].word:
        return before not in _BEFORE_DIGITS
    shone = tokens[start].word in ("sun", "sat") and before not in ("her", "him")
    if before in _OWN and (after or shone):
        return True
    return tokens[start].word == "sat" and (after in _SITS or before in ("i", "we", "just"))
