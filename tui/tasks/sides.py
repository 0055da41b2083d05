"""What two who may be the same person say of themselves, side by side."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from tui.dialogs.compare import Side
    from tui.dialogs.fields import Field
    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.newer import Difference, Held
    from tui.domain.records.contact import Contact
    from tui.domain.records.network import Network
    from tui.domain.records.supporter import Supporter


def differing(found: "Sequence[Difference]") -> "list[Side]":
    """The fields in which an address book says something else than what is here."""
    from tui.dialogs.compare import Side
    from tui.widgets.contact_view import LABELS, shown

    return [
        Side(
            one.field,
            LABELS[one.field],
            shown(one.here),
            shown(one.there),
            one.take,
            both=isinstance(one.here, tuple) and set(one.here) <= set(one.result),
        )
        for one in found
    ]


def sides_here(row: "Row", here: "Supporter") -> "list[Side]":
    """A row of an import beside somebody here: what differs can be chosen, the rest tells who they are."""
    from tui.domain.bringing.newer import differences
    from tui.domain.records.contact import FIELDS

    said = {side.field: side for side in differing(differences(row.said, here))}
    sides: list[Side] = []
    for field in FIELDS:
        if field in said:
            sides.append(said[field])
        else:
            sides += _to_read(field, getattr(here, field), getattr(row.contact, field))
    return sides


def sides_in_file(first: "Contact", second: "Contact") -> "list[Side]":
    """Two entries of a file side by side; as one person they keep what both say."""
    from tui.domain.records.contact import FIELDS

    return [
        side
        for field in FIELDS[1:]
        for side in _to_read(field, getattr(first, field), getattr(second, field))
    ]


def sides_of_two(one: "Supporter", other: "Supporter", network: "Network", today: "date") -> "list[Side]":
    """Two supporters side by side: where they differ one side is kept, and of lists both."""
    from tui.content import vocabulary
    from tui.dialogs.compare import Side
    from tui.dialogs.supporter_forms import supporter_form
    from tui.domain.people.merging import choices
    from tui.domain.records.contact import LISTS

    asked = {field.name: field for field in supporter_form(network, vocabulary(), one).fields}
    sides = []
    for each in choices(one, other):
        field = asked[each.field]
        label = f"{field.label[:1].lower()}{field.label[1:]}"
        sides.append(
            Side(
                each.field,
                label,
                _told(field, each.first, today),
                _told(field, each.second, today),
                not each.keep,
            )
        )
    for name in LISTS:
        sides += _to_read(name, getattr(one, name), getattr(other, name))
    return sides


def _to_read(field: str, here: "Held", there: "Held") -> "Iterator[Side]":
    from tui.dialogs.compare import Side
    from tui.widgets.contact_view import LABELS, shown

    if here or there:
        yield Side(field, LABELS[field], shown(here), shown(there), open=False)


def _told(field: "Field", value: object, today: "date") -> str:
    """A value in the words of the form that asks for it."""
    from datetime import date

    from tui.domain.calendar.birthday import birthday_in_words
    from tui.domain.calendar.days import day_in_words

    match value:
        case None | "":
            return ""
        case date():
            return day_in_words(value, today)
        case str() if field.type == "birthday":
            return birthday_in_words(value)
        case _:
            return dict(field.options).get(str(value), str(value))
