"""What comes of an answered questionnaire: it is saved, and told."""

from dataclasses import replace
from typing import TYPE_CHECKING

from .context import Session

if TYPE_CHECKING:
    from tui.domain.needs.assessment import Assessment
    from tui.domain.questionnaire.sheet import Sheet


def save(session: Session, sheet: "Sheet") -> "Assessment":
    """Save what finishing the sheet makes, in one transaction. Raises `WrongAnswers`."""
    from tui.domain.needs.assessment import assess as finish

    with session.store.transaction("answer the questionnaire") as transaction:
        made = finish(transaction.network, sheet, session.today(), transaction.new_id)
        return replace(
            made,
            goal=made.goal and transaction.put(made.goal),
            profile=made.profile and transaction.put(made.profile),
            response=transaction.put(made.response),
            supporters=tuple(transaction.put(supporter) for supporter in made.supporters),
        )


def tell(session: Session, saved: "Assessment", *, as_json: bool = False) -> None:
    """Say what came of it."""
    from tui.content import questionnaire
    from tui.domain.needs.needs_profile import needs_profile

    from .findings import told

    if saved.profile is not None:
        if as_json:
            session.print_json({"id": saved.profile.id, "revision": saved.profile.revision})
        else:
            session.say("Your profile is saved.")
    if saved.goal is not None:
        profile = needs_profile(questionnaire().scoring, saved.response.answers)
        if as_json:
            session.print_json({"goal": saved.goal.id, **profile.document()})
        else:
            for line in told(session.store.network, saved.goal, profile):
                session.say(line)
