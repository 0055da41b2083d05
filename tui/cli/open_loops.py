"""Finding the ask or offer a person means: by the end of its id, or by whom it is open with."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from tui.domain.language.text import clean_line
from tui.domain.records.log import Ask, Offer
from tui.domain.records.lookup import find
from tui.domain.records.network import Network

from .ending import Failed

R = TypeVar("R", Ask, Offer)


def found(
    network: Network, records: Mapping[str, R], wanted: str, what: str, is_open: Callable[[R], bool]
) -> R:
    """The record with that id; or the one that is open with the supporter of that name.

    Raises `LookupFailed`, or `Failed` where nothing or more than one thing is open with them.
    """
    wanted = clean_line(wanted)
    if wanted.isascii() and wanted.isdigit():
        return find(records, wanted, what)
    person = find(network.supporters, wanted, "supporter")
    theirs = [record for record in records.values() if record.supporter == person.id and is_open(record)]
    if len(theirs) == 1:
        return theirs[0]
    if not theirs:
        raise Failed(f"No {what} is open with {person.name}; say the id of the one you mean.")
    listed = ", ".join(f"{one.id[-6:]} ({(one.kind or one.text)[:40] or 'no words'})" for one in theirs[:5])
    raise Failed(f"Several {what}s are open with {person.name}: {listed}. Say the id of the one you mean.")
