"""Keys typed faster than a screen can come: they wait for it and go there."""

import asyncio
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.screen import Screen
    from textual.widget import Widget
    from textual.worker import Worker

AT_MOST = 256
"""So many keys can be under way at once; more than anybody types while a screen comes up."""

PATIENCE = 1.0
"""Seconds after which a key is sent on its way, whatever became of the one before."""

A_MOMENT = 0.01

WHILE_HELD = frozenset({"escape", "ctrl+q", "ctrl+c", "ctrl+z", "f1"})
"""Keys that are obeyed while others are held back: those to leave and to ask by."""


@dataclass(frozen=True, eq=False)
class _Sent:
    """A key on its way: where it was sent, and whether it is a letter for a field of text."""

    event: events.Event
    screen: "Screen[Any]"
    focused: "Widget | None"
    is_text: bool

    @property
    def way(self) -> "list[DOMNode]":
        """All it passes, from where it was sent up to the app."""
        return list((self.focused or self.screen).ancestors_with_self)


class TypingAheadApp(App[None], inherit_bindings=False):
    """An app whose keys reach what they were typed for.

    A key goes to the widget in focus and comes back here if nothing there took it. If another screen has
    come up meanwhile, or if there was no focus yet, it was meant for what has the focus now. A key typed
    before the one ahead of it has done all it does waits, for that one may open, close or leave something;
    letters for a field of text do not wait for one another. While a screen is not `at_rest`, as one that
    saves and then closes, all keys wait; where that takes as long as reading a file does, keys are held back
    without an end until they are let go.
    """

    # The driver and the rest are Textual's own; this class only hands them on.
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._under_way: deque[_Sent] = deque(maxlen=AT_MOST)
        self._waiting: deque[events.Event] = deque()
        self._next: events.Event | None = None
        self._sending: Worker[None] | None = None
        self._always = asyncio.Event()
        self._always.set()
        self._free = asyncio.Event()
        self._free.set()

    def hold_keys(self) -> None:
        """Hold back what is typed from now on, until `let_keys_go`."""
        self._free.clear()

    def let_keys_go(self) -> None:
        """Send what was held back to what has the focus now."""
        self._free.set()

    async def on_event(self, event: events.Event) -> None:
        """Send a key on its way; one that comes back too late begins anew."""
        if isinstance(event, events.Key) and event.is_forwarded and not self.screen_stack:
            return  # it came back while the program is being left
        if not isinstance(event, events.Key | events.Paste) or not self.screen_stack:
            await super().on_event(event)
        elif event.is_forwarded:
            if isinstance(event, events.Key) and self._too_late(event):
                event = self._sent(event.copy())
            await super().on_event(event)
        elif isinstance(event, events.Key) and event.key in WHILE_HELD and not self._free.is_set():
            await super().on_event(self._sent(event))
        elif event is not self._next and (self._waiting or self._busy):
            self.wait_behind(event)
        else:
            await super().on_event(self._sent(event))

    def wait_behind(self, *typed: events.Event) -> None:
        """Let keys wait behind those that wait already; a single worker sends them all, one by one."""
        self._waiting.extend(typed)
        if self._sending is None or self._sending.is_finished:
            self._sending = self.run_worker(self._send_waiting(), group="typing-ahead")

    def _sent(self, event: events.Event) -> events.Event:
        """Remember of a key where it is sent now."""
        focused, is_text = self.focused, isinstance(event, events.Paste)
        if isinstance(event, events.Key) and focused is not None:
            is_text = focused.check_consume_key(event.key, event.character)
        self._under_way.append(_Sent(event, self.screen, focused, is_text))
        return event

    def _too_late(self, event: events.Key) -> bool:
        for sent in reversed(self._under_way):
            if sent.event is event:
                return sent.screen is not self.screen or (sent.focused is None and self.focused is not None)
        return False

    @property
    def _at_rest(self) -> asyncio.Event:
        """Set while the screen that is shown takes keys."""
        event = getattr(self.screen, "at_rest", self._always)
        return event if isinstance(event, asyncio.Event) else self._always

    @property
    def _busy(self) -> bool:
        """Whether something may still come of the key before."""
        if not (self._at_rest.is_set() and self._free.is_set()):
            return True
        last = self._under_way[-1] if self._under_way else None
        return last is not None and not last.is_text and any(one.message_queue_size for one in last.way)

    async def _send_waiting(self) -> None:
        """Send the keys that wait, each as soon as all that came of the one before is done."""
        while self._waiting:
            try:
                async with asyncio.timeout(PATIENCE):
                    await self._done(self._under_way[-1] if self._under_way else None)
            except TimeoutError:
                pass  # what takes as long will not have been awaited by whoever typed on
            await self._free.wait()
            passed = asyncio.Event()
            self._next = self._waiting[0]
            if not self.call_later(self._let_pass, passed):
                self._waiting.clear()  # the program is being left
                return
            await passed.wait()

    async def _let_pass(self, passed: asyncio.Event) -> None:
        event = self._waiting.popleft()
        try:
            await self.on_event(event)
        finally:
            self._next = None
            passed.set()

    async def _done(self, last: _Sent | None) -> None:
        """Wait until a key has gone its way, what came of it has gone the same, and no screen is busy."""
        for _ in range(2 if last is not None and not last.is_text else 0):
            for place in last.way if last is not None and last.screen is self.screen else ():
                arrived = asyncio.Event()
                if place.call_later(arrived.set):
                    await arrived.wait()
        while not self._at_rest.is_set():
            with suppress(TimeoutError):  # another screen may come up, which takes keys
                async with asyncio.timeout(A_MOMENT):
                    await self._at_rest.wait()
