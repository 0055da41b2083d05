"""Welcome: what Allies is for, and where to begin."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.domain.language.text import clean_line
from tui.guided import GuidedScreen
from tui.page import DEMO, IMPORT
from tui.widgets.digit_keys import digit_keys
from tui.widgets.drawn import hanging
from tui.widgets.marked_rows import MarkedRows

if TYPE_CHECKING:
    from tui.domain.language.words import Form

    Begun = Form | Literal["import", "demo"]

LETTERS = "abcid"
_TITLE_ROOM = 34
_BEFORE_LABEL = 3


@dataclass(frozen=True)
class Offer:
    """Where one could begin."""

    form: "Begun"
    label: str
    plain: str


_OFFERS = (
    Offer("full", "Start with a goal", "About five minutes; pause freely."),
    Offer("short", "Quick start", "Six questions, about 90 seconds."),
    Offer("profile", "About me", "Two questions on give and take."),
    Offer(IMPORT, "Import contacts", "From phone, mailer or web."),
    Offer(DEMO, "See an example", "A made-up network; q leads back."),
)


class OfferRows(MarkedRows):
    """The offers, each with its letter."""

    def __init__(self, offers: Sequence[Offer]) -> None:
        super().__init__()
        self.offers = tuple(offers)

    def offer(self, offers: Sequence[Offer]) -> None:
        """Offer something else."""
        if self.offers != tuple(offers):
            self.offers = tuple(offers)
            self.place = 0
            self.refresh(layout=True)

    @property
    def count(self) -> int:
        return len(self.offers)

    @property
    def current(self) -> Offer:
        """The offer under the cursor."""
        return self.offers[max(self.place, 0)]

    def row(self, place: int, width: int) -> Sequence[Content]:
        offer = self.offers[place]
        head = Content.assemble((f"{LETTERS[place]}  ", "$accent"), offer.label)
        plain = Content(offer.plain).stylize("$quiet")
        beside = _BEFORE_LABEL + max(len(each.label) for each in self.offers) + 2
        if beside + max(len(each.plain) for each in self.offers) <= width:
            return [Content.assemble(head.truncate(beside, pad=True), plain)]
        return [head, *hanging("", plain, width, _BEFORE_LABEL)]


class WelcomeScreen(GuidedScreen["Begun"]):
    """Shown while nothing is recorded. The answer is what to begin with, None to look around."""

    BINDING_GROUP_TITLE = "Welcome"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin", id="welcome.begin", tooltip="Begin with this", priority=True),
        *(
            Binding(
                letter,
                f"take({place})",
                f"Offer {letter}",
                id=f"welcome.{letter}",
                tooltip=f"Begin with offer {letter}",
                show=False,
            )
            for place, letter in enumerate(LETTERS)
        ),
        *digit_keys("page('#')", "page", "Page #", "To page #", range(1, 10)),
        Binding("escape", "leave", "Look around first", id="welcome.leave", tooltip="To the empty pages"),
        Binding("q", "app.quit", "Quit", id="app.back", tooltip="Leave Allies"),
    ]

    DEFAULT_CSS = """
    WelcomeScreen {
        align: center middle;
        & > VerticalScroll { width: 100%; max-width: 84; height: auto; max-height: 1fr; padding: 0 1; }
        & Static { height: auto; margin: 0 0 1 0; padding: 0 1; }
        & #welcome-first { text-style: bold; }
        & OfferRows { margin: 0 0 1 0; }
        & .quiet { margin: 0; }
        &.-low #welcome-name { display: none; }
    }
    """

    rows = getters.query_one(OfferRows)

    def __init__(self, draft_of: Callable[[str], object]) -> None:
        """`draft_of` gives the draft of a name, or None."""
        super().__init__()
        self._draft_of = draft_of

    def body(self) -> ComposeResult:
        """In a few words; then the offers."""
        with VerticalScroll(can_focus=False):
            yield Static("ALLIES", id="welcome-name", classes="heading", markup=False)
            yield Static("Nobody reaches a goal alone.", id="welcome-first", markup=False)
            yield Static(
                "Name a goal, find out which kinds of support it needs, and see who could give them."
                " Allies keeps the people, what you asked, what they gave and what you gave back together,"
                " and says what is worth doing next.",
                markup=False,
            )
            yield OfferRows(self._offers())
            yield Static(
                "Everything stays on this computer. Allies is a planning tool, not therapy, a diagnosis or"
                " emergency help.",
                classes="quiet",
                markup=False,
            )

    def on_mount(self) -> None:
        """Follow the network: once there is something in it, there is nothing to welcome to."""
        self.rows.focus()
        self.watch(self.app, "network", self._follow)

    def _follow(self) -> None:
        network = self.house.network
        if network is not None and not network.empty and self.app.screen is self:
            self.dismiss(None)

    def on_screen_resume(self) -> None:
        """Take in what came meanwhile."""
        self.rows.offer(self._offers())
        self._follow()

    def _offers(self) -> Sequence[Offer]:
        """The offers; those that were begun come first and say how far they are."""
        begun, fresh = [], []
        for offer in _OFFERS:
            where = self._left_at(offer.form)
            if where is None:
                fresh.append(offer)
            else:
                begun.append(Offer(offer.form, f"Go on: {offer.label[:1].lower()}{offer.label[1:]}", where))
        return [*begun, *fresh]

    def _left_at(self, begun: "Begun") -> str | None:
        """Where it was left half-way; None where it was not begun."""
        from tui.domain.questionnaire.unfinished import draft_name

        match begun:
            case "demo":
                return None
            case "import":
                draft = self._draft_of(IMPORT)
                name = Path(str(draft.get("path", ""))).name if isinstance(draft, dict) else ""
                return f"From {clean_line(name)[:_TITLE_ROOM]}." if name else None
            case form:
                return self._where(self._draft_of(draft_name(form)))

    def _where(self, draft: object) -> str | None:
        from tui.content import questionnaire
        from tui.domain.questionnaire.left_off import left_off

        left = left_off(questionnaire(), "", draft) if draft is not None else None
        if left is None:
            return None
        about = f"{left.title[: _TITLE_ROOM - 1]}…" if len(left.title) > _TITLE_ROOM else left.title
        return f"{about}, {left.where}." if about else f"{left.where[:1].upper()}{left.where[1:]}."

    def action_begin(self) -> None:
        """Begin with the offer under the cursor."""
        self.dismiss(self.rows.current.form)

    def action_take(self, place: int) -> None:
        """Begin with an offer by its letter."""
        if place < self.rows.count:
            self.dismiss(self.rows.offers[place].form)

    async def action_page(self, key: str) -> None:
        """Look around, beginning with a page."""
        self.dismiss(None)
        await self.app.run_action(f"page('{key}')", self.app)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of pages that do not exist do nothing."""
        return action != "page" or any(entry.key == parameters[0] for entry in self.house.pages)

    async def action_leave(self) -> None:
        """Look around first."""
        self.house.notify("The questionnaire is under ctrl+p whenever you like.")
        self.dismiss(None)

    def explained(self) -> tuple[str, str]:
        """Title and text of the help."""
        return "Welcome", "Begin with a goal, or look around; the offers are under ctrl+p at any time."
