"""Giving a verdict on feedback, or taking one back."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .forms import AnyApp, fill, house_of, opened_on

if TYPE_CHECKING:
    from tui.dialogs.park_again import Instead
    from tui.domain.language.words import Verdict
    from tui.domain.records.feedback import Feedback

LABELS: Mapping["Verdict", str] = {
    "accept": "accepted feedback",
    "adapt": "took part of feedback",
    "park": "parked feedback",
    "decline": "declined feedback",
}
_SAID: Mapping["Verdict", str] = {
    "accept": "Accepted.",
    "adapt": "Took part of it.",
    "park": "Parked; it comes back on its day.",
    "decline": "Declined.",
}


def rule(app: AnyApp, note: "Feedback", verdict: "Verdict", then: Callable[[], object]) -> None:
    """Ask for what the verdict requires; parked too often, whether declining it would be kinder."""
    from tui.domain.feedback.verdicts import asks_to_be_declined

    if verdict == "park" and asks_to_be_declined(note):
        from tui.dialogs.park_again import ParkAgainDialog

        def answered(instead: "Instead | None") -> None:
            if instead is not None:
                _ask(app, note, instead, then)

        app.push_screen(ParkAgainDialog(note.text, note.parked_times), answered)
    else:
        _ask(app, note, verdict, then)


def _ask(app: AnyApp, note: "Feedback", verdict: "Verdict", then: Callable[[], object]) -> None:
    from tui.dialogs.fields import NotAccepted
    from tui.dialogs.verdict_forms import first_answers, ruled, verdict_form
    from tui.domain.feedback.verdicts import VerdictRefused, tidied

    house = house_of(app)

    async def save(values: dict[str, Any], base: Mapping[str, object] | None) -> bool:
        before = opened_on(note, base)
        try:
            sorted_ = ruled(before, verdict, values, house.day)
        except VerdictRefused as refused:
            raise NotAccepted(refused.why, refused.why.field) from None
        return await house.save(sorted_, base=before, label=LABELS[verdict], tidy=tidied)

    def given() -> None:
        house.notify(_SAID[verdict])
        then()

    fill(app, verdict_form(note, verdict), first_answers(note, verdict, house.day), save, given)


async def reopen(app: AnyApp, note: "Feedback") -> None:
    """Take the verdict back, so that the note waits for another."""
    from tui.domain.feedback.verdicts import reopened

    if note.verdict is not None:
        await house_of(app).save(reopened(note), base=note, label="reopened feedback")
