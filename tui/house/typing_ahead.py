"""Keys typed faster than a screen can come: they wait for it and go there."""

from collections import deque
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from textual.screen import Screen

AT_MOST = 256
"""So many keys can be under way at once; more than anybody types while a screen comes up."""


class TypingAheadApp(App[None], inherit_bindings=False):
    """An app whose keys reach what they were typed for.

    A key goes to the widget in focus and comes back here if nothing there took it. If another screen has
    come up meanwhile, or if there was no focus yet, it was meant for what has the focus now.
    """

    # The driver and the rest are Textual's own; this class only hands them on.
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._under_way: deque[tuple[events.Key, Screen[Any], bool]] = deque(maxlen=AT_MOST)

    async def on_event(self, event: events.Event) -> None:
        """Send a key on its way; one that comes back too late begins anew."""
        if isinstance(event, events.Key):
            if event.is_forwarded and self._too_late(event):
                event = event.copy()
            if not event.is_forwarded and self.screen_stack:
                self._under_way.append((event, self.screen, self.focused is not None))
        await super().on_event(event)

    def _too_late(self, event: events.Key) -> bool:
        for under_way, screen, had_focus in reversed(self._under_way):
            if under_way is event:
                return screen is not self.screen or (not had_focus and self.focused is not None)
        return False
