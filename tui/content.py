"""Reads the shipped content: questionnaire, tips, templates, vocabulary; each file once, on first use."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tui.domain.language.vocabulary import Vocabulary, Word, parse_vocabulary
from tui.domain.questionnaire.items import Questionnaire
from tui.paths import content_folder

if TYPE_CHECKING:
    from tui.domain.log_line.words import LogWords
    from tui.domain.support.asking import AskTexts


class Tip(NamedTuple):
    """One short piece of guidance. `when` names the occasion, `cite` the source, `grade` its weight."""

    id: str
    section: str
    text: str
    cite: str
    grade: str
    when: str


def _data(*parts: str) -> dict[str, object]:
    return tomllib.loads(content_folder().joinpath(*parts).read_text(encoding="utf-8"))


@cache
def vocabulary() -> Vocabulary:
    """The words for every id."""
    return parse_vocabulary(_data("vocabulary.toml"))


def word(name: str, id_: str | int) -> Word:
    """The words for one id of a class, such as `word("circle", "inner")` or `word("importance", 3)`."""
    return vocabulary()[name][str(id_)]


def label(name: str, id_: str | int) -> str:
    """The label of one id of a class."""
    return word(name, id_).label


@cache
def questionnaire() -> Questionnaire:
    """The questionnaire on goals and needs."""
    from tui.domain.questionnaire.reader import parse_questionnaire

    return parse_questionnaire(_data("questionnaires", "needs.toml"), vocabulary())


@cache
def tips() -> tuple[Tip, ...]:
    """The tips, in their order."""
    entries = _data("guidance", "tips.toml")["tip"]
    if not isinstance(entries, list):
        raise TypeError('guidance/tips.toml: "tip" should be a list of tables.')
    return tuple(Tip(**entry) for entry in entries)


@cache
def asking() -> "AskTexts":
    """How to ask somebody for each kind of support, and to remind them once."""
    from tui.domain.support.asking import parse_ask_texts

    return parse_ask_texts(_data("templates", "asking.toml"))


@cache
def telling() -> Mapping[str, str]:
    """How to tell somebody what was done with what they said, by verdict; and who "nobody" is."""
    return {name: str(text) for name, text in _data("templates", "telling.toml").items()}


@cache
def act_templates() -> Mapping[str, Mapping[str, str]]:
    """The words for acts, by what they say and then by "title" and "because"."""
    found = _data("templates", "acts.toml")
    return {says: dict(parts) for says, parts in found.items() if isinstance(parts, dict)}


@cache
def giving() -> Mapping[str, str]:
    """What to give somebody one is about to talk with, by occasion."""
    return {says: str(text) for says, text in _data("templates", "giving.toml").items()}


@cache
def log_words() -> "LogWords":
    """The words by which a log line is understood."""
    from tui.domain.log_line.words import parse_log_words

    return parse_log_words(_data("log_words.toml"))
