"""A row of an import drawn: as one line, and in full with what would change."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from tui.domain.language.text import clean_line, clean_note
from tui.domain.records.contact import FIELDS

from .drawn import hanging
from .lines import cells

if TYPE_CHECKING:
    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.newer import Held
    from tui.domain.bringing.taking import Placed
    from tui.domain.language.vocabulary import Vocabulary

STATES = {
    "new": ("+", "new"),
    "changed": ("~", "changed"),
    "maybe": ("?", "who is it?"),
    "known": ("=", "known"),
    "deleted": ("–", "deleted here"),
}
"""The glyph and the words of what a row is."""

LABELS = {
    "name": "name",
    "aliases": "also called",
    "emails": "e-mail",
    "phones": "phone",
    "birthday": "birthday",
    "organisation": "organisation",
    "notes": "notes",
    "tags": "tags",
}
"""The fields of a contact in words."""

_PLACE = 7
_RELATION = 12
_REACH = 28
_BESIDE = 13
_CHANGED = 15


def contact_line(
    row: "Row",
    placed: "Placed | None",
    relationship: str,
    words: "Vocabulary",
    width: int,
    *,
    marked: bool | None,
) -> Content:
    """The line for a width in cells: whether and where it is taken, who it is, and how they are reached."""
    glyph, state = STATES[row.seen_as]
    circle = words["circle"][placed.circle].label if placed is not None and placed.circle else ""
    place = circle or _update(row, placed)
    head = Content.assemble(
        "" if marked is None else ("✓ " if marked else "  ", "$accent"),
        cells(place, _PLACE, "$accent"),
        (f"{glyph} ", "$accent" if row.maybe is not None else "$quiet"),
    )
    room = width - head.cell_length
    name = min(max(room * 2 // 5, 16), 34, room)
    quiet = "$quiet" if row.state in ("known", "deleted") else ""
    line = Content.assemble(head, cells(row.contact.name, name, quiet))
    room -= name
    if room >= _RELATION + _REACH:
        label = words["relationship"][relationship].label if relationship in words["relationship"] else ""
        line = Content.assemble(line, " ", cells(label, _RELATION, "$quiet"))
        room -= _RELATION + 1
    if room > 2:
        line = Content.assemble(line, " ", cells(_said(row, state), room - 1, "$quiet"))
    return line


def _update(row: "Row", placed: "Placed | None") -> str:
    """Whether somebody here is changed, or what stands here stays."""
    if placed is None:
        return ""
    return "update" if any(placed.fields.get(one.field, one.take) for one in row.differences) else "stays"


def _said(row: "Row", state: str) -> str:
    """What there is to say at the end of the line."""
    contact = row.contact
    if row.maybe is not None:
        return f"{row.maybe.name}? {row.maybe.why}"
    if row.state == "changed":
        return ", ".join(LABELS[one.field] for one in row.differences if one.take)
    if row.state in ("known", "deleted"):
        return state
    reach = next(iter((*contact.emails, *contact.phones)), "")
    about = " ".join((contact.organisation, *(f"#{tag}" for tag in contact.tags)))
    return f"{about} · {reach}".strip(" ·") if about.strip() else reach


def contact_lines(row: "Row", placed: "Placed | None", relationship: str, width: int) -> list[Content]:
    """The row in full; `relationship` in words."""
    return list(_lines(row, placed, relationship, width))


def _lines(row: "Row", placed: "Placed | None", relationship: str, width: int) -> Iterator[Content]:
    contact = row.contact
    yield from (line.stylize("$accent bold") for line in Content(clean_line(contact.name)).wrap(width))
    yield from _quiet(_standing(row), width)
    circle = f"into the {placed.circle} circle" if placed is not None and placed.circle else ""
    if row.supporter is None and (circle or relationship):
        yield from _quiet(" · ".join(filter(None, (circle, relationship))), width)
    yield Content()
    for field in FIELDS[1:]:
        if text := shown(getattr(contact, field)):
            yield from hanging(Content.styled(LABELS[field], "$quiet"), Content(text), width, _BESIDE)
    if row.supporter is not None:
        yield from _changes(row, placed, width)
    if contact.left:
        yield from _headed("NOT KEPT")
        yield from _quiet(", ".join(contact.left), width)
    yield from _headed("FROM")
    for one, _ in row.said:
        yield from _quiet(clean_line(one.where), width)


def _standing(row: "Row") -> str:
    _, words = STATES[row.seen_as]
    if row.maybe is not None:
        return f"May be {row.maybe.name}: {row.maybe.why}. Enter compares the two."
    if row.supporter is not None:
        return f"{words}: {row.supporter.name}, {row.supporter.circle} circle ({row.why})"
    return row.why if row.state == "deleted" else "new here"


def _changes(row: "Row", placed: "Placed | None", width: int) -> Iterator[Content]:
    if not row.differences:
        return
    yield from _headed("WHAT IS NEW")
    for one in row.differences:
        taken = placed.fields.get(one.field, one.take) if placed is not None else one.take
        said = Content.assemble(shown(one.there), (f"  {one.why}" if not taken and one.why else "", "$quiet"))
        mark = "✓" if taken else "·"
        yield from hanging(Content.styled(f"{mark} {LABELS[one.field]}", "$quiet"), said, width, _CHANGED)
        if one.here:
            here = Content.styled(f"here: {shown(one.here)}", "$quiet")
            yield from hanging("", here, width, _CHANGED)
        if one.gone and taken:
            gone = Content.styled(f"goes: {shown(tuple(one.gone))}", "$quiet")
            yield from hanging("", gone, width, _CHANGED)


def shown(held: "Held") -> str:
    """What a field holds, for reading."""
    return "\n".join(map(clean_line, held)) if isinstance(held, tuple) else clean_note(held)


def _headed(heading: str) -> Iterator[Content]:
    yield Content()
    yield Content.styled(heading, "$accent bold")


def _quiet(text: str, width: int) -> Iterator[Content]:
    yield from (line.stylize("$quiet") for line in Content(clean_line(text)).wrap(width))
