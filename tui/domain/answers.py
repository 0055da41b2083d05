"""Checks one answer: gives it in its kept form, or says in one sentence what does not fit."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import get_args

from .days import said_day, written_day
from .plain import Plain, is_number
from .questionnaire import Item, ItemType
from .text import clean_line, clean_note, fold
from .words import KINDS, Circle, Relationship

_SHOWN = 40


class WrongAnswer(ValueError):
    """An answer does not fit its question. Its text is the sentence to show under the question."""


def checked(item: Item, answer: Plain, today: date | None) -> Plain:
    """The answer as it is kept; None where nothing was answered. Raises `WrongAnswer`.

    Text is cleaned, days are written YYYY-MM-DD, open rows are left out. Without `today` a day may be any
    day: rules about today hold when an answer is entered, not when it is read again. Checking what was
    checked changes nothing.
    """
    return None if answer is None else _CHECKS[item.type](item, answer, today)


def _line(item: Item, answer: Plain, _today: date | None) -> Plain:
    return _text_of_length(item, _line_of(answer))


def _text_answer(item: Item, answer: Plain, _today: date | None) -> Plain:
    return _text_of_length(item, _visible(clean_note(_text(answer)).strip()))


def _choice(item: Item, answer: Plain, _today: date | None) -> Plain:
    if not any(option.name for option in item.options):
        return _option(item, answer) or None
    chosen = answer if isinstance(answer, Mapping) else {"choice": answer}
    if not chosen.keys() <= {"choice", "name"}:
        raise WrongAnswer('Give a "choice" and, if you like, a "name".')
    choice = _option(item, chosen.get("choice"))
    name = _line_of(chosen.get("name") or "")
    if name and not any(option.name for option in item.options if option.id == choice):
        raise WrongAnswer(f"The answer {_quoted(choice)} goes without a name.")
    if not choice:
        return None
    return {"choice": choice, "name": _short(name, item.max_length)} if name else {"choice": choice}


def _scale(item: Item, answer: Plain, _today: date | None) -> Plain:
    return _mark(item, answer, "Give a whole number from 0 to {highest}.")


def _date(item: Item, answer: Plain, today: date | None) -> Plain:
    text = _line_of(answer)
    if fold(text) in {"", "none"}:
        return None
    try:
        day = written_day(text) if today is None else said_day(text, today)
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
    lines = {
        blank.id: _short(_line_of(answer.get(blank.id) or ""), blank.max_length) for blank in item.blanks
    }
    return {id_: line for id_, line in lines.items() if line} or None


def _grid(item: Item, answer: Plain, _today: date | None) -> Plain:
    if not isinstance(answer, Mapping):
        raise WrongAnswer("Give one mark to each line that you want to answer.")
    known = [row.id for row in item.rows]
    for row in answer:
        if row not in known:
            raise WrongAnswer(f"There is no line {_quoted(row)}.")
    sentence = "Give each line a whole number from 0 to {highest}, or leave it open."
    return {row: _mark(item, answer[row], sentence) for row in known if answer.get(row) is not None} or None


def _people(item: Item, answer: Plain, _today: date | None) -> Plain:
    entries = _entries(item, answer, "people")
    people = [_person(item, entry) for entry in entries]
    if len({fold(str(person["name"])) for person in people}) < len(people):
        raise WrongAnswer(item.error or "This name is already in the list.")
    return people


def _list(item: Item, answer: Plain, _today: date | None) -> Plain:
    lines = [_line_of(entry) for entry in _entries(item, answer, "lines")]
    lines = [_short(line, item.max_length) for line in lines if line]
    if len({fold(line) for line in lines}) < len(lines):
        raise WrongAnswer(item.error or "This line is already in the list.")
    return lines


def _multi(item: Item, answer: Plain, _today: date | None) -> Plain:
    chosen = [_option(item, entry) for entry in _entries(item, answer, "choices")]
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
    name = _short(_line_of(given.get("name")), item.max_length)
    if not name:
        raise WrongAnswer("Give each person a name; a first name is enough.")
    person: dict[str, Plain] = {"name": name}
    for field, allowed in (("relationship", get_args(Relationship)), ("circle", get_args(Circle))):
        if (value := given.get(field)) not in (None, ""):
            person[field] = _one_of(value, allowed)
    kinds = given.get("kinds") or []
    if isinstance(kinds, str) or not isinstance(kinds, (list, tuple)):
        raise WrongAnswer("Give the kinds of support as a list.")
    ticked = {_one_of(kind, KINDS) for kind in kinds}
    if ticked:
        person["kinds"] = [kind for kind in KINDS if kind in ticked]
    return person


def _line_of(answer: Plain) -> str:
    return _visible(clean_line(_text(answer)))


def _text(answer: Plain) -> str:
    if not isinstance(answer, str):
        raise WrongAnswer("This answer should be text.")
    return answer


def _visible(text: str) -> str:
    """The text, or nothing where a person could see none of it."""
    from .entry import unseen

    return "" if unseen(text) else text


def _text_of_length(item: Item, text: str) -> str | None:
    if text and len(text) < item.min_length:
        raise WrongAnswer(item.error)
    return _short(text, item.max_length) or None


def _short(text: str, most: int) -> str:
    if len(text) > most:
        raise WrongAnswer(f"Please keep it to {most} characters; this has {len(text)}.")
    return text


def _option(item: Item, answer: Plain) -> str:
    if answer in (None, ""):
        return ""
    return _one_of(answer, [option.id for option in item.options])


def _one_of(answer: Plain, allowed: tuple[str, ...] | list[str]) -> str:
    if not isinstance(answer, str) or answer not in allowed:
        raise WrongAnswer(f"{_quoted(answer)} is not one of {', '.join(allowed)}.")
    return answer


def _mark(item: Item, answer: Plain, sentence: str) -> int:
    if not isinstance(answer, int) or not is_number(answer) or not 0 <= answer < len(item.scale):
        raise WrongAnswer(sentence.format(highest=len(item.scale) - 1))
    return answer


def _entries(item: Item, answer: Plain, what: str) -> list[Plain]:
    if isinstance(answer, str) or not isinstance(answer, (list, tuple)):
        raise WrongAnswer(f"Give a list of {what}.")
    if len(answer) > item.max_choices:
        raise WrongAnswer(f"At most {item.max_choices}; there are {len(answer)}.")
    return list(answer)


def _quoted(value: Plain) -> str:
    if isinstance(value, (Mapping, list, tuple)) or value is None:
        return "That"
    text = clean_line(str(value))
    return f'"{text[: _SHOWN - 1]}…"' if len(text) > _SHOWN else f'"{text}"'


def name_given(answer: Plain) -> str:
    """The name given along with a choice; empty where there is none."""
    name = answer.get("name") if isinstance(answer, Mapping) else None
    return name if isinstance(name, str) else ""
