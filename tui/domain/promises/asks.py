"""Asks from draft to answer: each step is a function from an ask to its next version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tui.domain.calendar.ago import ago
from tui.domain.calendar.days import day_in_words
from tui.domain.language.words import HOLDS, AskState, Kind
from tui.domain.records.log import Ask
from tui.domain.records.network import Network
from tui.domain.records.references import shown_name
from tui.domain.records.supporter import Supporter

REMIND_AFTER = timedelta(days=10)
"""How long an ask waits before it is worth one reminder."""

AGAIN_AFTER = timedelta(days=14)
"""How far ahead "later" is put unless another day is said."""

Answer = Literal["yes", "no", "later", "silent"]
Wants = Literal["remind", "again", "send", "wait"]
"""What an open ask wants: a reminder, to be asked again, to be sent, or patience. In this order."""

_URGENCY: tuple[Wants, ...] = ("remind", "again", "send", "wait")


class AskRefused(ValueError):
    """A step that cannot be taken. Its text is a sentence for the person."""


def sent(ask: Ask, today: date) -> Ask:
    """It was asked today; what was answered before counts no more, nor the day to ask again."""
    due = None if ask.state == "later" else ask.due
    return ask.changed_to(state="sent", sent_on=today, answered_on=None, reminded_on=None, due=due)


def answered(ask: Ask, answer: Answer, today: date, again_on: date | None = None) -> Ask:
    """The ask with its answer. `later` comes back on a day; `silent` is no answer, and so has no day.

    Raises `AskRefused` for "later" on a day that has passed.
    """
    asked_on = ask.sent_on or today
    match answer:
        case "later":
            again_on = again_on or today + AGAIN_AFTER
            if again_on <= today:
                raise AskRefused(f"Later is a day to come; {day_in_words(again_on, today)} is not.")
            return ask.changed_to(state="later", sent_on=asked_on, answered_on=today, due=again_on)
        case "silent":
            return ask.changed_to(state="silent", sent_on=asked_on, answered_on=None)
        case _:
            return ask.changed_to(state=answer, sent_on=asked_on, answered_on=today)


def reminded(ask: Ask, today: date) -> Ask:
    """They were reminded today. Raises `AskRefused` where it was not asked, or they were reminded before."""
    if ask.state != "sent":
        raise AskRefused("Only what was asked and waits for an answer can be reminded of.")
    if ask.reminded_on is not None:
        raise AskRefused(f"You reminded them {ago(ask.reminded_on, today)}; one reminder is enough.")
    return ask.changed_to(reminded_on=today)


def stronger(ask: Ask, supporter: Supporter) -> Supporter | None:
    """What a yes makes of somebody: they give the kind at least sometimes, and are a candidate no more.

    None where that changes nothing. Never done unasked: a yes to one thing need not be more than that.
    """
    if ask.kind is None:
        return None
    gives: Mapping[Kind, int] = {**supporter.gives, ask.kind: max(supporter.gives.get(ask.kind, 0), HOLDS)}
    state = "active" if supporter.state == "candidate" else supporter.state
    kept = supporter.changed_to(gives=gives, state=state)
    return kept if kept != supporter else None


def first_words(text: str, kind: Kind | None) -> str:
    """What was asked or offered, for where there is room for a line: the first one.

    Of a letter, which opens with a greeting, it is what comes after that; nothing, where the kind says more.

    >>> first_words("Sundays?", "belonging"), first_words("Hello Ben,\\n\\nI run.", None)
    ('Sundays?', 'I run.')
    """
    first, _, rest = text.strip().partition("\n\n")
    if rest and first.endswith(","):
        first = "" if kind else rest.strip()
    return first.split("\n", 1)[0]


@dataclass(frozen=True, slots=True)
class OpenAsk:
    """An ask without an answer for good: of whom and for which goal, what it wants, and since when."""

    ask: Ask
    person: str
    goal: str
    wants: Wants
    since: date | None

    @property
    def id(self) -> str:
        """The id of the ask."""
        return self.ask.id


def open_asks(network: Network, today: date) -> tuple[OpenAsk, ...]:
    """What is still open of all that was asked: what wants something first, then the oldest first."""
    found = [_opened(network, ask, today) for ask in network.asks.values() if is_open(ask)]
    return tuple(sorted(found, key=lambda one: (_URGENCY.index(one.wants), one.since or today, one.ask.id)))


def is_open(ask: Ask) -> bool:
    """Whether an ask has no answer for good."""
    return ask.state in ("drafted", "sent", "later")


def wants(ask: Ask, today: date) -> Wants:
    """What an open ask wants today."""
    if ask.state == "drafted":
        return "send"
    if ask.state == "later":
        return "again" if ask.due is None or ask.due <= today else "wait"
    waited = ask.sent_on is not None and today - ask.sent_on >= REMIND_AFTER
    return "remind" if waited and ask.reminded_on is None else "wait"


def asked_before(asks: Mapping[str, Ask], supporter: str, kind: Kind | None, goal: str | None) -> Ask | None:
    """The newest of these asks that asked the same supporter for the same; None where there was none."""
    same = [
        ask
        for ask in asks.values()
        if kind is not None and (ask.supporter, ask.kind, ask.goal) == (supporter, kind, goal)
    ]
    return max(same, key=lambda ask: (ask.sent_on or date.max, ask.id), default=None)


def asked_before_in_words(ask: Ask, name: str, today: date) -> str:
    """That the same was asked before, and what came of it."""
    if ask.sent_on is None:
        return f"There is a draft of this to {name} already."
    asked = f"You asked {name} for this {ago(ask.sent_on, today)}"
    return f"{asked}; {_CAME_OF_IT[ask.state]}."


def why_not_suggested(supporter: Supporter) -> str | None:
    """Why nothing is suggested to be asked of somebody, kindly; they may be asked all the same."""
    if supporter.state == "paused":
        return f"{supporter.name} is paused, so nothing is suggested here. You may ask all the same."
    if supporter.state == "ended":
        return f"{supporter.name} is no longer part of your network. You may ask all the same."
    return None


_CAME_OF_IT: Mapping[AskState, str] = {
    "drafted": "it is not sent yet",
    "sent": "there is no answer yet",
    "yes": "it was a yes",
    "no": "it was a no",
    "later": "it was not now, but later",
    "silent": "there was no answer",
}


def _opened(network: Network, ask: Ask, today: date) -> OpenAsk:
    person = shown_name(network, "supporter", ask.supporter or "")
    goal = shown_name(network, "goal", ask.goal) if ask.goal else ""
    since = ask.answered_on if ask.state == "later" else ask.sent_on
    if since is None and ask.created is not None:
        since = min(ask.created.date(), today)
    return OpenAsk(ask, person, goal, wants(ask, today), since)
