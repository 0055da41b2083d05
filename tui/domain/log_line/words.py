"""The words by which a line is understood, from their data file."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from tui.domain.language.words import KINDS, Channel, Kind

from .typos import slips

Phrases = re.Pattern[str]
"""Finds the phrases of one list in a line of plain words in which people are @."""

SOMEBODY = r"(?:@|him|her|them|he|she|they)"
_SOME_WORDS = r" (?:\S+ ){0,3}"
_END = "$"
_SPECIAL = {"..": _SOME_WORDS, "$": _END, "me": "(?:me|us)", "my": "(?:my|our)"}
"""Words of a phrase that are more than themselves; what is done to us is done to me."""
_NOTHING = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class KindWords:
    """How one kind of support sounds."""

    gives: Phrases
    takes: Phrases
    things: Phrases
    together: Phrases
    asked: Phrases


@dataclass(frozen=True, slots=True)
class LogWords:
    """All of them."""

    typed: Mapping[str, str]
    slips: Mapping[str, str]
    passed_over: frozenset[str]
    """What only says how something was done."""
    channels: Mapping[Channel, Phrases]
    no_channel: Phrases
    kinds: Mapping[Kind, KindWords]
    given: Phrases
    credit: Phrases
    handed: Phrases
    not_handed: Phrases
    no_favour: frozenset[str]
    credited: Phrases
    """How they say that the writer gave something."""
    troubled: Phrases
    """How somebody is who needs help."""
    hands: Phrases
    got: Phrases
    ask_verbs: Phrases
    ask_joins: frozenset[str]
    ask_questions: frozenset[str]
    ask_modals: frozenset[str]
    answers: Mapping[str, Phrases]
    sure: Phrases
    next_certain: Phrases
    next_with_day: Phrases
    next_doing: Phrases
    next_kept: Phrases
    next_put_off: Phrases
    next_planned: frozenset[str]
    next_joins: frozenset[str]
    promised: Phrases
    offered: Phrases
    owed: Phrases
    good_news: Phrases
    no_good_news: Phrases
    before_name: frozenset[str]
    before_things: frozenset[str]
    speaks: frozenset[str]
    after_people: frozenset[str]
    after_name: frozenset[str]
    did: frozenset[str]
    """What somebody did, where the word does not end in ed."""
    names_that_are_words: frozenset[str]
    rarely_words: frozenset[str]
    """Those of them that are names, but where a word like "the" stands before."""
    months: frozenset[str]
    never_names: frozenset[str]
    titles: frozenset[str]
    people: frozenset[str]
    meetings: frozenset[str]
    too_wide: frozenset[str]
    kin: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[str, ...]]
    weak_in_goals: frozenset[str]
    verbs: frozenset[str]
    """The first words of what people do."""


def parse_log_words(data: Mapping[str, object]) -> LogWords:
    """The words from their data file. Raises `ValueError` with a sentence."""
    tables = {name: _table(name, data) for name in _TABLES}
    if data.keys() - tables.keys() - {"kind"}:
        raise ValueError(f"log words: {', '.join(data.keys() - tables.keys())} is not known here.")

    def listed(table: str, name: str) -> tuple[str, ...]:
        return _listed(f"{table}.{name}", tables[table].get(name, ()))

    def found(table: str, name: str) -> Phrases:
        return phrases(listed(table, name))

    def words(table: str, name: str) -> frozenset[str]:
        return frozenset(listed(table, name))

    kinds = _kinds(data.get("kind"))
    channels: dict[Channel, Phrases] = {channel: found("channel", channel) for channel in get_args(Channel)}
    doing = [
        *(
            phrase
            for lists in kinds.values()
            for name in ("gives", "takes", "together")
            for phrase in lists[name]
        ),
        *(phrase for channel in get_args(Channel) for phrase in listed("channel", channel)),
        *(listed("ask", "verbs")),
        *(listed("direction", "given")),
        *(listed("direction", "hands")),
        *(listed("promise", "told")),
        *(listed("promise", "offered")),
    ]
    verbs = frozenset(phrase.split()[0].rstrip("*") for phrase in doing)
    return LogWords(
        typed={typed: str(meant) for typed, meant in tables["typed"].items()},
        slips=slips(listed("slips", "mended"), {*listed("slips", "real"), *verbs}),
        passed_over=words("passed_over", "how"),
        channels=channels,
        no_channel=found("no_channel", "words"),
        kinds={
            kind: KindWords(
                **{
                    name: phrases(lists[name], plural=name in ("things", "asked"))
                    for name in KindWords.__dataclass_fields__
                }
            )
            for kind, lists in kinds.items()
        },
        given=found("direction", "given"),
        credit=found("direction", "credit"),
        no_favour=words("direction", "no_favour"),
        handed=found("direction", "handed"),
        not_handed=found("direction", "not_handed"),
        credited=found("direction", "credited"),
        troubled=found("direction", "troubled"),
        hands=found("direction", "hands"),
        got=found("direction", "got"),
        ask_verbs=found("ask", "verbs"),
        ask_joins=words("ask", "joins"),
        ask_questions=words("ask", "questions"),
        ask_modals=words("ask", "modals"),
        answers={value: found("answer", value) for value in ("yes", "no", "later")},
        sure=found("answer", "sure"),
        next_certain=found("next", "certain"),
        next_with_day=found("next", "with_day"),
        next_doing=found("next", "doing"),
        next_kept=found("next", "kept"),
        next_put_off=found("next", "put_off"),
        next_planned=words("next", "planned"),
        next_joins=words("next", "joins"),
        promised=found("promise", "told"),
        offered=found("promise", "offered"),
        owed=found("promise", "owed"),
        good_news=found("good_news", "words"),
        no_good_news=found("good_news", "not"),
        before_name=words("names", "before"),
        before_things=words("names", "before_things"),
        speaks=words("names", "speaks"),
        after_people=words("names", "after_people"),
        after_name=words("names", "after"),
        did=words("names", "did"),
        names_that_are_words=words("names", "words") | words("names", "rarely"),
        rarely_words=words("names", "rarely"),
        months=words("names", "months"),
        never_names=words("names", "never"),
        titles=words("names", "titles"),
        people=words("names", "people"),
        meetings=words("names", "meetings"),
        too_wide=words("names", "too_wide"),
        kin={name: listed("kin", name) for name in tables["kin"]},
        roles={name: listed("role", name) for name in tables["role"]},
        weak_in_goals=words("goal", "weak"),
        verbs=verbs,
    )


def phrases(listed: Iterable[str], *, plural: bool = False) -> Phrases:
    """What finds any of some phrases, the longest first, and with `plural` several of each thing."""
    ordered = sorted(set(listed), key=len, reverse=True)
    if not ordered:
        return _NOTHING
    return re.compile(rf"(?<!\S)(?:{'|'.join(map(_phrase, ordered))}){'s?' if plural else ''}(?!\S)")


def _phrase(phrase: str) -> str:
    found = " ".join(_word(word) for word in phrase.split())
    return found.replace(f" {_SOME_WORDS} ", _SOME_WORDS).replace(f" {_END}", _END)


def _word(word: str) -> str:
    if word == "@":
        return SOMEBODY
    if word in _SPECIAL:
        return _SPECIAL[word]
    return rf"{re.escape(word[:-1])}\S*" if word.endswith("*") else re.escape(word)


_TABLES = (
    "typed",
    "slips",
    "passed_over",
    "channel",
    "no_channel",
    "direction",
    "ask",
    "answer",
    "next",
    "promise",
    "good_news",
    "names",
    "kin",
    "role",
    "goal",
)


def _table(name: str, data: Mapping[str, object]) -> Mapping[str, object]:
    table = data.get(name)
    if not isinstance(table, Mapping):
        raise ValueError(f'log words: "{name}" is missing.')
    return table


def _listed(where: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)) or not all(isinstance(one, str) and one.strip() for one in value):
        raise ValueError(f"log words: {where} should be a list of phrases.")
    return tuple(value)


def _kinds(value: object) -> dict[Kind, dict[str, tuple[str, ...]]]:
    if not isinstance(value, Mapping) or set(value) != set(KINDS):
        raise ValueError('log words: "kind" should name each kind of support once.')
    known = KindWords.__dataclass_fields__
    made: dict[Kind, dict[str, tuple[str, ...]]] = {}
    for kind in KINDS:
        lists = value[kind]
        if not isinstance(lists, Mapping) or not lists.keys() <= known.keys():
            raise ValueError(f"log words: kind.{kind} takes {', '.join(known)}.")
        made[kind] = {name: _listed(f"kind.{kind}.{name}", lists.get(name, ())) for name in known}
    return made
