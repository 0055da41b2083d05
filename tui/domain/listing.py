"""Several names or things in one phrase."""

from collections.abc import Sequence


def listed(things: Sequence[str]) -> str:
    """Things as people say them.

    >>> listed(["Ana"]), listed(["Ana", "Ben", "Cleo"])
    ('Ana', 'Ana, Ben and Cleo')
    """
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
