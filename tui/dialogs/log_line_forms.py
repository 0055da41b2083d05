"""The forms that set one part of a log line right."""

from typing import TYPE_CHECKING

from tui.content import label, vocabulary
from tui.domain.calendar.recurrence import rule_in_words, said_rule

from .fields import Field, Form
from .form import FormDialog
from .names import goal_titles, supporter_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tui.domain.log_line.spoken import PartName
    from tui.domain.log_line.understood import Understood
    from tui.domain.records.network import Network

_TITLES: "Mapping[PartName, str]" = {
    "people": "Who it is with",
    "date": "When it was",
    "channel": "How you talked",
    "goal": "The goal it is about",
    "kinds": "The support it was about",
    "direction": "Which way it went",
    "ask": "What you asked for",
    "answer": "What they answered",
    "follow_up": "What comes next",
}


class PartForm(FormDialog):
    """Sets one part right; what is left half-way is forgotten, for the line itself is kept."""

    def keep_draft(self) -> None:
        """Keep nothing."""

    def action_leave(self) -> None:
        """Close, and leave the part as it was."""
        self.dismiss(None)


class NoDrafts:
    """Keeps no drafts."""

    def load_draft(self, name: str) -> object:  # noqa: ARG002
        """There is none."""
        return None

    def keep_draft(self, name: str, draft: dict[str, object]) -> None:
        """Forget it."""

    def drop_draft(self, name: str) -> None:
        """There is none."""


def part_form(part: "PartName", understood: "Understood", network: "Network") -> Form:
    """The form of one part."""
    return Form(f"line-{part}", _TITLES[part], _fields(part, understood, network))


def shown_again(rule: str) -> str:
    """How something comes again, as it stands in its field: in words where they are understood."""
    words = rule_in_words(rule) if rule else ""
    return words if said_rule(words) == rule else rule


def _fields(part: "PartName", understood: "Understood", network: "Network") -> tuple[Field, ...]:
    match part:
        case "people":
            return (
                Field("people", "With", "names", options=supporter_names(network), what="supporter",
                      help="one or more names, with commas"),
                Field("unknown", "New", "lines", help="people to add, one a line"),
            )  # fmt: skip
        case "date":
            return (Field("date", "When", "date", required=True, past=True, help="today, Friday, 20 Mar"),)
        case "goal":
            return (
                Field(
                    "goal",
                    "Goal",
                    "name",
                    options=goal_titles(network),
                    what="goal",
                    help="part of its title",
                ),
            )
        case "kinds":
            return (Field("kinds", "Support", "many", options=_labels("kind")),)
        case "ask":
            return (Field("text", "Asked for", "note"), Field("due", "By", "date", help="fri, in two weeks"))
        case "answer":
            people = supporter_names(network, understood.answer.person if understood.answer else None)
            values = tuple((value, label("ask_state", value)) for value in ("yes", "no", "later"))
            return (
                Field("person", "Who", "name", options=people, what="supporter"),
                Field("value", "Answer", "choice", options=values),
            )
        case "follow_up":
            mine = (("promised", "I promised it"), ("offered", "I offered it"))
            return (
                Field("text", "What", "note"),
                Field("due", "When", "date", help="fri, in two weeks"),
                Field("again", "Again", help="every sunday, every two weeks, or empty"),
                Field("mine", "Mine", "choice", options=mine),
            )
        case _:
            return (
                Field(part, "How" if part == "channel" else "Which way", "choice", options=_labels(part)),
            )


def _labels(name: str) -> tuple[tuple[str, str], ...]:
    return tuple((word.id, word.label) for word in vocabulary()[name].values())
