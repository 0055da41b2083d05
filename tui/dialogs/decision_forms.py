"""The forms of a decision: what changes about a goal and why, and later whether it helped."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

from tui.content import vocabulary
from tui.domain.language.text import clean_line
from tui.domain.records.log import Adjustment, Decision

from .fields import LONGEST_LINE, Field, Form
from .names import goal_titles

if TYPE_CHECKING:
    from datetime import date

    from tui.domain.feedback.decisions import Helped
    from tui.domain.language.words import Change
    from tui.domain.records.feedback import Feedback
    from tui.domain.records.network import Network

_HELPED: Mapping["Helped", str] = {"yes": "yes", "partly": "in part", "no": "no"}


def decision_form(network: "Network", cause: "Feedback") -> Form:
    """What changes because of a note."""
    changes = tuple((word.id, word.label) for word in vocabulary()["change"].values())
    fields = (
        Field(
            "goal",
            "Goal",
            "name",
            required=True,
            options=goal_titles(network, cause.goal),
            what="goal",
            help="part of its title",
        ),
        Field("what", "What changes", "choice", required=True, options=changes),
        Field("after", "From now on", help="what it will be; for a date, the day"),
        Field("expects", "You expect", "note"),
        Field("look_again_on", "Look again", "date", help="in 4 weeks, 1 May"),
    )
    title = f"Decide, because: {clean_line(cause.text[:LONGEST_LINE])}"
    return Form(f"feedback-{cause.id}-decide", title, fields)


def decision_from(answers: Mapping[str, Any], cause: str, today: "date") -> Decision:
    """The decision a filled-in form means."""
    change = Adjustment(what=cast("Change", answers["what"]), after=answers["after"])
    return Decision(
        goal=answers["goal"],
        date=today,
        changes=(change,),
        because_feedback=(cause,),
        expects=answers["expects"],
        look_again_on=answers["look_again_on"],
    )


def look_back_form(decision: Decision, about: str, recalled: Iterable[tuple[str, str]]) -> Form:
    """Whether a decision helped; `about` says in a few words what was decided, `recalled` all of it."""
    fields = (
        Field("helped", "Did it help?", "choice", required=True, options=tuple(_HELPED.items())),
        Field("seen", "What you see", "note"),
    )
    return Form(
        f"decision-{decision.id}-look",
        f"Look back: {clean_line(about)}",
        fields,
        base=decision.document(),
        above=tuple(recalled),
    )
