"""What a part of a line says of the time to come."""

import re
from datetime import date

from .day_spans import DaySpan
from .favours import did
from .parts import Part
from .passing import channel
from .said import Said, with_day
from .subjects import Subject
from .words import LogWords

_WHO = r"(?:@(?: and (?:his|her|their|my|our) \S+)?|he|she|they)"
_THEY_WILL = re.compile(
    rf"{_WHO} (?:will|shall|wants?|needs?|is to|are to) |(?:hes|shes|theyre) to |(?:hell|shell|theyll|well) "
    r"|(?:@ and (?:i|me) are|we are|i am|were|im) (?:off|due|heading) "
    rf"|(?:{_WHO}(?: (?:is|are))?|@ and i are|we are|i am|hes|shes|theyre|were|im) "
    r"(?:coming|going|meeting|visiting|calling|doing|bringing"
    r"|driving|taking|moving|leaving|flying|starting|picking|sending|having|giving|lending|joining|staying|hosting"
    r"|cooking|collecting|helping|dropping|popping|travelling|showing|playing|opening|running|getting|buying"
    r"|making|fixing|reading|looking|checking|covering|minding|watching|returning|teaching|paying"
    r"|introducing) "
)
_SAYS = re.compile(
    r"(?:@|he|she|they) (?:says|said|replied|texted|thinks|thought|reckons|wrote|confirmed|mentioned)"
    r"(?: that)? (?=(?:he|she|they|hes|shes|theyre|hell|shell|theyll|@) )"
)
_IS_DOING = re.compile(
    r"(?<!\S)(?:is|are|hes|shes|theyre) (?!being|having|feeling|thinking|hoping|struggling)\S+ing "
)
"""What is to come, where a weekday is said as well: the band is playing on friday."""
_DOING = re.compile(r"(?:(?:both|all|also|then|again|now|just|were|we are|im|i am) )*(\S+ing) ")
"""What is being done, or is about to be: catching up on saturday."""
_NO_DOING = frozenset(
    {"morning", "evening", "nothing", "something", "anything", "everything", "during", "being", "having"}
    | {
        "feeling",
        "thinking",
        "hoping",
        "wondering",
        "struggling",
        "crying",
        "missing",
        "wedding",
        "according",
    }
    | {"following", "including", "regarding", "amazing", "interesting", "exciting", "exhausting", "boring"}
    | {"king", "ring", "thing", "spring", "string", "bring"}
)
_OCCASION = re.compile(
    r"(?:@ |my |our |her |his |their )(?!is )(?:\S+ )?"
    r"(?:[0-9]+(?:st|nd|rd|th)|birthday|bday|anniversary|wedding|graduation|christening|interview|exam|op"
    r"|leaving do|party|do|show|recital)(?: party| do)?(?: is)?(?: on)? #"
    r"|(?:birthday|bday|leaving|engagement|farewell|wedding|graduation|retirement) "
    r"(?:drinks?|do|party|dinner|lunch|meal|bash|tea|brunch|supper)(?: for @| with @)?(?: is)?(?: on)? #"
)
"""A day of theirs that stands alone: Tom's 70th on saturday."""
_NOT = re.compile(r"(?<!\S)(?:not|cant|cannot|wont|isnt|arent|dont|doesnt|couldnt|no longer)(?!\S)")
_DUE = re.compile(
    r"(?<!\S)(?:due(?: back| in)?(?: on| by)?|(?:suggested|proposed|suggests|proposes)(?: on)?) #"
)
_IF = re.compile(r"(?<!\S)(?:if|unless|in case|whether)(?!\S).*")
_HANDED = frozenset({"lent", "gave", "sent", "brought", "bought", "made", "took", "got", "told", "wrote"})
"""What was done already, whatever day it was for."""
_WITH = frozenset({"with", "from", "to", "w"})


def to_come(part: Part, subject: Subject, words: LogWords, today: date, *, then: bool = False) -> Said | None:
    """What comes next; None where the part says what has been. With `then` its day was named before."""
    text, days = part.text, part.days
    open_ = [span for span in days if not span.behind(today)]
    if (found := words.next_certain.match(text)) is not None:
        kept = words.next_kept.match(text) is not None
        return with_day(part.items if kept else part.after(found.end() + 1), words, today)
    if subject != "them" and text.startswith("to ") and words.next_doing.match(text.removeprefix("to ")):
        return with_day(part.items[1:], words, today)
    if then and not days and _told_to_do(part, words):
        return with_day(part.items, words, today)
    if not open_ or denied(part) or part.items[0].word == "no":
        return None
    if _put_off(part, words) or _DUE.search(text) or _planned(part, words):
        return with_day(part.items, words, today)
    if (found := words.next_with_day.match(text)) is not None and len(text) > found.end():
        return with_day(part.after(0 if found[0] == "next" else found.end() + 1), words, today)
    told = _SAYS.match(text)
    if (
        _THEY_WILL.match(text, told.end() if told else 0)
        or _IS_DOING.search(text)
        or _is_doing(text, words)
        or _told_to_do(part, words)
        or _deadline(part, today)
    ):
        return with_day(part.items, words, today)
    if subject == "them" and (words.promised.search(text) or words.offered.search(text)):
        return with_day(part.items, words, today)
    if any(span.ahead(today) for span in days) and not _lasts(part) and not _was_done(part, subject, words):
        return with_day(part.items, words, today)
    return None


def _planned(part: Part, words: LogWords) -> bool:
    """Whether it ends in the day for which something was agreed or booked: agreed to ship on the 19th."""
    told = [item.word for item in part.items if item.word not in ("@", "i", "we", "and", "me", "both")]
    if part.items[-1].day is None or not told or told[0] not in words.next_planned:
        return False
    return not {"to", "for"}.isdisjoint(told)


def _told_to_do(part: Part, words: LogWords) -> bool:
    """Whether it begins as what one tells oneself to do: call mum, not: call with mum."""
    found = words.next_doing.match(part.text)
    if found is None:
        return False
    if channel(found[0], words) is None:
        return True
    rest = part.after(found.end() + 1)
    return not any(item.word in _WITH for item in rest[:2])


def _is_doing(text: str, words: LogWords) -> bool:
    """Whether it begins with what is being done, where that is no word for how people met."""
    found = _DOING.match(text)
    if found is None or found[1] in _NO_DOING:
        return False
    met = (words.channels["in-person"], words.kinds["belonging"].together)
    return not any((said := pattern.search(text)) and said.start() <= found.start(1) for pattern in met)


def denied(part: Part) -> bool:
    """Whether it says what is not, so that a weekday in it is one to come: ben's not coming saturday."""
    return _NOT.search(_IF.sub("", part.text)) is not None


def by_when(part: Part, words: LogWords, today: date) -> Said | None:
    """What is said in a part that ends in the day by which it will be done."""
    return with_day(part.items, words, today) if _deadline(part, today) else None


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
    again = any(span.rule for span in part.days)
    words_after = [item.word for item in part.items if item.word not in ("@", "he", "she", "they", "i", "we")]
    if again and words_after and did(words_after[0], words) and words_after[0] not in words.next_planned:
        return True
    first = part.items[0].word
    if subject != "me" or first in words.next_planned or words.next_doing.match(part.text) is not None:
        return False
    return first in _HANDED or (first.endswith("ed") and len(first) > 4)
