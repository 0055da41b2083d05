"""What is asked, answered and promised in a part of a line, and what comes next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Literal

from .day_spans import DaySpan
from .parts import Item, Part
from .subjects import Subject
from .words import LogWords

_SOMEBODY = frozenset({"@", "him", "her", "them", "he", "she", "they"})
_WHOM = _SOMEBODY | {"the", "my", "our"}
_NEEDED = re.compile(
    r"(?:(?:i|@|he|she|they) )?(?:needs?|needed|wants?)(?: it| them| this)?(?: back)?(?: by| before)? #"
)
_COULD = re.compile(
    r"\S+(?: to)? @(?: (?:if|whether))? (?:could|can|would|will) (?=(?:@|he|she|they|you|i|we) )"
)
_THEY_WILL = re.compile(
    r"(?:@|he|she|they) (?:will|shall|wants?|needs?) |(?:hell|shell|theyll|well) "
    r"|(?:@ and (?:i|me) are|we are|i am|were|im) (?:off|due|heading) "
    r"|(?:@|@ is|@ are|@ and i are|we are|i am|hes|shes|theyre|were|im) "
    r"(?:coming|going|meeting|visiting|calling|doing|bringing"
    r"|driving|taking|moving|leaving|flying|starting|picking|sending|having|giving|lending|joining|staying|hosting"
    r"|cooking|collecting|helping|dropping|popping|travelling|showing|playing|opening|running) "
)
_OCCASION = re.compile(
    r"(?:@ |my |our )(?:[0-9]+(?:st|nd|rd|th)|birthday|bday|anniversary|wedding|graduation|christening"
    r"|interview|exam|op|leaving do|party|do|show|recital)(?: party| do)?(?: is)?(?: on)? #"
)
"""A day of theirs that stands alone: Tom's 70th on saturday."""
_NOT = re.compile(r"(?<!\S)(?:not|cant|cannot|wont|isnt|arent|dont|doesnt|couldnt|no longer)(?!\S)")
_HANDED = frozenset({"lent", "gave", "sent", "brought", "bought", "made", "took", "got", "told", "wrote"})
"""What was done already, whatever day it was for."""
_TIME = re.compile(r"[0-9]{1,2}(?:[:.][0-9]{2})?(?:am|pm|h|ish)?|at|noon|midday|oclock")
_FROM = re.compile(r" (?:from|of) @(?: #)?$")
_I_WILL = re.compile(r"(?<!\S)(?:id|ill|i will|i would)(?!\S)")
_ONLY_THOUGHT = re.compile(
    r"(?<!\S)(?:of|about|before|without|avoid|hate|like|mind|scared to|afraid to|not) ask(?:ing|ed)?(?!\S)"
)
_ABOUT = frozenset({"re", "about"})
_TO_DO = frozenset({"to", "2"})
_WITH = frozenset({"with", "from", "to", "w"})


@dataclass(frozen=True, slots=True)
class Said:
    """The words of something asked, promised or to come, and when; `span` is the day or rule among them.

    `favour` says that somebody is asked to do something.
    """

    items: tuple[Item, ...]
    span: DaySpan | None = None
    favour: bool = False

    def text(self, line: str) -> str:
        """The words as they were typed."""
        return line[self.items[0].start : self.items[-1].end].strip() if self.items else ""

    @property
    def plain(self) -> str:
        """Its words as they are compared."""
        return " ".join(item.word for item in self.items)


def asked(part: Part, subject: Subject, words: LogWords, today: date) -> Said | None:
    """What the writer asked for; None where they did not."""
    text = part.text
    if subject == "them":
        return None
    if (could := _COULD.match(text)) is not None:
        return _said(part.after(could.end()), words, today, rules=False)
    if (found := words.ask_verbs.search(text)) is None or _ONLY_THOUGHT.search(text) is not None:
        return None
    rest = part.after(found.end() + 1)
    whom = 0
    while whom < len(rest) and (rest[whom].word in _WHOM or _behind(rest[whom], today)):
        whom += 1
    first = rest[whom].word if whom < len(rest) else ""
    if first in words.ask_joins | words.ask_modals:
        said = _said(rest[whom + 1 :], words, today, rules=False)
        return replace(said, favour=first in _TO_DO)
    if first in words.ask_questions:
        return _said(rest[whom:], words, today, rules=False)
    if whom == 0 and (of := _FROM.search(text)) is not None:
        kept = [item for item in rest if item in part.items[: part.at(of.start() + 1)]]
        return _said((*kept, *(item for item in rest[len(kept) :] if item.day)), words, today, rules=False)
    return None


def needed_by(part: Part, today: date) -> DaySpan | None:
    """The day by which what was asked for is needed, where a part says just that."""
    if _NEEDED.fullmatch(part.text) and not part.days[0].behind(today):
        return part.days[0]
    return None


def answered(part: Part, words: LogWords) -> tuple[Literal["yes", "no", "later"], bool, str] | None:
    """An answer, whether it can be nothing else, and the words before it."""
    text = part.text
    found = [
        (match.start(), -len(match[0]), value, match[0])
        for value, pattern in words.answers.items()
        if (match := pattern.search(text)) is not None
    ]
    if not found:
        return None
    at, _, value, said = min(found)
    sure = words.sure.match(said) is not None
    if value == "no" and " until " in text[at:]:
        value = "later"
    match value:
        case "yes" | "no" | "later":
            return value, sure, text[:at]
        case _:
            return None


def promised(
    part: Part, subject: Subject, words: LogWords, today: date
) -> tuple[Said, Literal["promised", "offered", "owed"]] | None:
    """What the writer promised or offered, or owes; None where they did not."""
    if subject == "them" and (part.items[0].word in _SOMEBODY or _I_WILL.search(part.text) is None):
        return None
    ways: tuple[tuple[re.Pattern[str], Literal["promised", "offered", "owed"]], ...] = (
        (words.promised, "promised"),
        (words.offered, "offered"),
        (words.owed, "owed"),
    )
    for pattern, way in ways:
        if (found := pattern.search(part.text)) is not None:
            said = _said(part.after(found.end() + 1), words, today)
            if said.items:
                return said, way
    return None


def to_come(part: Part, subject: Subject, words: LogWords, today: date) -> Said | None:
    """What comes next; None where the part says what has been."""
    text, days = part.text, part.days
    open_ = [span for span in days if not span.behind(today)]
    if (found := words.next_certain.match(text)) is not None:
        kept = words.next_kept.match(text) is not None
        return _said(part.items if kept else part.after(found.end() + 1), words, today)
    if not open_ or _NOT.search(text) or part.items[0].word == "no":
        return None
    if _put_off(part, words):
        return _said(part.items, words, today)
    if (found := words.next_with_day.match(text)) is not None and len(text) > found.end():
        return _said(part.after(found.end() + 1), words, today)
    if _THEY_WILL.match(text) or _told_to_do(part, words) or _deadline(part, today):
        return _said(part.items, words, today)
    if subject == "them" and (words.promised.search(text) or words.offered.search(text)):
        return _said(part.items, words, today)
    if any(span.ahead(today) for span in days) and not _lasts(part) and not _was_done(part, subject, words):
        return _said(part.items, words, today)
    return None


def _told_to_do(part: Part, words: LogWords) -> bool:
    """Whether it begins as what one tells oneself to do: call mum, not: call with mum."""
    found = words.next_doing.match(part.text)
    if found is None:
        return False
    rest = part.after(found.end() + 1)
    return not any(item.word in _WITH for item in rest[:2])


def denied(part: Part) -> bool:
    """Whether it says what is not, so that a weekday in it is one to come: ben's not coming saturday."""
    return _NOT.search(part.text) is not None


def by_when(part: Part, words: LogWords, today: date) -> Said | None:
    """What is said in a part that ends in the day by which it will be done."""
    return _said(part.items, words, today) if _deadline(part, today) else None


def _lasts(part: Part) -> bool:
    """Whether a day says how long something is so: away until 5 june."""
    pairs = zip(part.items, part.items[1:], strict=False)
    return any(item.day is not None and before.word in ("until", "till") for before, item in pairs)


def occasion(part: Part, today: date) -> DaySpan | None:
    """A day of theirs that is to come: Tom's 70th on saturday."""
    if _OCCASION.fullmatch(part.text) and not part.days[0].behind(today):
        return part.days[0]
    return None


def _put_off(part: Part, words: LogWords) -> bool:
    """Whether it ends in the day something was put off to: lunch moved to tuesday."""
    found = words.next_put_off.search(part.text)
    return (
        found is not None
        and re.search(r"(?<!\S)(?:to|till|until|for) #", part.text[found.end() :]) is not None
    )


def _deadline(part: Part, today: date) -> bool:
    return any(
        item.day is not None and not item.day.behind(today) and part.items[at - 1].word == "by"
        for at, item in enumerate(part.items)
        if at
    )


def _was_done(part: Part, subject: Subject, words: LogWords) -> bool:
    """Whether it tells of something done again and again, such as "ran every day"."""
    first = part.items[0].word
    if subject != "me" or first in words.next_planned or words.next_doing.match(part.text) is not None:
        return False
    again = any(span.rule for span in part.days)
    return (again and first in words.verbs) or first in _HANDED or (first.endswith("ed") and len(first) > 4)


def _said(items: Sequence[Item], words: LogWords, today: date, *, rules: bool = True) -> Said:
    """The words without the day at their end or beginning, and that day; with `rules` also a rule."""
    topics = [after for before, after in pairwise(items) if before.word in _ABOUT]

    def when(item: Item) -> bool:
        return (
            item not in topics
            and _open(item, today)
            and (rules or (item.day is not None and item.day.rule is None))
        )

    place = next((at for at, item in reversed(list(enumerate(items))) if when(item)), None)
    if place is None:
        return Said(tuple(items))
    before, after = list(items[:place]), list(items[place + 1 :])
    span = items[place].day
    if all(item.word in words.next_joins for item in before):
        return Said(tuple(after), span)
    if all(item.word in words.next_joins or _TIME.fullmatch(item.word) for item in after):
        while before and before[-1].word in words.next_joins:
            before.pop()
        return Said(tuple(before), span)
    return Said(tuple(items), span)


def _open(item: Item, today: date) -> bool:
    return item.day is not None and not item.day.behind(today)


def _behind(item: Item, today: date) -> bool:
    return item.day is not None and item.day.behind(today)
