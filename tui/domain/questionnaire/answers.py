"""Checks one answer: gives it in its kept form, or says in one sentence what does not fit."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from tui.domain.calendar.days import coming_day, written_day
from tui.domain.language.plain import Plain
from tui.domain.language.text import clean_note, fold
from tui.domain.language.words import KINDS, Circle, Relationship

from .answer_parts import (
    WrongAnswer,
    entries_of,
    line_of,
    mark_of,
    one_of,
    option_of,
    quoted,
    short,
    text_of,
    visible,
)
from .items import Item, ItemType


def checked(item: Item, answer: Plain, today: date | None) -> Plain:
    """The answer as it is kept; None where nothing was answered. Raises `WrongAnswer`.

    Text is cleaned, days are written YYYY-MM-DD, open rows are left out. Without `today` a day may be any
    day: rules about today hold when an answer is entered, not when it is read again. Checking what was
    checked changes nothing.
    """
    return None if answer is None else _CHECKS[item.type](item, answer, today)


def _line(item: Item, answer: Plain, _today: date | None) -> Plain:
    return _text_of_length(item, line_of(answer))


def _text_answer(item: Item, answer: Plain, _today: date | None) -> Plain:
    return _text_of_length(item, visible(clean_note(text_of(answer)).strip()))


def _choice(item: Item, answer: Plain, _today: date | None) -> Plain:
    if not any(option.name for option in item.options):
        return option_of(item, answer) or None
    chosen = answer if isinstance(answer, Mapping) else {"choice": answer}
    if not chosen.keys() <= {"choice", "name"}:
        raise WrongAnswer('Give a "choice" and, if you like, a "name".')
    choice = option_of(item, chosen.get("choice"))
    name = line_of(chosen.get("name") or "")
    if name and not any(option.name for option in item.options if option.id == choice):
        raise WrongAnswer(f"The answer {quoted(choice)} goes without a name.")
    if not choice:
        return None
    return {"choice": choice, "name": short(name, item.max_length)} if name else {"choice": choice}


def _scale(item: Item, answer: Plain, _today: date | None) -> Plain:
    return mark_of(item, answer, "Give a whole number from 0 to {highest}.")


def _date(item: Item, answer: Plain, today: date | None) -> Plain:
    text = line_of(answer)
    if fold(text) in {"", "none"}:
        return None
    try:
        day = written_day(text) if today is None else coming_day(text, today)
    except ValueError:
        raise WrongAnswer(item.error) from None
    if today is not None and not today <= day <= _years_after(today, item.within_years):
        raise WrongAnswer(item.error)
    return day.isoformat()


def _years_after(today: date, years: int) -> date:
    from dateutil.relativedelta import relativedelta

    return today + relativedelta(years=years)


def _pair(item: Item, answer: Plain, _today: date | None) -> Plain:
    labels = " and ".join(f'"{blank.id}"' for blank in item.blanks)
    if not isinstance(answer, Mapping) or not answer.keys() <= {blank.id for blank in item.blanks}:
        raise WrongAnswer(f"Give {labels}.")
    lines = {blank.id: short(line_of(answer.get(blank.id) or ""), blank.max_length) for blank in item.blanks}
    return {id_: line for id_, line in lines.items() if line} or None


def _grid(item: Item, answer: Plain, _today: date | None) -> Plain:
    if not isinstance(answer, Mapping):
        raise WrongAnswer("Give one mark to each line that you want to answer.")
    known = [row.id for row in item.rows]
    for row in answer:
        if row not in known:
            raise WrongAnswer(f"There is no line {quoted(row)}.")
    sentence = "Give each line a whole number from 0 to {highest}, or leave it open."
    return {row: mark_of(item, answer[row], sentence) for row in known if answer.get(row) is not None} or None


def _people(item: Item, answer: Plain, _today: date | None) -> Plain:
    entries = entries_of(item, answer, "people")
    people = [_person(item, entry) for entry in entries]
    if len({fold(str(person["name"])) for person in people}) < len(people):
        raise WrongAnswer(item.error or "This name is already in the list.")
    return people


def _list(item: Item, answer: Plain, _today: date | None) -> Plain:
    lines = [line_of(entry) for entry in entries_of(item, answer, "lines")]
    lines = [short(line, item.max_length) for line in lines if line]
    if len({fold(line) for line in lines}) < len(lines):
        raise WrongAnswer(item.error or "This line is already in the list.")
    return lines


def _multi(item: Item, answer: Plain, _today: date | None) -> Plain:
    chosen = [option_of(item, entry) for entry in entries_of(item, answer, "choices")]
    if "" in chosen or len(set(chosen)) < len(chosen):
        raise WrongAnswer("Choose each answer once.")
    if chosen and len(chosen) < item.min_choices:
        raise WrongAnswer(f"Choose at least {item.min_choices}.")
    if not chosen and item.min_choices:
        return None
    return chosen if item.ordered else [option.id for option in item.options if option.id in chosen]


_CHECKS: Mapping[ItemType, Callable[[Item, Plain, date | None], Plain]] = {
    "line": _line,
    "text": _text_answer,
    "choice": _choice,
    "scale": _scale,
    "date": _date,
    "pair": _pair,
    "grid": _grid,
    "people": _people,
    "list": _list,
    "multi": _multi,
}


def _person(item: Item, entry: Plain) -> dict[str, Plain]:
    given = entry if isinstance(entry, Mapping) else {"name": entry}
    if not given.keys() <= set(item.person_fields):
        raise WrongAnswer(f"A person here has {', '.join(item.person_fields)}.")
    name = short(line_of(given.get("name")), item.max_length)
    if not name:
        raise WrongAnswer("Give each person a name; a first name is enough.")
    person: dict[str, Plain] = {"name": name}
    for field, allowed in (("relationship", get_args(Relationship)), ("circle", get_args(Circle))):
        if (value := given.get(field)) not in (None, ""):
            person[field] = one_of(value, allowed)
    kinds = given.get("kinds") or []
    if isinstance(kinds, str) or not isinstance(kinds, (list, tuple)):
        raise WrongAnswer("Give the kinds of support as a list.")
    ticked = {one_of(kind, KINDS) for kind in kinds}
    if ticked:
        person["kinds"] = [kind for kind in KINDS if kind in ticked]
    return person


def _text_of_length(item: Item, text: str) -> str | None:
    if text and len(text) < item.min_length:
        raise WrongAnswer(item.error)
    return short(text, item.max_length) or None


def name_given(answer: Plain) -> str:
    """The name given along with a choice; empty where there is none."""
    name = answer.get("name") if isinstance(answer, Mapping) else None
    return name if isinstance(name, str) else ""
