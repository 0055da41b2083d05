"""The app as it ends: on a signal, after an error, in order. Whatever is half typed is kept first."""

import asyncio
import os
import signal
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress

from textual.screen import Screen

from tui.page import KeepsDraft

from .room import RoomApp

LEAVE_AT_LATEST = 3.0
"""Seconds after which the program ends though the terminal is gone and something still waits for it."""


class LeavingApp(RoomApp, inherit_bindings=False):
    """An app that loses nothing by its end."""

    _last_resort: threading.Timer | None = None

    def all_screens(self) -> Sequence[Screen[object]]:
        """Every screen that is open, on whichever page."""
        return self.screen_stack

    def on_mount(self) -> None:
        """Take the signals that end the program."""
        if threading.current_thread() is threading.main_thread():
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
                loop.add_signal_handler(number, self.leave_on, number)

    def leave_on(self, number: signal.Signals) -> None:
        """Leave on a signal: what is half typed is kept first, for the terminal may be gone already."""
        self.keep_drafts()
        code = 128 + number
        if number == signal.SIGHUP:
            self._last_resort = threading.Timer(LEAVE_AT_LATEST, os._exit, (code,))
            self._last_resort.daemon = True
            self._last_resort.start()
        self.exit(return_code=code)

    def keep_drafts(self) -> None:
        """Keep whatever is half typed, now."""
        for screen in self.all_screens():
            if isinstance(screen, KeepsDraft):
                with suppress(Exception):  # whatever is wrong with one, the others are kept
                    screen.keep_draft()

    def panic(self, *renderables: object) -> None:  # noqa: ARG002
        """Leave after an error nobody expected with a short report, in which nothing is private."""
        from rich.text import Text

        from tui.crash import report

        self.keep_drafts()
        self._leaving.set()
        super().panic(Text(report(sys.exc_info()[1])))

    def _fatal_error(self) -> None:
        """In the place of Textual's own traceback, which shows every local variable: people's words."""
        self.panic()

    def on_unmount(self) -> None:
        """It has ended in order."""
        if self._last_resort is not None:
            self._last_resort.cancel()
