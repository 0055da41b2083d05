"""The line above the supporters: how many are shown, how many are due, and in what order they stand."""

from collections.abc import Mapping, Sequence, Set
from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.language.matching import Match
from tui.domain.people.directory_order import Grouping, Heading, Order

from .lines import counted

if TYPE_CHECKING:
    from tui.domain.people.directory import Directory
    from tui.domain.people.directory_card import Card

_ORDERS: Mapping[Order, str] = {
    "name": "by name",
    "longest": "longest silence first",
    "newest": "last heard from first",
}
_GROUPINGS: Mapping[Grouping, str] = {
    "circle": "by circle",
    "standing": "by how it stands",
    "relationship": "by relationship",
    "none": "in one list",
}


def directory_line(
    directory: "Directory",
    rows: "Sequence[Card | Heading]",
    match: Match,
    marked: Set[str],
    *,
    order: Order,
    grouping: Grouping,
) -> Content:
    """The line for these rows of the directory."""
    if match:
        shown = len(rows) if match.words else sum(not isinstance(row, Heading) for row in rows)
        parts = [f"{shown} of {len(directory)}"]
    else:
        parts = [counted(len(directory), "supporter")]
        if directory.due:
            parts.append(f"{directory.due} due")
    if marked:
        parts.append(f"{len(marked)} marked")
    parts.append("best fit first" if match.words else _GROUPINGS[grouping])
    if not match.words:
        parts.append(_ORDERS[order])
    return Content(" · ".join(parts))
