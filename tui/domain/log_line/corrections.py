"""Setting right what was understood of a line, part by part."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tui.domain.calendar.recurrence import first_day, rule_refusal, said_rule

from .spoken import PartName
from .understood import Answered, ComesNext, Understood, Wish

Values = Mapping[str, Any]
"""What a form gave, by field: the types are those of its fields."""

Fixes = Mapping[PartName, Values]
"""Parts that were set right, each with its values."""


def corrected(understood: Understood, fixes: Fixes) -> Understood:
    """What was understood, with every part that was set right."""
    for part, values in fixes.items():
        understood = _corrected(understood, part, values)
    return understood


def _corrected(now: Understood, part: PartName, values: Values) -> Understood:
    match part:
        case "people":
            people = tuple(values["people"])
            later = tuple(id_ for id_ in now.later if id_ in people)
            return _only(
                replace(now, people=people, unknown=tuple(values["unknown"]), unclear=(), later=later)
            )
        case "ask":
            ask = (
                Wish(values["text"], values["due"], now.ask.people if now.ask else ())
                if values["text"]
                else None
            )
            return replace(now, ask=ask)
        case "answer":
            whole = values["value"] and values["person"]
            return replace(now, answer=Answered(values["person"], values["value"]) if whole else None)
        case "follow_up":
            return replace(now, follow_up=_next(now, values))
        case "channel" | "direction" | "goal":
            said: Values = {part: values[part] or None}
            return replace(now, **said)
        case _:
            return replace(now, **values)


def _only(now: Understood) -> Understood:
    """The same without anybody who is no longer among its people."""
    ask, answer, next_ = now.ask, now.answer, now.follow_up
    return replace(
        now,
        ask=replace(ask, people=_among(now, ask.people), names=_new(now, ask.names)) if ask else None,
        answer=answer if answer is None or answer.person in now.people else None,
        follow_up=replace(next_, people=_among(now, next_.people), names=_new(now, next_.names))
        if next_
        else None,
    )


def _among(now: Understood, people: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(id_ for id_ in people if id_ in now.people)


def _new(now: Understood, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name in now.unknown)


def _next(now: Understood, values: Values) -> ComesNext | None:
    if not values["text"]:
        return None
    rule, due = rule_meant(values["again"]) or "", values["due"]
    if rule and due is None:
        due = first_day(rule, now.date)
    people = now.follow_up.people if now.follow_up else ()
    return ComesNext(values["text"], due, rule, values["mine"], people)


def rule_meant(text: str) -> str | None:
    """The rule meant by words, or written as one; None where it is neither."""
    return said_rule(text) or (text if text and rule_refusal(text) is None else None)


def values_of(understood: Understood, part: PartName) -> Values:
    """What stands in the form of a part before it is set right."""
    match part:
        case "people":
            return {"people": understood.people, "unknown": understood.unknown}
        case "ask":
            ask = understood.ask or Wish("")
            return {"text": ask.text, "due": ask.due}
        case "answer":
            answer, people = understood.answer, understood.people
            person = answer.person if answer else next(iter(people), None)
            return {"person": person, "value": answer.value if answer else ""}
        case "follow_up":
            next_ = understood.follow_up or ComesNext("")
            return {"text": next_.text, "due": next_.due, "again": next_.rrule, "mine": next_.mine}
        case _:
            return {part: getattr(understood, part)}
