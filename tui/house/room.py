"""The app in a terminal that has no room: nothing is seen, so nothing is typed."""

from textual import events

from tui.page import LEAST
from tui.settings import Settings

from .opening import OpeningApp


class RoomApp(OpeningApp, inherit_bindings=False):
    """An app whose keys wait, all but those that leave, until the terminal is large enough again."""

    settings: Settings

    @property
    def cramped(self) -> bool:
        """Whether the terminal is too small for anything to be shown."""
        return self.size.width < LEAST.width or self.size.height < LEAST.height

    def on_mount(self) -> None:
        """Paint everything anew when the program is back in front: the terminal has forgotten it."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True), immediate=True)

    async def on_event(self, event: events.Event) -> None:
        """Hand on what comes in, where it can be seen what comes of it."""
        if self.cramped and not event.is_forwarded and isinstance(event, (events.InputEvent, events.Paste)):
            if isinstance(event, events.Key):
                self._press_unseen(event.key)
            return
        await super().on_event(event)

    def _press_unseen(self, key: str) -> None:
        if self._means(key, "app.back", "q") or self._means(key, "app.quit", "ctrl+q"):
            self.keep_drafts()
            self.exit()
        elif self._means(key, "app.suspend", "ctrl+z"):
            self.action_suspend_process()

    def _means(self, key: str, binding: str, usual: str) -> bool:
        return key in self.settings.keymap.get(binding, usual).split(",")

    def keep_drafts(self) -> None:
        """Keep whatever is half typed, now."""
