"""The dashboard."""

import asyncio
import os
import signal
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from math import inf
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import work
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.filter import LineFilter, NoColor
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.reactive import var
from textual.screen import Screen
from textual.worker import get_current_worker

from tui.clock import Today, civil_today
from tui.domain.days import day_in_words
from tui.domain.text import clean_note
from tui.page import (
    BREAKPOINTS_ACROSS,
    BREAKPOINTS_DOWN,
    SCREENS,
    ExplainsItself,
    KeepsDraft,
    Page,
    PageEntry,
    pages,
)
from tui.paths import config_file
from tui.settings import Settings, keep_theme, read_settings
from tui.theme import THEMES
from tui.widgets.filters import AsciiGlyphs, SafeText

if TYPE_CHECKING:
    from tui.domain.network import Network
    from tui.domain.record import Record
    from tui.domain.words import Form
    from tui.store import Backup, Conflict, Entry, Store, StoreError, Transaction

FOLLOW_EVERY = 0.1
FOLLOW_EVERY_AWAY = 1.0
FOLD_AFTER = 2.0
LOOK_AT_THE_DAY_EVERY = 30.0
LEAVE_AT_LATEST = 3.0

GUIDED: tuple[tuple["Form", str, str], ...] = (
    ("full", "Start a goal (questionnaire)", "About five minutes; leave at any question and go on later."),
    ("short", "Quick start (90 seconds)", "Six questions about a goal."),
    ("profile", "About me (profile)", "Two questions: what you like to give, and how you like to be helped."),
)
"""The forms that can be opened from anywhere."""

_FIRST = "first"
_KEY_NAMES = {"enter": "enter", "escape": "esc", "backspace": "backspace", "question_mark": "?", "slash": "/"}


class AlliesApp(App[None], inherit_bindings=False):
    """The dashboard: its pages, its keys, and the store it follows."""

    TITLE = "Allies"
    CSS_PATH = "app.tcss"
    NOTIFICATION_TIMEOUT = 3.0
    DEFAULT_MODE = _FIRST
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS_ACROSS
    VERTICAL_BREAKPOINTS = BREAKPOINTS_DOWN
    BINDING_GROUP_TITLE = "Everywhere"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "undo", "Undo", id="app.undo", tooltip="Take back the last change"),
        Binding("ctrl+r", "redo", "Redo", id="app.redo", tooltip="Do again what was taken back", show=False),
        Binding("F", "capture", "Note it", id="app.capture", tooltip="Write down feedback you just heard"),
        Binding(
            "question_mark,f1", "help", "Keys", id="app.help", tooltip="All keys, and help for this page"
        ),
        Binding(
            "ctrl+p",
            "command_palette",
            "Palette",
            id="app.palette",
            tooltip="Find anything by name",
            show=False,
            priority=True,
        ),
        Binding("q", "back", "Quit", id="app.back", tooltip="Back; from a page, quit"),
        Binding(
            "ctrl+q", "quit", "Quit", id="app.quit", tooltip="Quit from anywhere", show=False, priority=True
        ),
        Binding(
            "ctrl+z", "suspend_process", "Suspend", id="app.suspend", tooltip="Back to the shell", show=False
        ),
        Binding(
            "ctrl+c",
            "copy_or_say",
            "Copy selection",
            id="app.copy",
            tooltip="Copy what is selected",
            show=False,
        ),
        *(
            Binding(
                str(digit),
                f"page('{digit}')",
                f"Page {digit}",
                id=f"page.{digit}",
                tooltip=f"To page {digit}",
                show=False,
            )
            for digit in range(1, 10)
        ),
    ]

    network: var["Network | None"] = var(None, init=False)
    """The newest network; pages watch it. None before the store is open."""

    day: var[date] = var(date.min, init=False)
    """The civil date in force."""

    class StoreOpened(Message):
        """The store is open."""

        def __init__(self, store: "Store") -> None:
            super().__init__()
            self.store = store

    class StoreFailed(Message):
        """The store cannot be opened."""

        def __init__(self, error: "StoreError", backup: "Backup | None" = None) -> None:
            """`backup` is the one that could take the store's place."""
            super().__init__()
            self.error = error
            self.backup = backup

    class StoreMoved(Message):
        """There is a newer network."""

        def __init__(self, network: "Network") -> None:
            super().__init__()
            self.network = network

        def can_replace(self, message: Message) -> bool:
            """Only the newest one counts."""
            return isinstance(message, AlliesApp.StoreMoved)

    class StoreTroubled(Message):
        """The store can no longer be written, or can be written again."""

        def __init__(self, problem: "StoreError | None") -> None:
            super().__init__()
            self.problem = problem

    class Stepped(Message):
        """A change was taken back or done again, or could not be."""

        def __init__(self, sentence: str, done: bool) -> None:
            super().__init__()
            self.sentence = sentence
            self.done = done

    def __init__(
        self,
        store_path: Path,
        today: Today = civil_today,
        settings: Settings | None = None,
        *,
        screens: Path = SCREENS,
        driver_class: type[Driver] | None = None,
    ) -> None:
        self.settings = read_settings(config_file()) if settings is None else settings
        no_colour = "NO_COLOR" in os.environ
        self._our_filters: list[LineFilter] = [SafeText()]
        if self.settings.glyphs == "ascii":
            self._our_filters.append(AsciiGlyphs())
        if no_colour:
            self._our_filters.append(NoColor())
        super().__init__(driver_class=driver_class)
        self.store_path = store_path
        self.today = today
        self.pages: Sequence[PageEntry] = pages(screens)
        self._store: Store | None = None
        self._last_resort: threading.Timer | None = None
        self._store_there: asyncio.Future[Store]
        self._leaving = threading.Event()
        self._wake = threading.Event()
        self.set_reactive(AlliesApp.day, today())
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = self.settings.theme
        if not self.settings.motion:
            self.animation_level = "none"
        for place, entry in enumerate(self.pages):
            self.add_mode(_FIRST if place == 0 else entry.class_name, partial(self._page_of, entry))
        self.set_keymap(self.settings.keymap)

    # Look

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
        return entry.load()()

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
        """Begin: signals, the day, and the store right after the first paint."""
        loop = asyncio.get_running_loop()
        self._store_there = loop.create_future()
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                loop.add_signal_handler(number, self.leave_on, number)
        self.set_interval(LOOK_AT_THE_DAY_EVERY, self.look_at_the_day)
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.follow_store()
        if self.settings.notice:
            self.notify(self.settings.notice, severity="warning", timeout=10)

    def look_at_the_day(self) -> None:
        """Notice a new day."""
        self.day = self.today()

    # The store

    @work(thread=True, group="store", exit_on_error=True)
    def follow_store(self) -> None:
        """Open the store, then follow it until the end; all that comes of it are messages."""
        from tui.store import Store, StoreError, StoreUnreadable

        worker = get_current_worker()
        try:
            store = Store(self.store_path, origin="dashboard", today=self.today)
        except StoreError as error:
            kept = Store.backups_at(self.store_path) if isinstance(error, StoreUnreadable) else []
            self.post_message(self.StoreFailed(error, kept[-1] if kept else None))
            return
        self.post_message(self.StoreOpened(store))
        seen, trouble, quiet_since = store.network, store.problem, monotonic()
        while not (worker.is_cancelled or self._leaving.is_set()):
            self._wake.wait(FOLLOW_EVERY if self.app_focus else FOLLOW_EVERY_AWAY)
            self._wake.clear()
            try:
                if store.moved():
                    store.refresh()
                if monotonic() - quiet_since > FOLD_AFTER:
                    quiet_since = inf
                    store.tidy()
            except StoreUnreadable as error:
                self.post_message(self.StoreFailed(error))
                return
            except StoreError:
                continue  # somebody else is writing, or the disk refuses just now; the next write tries again
            if store.network is not seen:
                seen, quiet_since = store.network, monotonic()
                self.post_message(self.StoreMoved(seen))
            if store.problem is not trouble:
                trouble = store.problem
                self.post_message(self.StoreTroubled(trouble))

    def on_allies_app_store_opened(self, event: StoreOpened) -> None:
        """Show the network, tell what is to be told, and import the other pages while nobody waits."""
        store = event.store
        self._store = store
        self._store_there.set_result(store)
        self.network = store.network
        for sentence in store.notices:
            self.notify(sentence, severity="warning", timeout=15)
        if store.network.empty:
            self.welcome()
        for entry in self.pages[1:]:
            self.call_later(entry.load)

    def on_allies_app_store_moved(self, event: StoreMoved) -> None:
        """Show the newer network."""
        self.network = event.network

    def on_allies_app_store_troubled(self, event: StoreTroubled) -> None:
        """Say so, once, and at the top of the page for as long as it lasts."""
        if event.problem is None:
            self.notify("The store can be written again.")
        else:
            self.notify(str(event.problem), severity="warning", timeout=15)
        for screen in self.all_screens():
            if isinstance(screen, Page):
                screen.mark_trouble()

    async def on_allies_app_store_failed(self, event: StoreFailed) -> None:
        """Say what is wrong with the store, and what can be done."""
        from tui.dialogs.trouble import TroubleScreen

        backup = event.backup

        def answered(restore: bool | None) -> None:
            if restore and backup is not None:
                self._restore(backup.name)

        day = day_in_words(backup.at.astimezone().date(), self.day) if backup is not None else ""
        await self.push_screen(TroubleScreen(str(event.error), event.error.exit_code, day), answered)

    @work(thread=True, group="store")
    def _restore(self, name: str) -> None:
        from tui.store import StoreError, rescue

        try:
            rescue(self.store_path, name, self.today)
        except StoreError as error:
            self.post_message(self.StoreFailed(error))
        else:
            self.call_later(self.follow_store)

    def on_app_focus(self) -> None:
        """Look at the store at once when the person comes back."""
        self._wake.set()

    @property
    def quiet_mark(self) -> str:
        """What the line at the top says at its end."""
        return "read-only" if self._store is not None and self._store.read_only else ""

    async def store_there(self) -> "Store":
        """The store, as soon as it is open."""
        return await asyncio.shield(self._store_there)

    async def save(
        self,
        *records: "Record",
        label: str,
        base: "Record | None" = None,
        tidy: "Callable[[Record], Record] | None" = None,
    ) -> bool:
        """Save records in one transaction; whether that is done. Called from an async worker."""
        from tui.store import Conflict

        wanted = list(records)
        while True:
            try:
                await self._transaction(label, partial(_put_all, records=tuple(wanted), base=base))
            except Conflict as conflict:
                side = await self._ask_about(conflict)
                if side is None:
                    return False
                settled, base = conflict.settled(mine=side == "mine"), conflict.theirs
                if side == "theirs":
                    base = await self._keep_in_history(conflict, label)
                    settled = settled.changed_to(revision=base.revision)
                if tidy is not None:
                    settled = tidy(settled)
                wanted = [settled if record.id == settled.id else record for record in wanted]
            except _store_errors() as error:
                self._tell(error)
                return False
            else:
                return True

    async def _keep_in_history(self, conflict: "Conflict[Record]", label: str) -> "Record":
        """Save the version that gives way first, so that the history holds it; gives it as saved."""
        kept: list[Record] = []

        def put(transaction: "Transaction") -> None:
            kept.append(transaction.put(conflict.settled(mine=True), base=conflict.theirs))

        await self._transaction(f"{label}; the other side was kept", put)
        return kept[-1]

    async def transact(self, label: str, change: "Callable[[Transaction], None]") -> bool:
        """Do several things in one transaction; whether that is done."""
        try:
            await self._transaction(label, change)
        except _store_errors() as error:
            self._tell(error)
            return False
        return True

    async def _transaction(self, label: str, change: "Callable[[Transaction], None]") -> None:
        from tui.store import StoreError

        store = await self.store_there()
        if store.read_only is not None:
            raise StoreError(store.read_only)

        def run() -> None:
            with store.transaction(label) as transaction:
                change(transaction)

        await asyncio.to_thread(run)
        self._wake.set()

    def _tell(self, error: Exception) -> None:
        self.notify(str(error), severity="error", timeout=10)

    async def _ask_about(self, conflict: "Conflict[Record]") -> Literal["mine", "theirs"] | None:
        from tui.dialogs.conflict import ConflictDialog

        mine, theirs = conflict.mine.content(), conflict.theirs.content()
        differences = [
            (name.replace("_", " "), self._said(mine[name]), self._said(theirs[name]))
            for name in conflict.fields
        ]
        return await self.push_screen_wait(ConflictDialog(differences))

    def _said(self, value: object) -> str:
        """A field's value in words: the names of what it refers to, lists with commas."""
        match value:
            case None | "" | [] | {}:
                return ""
            case bool():
                return "yes" if value else "no"
            case list():
                return ", ".join(self._said(one) for one in value)
            case dict():
                return ", ".join(f"{name} {self._said(one)}" for name, one in value.items())
            case str() if self.network is not None and value in self.network.supporters:
                return self.network.supporters[value].name
            case str() if self.network is not None and value in self.network.goals:
                return self.network.goals[value].title
            case _:
                return str(value)

    async def draft_names(self) -> Sequence[str]:
        """The names of all drafts."""
        store = await self.store_there()
        return await asyncio.to_thread(store.drafts.names)

    async def load_draft(self, name: str) -> object:
        """The draft of that name, or None."""
        store = await self.store_there()
        draft: object = await asyncio.to_thread(store.drafts.load, name)
        return draft

    def keep_draft(self, name: str, draft: dict[str, object]) -> None:
        """Keep a half-typed form, now; it is small, and the program may be about to end."""
        if self._store is not None:
            self._store.drafts.save(name, draft)

    def drop_draft(self, name: str) -> None:
        """The draft is no longer needed."""
        if self._store is not None:
            self._store.drafts.drop(name)

    # Guided screens

    def welcome(self) -> None:
        """Greet whoever has nothing here yet."""
        from tui.guide import welcomed

        self.run_worker(welcomed(self), group="guide")

    def assess(self, form: "Form", goal: str | None = None) -> None:
        """Open the questionnaire, then show what came of it."""
        from tui.guide import assessed

        self.run_worker(assessed(self, form, goal), group="guide")

    # What is asked over any page, and ways from page to page

    def capture(self) -> None:
        """Write down feedback at once, over whatever is shown."""
        from tui.asides import captured

        self.run_worker(captured(self), group="asides")

    def look_back(self, decision: str) -> None:
        """Ask whether the decision with an id has helped."""
        from tui.asides import looked_back_at

        self.run_worker(looked_back_at(self, decision), group="asides")

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

    def action_undo(self) -> None:
        """Take back the last change."""
        self._step("undo", "Took back")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step("redo", "Did again")

    @work(thread=True, group="steps")
    def _step(self, way: Literal["undo", "redo"], words: str) -> None:
        from tui.store import StoreError

        if (store := self._store) is None:
            return
        try:
            entry: Entry = store.undo() if way == "undo" else store.redo()
        except StoreError as error:
            self.post_message(self.Stepped(str(error), done=False))
        else:
            self._wake.set()
            self.post_message(self.Stepped(f"{words}: {entry.label}", done=True))

    def on_allies_app_stepped(self, event: Stepped) -> None:
        """Say what was taken back or done again, in the place of what was said before."""
        self.clear_notifications()
        self.notify(event.sentence, severity="information" if event.done else "warning")

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
        self.push_screen(HelpDialog(title, text, self._key_groups(page)))

    def _key_groups(self, screen: Screen[object]) -> list[tuple[str, list[tuple[str, str]]]]:
        """The keys that work on a screen: its own, its list's, those of everywhere, and the pages."""
        groups: dict[str, dict[str, tuple[Binding, list[str]]]] = {"Here": {}}
        for node, binding, _, _ in screen.active_bindings.values():
            if binding.id is None or binding.action.startswith("page("):
                continue
            name = "Moving" if binding.id.startswith("focus.") else node.BINDING_GROUP_TITLE or "Here"
            group = groups.setdefault(name, {})
            group.setdefault(binding.id, (binding, []))[1].append(self.get_key_display(binding))
        told = [
            (name, [(" ".join(keys), binding.tooltip) for binding, keys in group.values()])
            for name, group in groups.items()
            if group
        ]
        if isinstance(screen, Page):
            told.append(
                ("Pages", [(entry.key, f"{entry.title}. {_gist(entry.help)}") for entry in self.pages])
            )
        return told

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything the palette finds: the pages, the keys that work here, the themes."""
        for entry in self.pages:
            yield SystemCommand(entry.title, _gist(entry.help), partial(self.action_page, entry.key))
        if not screen.is_modal:
            for form, title, help_text in GUIDED:
                yield SystemCommand(title, help_text, partial(self.assess, form))
        named: set[str] = set()
        for node, binding, enabled, _ in screen.active_bindings.values():
            if (
                enabled
                and binding.id
                and binding.id not in named
                and node in (screen, self)
                and _found(binding)
            ):
                named.add(binding.id)
                keys = self.get_key_display(binding)
                run = partial(self.call_later, self.run_action, binding.action, node)
                yield SystemCommand(f"{binding.description}  {keys}", binding.tooltip, run)
        for theme in THEMES:
            yield SystemCommand(
                f"Theme: {theme.name}", "Look so for now", partial(self._show_theme, theme.name)
            )
        yield SystemCommand("Keep this theme", "Remember it in config.toml", self._keep_theme)

    def _show_theme(self, name: str) -> None:
        self.theme = name

    def _keep_theme(self) -> None:
        try:
            keep_theme(config_file(), self.theme)
        except OSError as error:
            self.notify(f"The theme could not be kept: {error.strerror}.", severity="error")
        else:
            self.notify("The theme is kept in config.toml.")

    # The end

    def exit(self, *args: object, **kwargs: object) -> None:
        """Leave; the thread that follows the store ends with it."""
        self._leaving.set()
        self._wake.set()
        super().exit(*args, **kwargs)  # type: ignore[arg-type]

    def leave_on(self, number: signal.Signals) -> None:
        """Leave on a signal: what is half typed is kept first, for the terminal may be gone already."""
        for screen in self.all_screens():
            if isinstance(screen, KeepsDraft):
                with suppress(OSError):
                    screen.keep_draft()
        code = 128 + number
        if number == signal.SIGHUP:
            self._last_resort = threading.Timer(LEAVE_AT_LATEST, os._exit, (code,))
            self._last_resort.daemon = True
            self._last_resort.start()
        self.exit(return_code=code)

    def all_screens(self) -> list[Screen[object]]:
        """Every screen that is open, on whichever page."""
        stacks = []
        for place, entry in enumerate(self.pages):
            try:
                stacks.extend(self.get_screen_stack(_FIRST if place == 0 else entry.class_name))
            except KeyError:
                continue
        return stacks

    def on_unmount(self) -> None:
        """Leave the store in order."""
        if self._store is not None:
            self._store.close()
        if self._last_resort is not None:
            self._last_resort.cancel()


def _put_all(transaction: "Transaction", records: tuple["Record", ...], base: "Record | None") -> None:
    for record in records:
        transaction.put(record, base if base is not None and base.id == record.id else None)


def _store_errors() -> type["StoreError"]:
    from tui.store import StoreError

    return StoreError


def _found(binding: Binding) -> bool:
    """Whether the palette finds it: not the keys that only move the focus, and pages go by their titles."""
    return not binding.action.startswith(("page(", "app.focus_", "command_palette"))


def _gist(text: str) -> str:
    """The first sentence of a help text."""
    return f"{first}." if (first := text.partition(".")[0]) else ""
