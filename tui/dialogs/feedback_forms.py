"""The forms in which feedback is written down: quickly, or in every detail."""

from typing import TYPE_CHECKING

from tui.content import vocabulary

from .fields import Field, Form
from .names import goal_titles, supporter_names

if TYPE_CHECKING:
    from tui.domain.records.feedback import Feedback
    from tui.domain.records.network import Network


def quick_form(network: "Network") -> Form:
    """What was said, by whom, and what it is about: enough to come back to."""
    return Form("feedback-quick", "Feedback, just heard", (_said(), *_whose(network), _stings()))


def new_form(network: "Network") -> Form:
    """Every field, for something new."""
    return Form("feedback-new", "New feedback", _fields(network))


def edit_form(network: "Network", note: "Feedback") -> Form:
    """Every field of a note."""
    return Form(f"feedback-{note.id}", "Feedback", _fields(network, note), base=note.document())


def _fields(network: "Network", note: "Feedback | None" = None) -> tuple[Field, ...]:
    who, goal = _whose(network, note)
    return (
        _said(),
        who,
        Field("date", "When", "date", required=True, past=True, help="today, yesterday, Friday, 20 Mar"),
        goal,
        Field("form", "It asks to", "choice", options=_labels("feedback_form")),
        Field("about", "It is about", "choice", options=_labels("about")),
        Field("channel", "It came by", "choice", options=_labels("channel")),
        Field("situation", "Situation", "note"),
        Field("observed", "They saw", "note"),
        Field("effect", "It led to", "note"),
        Field("suggestion", "They suggest", "note"),
        _stings(),
    )


def _said() -> Field:
    return Field("text", "They said", "note", required=True)


def _whose(network: "Network", note: "Feedback | None" = None) -> tuple[Field, Field]:
    people = supporter_names(network, note.supporter if note else None)
    goals = goal_titles(network, note.goal if note else None)
    return (
        Field(
            "supporter",
            "Who",
            "name",
            options=people,
            what="supporter",
            help="a supporter's name, or empty",
        ),
        Field("goal", "Goal", "name", options=goals, what="goal", help="part of its title, or empty"),
    )


def _stings() -> Field:
    return Field("stings", "It stings", "flag")


def _labels(name: str) -> tuple[tuple[str, str], ...]:
    return tuple((word.id, word.label) for word in vocabulary()[name].values())
