"""An import left half-way: what was decided, kept by the places of the entries in their files.

A name is kept beside the place, so that a newer file of the same name gives nobody another's circle.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import get_args

from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.words import Circle, Relationship

from .importing import Row
from .preview import Preview


def kept(preview: Preview) -> dict[str, Plain]:
    """What was decided, and what was said of who somebody is."""
    found: dict[str, dict[str, Plain]] = {}
    for number in preview.answers:
        contact = preview.contacts[number]
        who = preview.answers[number]
        found[contact.where] = {"name": contact.name, "same": bool(who)}
    for row in preview.rows.values():
        if said := dict(_decided(preview, row)):
            found.setdefault(row.contact.where, {}).update({"name": row.contact.name, **said})
    return dict(found)


def _decided(preview: Preview, row: Row) -> Iterator[tuple[str, Plain]]:
    placed = preview.placed.get(row.number)
    if (placed is not None) != (row.state == "changed"):
        yield "taken", placed is not None
    if placed is not None and placed.circle:
        yield "circle", placed.circle
    if placed is not None and placed.fields:
        yield "fields", dict(placed.fields)
    if (relationship := preview.relationship(row)) != row.contact.relationship:
        yield "relationship", relationship


def take_up(preview: Preview, draft: Plain) -> int:
    """Decide as it was decided before; of how many people that says something."""
    said = {place: as_mapping(words) for place, words in as_mapping(draft).items()}
    for row in list(preview.rows.values()):
        same = _said_of(row, said).get("same")
        if row.number in preview.rows and row.maybe is not None and isinstance(same, bool):
            preview.answer(row, same=same)
    count = _decide(preview, [(row, _said_of(row, said)) for row in preview.rows.values()])
    preview.begin_here()
    return count


def _said_of(row: Row, said: Mapping[str, Mapping[str, Plain]]) -> Mapping[str, Plain]:
    words = said.get(row.contact.where, {})
    return words if words.get("name") == row.contact.name else {}


def _decide(preview: Preview, said: Sequence[tuple[Row, Mapping[str, Plain]]]) -> int:
    """Decide of all for whom the same was said at once; of how many anything was said."""
    for relationship in get_args(Relationship):
        preview.relate(
            [row for row, words in said if words.get("relationship") == relationship], relationship
        )
    preview.leave([row for row, words in said if words.get("taken") is False])
    for circle in get_args(Circle):
        into = [row for row, words in said if words.get("taken") is True and words.get("circle") == circle]
        preview.place([row for row in into if row.supporter is None], circle)
    known = [row for row, words in said if words.get("taken") is True and row.supporter is not None]
    preview.place(known, "")
    for row, words in said:
        fields = words.get("fields")
        if isinstance(fields, Mapping) and row.number in preview.placed:
            preview.choose(row, {name: take is True for name, take in fields.items()})
    return sum(bool(words) for _, words in said)
