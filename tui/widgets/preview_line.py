"""The line above the preview of an import: how many there are, how many are taken, and what they are."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from .contact_view import STATES
from .lines import counted

if TYPE_CHECKING:
    from tui.domain.bringing.preview import Order, Preview

_ORDERS: Mapping[str, str] = {"name": "by name", "fullest": "fullest first", "file": "as in the file"}


def preview_line(
    preview: "Preview", shown: int, left: Collection[object], order: "Order", *, filtered: bool
) -> str:
    """The line for as many rows as are shown; what can be cut off stands last."""
    return " · ".join(_parts(preview, shown, len(left), order, filtered=filtered))


def _parts(preview: "Preview", shown: int, left: int, order: "Order", *, filtered: bool) -> Iterator[str]:
    counts = preview.counts()
    yield f"{shown} of {len(preview.rows)}" if filtered else counted(len(preview.rows), "person", "people")
    yield f"{len(preview.placed)} taken"
    if preview.marked:
        yield f"{len(preview.marked)} marked"
    for state, (_, words) in STATES.items():
        if counts[state]:
            yield f"{counts[state]} {words}"
    if left:
        yield f"{left} left"
    yield _ORDERS[order]
