"""Cleaning all text of a record's document at once, on its way into and out of the store."""

from functools import cache
from math import isfinite
from typing import Any, get_args

from tui.domain.language.text import clean_line, clean_note

from .record import OneLine, Record


class NotStorable(ValueError):
    """A value that JSON cannot hold. Its text is a sentence for the person."""


def cleaned(type_: type[Record], document: dict[str, Any]) -> dict[str, Any]:
    """The document with every text in it clean, one-line fields on one line.

    The very same object where nothing had to change. Raises `NotStorable` for numbers that are not finite.
    """
    lines = line_fields(type_)
    changed = {
        name: clean
        for name, value in document.items()
        if (clean := _clean(value, clean_line if name in lines else clean_note)) is not value
    }
    return {**document, **changed} if changed else document


@cache
def line_fields(type_: type[Record]) -> frozenset[str]:
    """The fields of a class of record that hold single lines, or lists of them."""
    return frozenset(
        name
        for name, field in type_.model_fields.items()
        if any(isinstance(mark, OneLine) for mark in field.metadata) or _mentions_line(field.annotation)
    )


def _mentions_line(annotation: object) -> bool:
    return any(isinstance(part, OneLine) or _mentions_line(part) for part in get_args(annotation))


def _clean(value: Any, clean: Any) -> Any:
    # JSON values of any shape: the answers of a response are free in form.
    if isinstance(value, str):
        text = clean(value)
        return value if text == value else text
    if isinstance(value, dict):
        pairs = {clean_line(key): _clean(inner, clean) for key, inner in value.items()}
        same = all(pairs.get(key) is inner for key, inner in value.items())
        return value if same else pairs
    if isinstance(value, list):
        items = [_clean(inner, clean) for inner in value]
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, float) and not isfinite(value):
        raise NotStorable("A number in it is not finite.")
    return value
