"""What the parts of one line say, taken in one after the other."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from tui.domain.language.text import fold
from tui.domain.language.words import Channel, Kind
from tui.domain.records.network import Network

from .asked_of_me import asked_of_me, i_will, says_i_will
from .cheers import good_news
from .coming import by_when, denied, occasion, to_come
from .day_spans import DaySpan
from .echoes import echoed
from .favours import among_others, relieved
from .mentions import Mention
from .parts import Item, Part
from .passing import Passed, channel, passed, wished
from .said import Said, with_day
from .subjects import Subject
from .understood import Answered, ComesNext, Wish
from .unreal import only_hoped, unreal_from
from .who import ids_of, unknown_names
from .wishes import addressed, answered, asked, needed_by, promised
from .words import LogWords

_MINE = re.compile(
    r"(?:also |just |had to )*(?:said|told|say|saying) "
    r"(?:(?:yes|no|maybe|later) to @|@ (?:yes|no|maybe|later))"
)
"""An answer that the writer gave."""
_BY = re.compile(r"(?:by|before|on|until) #")
_BOTH_OF_US = re.compile(r"@ and (?:i|me) ")
_THEY = frozenset({"@", "he", "she", "they", "hes", "shes", "theyre", "hell", "shell", "theyll"})
_NOW = re.compile(
    r"(?:(?:@|he|she|they) (?:is|are)|hes|shes|theyre|im|were|i am|we are|@ \S+ing"
    r"|@ (?:in|out|off|away|back|free|over|down|up|here|on)) "
)
"""What is or will be so, so that a weekday in it is one to come."""
_MIGHT = re.compile(
    r"(?<!\S)(?:could|would|might|should|owes?|owed|(?:@|he|she|they|we|i) (?:can|will|wants? to|hopes? to)"
    r"|hell|shell|theyll|ill|(?:going|hoping|trying|planning|meaning|wanted) to)(?!\S)"
)
"""What is not, or not yet, so that how they talked is not said by it."""
_OPEN_ASK = frozenset({"drafted", "sent", "later", "silent"})


@dataclass
class Reading:
    """What the parts of one line have said so far."""

    line: str
    network: Network
    words: LogWords
    today: date
    when: date | None = None
    channel: Channel | None = None
    support: list[Passed] = field(default_factory=list)
    wished: list[Kind] = field(default_factory=list)
    ask: Wish | None = None
    answer: Answered | None = None
    next: ComesNext | None = None
    good_news: bool = False
    happened: bool = False
    side_by_side: bool = False
    asked_me: tuple[Item, ...] | None = None
    """What the writer was asked, so that an answer is the writer's; empty where it is not said."""
    asked_by: tuple[Mention, ...] = ()
    """Who asked it, where that is said by name."""
    agreed: Said | None = None
    """What the writer said yes to, without a day so far."""
    occasion: ComesNext | None = None
    """A day of theirs, which comes next where nothing else does."""
    ahead: DaySpan | None = None
    """The day of what was agreed to."""
    awaited: Literal["", "promised", "offered"] = ""
    """Whether a promise was named in the part before, and what it is stands in this one."""
    did: Subject = ""
    """Who did what the part before says."""
    met: set[str] = field(default_factory=set)
    last: str = ""
    """Who was named last."""

    def take(self, part: Part, subject: Subject) -> None:
        """Take one part in, as the first thing that it can be."""
        ids = ids_of(part.who)
        took = (
            self._ask(part, subject, ids)
            or self._promise(part, subject, ids)
            or self._my_answer(part)
            or self._answer(part)
            or self._next(part, subject)
        )
        if not took:
            self._happening(part, subject)
            self.met.update(ids)
        self.last = next(reversed(ids), self.last)

    def _ask(self, part: Part, subject: Subject, ids: Sequence[str]) -> bool:
        if self._when_alone(part):
            return True
        if self.ask is not None and self.ask.due is None and (by := needed_by(part, self.today)) is not None:
            self.ask = replace(self.ask, due=by.day(self.today, past=False))
            return True
        said = asked(part, subject, self.words, self.today)
        if said is None or not said.items or self.ask is not None:
            return False
        due = said.span.day(self.today, past=False) if said.span and not said.span.rule else None
        whom = addressed(part, said)
        new = unknown_names(whom)
        known = ids_of(whom) or ((self.last,) if self.last and not new else ())
        self.ask = Wish(said.text(self.line), due, known, new)
        self._wish(said)
        self._talked(part, said)
        self.met.update(known or ids)
        return True

    def _when_alone(self, part: Part) -> bool:
        """By when what was promised will be done, said alone: sure, by monday."""
        if _BY.fullmatch(part.text) is None or part.days[0].rule or part.days[0].behind(self.today):
            return False
        if self.next is None and self.agreed is not None:
            self.next = self._agreed_to(self.agreed, part)
        if self.next is None or not self.next.mine or self.next.due is not None:
            return False
        self.next = replace(self.next, due=part.days[0].day(self.today, past=False))
        return True

    def _promise(self, part: Part, subject: Subject, ids: Sequence[str]) -> bool:
        found = promised(part, subject, self.words, self.today) if self.next is None else None
        before, self.awaited = self.awaited, ""
        if found is None and before and not subject:
            found = with_day(part.items, self.words, self.today), before
        if found is None:
            return False
        said, way = found
        if not said.items:
            self.awaited = "offered" if way == "offered" else "promised"
            return False
        self.next = self._coming(said, part, "offered" if way == "offered" else "promised")
        self._wish(said)
        if way != "owed":
            self._talked(part, said)
            self.met.update(ids)
        return True

    def _my_answer(self, part: Part) -> bool:
        """The writer will do what was asked, so that it is promised."""
        if not self.asked_me or self.next is not None or not i_will(part):
            return False
        said = with_day(self.asked_me, self.words, self.today)
        when = with_day(part.items, self.words, self.today).span
        if said.span is None and when is None and not says_i_will(part):
            self.agreed = said
            return False
        self.next = self._agreed_to(replace(said, span=said.span or when), part)
        self._wish(said)
        self.met.update(ids_of(part.who))
        return True

    def _answer(self, part: Part) -> bool:
        first = part.items[0].word
        if (wanted := asked_of_me(part)) is not None:
            self.asked_me = wanted or self.asked_me or ()
            self.asked_by = next((item.who for item in part.items if item.who), ())
        if self.answer is not None or first in ("i", "we") or _MINE.match(part.text):
            return False
        if (
            (self.asked_me is not None and first not in _THEY)
            or _BOTH_OF_US.match(part.text)
            or only_hoped(part.text)
        ):
            return False
        found = answered(part, self.words)
        person = self._who_answered(part, found[2]) if found is not None else ""
        if found is None or not person or not (found[1] or self._is_asked(person)):
            if (found := self._echo(part)) is None:
                return False
            person = self._who_answered(part, found[2])
        value, sure, before = found
        if value == "later" and not sure and by_when(part, self.words, self.today) is not None:
            return False
        self.answer = Answered(person, value)
        if (kind := wished(part.text, self.words)) is not None and value == "yes":
            self.wished.append(kind)
        if value == "yes" and self.next is None and (said := by_when(part, self.words, self.today)):
            self.next = self._coming(said, part, "")
        self._answered_on(part, len(before.split()), sure=sure)
        self.met.update(ids_of(part.who))
        return True

    def _echo(self, part: Part) -> tuple[Literal["yes", "no"], bool, str] | None:
        """An answer in the words of what was asked."""
        person = self._who_answered(part, "")
        if not person or (found := echoed(part.text, self._open_asks(person))) is None:
            return None
        value, at = found
        return value, False, part.text[:at]

    def _answered_on(self, part: Part, at: int, *, sure: bool) -> None:
        """What an answer tells of the talk: what it is about, and when that will be, comes after it."""
        told = Part(part.items[:at])
        self.happened = True
        how = channel(part.text, self.words)
        self.channel = self.channel or (how if how != "in-person" else channel(told.text, self.words))
        for span in part.days:
            if self.when is None and (sure or span in told.days or span.behind(self.today)):
                self.when = span.day(self.today, past=True) if self._has_been(span, part) else None
            elif self.ahead is None and not span.rule:
                self.ahead = span

    def _next(self, part: Part, subject: Subject) -> bool:
        if self.next is None and (day := occasion(part, self.today)) is not None:
            self.ahead = day
            self.occasion = self._coming(Said(part.items, day), part, "")
            return True
        if self.next is not None:
            day = occasion(part, self.today) if self.next.due is None and not self.next.rrule else None
            self.next = replace(self.next, due=day.day(self.today, past=False)) if day else self.next
            return day is not None
        said = to_come(part, subject, self.words, self.today, then=self.ahead is not None)
        if said is None:
            return False
        if said.span is None and self.ahead is not None:
            said = replace(said, span=self.ahead)
        self.next = self._coming(said, part, "")
        return True

    def _coming(self, said: Said, part: Part, mine: Literal["", "promised", "offered"]) -> ComesNext:
        from tui.domain.calendar.recurrence import first_day

        rule = (said.span.rule or "") if said.span else ""
        due = first_day(rule, self.today) if rule else None
        if said.span is not None and not rule:
            due = said.span.day(self.today, past=False)
        text = said.text(self.line) or self.line
        return ComesNext(text, due, rule, mine, ids_of(part.who), unknown_names(part.who))

    def _agreed_to(self, said: Said, part: Part) -> ComesNext:
        """What the writer promised to whoever asked for it, and to nobody else the line speaks of."""
        coming = self._coming(said, part, "promised")
        asker, new = ids_of(self.asked_by), unknown_names(self.asked_by)
        if asker or new:
            return replace(coming, people=asker, names=new)
        return coming if coming.people or not self.last else replace(coming, people=(self.last,))

    def _wish(self, said: Said) -> None:
        if (kind := wished(said.plain, self.words, favour=said.favour)) is not None:
            self.wished.append(kind)

    def _happening(self, part: Part, subject: Subject) -> None:
        """What has been: its day, how they talked, what passed."""
        self._talked(part, None, subject)
        self.happened = self.happened or any(item.word != "@" for item in part.items)
        found = passed(part, subject, self.words)
        relief = relieved(part, by_them=self.did == "them", by_me=self.did == "me")
        if relief is not None and not any(one.kind for one in self.support):
            found = (Passed(0, "practical", "received" if relief else "given"),)
        self.did = subject
        self.support.extend(found)
        self.side_by_side = self.side_by_side or any(
            one.direction == "both" and one.kind == "belonging" for one in found
        )
        about_them = subject == "them" or (subject != "me" and bool(part.who or self.last))
        if about_them and good_news(part, self.line, self.words):
            self.good_news = True

    def _talked(self, part: Part, said: Said | None, subject: Subject = "me") -> None:
        self.happened = self.happened or said is not None or len(part.items) > 1
        unsure = _MIGHT.search(part.text) is not None or among_others(part, subject)
        if not denied(part) and (said is not None or not unsure):
            self.channel = self.channel or channel(_real(part, said), self.words)
        theirs = [item.day for item in said.items] if said is not None else []
        for span in part.days:
            if (
                self.when is None
                and span not in theirs
                and (said is None or span is not said.span)
                and self._has_been(span, part)
            ):
                self.when = span.day(self.today, past=True)

    def _has_been(self, span: DaySpan, part: Part) -> bool:
        """Whether a day is when it happened, and not what it was for, or when it will not happen."""
        if span.rule or span.ahead(self.today) or span in part.meant_for or only_hoped(part.text):
            return False
        if asked_of_me(part) is not None and part.items[-1].day is span:
            return False
        return span.behind(self.today) or not (denied(part) or _NOW.match(part.text))

    def _who_answered(self, part: Part, before: str) -> str:
        """The one named last before the answer, else after it, else the one the line spoke of last."""
        named = ids_of(part.who)
        if not named:
            return self.last
        count = before.count("@")
        return named[count - 1] if 0 < count <= len(named) else named[0]

    def _is_asked(self, person: str) -> bool:
        return self.ask is not None or any(True for _ in self._open_asks(person))

    def _open_asks(self, person: str) -> Iterator[str]:
        """The words of what was asked of somebody who has not answered."""
        for ask in self.network.asks.values():
            if ask.supporter == person and ask.state in _OPEN_ASK:
                yield fold(ask.text)


def _real(part: Part, said: Said | None) -> str:
    """The words of a part before what was asked or promised in it, or what did not happen."""
    if said is None or not said.items:
        return part.text[: unreal_from(part.text)]
    return " ".join(item.word for item in part.items if item.start < said.items[0].start)
