"""Several names or things in one phrase."""

from collections import Counter
from collections.abc import Mapping, Sequence


def listed(things: Sequence[str]) -> str:
    """Things as people say them.

    >>> listed(["Ana"]), listed(["Ana", "Ben", "Cleo"])
    ('Ana', 'Ana, Ben and Cleo')
    """
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"


def told_apart(named: Mapping[str, str]) -> Mapping[str, str]:
    """Names by id; where two have one name it has the id beside it, so that none is lost.

    >>> told_apart({"1": "Ana", "2": "Ben", "3": "Ana"})
    {'1': 'Ana (1)', '2': 'Ben', '3': 'Ana (3)'}
    """
    often = Counter(named.values())
    return {id_: f"{name} ({id_})" if often[name] > 1 else name for id_, name in named.items()}
