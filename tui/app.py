"""The dashboard."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.notifications import SeverityLevel
from textual.reactive import Initialize, Reactive
from textual.screen import Screen
from textual.theme import Theme

from tui.clock import Today, civil_today
from tui.domain.language.text import clean_note
from tui.house.keys import EVERYWHERE, found_keys, gist, key_groups
from tui.house.leaving import LeavingApp
from tui.page import (
    BREAKPOINTS_ACROSS,
    BREAKPOINTS_DOWN,
    SCREENS,
    ExplainsItself,
    Page,
    PageEntry,
    classes_for,
    pages,
)
from tui.paths import config_file
from tui.settings import Settings, keep_theme, read_settings
from tui.theme import THEMES
from tui.widgets.filters import AsciiGlyphs, SafeText

if TYPE_CHECKING:
    from tui.domain.language.words import Form

GUIDED: tuple[tuple["Form", str, str], ...] = (
    ("full", "Start a goal (questionnaire)", "About five minutes; leave at any question and go on later."),
    ("short", "Quick start (90 seconds)", "Six questions about a goal."),
    ("profile", "About me (profile)", "Two questions: what you like to give, and how you like to be helped."),
)
"""The forms that can be opened from anywhere."""

IMPORT_AFTER = 0.4
"""Seconds from the open store until the first page surely has shown its data."""
IMPORT_EVERY = 0.1
"""Seconds between the imports of pages nobody has asked for yet; each takes some milliseconds."""

_OURS = {theme.name: theme for theme in THEMES}
_FIRST = "first"
_KEY_NAMES = {"enter": "enter", "escape": "esc", "backspace": "backspace", "question_mark": "?", "slash": "/"}


def _theme_of(app: "AlliesApp") -> str:
    return app.settings.theme


class AlliesApp(LeavingApp, inherit_bindings=False):
    """The dashboard: its pages, its keys, and the store it follows."""

    TITLE = "Allies"
    CSS_PATH = "app.tcss"
    NOTIFICATION_TIMEOUT = 3.0
    DEFAULT_MODE = _FIRST
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS_ACROSS
    VERTICAL_BREAKPOINTS = BREAKPOINTS_DOWN
    BINDING_GROUP_TITLE = "Everywhere"

    BINDINGS: ClassVar[list[BindingType]] = EVERYWHERE

    theme: Reactive[str] = Reactive(Initialize(_theme_of))
    """The theme's name. It is right from the first: a theme set later has all styles read again."""

    def __init__(
        self,
        store_path: Path,
        today: Today = civil_today,
        settings: Settings | None = None,
        *,
        screens: Path = SCREENS,
        mark: str = "",
        driver_class: type[Driver] | None = None,
    ) -> None:
        self.settings = read_settings(config_file()) if settings is None else settings
        no_colour = "NO_COLOR" in os.environ
        self._our_filters: list[LineFilter] = [SafeText()]
        if self.settings.glyphs == "ascii":
            self._our_filters.append(AsciiGlyphs())
        if no_colour:
            self._our_filters.append(NoColor())
        super().__init__(store_path, today, mark=mark, driver_class=driver_class)
        self.pages: Sequence[PageEntry] = pages(screens)
        if not self.settings.motion:
            self.animation_level = "none"
        for place, entry in enumerate(self.pages):
            self.add_mode(_FIRST if place == 0 else entry.class_name, partial(self._page_of, entry))
        self.set_keymap(self.settings.keymap)

    # Look

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Ours beside Textual's own."""
        return {**super().available_themes, **_OURS}

    def get_theme(self, theme_name: str) -> Theme | None:
        """A theme by its name. Textual asks with every line it draws, so ours are found at once."""
        return _OURS.get(theme_name) or super().get_theme(theme_name)

    def refresh_css(self, animate: bool = True) -> None:
        """Read all styles again for a theme the page is not dressed in yet.

        Textual asks for it with every page it opens, too, but a new page has the right styles already.
        """
        page = next(iter(self.screen_stack), None)
        if isinstance(page, Page) and page.dressed_in != self.theme:
            page.dressed_in = self.theme
            super().refresh_css(animate)
        else:
            self.stylesheet.apply(self)  # what pages leave open, such as the colour of text, is the app's own

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every line passes through ours last, whatever drew it."""
        return [*super().get_line_filters(), *self._our_filters]

    def get_key_display(self, binding: Binding) -> str:
        """A key in the words on the keyboard."""
        modifiers, key = binding.parse_key()
        shown = _KEY_NAMES.get(key) or super().get_key_display(Binding(key, binding.action))
        return "+".join([*modifiers, shown])

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,  # noqa: ARG002
    ) -> None:
        """Tell something in passing; what it says is never read as markup."""
        super().notify(
            clean_note(message), title=clean_note(title), severity=severity, timeout=timeout, markup=False
        )

    def validate_title(self, title: str) -> str:
        """The title reaches the terminal's window; it holds no control characters."""
        return clean_note(title)

    # Pages

    def _page_of(self, entry: PageEntry) -> Page:
        page = entry.load()()
        page.dressed_in = self.theme
        page.add_class(*classes_for(self.size), update=False)
        return page

    def action_page(self, key: str) -> None:
        """Go to a page."""
        for place, entry in enumerate(self.pages):
            if entry.key == key:
                self.switch_mode(_FIRST if place == 0 else entry.class_name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys of pages that do not exist do nothing."""
        if action == "page":
            return any(entry.key == parameters[0] for entry in self.pages)
        return True

    def on_mount(self) -> None:
        """Tell what the settings have to tell."""
        if self.settings.notice:
            self.call_after_refresh(self.notify, self.settings.notice, severity="warning", timeout=10)

    @on(LeavingApp.StoreOpened)
    def _settle_in(self, event: LeavingApp.StoreOpened) -> None:
        """Greet whoever has nothing here yet, and import the other pages once the first shows its data."""
        self._mark_trouble()
        if event.store.network.empty:
            self.welcome()
        for place, entry in enumerate(self.pages[1:], 1):
            self.set_timer(IMPORT_AFTER + IMPORT_EVERY * place, entry.load)

    @on(LeavingApp.StoreTroubled)
    def _mark_trouble(self) -> None:
        """Say at the top of the pages what is said of the store, for as long as it lasts."""
        for screen in self.all_screens():
            if isinstance(screen, Page):
                screen.mark_trouble()

    # Guided screens

    def welcome(self) -> None:
        """Greet whoever has nothing here yet."""
        from tui.guide import welcomed

        self.run_worker(welcomed(self), group="guide")

    def assess(self, form: "Form", goal: str | None = None) -> None:
        """Open the questionnaire, then show what came of it."""
        from tui.guide import assessed

        if self._store is None:
            self.run_worker(self._assess_later(form, goal), group="guide")
        else:
            assessed(self, form, goal)

    async def _assess_later(self, form: "Form", goal: str | None) -> None:
        await self.store_there()
        self.assess(form, goal)

    def brief(self, supporter: str) -> None:
        """Show what is good to know before talking with a supporter."""
        from tui.guide import briefed

        self.run_worker(briefed(self, supporter), group="guide")

    def catch_up(self) -> None:
        """Go through those who are due, one by one."""
        from tui.guide import caught_up

        self.run_worker(caught_up(self), group="guide")

    def bring(self) -> None:
        """Take people in from an address book."""
        from tui.guide import brought

        self.run_worker(brought(self), group="guide")

    def find_twins(self) -> None:
        """Go through those who may be there twice."""
        from tui.guide import told_apart

        self.run_worker(told_apart(self), group="guide")

    def see_example(self) -> None:
        """Look at the demo, and come back."""
        from tui.tasks.example import see_example

        see_example(self, self.day)

    # What is asked over any page, and ways from page to page

    def capture(self) -> None:
        """Write down feedback at once, over whatever is shown."""
        from tui.asides import captured

        self.once_open(partial(captured, self))

    def log_line(self, about: Sequence[str] = ()) -> None:
        """Log in one line, over whatever is shown."""
        from tui.asides import log_line

        self.once_open(partial(log_line, self, about))

    def look_back(self, decision: str) -> None:
        """Ask whether the decision with an id has helped."""
        from tui.asides import looked_back_at

        looked_back_at(self, decision)

    def all_screens(self) -> list[Screen[object]]:
        """Every screen that is open, on whichever page."""
        stacks = []
        for place, entry in enumerate(self.pages):
            try:
                stacks.extend(self.get_screen_stack(_FIRST if place == 0 else entry.class_name))
            except KeyError:
                continue
        return stacks

    def go_to(self, title: str, task: str = "", key: str = "") -> None:
        """Go to the page with a title, to the record with an id, and begin there what `task` names."""
        for entry in self.pages:
            if entry.title == title:
                self.action_page(entry.key)
                if isinstance(page := self.screen_stack[0], Page):
                    page.come_for(task, key)

    # Keys

    def action_capture(self) -> None:
        """Write down feedback you just heard."""
        self.capture()

    def action_log_line(self) -> None:
        """Log a talk, an ask, an answer or a promise in one line."""
        self.log_line()

    def action_bring(self) -> None:
        """Take people in from an address book."""
        self.bring()

    def action_twins(self) -> None:
        """Show who may be there twice."""
        self.find_twins()

    async def action_back(self) -> None:
        """Back; from a page, quit."""
        if len(self.screen_stack) > 1:
            await self.pop_screen()
        elif not (isinstance(self.screen, Page) and self.screen.back()):
            self.exit()

    def action_copy_or_say(self) -> None:
        """Copy what is selected; with nothing selected say how to leave."""
        if text := self.screen.get_selected_text():
            self.copy_to_clipboard(text)
            self.notify("Copied.")
        else:
            self.notify("q leaves Allies; ctrl+q leaves from anywhere.")

    def action_help(self) -> None:
        """Show the keys that work here, and the help of the page."""
        from tui.dialogs.help import HelpDialog

        page = self.screen
        title, text = (
            page.explained()
            if isinstance(page, ExplainsItself)
            else (str(page.TITLE or "Keys"), page.HELP or "")
        )
        groups = key_groups(page, self.get_key_display)
        if isinstance(page, Page):
            groups.append(
                ("Pages", [(entry.key, f"{entry.title}. {gist(entry.help)}") for entry in self.pages])
            )
        self.push_screen(HelpDialog(title, text, groups))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything the palette finds: the pages, the keys that work here, the themes."""
        for entry in self.pages:
            yield SystemCommand(entry.title, gist(entry.help), partial(self.action_page, entry.key))
        if not screen.is_modal:
            for form, title, help_text in GUIDED:
                yield SystemCommand(title, help_text, partial(self.assess, form))
            for title, help_text, begin in self._with_address_books():
                yield SystemCommand(title, help_text, begin)
            yield SystemCommand("See an example", "A made-up network to try everything on.", self.see_example)
        for node, binding in found_keys(screen, screen, self):
            keys = self.get_key_display(binding)
            run = partial(self.call_later, self.run_action, binding.action, node)
            yield SystemCommand(f"{binding.description}  {keys}", binding.tooltip, run)
        if self.trouble is not None:
            look = partial(self.look_into, self.trouble, shown=True)
            yield SystemCommand("Store", "Why nothing can be saved, and what can be done.", look)
        for theme in THEMES:
            yield SystemCommand(
                f"Theme: {theme.name}", "Look so for now", partial(self._show_theme, theme.name)
            )
        yield SystemCommand("Keep this theme", "Remember it in config.toml", self._keep_theme)

    def _with_address_books(self) -> Iterable[tuple[str, str, Callable[[], None]]]:
        """What connects the directory and address books, by the words people look for it."""
        yield (
            "Import contacts",
            "From your phone, mailer or web account; the same again adds nothing.",
            self.bring,
        )
        export = partial(self.go_to, "Supporters", "export")
        yield "Export contacts", "Write your people as vCard or CSV: all, or those a filter shows.", export
        twice = "Compare those who may be the same person, and make one of two."
        yield "Duplicates: merge who is there twice", twice, self.find_twins

    def _show_theme(self, name: str) -> None:
        self.theme = name

    def _keep_theme(self) -> None:
        try:
            keep_theme(config_file(), self.theme)
        except OSError as error:
            self.notify(f"The theme could not be kept: {error.strerror}.", severity="error")
        else:
            self.notify("The theme is kept in config.toml.")
