"""What passed between people: the kinds of support, which way it went, and how they talked."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tui.domain.language.words import KINDS, Channel, Direction, Kind

from .favours import favoured, for_others
from .parts import Part
from .subjects import Subject
from .unreal import unreal_from
from .words import LogWords

_TO_ME = re.compile(r"(?<!\S)(?:me|us)(?!\S)")
_NAMED = re.compile(r"(?<!\S)(?:an?|the|some|someone|somebody)(?: \S+){0,2}? called(?!\S)")
"""Somebody called so, which is no call."""
_NEAR, _NEAR_BY = 2, 6
_HYPOTHETICAL = re.compile(r"(?:i|we) (?:could|can|would|might|should)(?!\S)")
"""What the writer could do, which nobody has done."""
_SIDE_BY_SIDE = re.compile(
    r"(?<!\S)(?!put|get|got|getting|pull|pulled|fits?|back|move|moved|come|came)\S+(?: it)? together(?!\S)"
)
_NOT_FOR_ME = re.compile(r"(?:@|him|her|them)$")
_OWN_NOTES = frozenset({"his", "her", "their", "lecture", "class"})
"""Before notes that were taken, not made on something."""
_TOGETHER = re.compile(
    r"(?:@ and (?:i|me)|(?:me|i) and @) (?:(?:both|just|then|also|all) )?(?!agreed|talked|argued|decided|"
    r"discussed|chatted|disagreed|swapped|planned|arranged|booked|scheduled|reserved|ordered|failed|passed|missed|hated|loved|liked|enjoyed|laughed|cried|texted|messaged|called|phoned|joked|wanted|needed)"
    r"\S+ed(?!\S)"
)
"""Something that was done side by side."""
_NOT_HANDED = frozenset({"about", "abt", "re", "for", "no", "without"})
_WITH_THEM = re.compile(r"(?<!\S)with @")
_COPIED = re.compile(r"(?<!\S)(?:copy|copied|lent|lend|borrowed|borrow|print|printed)(?!\S)")
"""Notes that are no comments."""
_FOR_DOING = re.compile(r" for \S+ing(?!\S)")
_WORKED_ON = re.compile(
    r"(?<!\S)(?:corrected|translated|proofread|proofed|edited|checked|read|printed|typed|reviewed|marked|helped)"
    r"(?: \S+){0,4} $"
)
_PASSIVE = re.compile(
    r"(?:(?:i|was|were|got|been|being) )*(\S+ed|given|taught|driven|shown) (?:\S+ ){0,3}by @"
)
"""What was done to the writer: quizzed by Jonas."""
_EACH_OTHER = re.compile(r"(?<!\S)each others?(?!\S)")
_HANDED_OVER = re.compile(
    r"(?<!\S)(?:brought|made|cooked|baked|gave|sent|left|delivered|organi[sz]ed|dropped off)(?: \S+){0,3} $"
)
_OWES = re.compile(r"(?<!\S)(?:(?:owes?|owed) (?:me|us)|(?:asked|asks|wanted) (?:me|us) (?:to|for|if))(?!\S)")
_THEIR_OWN = re.compile(r"(?:brought|took|showed me|showed us) (?:her|his|their) ")
"""What they took along, or showed, of their own."""
_MINE = frozenset({"my", "our"})


_BY = re.compile(r"(?<!\S)(?:by|via|over) (?:the )?(\S+)$")
"""How they talked, said last and plainly: told him by text."""


@dataclass(frozen=True, slots=True)
class Passed:
    """One kind of support that passed, where in the line, and which way; None where that is not said."""

    at: int
    kind: Kind | None
    direction: Direction | None


def passed(part: Part, subject: Subject, words: LogWords) -> tuple[Passed, ...]:
    """The support that a part of a line tells of; what was handed over is practical help, if nothing else."""
    if _HYPOTHETICAL.match(part.text):
        return ()
    if (passive := _PASSIVE.match(part.text)) is not None:
        meant = f"@ {passive[1]} me"
        kinds = [kind for kind in KINDS if words.kinds[kind].gives.search(meant) is not None]
        return tuple(Passed(0, kind, "received") for kind in kinds[:1])
    unreal = unreal_from(part.text)
    found = tuple(one for one in _named(part, subject, words) if one.at <= unreal)
    if unreal < len(part.text) and not found:
        return ()
    if subject == "them" and (credit := words.credited.search(part.text)) is not None:
        return Passed(credit.start(), None, "given"), *(replace(one, direction="given") for one in found)
    if not any(one.kind for one in found) and channel(part.text, words) is None:
        favour = favoured(part, subject, words)
        if favour is not None and not words.not_handed.search(part.text):
            return (*found, Passed(0, "practical", "received" if favour else "given"))
    if found or (handed := words.handed.search(part.text)) is None or channel(part.text, words) is not None:
        return found
    if words.not_handed.search(" ".join(part.text[handed.start() :].split()[:_NEAR_BY])):
        return ()
    way = _of_giving(handed, subject)
    return (Passed(handed.start(), "practical", way),) if way is not None else ()


def _named(part: Part, subject: Subject, words: LogWords) -> Iterator[Passed]:
    text = part.text
    if _OWES.search(text) is not None:
        return
    if (beside := _TOGETHER.match(text)) is not None and _EACH_OTHER.search(text):
        kinds = [kind for kind in KINDS if words.kinds[kind].gives.search(text) is not None]
        yield Passed(beside.start(), kinds[0] if kinds else "belonging", "both")
        return
    if beside is not None:
        yield Passed(beside.start(), "belonging", "both")
        return
    if subject != "them" and (beside := _SIDE_BY_SIDE.search(text)) is not None:
        yield Passed(beside.start(), "belonging", "both")
    for kind in KINDS:
        sounds = words.kinds[kind]
        spans: list[tuple[int, int]] = []
        for found in sounds.together.finditer(text):
            yield Passed(found.start(), kind, "both")
        for found in sounds.gives.finditer(text):
            if subject == "them" and _THEIR_OWN.match(text, found.start()):
                continue
            if subject == "them" and kind == "emotional" and _NOT_FOR_ME.search(found[0]):
                continue
            if subject == "them" and kind == "practical" and for_others(part):
                continue
            spans.append(found.span())
            shared = subject == "me" and _WITH_THEM.search(text, found.end()) is not None
            yield Passed(found.start(), kind, "both" if shared else _of_giving(found, subject))
        for found in sounds.takes.finditer(text):
            way = _of_taking(part, subject)
            if way is not None and not any(start <= found.start() < end for start, end in spans):
                yield Passed(found.start(), kind, way)
        for found in sounds.things.finditer(text):
            before = found.string[: found.start()].split()[-2:][::-1]
            if kind == "feedback" and (_COPIED.search(text) is not None or not _OWN_NOTES.isdisjoint(before)):
                continue
            if before and (before[0] in _NOT_HANDED or (before[0] in _MINE and kind == "feedback")):
                continue
            yield Passed(found.start(), kind, _of_a_thing(found, subject, words))
    for found in words.credit.finditer(text):
        yield Passed(found.start(), "practical" if _FOR_DOING.match(text, found.end()) else None, "received")
    for found in words.given.finditer(text):
        yield Passed(found.start(), None, "received" if _near(found) else "given")


def wished(text: str, words: LogWords, *, favour: bool = False) -> Kind | None:
    """The kind of support that is asked for, or promised, by these words: the one named first.

    A favour, something to be done, is practical help where nothing else is named.
    """
    firsts = [
        (found.start(), -len(found[0]), KINDS.index(kind))
        for kind in KINDS
        for pattern in (words.kinds[kind].asked, words.kinds[kind].things)
        if (found := pattern.search(text)) is not None
    ]
    return KINDS[min(firsts)[2]] if firsts else "practical" if favour else None


def direction(of: Iterable[Passed]) -> Direction | None:
    """Which way it all went; both where some went each way."""
    ways = {one.direction for one in of if one.direction is not None}
    if len(ways) > 1:
        return "both"
    return next(iter(ways), None)


def channel(text: str, words: LogWords) -> Channel | None:
    """How they talked: the first way that is named, and at one place the longest name of one."""
    text = words.no_channel.sub("", _NAMED.sub("", text))
    if (by := _BY.search(text)) is not None and (how := channel(by[1], words)) is not None:
        return how
    found = [
        (match.start(), -len(match[0]), name)
        for name, pattern in words.channels.items()
        if (match := pattern.search(text)) is not None and not _is_handed(match, name)
    ]
    return min(found)[2] if found else None


def _is_handed(match: re.Match[str], name: Channel) -> bool:
    """Whether it was handed over or worked on, and not how they met: brought ben breakfast, read my text."""
    before = match.string[: match.start()]
    if name in ("mail", "text"):
        return _WORKED_ON.search(before) is not None
    if name != "in-person" or _WITH_THEM.search(match.string) is not None:
        return False
    return _HANDED_OVER.search(before) is not None


def _of_giving(found: re.Match[str], subject: Subject) -> Direction | None:
    if _near(found) or subject == "them":
        return "received"
    return "given" if subject == "me" else None


def _of_taking(part: Part, subject: Subject) -> Direction | None:
    """Whoever took is the subject; one taken over from the part before is too vague to say."""
    if subject == "them":
        return "given" if part.items[0].who or part.items[0].word in ("he", "she", "they") else None
    return "received"


def _of_a_thing(found: re.Match[str], subject: Subject, words: LogWords) -> Direction | None:
    before, after = found.string[: found.start()], found.string[found.end() :].lstrip()
    if words.hands.search(before):
        if _TO_ME.search(before) or subject == "them":
            return "received"
        return "given"
    if words.got.search(before) or words.got.match(after):
        return "received"
    return None


def _near(found: re.Match[str]) -> bool:
    """Whether it was done to the writer: "helped me", "lent me"."""
    after = " ".join(found.string[found.end() :].split()[:_NEAR])
    return _TO_ME.search(f"{found[0]} {after}") is not None
