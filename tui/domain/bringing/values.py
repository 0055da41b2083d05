"""The values of a field that holds several: which of them are the same."""

from collections.abc import Callable, Sequence

from tui.domain.language.text import fold
from tui.domain.people.phones import digits, same_phone


def same_in(field: str) -> Callable[[str, str], bool]:
    """What tells whether two values of a field are the same: a number in any spelling, a text in any case."""
    if field == "phones":
        return lambda one, other: same_phone(one, other) or (one == other and not digits(one)[0])
    return lambda one, other: fold(one) == fold(other)


def among(one: str, others: Sequence[str], same: Callable[[str, str], bool]) -> bool:
    """Whether a value is among others."""
    return one in others or any(same(one, other) for other in others)
