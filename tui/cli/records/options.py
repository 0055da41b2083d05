"""Options made from fields: each stored field is one, of its own name."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import click

from .fields import Field, Unfit
from .helped import HELP
from .meant import Strengths

_WIDEST_CHOICES = 40

Given = str | bool | Sequence[str] | None
"""What click hands over for one option; None or nothing where it was not given."""


def option(field: Field, aliases: Sequence[str] = ()) -> click.Option:
    """The option that sets a field."""
    name = field.option
    if field.sort == "flag":
        declared = [f"{name}/--no-{name[2:]}", field.name]
        return click.Option(declared, default=None, help=HELP[field.name])
    return click.Option(
        [name, *aliases, field.name],
        multiple=field.many,
        metavar=_metavar(field),
        help=_help(field),
        shell_complete=_completer(field),
    )


def said(fields: Mapping[str, Field], given: Mapping[str, Given], today: date) -> dict[str, Any]:
    """What the options say, as JSON values by field; names are still names. Raises a usage error."""
    return {
        name: _value(field, given[name], today)
        for name, field in fields.items()
        if given.get(name) not in (None, ())
    }


def _value(field: Field, given: Given, today: date) -> Any:
    if isinstance(given, str):
        return _one(field, given, today) if given.strip() else _cleared(field)
    if not isinstance(given, Sequence):
        return given
    parsed = [_one(field, text, today) for text in given if text.strip()]
    if field.sort != "strengths":
        return parsed
    strengths = Strengths(parsed)
    strengths.all_of_them = len(parsed) < len(given)
    return strengths


def _one(field: Field, text: str, today: date) -> Any:
    try:
        return field.parsed(text, today)
    except Unfit as unfit:
        raise click.UsageError(f"{field.option} {unfit}.") from None


def _cleared(field: Field) -> Any:
    if field.required and field.sort != "reference":
        raise click.UsageError(f"{field.option} may not be empty.")
    return field.cleared


def _metavar(field: Field) -> str:
    match field.sort:
        case "strengths":
            return "KIND=0-3"
        case "changes":
            return "WHAT=BEFORE -> AFTER"
        case "reference":
            return {"supporter": "NAME", "goal": "GOAL"}.get(field.target, "ID")
        case "day":
            return "DATE"
        case "line" | "note":
            return "TEXT"
        case _:
            choices = "|".join(field.choices)
            return choices if choices and len(choices) <= _WIDEST_CHOICES else _thing(field)


def _thing(field: Field) -> str:
    return "NUMBER" if field.sort == "number" else "WORD"


def _help(field: Field) -> str:
    text = HELP[field.name]
    if field.choices and "|".join(field.choices) != _metavar(field):
        text += f" One of: {', '.join(field.choices)}."
    if field.sort == "strengths":
        text += " Kinds not named stay; '' first lets all go."
    return text + (" Repeat for more." if field.many else "")


def _completer(field: Field) -> Any:  # click's own type for this is a union of three callables
    def complete(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
        ending = "=" if field.sort in ("strengths", "changes") else ""
        return [choice + ending for choice in field.choices if choice.startswith(begun)]

    return complete
