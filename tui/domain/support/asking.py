"""A draft that asks somebody for support, or reminds them of it. Nothing is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tui.domain.calendar.ago import ago
from tui.domain.language.template import filled
from tui.domain.language.vocabulary import Vocabulary
from tui.domain.language.words import KINDS, Kind
from tui.domain.records.goal import Goal
from tui.domain.records.log import Ask
from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter
from tui.domain.talks.rhythm import is_group

from .coverage_words import spoken

BLANKS = ("name", "goal", "why", "step", "style", "no", "asked", "what", "me")
"""The blanks a template may have."""

_LONGEST = 240
_LONGEST_QUOTED = 160


@dataclass(frozen=True)
class AskTexts:
    """The templates: by kind, for anything else and for a reminder, and the sentences that go into them.

    `titles` are words before a name that are not a first name; `nobody` stands for a name that is gone.
    """

    templates: Mapping[str, str]
    style: Mapping[str, str]
    no: Mapping[str, str]
    titles: frozenset[str]
    nobody: str


def parse_ask_texts(data: Mapping[str, object]) -> AskTexts:
    """The texts from their data file. Raises `ValueError` with a sentence."""
    templates = {name: text for name, text in data.items() if isinstance(text, str)}
    tables = {name: entry for name, entry in data.items() if isinstance(entry, Mapping)}
    style, no, names = (tables.get(name, {}) for name in ("style", "no", "names"))
    titles = names.get("titles")
    if not {*KINDS, "any", "reminder"} <= templates.keys() or not isinstance(titles, list):
        raise ValueError("asking: a template for each kind, any and reminder is needed, and names.titles.")
    return AskTexts(templates, style, no, frozenset(map(str, titles)), str(names.get("nobody", "")))


def ask_draft(
    network: Network, supporter: Supporter, kind: Kind | None, goal: Goal | None, texts: AskTexts
) -> str:
    """The draft that asks a supporter for a kind of support for a goal, in the person's own words."""
    profile = network.profile
    blanks = {
        "name": first_name(supporter, texts),
        "goal": _in_a_sentence(goal.title) if goal else "",
        "why": _in_a_sentence(goal.why) if goal else "",
        "step": _in_a_sentence(goal.next_step) if goal else "",
        "style": texts.style[profile.help_style] if profile.help_style else "",
        "no": texts.no["outer" if supporter.circle == "outer" else "close"],
        "me": profile.me,
    }
    return filled(texts.templates[kind or "any"], blanks)


def reminder_draft(network: Network, ask: Ask, words: Vocabulary, texts: AskTexts, today: date) -> str:
    """The one reminder of an ask."""
    when = ago(ask.sent_on, today) if ask.sent_on else "lately"
    goal = network.goals.get(ask.goal or "")
    supporter = network.supporters.get(ask.supporter or "")
    said = " ".join(ask.text.split())
    about = [spoken(ask.kind, words)] if ask.kind else ["some help"]
    about += [f"with {_in_a_sentence(goal.title)}"] if goal else []
    what = f'"{said}"' if said and len(said) <= _LONGEST_QUOTED else f"{' '.join(about)}."
    blanks = {
        "name": first_name(supporter, texts) if supporter else texts.nobody,
        "asked": when[:1].upper() + when[1:],
        "what": what,
        "me": network.profile.me,
    }
    return filled(texts.templates["reminder"], blanks)


def first_name(supporter: Supporter, texts: AskTexts) -> str:
    """How to greet somebody of several names: by a nickname, or the first of two; else by the whole name."""
    if is_group(supporter) or len(words := supporter.name.split()) == 1:
        return supporter.name
    if supporter.aliases:
        return supporter.aliases[0]
    return words[0] if len(words) == 2 and words[0].casefold() not in texts.titles else supporter.name


def _in_a_sentence(text: str) -> str:
    """The first paragraph in one line without its full stop; of something long the beginning."""
    line = " ".join(text.strip().split("\n\n", 1)[0].split())
    if len(line) > _LONGEST:
        return line[:_LONGEST].rsplit(" ", 1)[0] + " ..."
    return line.rstrip(".! ")
