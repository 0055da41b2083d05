"""The words people read for the ids that records hold."""

from collections.abc import Mapping
from typing import NamedTuple


class Word(NamedTuple):
    """One id in words: a label and a short plain line; for a kind of support also a mark and how to ask."""

    id: str
    label: str
    plain: str
    short: str = ""
    ask: str = ""


Vocabulary = Mapping[str, Mapping[str, Word]]
"""Words by class (`kind`, `circle`, `supporter_state` ...) and id, in their order."""


def parse_vocabulary(data: Mapping[str, object]) -> Vocabulary:
    """The vocabulary from its data file. Raises `ValueError` with a sentence."""
    return {name: _words(name, entries) for name, entries in data.items()}


def _words(name: str, entries: object) -> Mapping[str, Word]:
    if not isinstance(entries, Mapping):
        raise ValueError(f'vocabulary: "{name}" is not a class of words.')
    return {id_: _word(f"{name}.{id_}", id_, fields) for id_, fields in entries.items()}


def _word(where: str, id_: str, fields: object) -> Word:
    if not isinstance(fields, Mapping):
        raise ValueError(f"vocabulary: {where} is not a word.")
    texts = {key: value for key, value in fields.items() if isinstance(value, str) and value}
    if texts.keys() != fields.keys() or not {"label", "plain"} <= texts.keys() <= {
        "label",
        "plain",
        "short",
        "ask",
    }:
        raise ValueError(f"vocabulary: {where} needs a label and a plain line (and may have short and ask).")
    return Word(id_, **texts)
