"""What was understood of a line, in words: part by part, and what will be kept of it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from tui.domain.calendar.days import day_in_words
from tui.domain.calendar.recurrence import rule_in_words
from tui.domain.promises.asks import first_words
from tui.domain.records.network import Network

from .records import open_ask
from .understood import ComesNext, Understood, name_of

PartName = Literal[
    "people", "date", "channel", "goal", "kinds", "direction", "ask", "answer", "follow_up", "good_news"
]
PARTS: tuple[PartName, ...] = get_args(PartName)
"""The parts that can be corrected, in the order in which they stand."""

Label = Callable[[str, str], str]
"""Gives the label of a word by its class and its id."""

_TITLES: dict[PartName, str] = {
    "people": "With",
    "date": "When",
    "channel": "How",
    "goal": "Goal",
    "kinds": "Support",
    "direction": "Which way",
    "ask": "Asked for",
    "answer": "Answer",
    "follow_up": "Next",
    "good_news": "Good news",
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """One part in words. `open` says that it waits for a choice."""

    part: PartName
    title: str
    text: str
    open: bool = False


def spoken(
    understood: Understood, network: Network, today: date, label: Label, adding: Collection[str] = ()
) -> tuple[Spoken, ...]:
    """Every part in its order; the text is empty where nothing was said."""
    texts: dict[PartName, str] = {
        "people": ", ".join(_people(understood, network, adding)),
        "date": day_in_words(understood.date, today),
        "channel": label("channel", understood.channel) if understood.channel else "",
        "goal": goal.title if (goal := network.goals.get(understood.goal or "")) is not None else "",
        "kinds": ", ".join(label("kind", kind) for kind in understood.kinds),
        "direction": label("direction", understood.direction) if understood.direction else "",
        "ask": _with_day(understood.ask.text, understood.ask.due, today, "by") if understood.ask else "",
        "answer": _answer(understood, network, label),
        "follow_up": next_in_words(understood.follow_up, today) if understood.follow_up else "",
        "good_news": "theirs, worth celebrating" if understood.good_news else "",
    }
    return tuple(
        Spoken(part, _title(part, understood), texts[part], part == "people" and bool(understood.unclear))
        for part in PARTS
    )


def next_in_words(next_: ComesNext, today: date) -> str:
    """What comes next after its day and how it comes again, so that a long text does not hide when."""
    if not next_.rrule:
        return _with_day(next_.text, next_.due, today, "by" if next_.mine else "on")
    again = rule_in_words(next_.rrule)
    return (
        f"{again} from {day_in_words(next_.due, today)}: {next_.text}"
        if next_.due
        else f"{again}: {next_.text}"
    )


def kept_in_words(understood: Understood, network: Network, adding: Collection[str] = ()) -> str:
    """What saving the line will keep, in one sentence."""
    added = [name for name in understood.unknown if name in adding]
    met = [name_of(network, id_) for id_ in understood.people if id_ not in understood.later]
    kept, besides = list[str](), ""
    if understood.happened:
        whom = _listed([*met, *added])
        kept.append(f"an exchange with {whom}" if whom else _progress(understood, network))
    if understood.ask is not None:
        kept.append("an ask")
    if understood.answer is not None and understood.ask is None:
        person, goal = understood.answer.person, understood.goal
        asked = open_ask(network, person, goal)
        name = name_of(network, person)
        if asked is not None:
            kept.append(f"the answer of {name}")
        else:
            besides = f"No ask of {name} is open to answer."
    if (next_ := understood.follow_up) is not None:
        anybody = understood.people or added
        kept.append(
            {"promised": "a promise", "offered": "an offer"}.get(next_.mine if anybody else "", "a follow-up")
        )
    if added:
        kept.append(f"{_listed(added)} as {'a new supporter' if len(added) == 1 else 'new supporters'}")
    return " ".join(filter(None, (f"Keeps {_listed(kept)}." if kept else "", besides)))


def which(name: str) -> str:
    """The question where several go by a name."""
    return f"Which {name}?"


def _progress(understood: Understood, network: Network) -> str:
    goal = network.goals.get(understood.goal or "")
    return (
        f"the line as progress on {goal.title}"
        if goal is not None
        else "the line as progress, with nobody in it"
    )


def _title(part: PartName, understood: Understood) -> str:
    if part == "follow_up" and understood.follow_up is not None and understood.follow_up.mine:
        return "You promised" if understood.follow_up.mine == "promised" else "You offered"
    return _TITLES[part]


def _people(understood: Understood, network: Network, adding: Collection[str]) -> Iterable[str]:
    for id_ in understood.people:
        yield name_of(network, id_)
    for one in understood.unclear:
        yield which(one.name)
    for name in understood.unknown:
        yield f"{name} (new)" if name in adding else f"{name} (not kept)"


def _answer(understood: Understood, network: Network, label: Label) -> str:
    if (answer := understood.answer) is None:
        return ""
    said = f"{name_of(network, answer.person)}: {label('ask_state', answer.value)}"
    if understood.ask is not None:
        return said
    ask = open_ask(network, answer.person, understood.goal)
    about = first_words(ask.text, ask.kind) if ask is not None else ""
    if ask is not None and not about and ask.kind is not None:
        about = label("kind", ask.kind)
    return f"{said}, to: {about}" if about else said


def _with_day(text: str, day: date | None, today: date, before: str) -> str:
    return f"{before} {day_in_words(day, today)}: {text}" if day is not None else text


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""
