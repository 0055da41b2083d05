"""From what a person said to the record that is meant."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError

from tui.cli.ending import Failed
from tui.domain.entry import noun_of, refusal, with_article
from tui.domain.feedback.verdicts import heard
from tui.domain.records.feedback import Feedback
from tui.domain.records.lookup import find
from tui.domain.records.network import Network
from tui.domain.records.record import BOOKKEEPING, Record

from .fields import Field, Unfit, fields_of
from .shown import beside

R = TypeVar("R", bound=Record)

Said = Mapping[str, Any]
"""JSON values by field."""

_LONGEST_QUOTED = 200


class Invalid(Failed):
    """A value does not fit its field."""


def made(type_: type[R], said: Said, network: Network, today: date) -> R:
    """A new record with what was said; it happens today unless said otherwise. Raises `Failed`.

    Feedback of which nobody has said what becomes of it may rest first.
    """
    date_field = fields_of(type_).get("date")
    happens = {"date": f"{today}"} if date_field is not None and date_field.required else {}
    record = _valid(type_, {**happens, **said})
    if isinstance(record, Feedback) and "verdict" not in said:
        record = heard(record, today)
    return _judged(record, None, network, today)


def changed(record: R, said: Said, network: Network, today: date) -> R:
    """The next version of the record, with what was said. Raises `Failed`."""
    return _judged(_valid(type(record), {**record.document(), **said}), record, network, today)


def from_options(type_: type[Record], said: Said, before: Record | None, network: Network) -> Said:
    """What options say: names become ids, strengths are laid over those there were. Raises `LookupFailed`."""
    fields = fields_of(type_)

    def meant(field: Field, value: Any) -> Any:
        if field.sort == "strengths":
            there = getattr(before, field.name, {})
            return dict(value) if value.all_of_them else {**there, **value}
        if field.sort != "reference" or value is None:
            return value
        if isinstance(value, list):
            return list(dict.fromkeys(meant(field, item) for item in value))
        return find(network.shelves.get(field.target, {}), value, field.target).id

    return {name: meant(fields[name], value) for name, value in said.items()}


class Strengths(dict[str, int]):
    """Strengths by kind; `all_of_them` where there are to be no others."""

    all_of_them = False


def from_document(type_: type[Record], value: object, network: Network) -> Said:
    """What a JSON document says: all that `show --json` prints, or a part of it. Raises `Failed`.

    An id stays as it is, even that of a record that is gone; a name is looked up.
    """
    if not isinstance(value, dict):
        raise Invalid(f"A JSON object was expected for {with_article(type_.table)}.")
    fields = fields_of(type_)
    ignored = BOOKKEEPING | beside(fields)

    def meant(field: Field, value: Any) -> Any:
        if field.sort != "reference":
            return value
        if isinstance(value, list):
            return [meant(field, item) for item in value]
        if not isinstance(value, str) or (value.isascii() and value.isdecimal()):
            return value
        return find(network.shelves.get(field.target, {}), value, field.target).id

    said = {}
    for name, item in value.items():
        if name in ignored:
            continue
        if name not in fields:
            raise Invalid(f'"{name}" is not a field of {with_article(type_.table)}.')
        try:
            said[name] = meant(fields[name], fields[name].cleaned(item))
        except Unfit as unfit:
            raise Invalid(f'"{name}" {unfit}.') from None
    return said


def _valid(type_: type[R], document: Mapping[str, Any]) -> R:
    try:
        return type_.model_validate_json(json.dumps(document), strict=True)
    except ValidationError as error:
        raise Invalid(sentence(type_, error)) from None


def sentence(type_: type[Record], error: ValidationError) -> str:
    """The first thing wrong, as a sentence that names the option."""
    first = error.errors(include_url=False)[0]
    name = str(first["loc"][0]) if first["loc"] else ""
    field = fields_of(type_).get(name)
    option = field.option if field else name
    context = first.get("ctx", {})
    match first["type"]:
        case "missing":
            return f"{with_article(type_.table)} needs {option}.".capitalize()
        case "string_too_long":
            length = len(str(first["input"]))
            return f"{option} takes at most {context['max_length']:,} characters; this has {length:,}."
        case "string_too_short" | "too_short":
            return f"{option} may not be empty."
        case "greater_than_equal":
            return f"{option} is at least {context['ge']}."
        case "less_than_equal":
            return f"{option} is at most {context['le']}."
        case "string_pattern_mismatch" if name == "birthday":
            return f"{option} takes YYYY-MM-DD, or --MM-DD where the year is not known."
        case _:
            return f"{option} does not fit: {first['msg']}."


def _judged(record: R, before: R | None, network: Network, today: date) -> R:
    if why_not := refusal(record, before, network, today):
        raise Failed(why_not)
    return record


def clash(mine: Record, theirs: Record, revision: int) -> str:
    """That a record was changed since a revision, with both values of what differs."""
    ours, other = mine.content(), theirs.content()
    both = "; ".join(
        f"{name.replace('_', ' ')} is {_quoted(other[name])}, yours {_quoted(ours[name])}"
        for name in ours
        if ours[name] != other[name]
    )
    since = (
        f"This {noun_of(theirs.table)} was changed since revision {revision} and is now at {theirs.revision}"
    )
    return f"{since}: {both or 'it holds what you gave'}; nothing was saved."


def _quoted(value: Any) -> str:
    """A value as JSON; of a long one the beginning, the whole is in the history."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"
