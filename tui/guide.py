"""The ways through the guided screens: which one follows which."""

from typing import TYPE_CHECKING, Protocol, cast

from textual.app import App

from tui.domain.language.words import Form
from tui.page import DEMO, IMPORT, House

if TYPE_CHECKING:
    from pathlib import Path

    from tui.domain.bringing.preview import Preview
    from tui.domain.needs.assessment import Assessment
    from tui.domain.records.contact import Found
    from tui.store import Store

GOALS = "Goals"
SUPPORTERS = "Supporters"


class Leading(House, Protocol):
    """What a guide needs of the app beside what pages need."""

    async def store_there(self) -> "Store":
        """The store, as soon as it is open."""

    def let_keys_go(self) -> None:
        """Send what was held back to what has the focus now."""


async def welcomed(app: App[None]) -> None:
    """Offer a beginning until there is something, or until the person would rather look around."""
    from tui.screens.assessment import AssessmentScreen
    from tui.screens.welcome import WelcomeScreen

    house = cast("Leading", app)
    store = await house.store_there()
    while house.network is not None and house.network.empty:
        begun = await app.push_screen_wait(WelcomeScreen(store.drafts.load))
        if begun is None:
            return
        if begun == IMPORT:
            await brought(app)
        elif begun == DEMO:
            from tui.tasks.example import see_example

            see_example(app, house.day)
        else:
            await _shown(app, await app.push_screen_wait(AssessmentScreen(begun)))


def assessed(app: App[None], form: Form, goal: str | None = None) -> None:
    """Ask a form, at once; where it was about a goal, show what was found and then the goals."""
    from tui.domain.questionnaire.unfinished import draft_name
    from tui.screens.assessment import AssessmentScreen

    def answered(saved: "Assessment | None") -> None:
        app.run_worker(_shown(app, saved), group="guide")

    house = cast("Leading", app)
    if any(getattr(screen, "draft_name", None) == draft_name(form, goal) for screen in house.all_screens()):
        house.notify("This questionnaire is open already.")
        return
    app.push_screen(AssessmentScreen(form, goal), answered)


async def _shown(app: App[None], saved: "Assessment | None") -> None:
    """Show what came of the answers."""
    house = cast("Leading", app)
    if saved is None:
        return
    if saved.goal is None:
        house.notify("Your profile is saved.")
        return

    from tui.screens.result import ResultScreen

    await app.push_screen_wait(ResultScreen(saved.goal.id))
    house.go_to(GOALS, key=saved.goal.id)


async def briefed(app: App[None], supporter: str) -> None:
    """Show what is good to know about somebody, over whatever is shown."""
    from tui.screens.briefing import BriefingScreen

    house = cast("Leading", app)
    if house.network is None or supporter not in house.network.supporters:
        house.notify("They are no longer in your network.", severity="warning")
        return
    await app.push_screen_wait(BriefingScreen(supporter))


async def caught_up(app: App[None]) -> None:
    """Go through those who are due; where one wants to know more, show the briefing and come back."""
    from tui.screens.catching_up import CatchingUpScreen

    house = cast("Leading", app)
    if any(isinstance(screen, CatchingUpScreen) for screen in house.all_screens()):
        return
    await app.push_screen_wait(CatchingUpScreen())


async def brought(app: App[None]) -> None:
    """Ask for an address book, show what it would change, and take in what was accepted."""
    from tui.screens.book import BookScreen
    from tui.screens.bring import BringScreen
    from tui.tasks.half_way import last_file

    house = cast("Leading", app)
    if any(isinstance(screen, BookScreen | BringScreen) for screen in house.all_screens()):
        house.notify("The import is open already.")
        return
    await house.store_there()

    async def previewed(path: "Path", found: "Found", preview: "Preview") -> bool:
        accepted = await app.push_screen_wait(BringScreen(str(path), found.left, preview))
        return accepted is True

    try:
        if await app.push_screen_wait(BookScreen(previewed, last_file(house))):
            house.go_to(SUPPORTERS)
    finally:
        house.let_keys_go()


async def told_apart(app: App[None]) -> None:
    """Go through those who may be there twice."""
    from tui.screens.twins import TwinsScreen

    house = cast("Leading", app)
    if any(isinstance(screen, TwinsScreen) for screen in house.all_screens()):
        house.notify("The list is open already.")
        return
    await house.store_there()
    await app.push_screen_wait(TwinsScreen())
