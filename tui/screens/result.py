"""What was found: the kinds of support a goal needs, why, and what to do next."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.content import questionnaire, vocabulary
from tui.domain.language.plain import Answers
from tui.domain.language.text import clean_line, clean_note
from tui.domain.needs.advice import next_steps
from tui.domain.needs.needs_profile import NeedsProfile, needs_profile
from tui.domain.needs.then_and_now import latest
from tui.domain.support.covered import share_in_words
from tui.guided import GuidedScreen
from tui.widgets.drawn import Drawn, hanging
from tui.widgets.profile_view import ProfileView

if TYPE_CHECKING:
    from tui.domain.records.network import Network

_CARE = "care"


class ResultScreen(GuidedScreen[None]):
    """The needs profile of a goal, as it follows from the newest answers."""

    BINDING_GROUP_TITLE = "What was found"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape,q", "leave", "To the goals", id="result.leave", tooltip="On to the goals"),
        Binding("y", "copy", "Copy the next steps", id="result.copy", tooltip="Copy what to do next"),
        Binding("m", "about_me", "About me", id="result.about-me", tooltip="Two questions about yourself"),
        Binding("down,j", "by(1)", "Down", id="result.down", tooltip="A line down", show=False),
        Binding("up,k", "by(-1)", "Up", id="result.up", tooltip="A line up", show=False),
        Binding(
            "pagedown,space", "by_pages(1)", "Page down", id="result.page-down", tooltip="On", show=False
        ),
        Binding("pageup", "by_pages(-1)", "Page up", id="result.page-up", tooltip="Back", show=False),
        Binding("g,home", "by_pages(-99)", "Top", id="result.top", tooltip="To the top", show=False),
        Binding("G,end", "by_pages(99)", "End", id="result.end", tooltip="To the end", show=False),
    ]

    DEFAULT_CSS = """
    ResultScreen {
        & > VerticalScroll { padding: 0 1; scrollbar-gutter: stable; }
        & Static { height: auto; }
        & > VerticalScroll > * { padding-right: 1; }
        & ProfileView { margin: 0 0 1 0; }
        & #result-covered { color: $foreground; }
        & .heading { margin: 1 0 0 0; }
        & #result-care { margin: 1 0 0 0; padding: 0 1; border-left: outer $line; display: none; }
        & #result-care.-shown { display: block; }
        & #result-basis { color: $quiet; margin: 1 0 0 0; }
    }
    """

    view = getters.query_one(ProfileView)
    column = getters.query_one(VerticalScroll)

    def __init__(self, goal: str) -> None:
        super().__init__()
        self._goal = goal
        self._next: tuple[str, ...] = ()

    def body(self) -> ComposeResult:
        """The profile, how it feels covered, what to do next, and what it rests on."""
        yield Static(classes="guided--title", markup=False)
        with VerticalScroll(can_focus=False, classes="guided--column"):
            yield ProfileView()
            yield Static(id="result-covered", markup=False)
            yield Static(id="result-care", markup=False)
            yield Static("NEXT", id="result-next-title", classes="heading", markup=False)
            yield Drawn(id="result-next")
            yield Static(
                "Your own marks decide; the reasons move them by half a step at most. A rule of thumb,"
                " not a measurement.",
                id="result-basis",
                markup=False,
            )

    def on_mount(self) -> None:
        """Follow the network."""
        self.watch(self.app, "network", self.follow)

    def follow(self) -> None:
        """Draw the newest answers on the goal."""
        network = self.house.network
        if network is None or self._goal not in network.goals:
            return
        goal, response = network.goals[self._goal], latest(network, self._goal)
        if response is None:
            return
        profile = needs_profile(questionnaire().scoring, response.answers)
        title = clean_line(goal.title)
        self.query_one(".guided--title", Static).update(
            Content.assemble("WHAT WOULD HELP  ", (title, "$foreground"))
        )
        self.view.show(profile, vocabulary())
        self._say("#result-covered", _covered(profile))
        self._say("#result-care", _care(response.answers))
        self._next = _next(network, profile, goal.id)
        self.query_one("#result-next", Drawn).lay_out(self._steps)
        self.query_one("#result-next-title").display = bool(self._next)
        self.refresh_bindings()

    def _steps(self, width: int) -> Sequence[Content]:
        mark = Content.styled("▸ ", "$accent")
        return [line for step in self._next for line in hanging(mark, Content(step), width, 2)]

    def _say(self, place: str, text: str) -> None:
        shown = self.query_one(place, Static)
        shown.update(text)
        shown.set_class(bool(text), "-shown")

    def action_copy(self) -> None:
        """Copy what to do next."""
        self.app.copy_to_clipboard("\n".join(self._next))
        self.house.notify("Copied.")

    def action_about_me(self) -> None:
        """Ask the two questions about the person."""
        self.house.assess("profile")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """The questions about the person are offered until they are answered."""
        if action == "about_me":
            network = self.house.network
            return network is not None and not network.profile.id
        return bool(self._next) if action == "copy" else True

    def action_by(self, step: int) -> None:
        """Scroll by a line."""
        self.column.scroll_relative(y=step, animate=False)

    def action_by_pages(self, pages: int) -> None:
        """Scroll by pages."""
        self.column.scroll_relative(y=pages * max(self.column.size.height - 1, 1), animate=False)

    def explained(self) -> tuple[str, str]:
        """Title and text of the help."""
        return "What would help", (
            "How much each kind would help, how well it is covered, and what that leaves:"
            " ○ open, ◐ thin, ● covered. What was not asked stays unknown."
            " Look at the goal again whenever things have changed."
        )


def _covered(profile: NeedsProfile) -> str:
    if profile.perceived is None:
        return "" if profile.ranked else "The goal is kept; nothing stands open."
    unknown = any(need.coverage is None for _, need in profile.ranked)
    share = share_in_words(profile.perceived)
    if len(profile.in_band("ok")) == len(profile.ranked):
        return "Every kind this goal needs is covered, as it feels to you."
    return f"Covered, as it feels to you: {share}{' of what is known' if unknown else ''}."


def _care(answers: Answers) -> str:
    for remark in questionnaire().remarks:
        if remark.id == _CARE and remark.when.holds(answers):
            return remark.text
    return ""


def _next(network: "Network", profile: NeedsProfile, goal: str) -> tuple[str, ...]:
    steps = next_steps(network, profile, goal, questionnaire().advice, vocabulary()["kind"])
    return tuple(clean_note(step) for step in steps)
