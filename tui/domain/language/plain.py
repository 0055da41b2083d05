"""Plain JSON values: what answers, drafts and answers files are made of."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

Plain: TypeAlias = "bool | int | float | str | Sequence[Plain] | Mapping[str, Plain] | None"
Answers: TypeAlias = Mapping[str, Plain]
"""Answers by question id. What was not asked or not answered is absent."""


def as_mapping(value: Plain) -> Mapping[str, Plain]:
    """The value if it is a mapping, else an empty one."""
    return value if isinstance(value, Mapping) else {}


def as_texts(value: Plain) -> tuple[str, ...]:
    """The texts in the value if it is a list, else none."""
    if isinstance(value, str) or not isinstance(value, Sequence):
        return ()
    return tuple(entry for entry in value if isinstance(entry, str))


def is_number(value: object) -> bool:
    """Whether it is a whole number. True and False are not."""
    return isinstance(value, int) and not isinstance(value, bool)
