"""What is asked, answered and promised in a part of a line."""

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from .day_spans import DaySpan
from .mentions import Mention
from .parts import Part
from .said import Said, behind, with_day
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
_WOULD_THEY = re.compile(
    r"(?:(?:and|so|also|please) )?(?:can|could|would|will|might|any chance) (?=(?:@|he|she|they|you) \S)"
)
"""What is asked right out: can she take mum on the 14th."""
_SENT_FOR = re.compile(
    r"(?:texted|messaged|mailed|called|rang|phoned|pinged|dmed|wrote to|slacked|nudged|chased) @(?: #)? for "
    r"(?!chat|a (?:chat|catch|natter|while|bit|quick|long)|an hour|hours|ages|long|the first|#|@|[0-9]"
    r"|(?:his|her) )"
)
"""What somebody was written to or called for: mailed dev for the slides."""
_UNTIL = re.compile(r" (?:until|till) ")
_FROM = re.compile(r" (?:from|of) @(?: #)?$")
_I_WILL = re.compile(r"(?<!\S)(?:id|ill|i will|i would)(?!\S)")
_ONLY_THOUGHT = re.compile(
    r"(?<!\S)(?:of|about|before|without|avoid|hate|like|mind|scared to|afraid to|not) ask(?:ing|ed)?(?!\S)"
)
_TO_DO = frozenset({"to", "2"})


def asked(part: Part, subject: Subject, words: LogWords, today: date) -> Said | None:
    """What the writer asked for; None where they did not."""
    text = part.text
    if (could := _WOULD_THEY.match(text)) is not None:
        return with_day(part.after(could.end()), words, today, rules=False)
    if subject == "them":
        return None
    if (could := _COULD.match(text) or _SENT_FOR.match(text)) is not None:
        return with_day(part.after(could.end()), words, today, rules=False)
    if (found := words.ask_verbs.search(text)) is None or _ONLY_THOUGHT.search(text) is not None:
        return None
    rest = part.after(found.end() + 1)
    whom = 0
    while whom < len(rest) and (rest[whom].word in _WHOM or behind(rest[whom], today)):
        whom += 1
    first = rest[whom].word if whom < len(rest) else ""
    if first in words.ask_joins | words.ask_modals:
        said = with_day(rest[whom + 1 :], words, today, rules=False)
        return replace(said, favour=first in _TO_DO)
    if first in words.ask_questions:
        return with_day(rest[whom:], words, today, rules=False)
    if whom == 0 and (of := _FROM.search(text)) is not None:
        kept = [item for item in rest if item in part.items[: part.at(of.start() + 1)]]
        return with_day((*kept, *(item for item in rest[len(kept) :] if item.day)), words, today, rules=False)
    return None


def addressed(part: Part, said: Said) -> tuple[Mention, ...]:
    """Those who are asked, and not those whom it is about; nobody where it is who the line spoke of last."""
    before = tuple(one for item in part.items if item.start < said.items[0].start for one in item.who)
    if before or said.items[0].who:
        return before or said.items[0].who
    return part.who if _FROM.search(part.text) else ()


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
    if value == "no" and _UNTIL.search(text[at:]):
        value = "later"
    match value:
        case "yes" | "no" | "later":
            return value, sure, text[:at]
        case _:
            return None


def promised(
    part: Part, subject: Subject, words: LogWords, today: date
) -> tuple[Said, Literal["promised", "offered", "owed"]] | None:
    """What the writer promised or offered, or owes, if it is said here; None where they did not."""
    if subject == "them" and (part.items[0].word in _SOMEBODY or _I_WILL.search(part.text) is None):
        return None
    ways: tuple[tuple[re.Pattern[str], Literal["promised", "offered", "owed"]], ...] = (
        (words.promised, "promised"),
        (words.offered, "offered"),
        (words.owed, "owed"),
    )
    for pattern, way in ways:
        if (found := pattern.search(part.text)) is not None:
            return with_day(part.after(found.end() + 1), words, today), way
    return None
