"""What comes of feedback: telling the one who gave it, and deciding what changes about a goal."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from tui.domain.language.text import clean_line, clean_note

from .forms import AnyApp, fill, house_of, let_go, network_of

if TYPE_CHECKING:
    from tui.domain.records.feedback import Feedback
    from tui.store import Transaction


async def tell(app: AnyApp, note: "Feedback") -> None:
    """Draft a message that tells them what became of it. Called from a worker."""
    from tui.content import telling
    from tui.dialogs.telling import TellDialog
    from tui.domain.feedback.telling import draft
    from tui.domain.feedback.verdicts import told
    from tui.widgets.feedback_view import who

    house, network = house_of(app), network_of(app)
    name, kept = clean_line(who(note, network)), f"feedback-{note.id}-tell"
    dialog = TellDialog(
        kept,
        f"Tell {name or 'somebody'} what you did with it",
        clean_note(draft(note, network, telling(), house.day)),
        f"to {name or 'somebody'} {house.day}",
        drafts=house,
    )
    if await app.push_screen_wait(dialog):
        newest = network_of(app).feedback.get(note.id, note)
        if await house.save(told(newest, house.day), base=newest, label="told what came of it"):
            let_go(app, kept)
            house.notify(f"{name or 'Somebody'} knows.")


def decide(app: AnyApp, note: "Feedback") -> None:
    """Ask what changes about a goal because of this."""
    from tui.dialogs.decision_forms import decision_form, decision_from
    from tui.dialogs.fields import NotAccepted
    from tui.dialogs.names import only_goal
    from tui.domain.entry import refusal
    from tui.domain.feedback.decisions import LOOK_AGAIN, DecisionRefused, take

    house, network = house_of(app), network_of(app)

    async def save(values: dict[str, Any], _: Mapping[str, object] | None) -> bool:
        def change(transaction: "Transaction") -> None:
            if (goal := transaction.network.goals.get(values["goal"])) is None:
                raise DecisionRefused("This goal is gone.", "goal")
            wanted = decision_from(values, note.id, house.day)
            decision, adjusted = take(wanted, goal, house.day)
            if why_not := refusal(adjusted, goal, transaction.network, house.day):
                raise DecisionRefused(why_not)
            transaction.put(adjusted, base=goal)
            transaction.put(decision)

        try:
            return await house.transact("took a decision", change)
        except DecisionRefused as refused:
            raise NotAccepted(str(refused), refused.field) from None

    answers = {
        "goal": note.goal or only_goal(network),
        "after": clean_line(note.next_step),
        "look_again_on": house.day + LOOK_AGAIN,
    }
    fill(
        app,
        decision_form(network, note),
        answers,
        save,
        lambda: house.notify("Decided, and the goal is changed. u takes both back."),
    )
