"""What the parts of one line say, taken in one after the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from tui.domain.language.text import fold
from tui.domain.language.words import Channel, Kind
from tui.domain.records.network import Network
from tui.domain.talks.rhythm import is_group

from .coming import by_when, denied, occasion, to_come
from .day_spans import DaySpan
from .echoes import echoed
from .favours import RELIEF, among_others
from .mentions import Mention
from .parts import Part
from .passing import Passed, channel, direction, passed, wished
from .said import Said, with_day
from .subjects import Subject
from .understood import Answered, ComesNext, Unclear, Understood, Wish
from .wishes import answered, asked, needed_by, promised
from .words import LogWords

_MINE = re.compile(
    r"(?:also |just |had to )*(?:said|told|say|saying) "
    r"(?:(?:yes|no|maybe|later) to @|@ (?:yes|no|maybe|later))"
)
"""An answer that the writer gave."""
_BOTH_OF_US = re.compile(r"@ and (?:i|me) ")
_ASKED_ME = re.compile(
    r"(?:@|he|she|they) (?:also |just )?(?:asked|asks|wanted|invited|begged|needed) "
    r"(?:me|us|if i|whether i|for)(?!\S)"
)
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
    asked_me: bool = False
    """Whether the writer was asked, so that an answer is the writer's."""
    occasion: ComesNext | None = None
    """A day of theirs, which comes next where nothing else does."""
    ahead: DaySpan | None = None
    """The day of what was agreed to."""
    awaited: Literal["", "promised", "offered"] = ""
    """Whether a promise was named in the part before, and what it is stands in this one."""
    did: bool = False
    """Whether the part before says what somebody else did."""
    met: set[str] = field(default_factory=set)
    last: str = ""
    """Who was named last."""

    def take(self, part: Part, subject: Subject) -> None:
        """Take one part in, as the first thing that it can be."""
        ids = _ids(part.who)
        took = (
            self._ask(part, subject, ids)
            or self._promise(part, subject, ids)
            or self._answer(part)
            or self._next(part, subject)
        )
        if not took:
            self._happening(part, subject)
            self.met.update(ids)
        self.last = next(reversed(ids), self.last)

    def _ask(self, part: Part, subject: Subject, ids: Sequence[str]) -> bool:
        if self.ask is not None and self.ask.due is None and (by := needed_by(part, self.today)) is not None:
            self.ask = replace(self.ask, due=by.day(self.today, past=False))
            return True
        said = asked(part, subject, self.words, self.today)
        if said is None or not said.items or self.ask is not None:
            return False
        due = said.span.day(self.today, past=False) if said.span and not said.span.rule else None
        new = _unknown(part.who)
        known = tuple(ids) or ((self.last,) if self.last and not new else ())
        self.ask = Wish(said.text(self.line), due, known, new)
        self._wish(said)
        self._talked(part, said)
        self.met.update(ids)
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

    def _answer(self, part: Part) -> bool:
        first = part.items[0].word
        self.asked_me = self.asked_me or _ASKED_ME.search(part.text) is not None
        if self.answer is not None or first in ("i", "we") or _MINE.match(part.text):
            return False
        if (self.asked_me and first not in _THEY) or _BOTH_OF_US.match(part.text):
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
        self.met.update(_ids(part.who))
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
        said = to_come(part, subject, self.words, self.today) if self.next is None else None
        if said is None:
            if self.next is not None or (day := occasion(part, self.today)) is None:
                return False
            self.ahead = day
            self.occasion = self._coming(Said(part.items, day), part, "")
            return True
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
        return ComesNext(text, due, rule, mine, _ids(part.who), _unknown(part.who))

    def _wish(self, said: Said) -> None:
        if (kind := wished(said.plain, self.words, favour=said.favour)) is not None:
            self.wished.append(kind)

    def _happening(self, part: Part, subject: Subject) -> None:
        """What has been: its day, how they talked, what passed."""
        self._talked(part, None, subject)
        self.happened = self.happened or any(item.word != "@" for item in part.items)
        found = passed(part, subject, self.words)
        if self.did and RELIEF.match(part.text) and not any(one.kind for one in self.support):
            found = (Passed(0, "practical", "received"),)
        self.did = subject == "them"
        self.support.extend(found)
        self.side_by_side = self.side_by_side or any(one.direction == "both" for one in found)
        theirs = subject == "them" or part.who or self.last
        if (
            subject != "me"
            and theirs
            and self.words.good_news.search(self.words.no_good_news.sub("", part.text))
        ):
            self.good_news = True

    def _talked(self, part: Part, said: Said | None, subject: Subject = "me") -> None:
        self.happened = self.happened or said is not None or len(part.items) > 1
        unsure = _MIGHT.search(part.text) is not None or among_others(part, subject)
        if not denied(part) and (said is not None or not unsure):
            self.channel = self.channel or channel(_without(part, said), self.words)
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
        if span.rule or span.ahead(self.today) or span in part.meant_for:
            return False
        if _ASKED_ME.search(part.text) is not None and part.items[-1].day is span:
            return False
        return span.behind(self.today) or not (denied(part) or _NOW.match(part.text))

    def _who_answered(self, part: Part, before: str) -> str:
        """The one named last before the answer, else after it, else the one the line spoke of last."""
        named = _ids(part.who)
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

    def understood(
        self, people: Sequence[Mention], about: tuple[str, ...], marked: tuple[Kind, ...], goal: str | None
    ) -> Understood:
        """All of it together."""
        ids = _ids(people) or about
        coming = self.next or self.occasion
        wishes = self.ask is not None or self.answer is not None or coming is not None
        kinds, way = marked or _kinds(self.support, self.wished), direction(self.support)
        if not (people or about):
            kinds, way = marked, None
        if way is None and (
            (marked and self.ask is None) or (kinds and any(one.kind for one in self.support))
        ):
            way = "received"
        how = self.channel
        if how is None and (self.side_by_side or self._a_meeting(ids)):
            how = "in-person"
        happened = self.happened or not wishes
        return Understood(
            note=self.line,
            date=self.when or self.today,
            people=ids,
            unknown=_unknown(people),
            unclear=tuple(
                Unclear(mention.name, mention.ids)
                for mention in {mention.name: mention for mention in people if len(mention.ids) > 1}.values()
            ),
            channel=how,
            direction=way,
            kinds=kinds,
            goal=goal,
            ask=self.ask,
            answer=self.answer,
            follow_up=coming,
            good_news=self.good_news and bool(people),
            later=tuple(id_ for id_ in ids if self.met and id_ not in self.met) if happened else (),
            happened=happened,
        )

    def _a_meeting(self, ids: Sequence[str]) -> bool:
        """Whether a group met: one is named with the day it was, and nothing else said of how."""
        found = [self.network.supporters[id_] for id_ in ids]
        return self.when is not None and bool(found) and all(is_group(one) for one in found)


def _ids(people: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(mention.ids[0] for mention in people if len(mention.ids) == 1))


def _unknown(people: Iterable[Mention]) -> tuple[str, ...]:
    """The names nobody goes by, as they are written: small ones with capitals."""
    names = [mention.name for mention in people if not mention.ids]
    written = (name if name != name.lower() else name.title() for name in reversed(names))
    return tuple(reversed({fold(name): name for name in written}.values()))


def _kinds(support: Iterable[Passed], wished_: Iterable[Kind]) -> tuple[Kind, ...]:
    named = [one.kind for one in support if one.kind is not None]
    return tuple(dict.fromkeys((*named, *wished_)))


def _without(part: Part, said: Said | None) -> str:
    """The words of a part before what was asked or promised in it."""
    if said is None or not said.items:
        return part.text
    return " ".join(item.word for item in part.items if item.start < said.items[0].start)
