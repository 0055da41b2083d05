"""What differs between two sides of a conflict, in the words of the screens."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from tui.domain.calendar.days import day_in_words

if TYPE_CHECKING:
    from tui.dialogs.fields import Field
    from tui.domain.records.network import Network
    from tui.domain.records.record import Record
    from tui.store import Conflict

_LABELS: Mapping[str, str] = {
    "verdict": "Verdict",
    "part": "Which part",
    "next_step": "Next step",
    "next_by": "By",
    "parked_until": "Back on",
    "reason": "Why not",
}
"""What fields are called that stand in no form of the whole record."""


def differences(
    conflict: "Conflict[Record]", network: "Network", today: date
) -> Sequence[tuple[str, str, str]]:
    """The fields changed on both sides: a label, what it is here and what it is there."""
    fields = {field.name: field for field in _fields(conflict.theirs, network)}
    told = []
    for name in conflict.fields:
        field = fields.get(name)
        label = field.label if field else _LABELS.get(name, name.replace("_", " ").capitalize())
        mine, theirs = getattr(conflict.mine, name), getattr(conflict.theirs, name)
        told.append((label, _said(mine, name, field, today), _said(theirs, name, field, today)))
    return told


def _fields(record: "Record", network: "Network") -> "Sequence[Field]":
    """The fields of the form in which a record is changed."""
    from tui.content import vocabulary
    from tui.dialogs import feedback_forms, goal_forms, supporter_forms
    from tui.domain.records.feedback import Feedback
    from tui.domain.records.goal import Goal
    from tui.domain.records.log import Exchange
    from tui.domain.records.supporter import Supporter

    match record:
        case Feedback():
            return feedback_forms.edit_form(network, record).fields
        case Goal():
            return goal_forms.edit_form(record, vocabulary()).fields
        case Supporter():
            return supporter_forms.supporter_form(network, vocabulary(), record).fields
        case Exchange():
            return supporter_forms.exchange_form(network, vocabulary(), record).fields
        case _:
            return ()


def _said(value: object, name: str, field: "Field | None", today: date) -> str:
    """A value as the screens say it: days with their weekday, words and names by their labels."""
    from tui.content import label, vocabulary

    match value:
        case None | "" | () | {}:
            return ""
        case bool():
            return "yes" if value else "no"
        case date():
            return day_in_words(value, today)
        case tuple():
            return ", ".join(_said(one, name, field, today) for one in value)
        case Mapping():
            parts = ((_said(key, name, field, today), _mark(mark, field)) for key, mark in value.items())
            return ", ".join(f"{kind}: {mark}" for kind, mark in parts)
        case str() if field is not None and field.type == "birthday":
            return str(field.shown(value))
        case str() if name == "verdict" and value in vocabulary()["verdict"]:
            return label("verdict", value)
        case _:
            labels = dict(field.options) if field is not None else {}
            return labels.get(str(value), str(value))


def _mark(mark: object, field: "Field | None") -> str:
    if field is not None and isinstance(mark, int) and mark < len(field.marks):
        return field.marks[mark]
    return str(mark)
