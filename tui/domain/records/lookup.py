"""Finding the record a person means by a name, a part of one, or the end of an id."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from tui.domain.language.text import fold

from .record import Record

R = TypeVar("R", bound=Record)

MIN_ENDING = 4
_SHOWN = 5


class LookupFailed(ValueError):
    """Nothing, or more than one thing, goes by that name. Its text is a sentence for the person."""


def names_of(record: Record) -> tuple[str, ...]:
    """The names a record goes by: a supporter's name and aliases, a goal's title; empty for the rest."""
    name = getattr(record, "name", None) or getattr(record, "title", None)
    aliases = getattr(record, "aliases", ())
    return (str(name), *aliases) if name else ()


def find(records: Mapping[str, R], wanted: str, what: str) -> R:
    """The one record meant by `wanted`; `what` names the class in the sentence of a failure.

    In turn: a whole id, an exact name (folded), a part of a name, an ending of an id of four digits or
    more. Raises `LookupFailed` where none or several fit.
    """
    if wanted in records:
        return records[wanted]
    folded = fold(wanted)
    if folded:
        named = [(record, [fold(name) for name in names_of(record)]) for record in records.values()]
        for fits in (
            [record for record, names in named if folded in names],
            [record for record, names in named if any(folded in name for name in names)],
        ):
            if fits:
                return _only(fits, wanted, what)
    if wanted.isascii() and wanted.isdigit() and len(wanted) >= MIN_ENDING:
        ending = [record for id_, record in records.items() if id_.endswith(wanted)]
        if ending:
            return _only(ending, wanted, what)
    nameless = records and not any(names_of(record) for record in records.values())
    hint = " It goes by the last digits of its id, as a list shows them." if nameless else ""
    raise LookupFailed(f'There is no {what} "{wanted}".{hint}')


def _only(fits: list[R], wanted: str, what: str) -> R:
    if len(fits) == 1:
        return fits[0]
    raise LookupFailed(f'"{wanted}" could be {_listed(fits)}. Say more of the {what}\'s name or id.')


def _listed(records: Iterable[Record]) -> str:
    shown = [
        f"{names[0]} ({record.id[-6:]})" if (names := names_of(record)) else record.id for record in records
    ]
    if len(shown) > _SHOWN:
        shown[_SHOWN:] = [f"{len(shown) - _SHOWN} more"]
    return ", ".join(shown[:-1]) + f" or {shown[-1]}"
