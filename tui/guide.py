"""The ways through the guided screens: which one follows which."""

from typing import TYPE_CHECKING, Any

from tui.domain.words import Form

if TYPE_CHECKING:
    from tui.app import AlliesApp

GOALS = "Goals"


async def welcomed(app: "AlliesApp") -> None:
    """Offer a beginning until there is something, or until the person would rather look around."""
    from tui.screens.welcome import WelcomeScreen

    store = await app.store_there()
    while app.network is not None and app.network.empty:
        form = await app.push_screen_wait(WelcomeScreen(store.drafts.load))
        if form is None:
            return
        await assessed(app, form)


async def assessed(app: "AlliesApp", form: Form, goal: str | None = None) -> None:
    """Ask a form; where it was about a goal, show what was found and then the goals."""
    from tui.domain.unfinished import draft_name
    from tui.screens.assessment import AssessmentScreen

    if _open_already(app, draft_name(form, goal)):
        return
    saved = await app.push_screen_wait(AssessmentScreen(form, goal))
    if saved is None:
        return
    if saved.goal is None:
        app.notify("Your profile is saved.")
        return

    from tui.screens.result import ResultScreen

    await app.push_screen_wait(ResultScreen(saved.goal.id))
    for entry in app.pages:
        if entry.title == GOALS:
            app.action_page(entry.key)


def _open_already(app: "AlliesApp", name: str) -> bool:
    """Whether the form is open; if it is on another page, say so."""
    screens: list[Any] = app.all_screens()  # of any kind; those that ask a form name its draft
    if any(getattr(screen, "draft_name", None) == name for screen in screens):
        app.notify("This questionnaire is open already.")
        return True
    return False
