"""The way to the dashboard without click, which would be a fifth of the time to the first paint."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tui.clock import Today, civil_today, fixed
from tui.domain.calendar.days import written_today
from tui.paths import default_store

from .ending import Failed, as_sentence

STORE_VARIABLE = "ALLIES_STORE"
TODAY_VARIABLE = "ALLIES_TODAY"
COMPLETE_VARIABLE = "_ALLIES_COMPLETE"

_CANNOT_MOVE = ("dumb", "unknown")
"""Kinds of terminal whose cursor cannot be put anywhere."""

_OPTIONS = ("--store", "--today")


def dashboard_asked(arguments: Sequence[str]) -> tuple[Path, Today] | None:
    """The store and the calendar, if the arguments say nothing else; None for click to judge."""
    if COMPLETE_VARIABLE in os.environ:
        return None
    given = {
        "--store": os.environ.get(STORE_VARIABLE, ""),
        "--today": os.environ.get(TODAY_VARIABLE, ""),
    }
    rest = list(arguments)
    while rest:
        name, equals, value = rest.pop(0).partition("=")
        if name not in _OPTIONS or not (equals or rest):
            return None
        given[name] = value if equals else rest.pop(0)
        if not given[name]:
            return None
    try:
        today = fixed(written_today(given["--today"])) if given["--today"] else civil_today
    except ValueError:
        return None
    return Path(given["--store"]) if given["--store"] else default_store(), today


def open_dashboard(store: Path, today: Today, mark: str = "") -> int:
    """Show the dashboard until the person leaves it; gives its exit code. `mark` stands at its top."""
    needs_terminal()
    gc.disable()  # until the first page shows its data: searching for garbage takes a tenth of the start

    from tui.app import AlliesApp

    app = AlliesApp(store, today, mark=mark)
    app.run(mouse=app.settings.mouse)
    if app.parting:
        print(as_sentence(app.parting), file=sys.stderr)
    return app.return_code or 0


def needs_terminal() -> None:
    """Make sure that there is a terminal to show the dashboard on. Raises `Failed`."""
    if not has_terminal():
        raise Failed("The dashboard needs a terminal; run `allies --help` for the commands that do not.", 2)
    if os.environ.get("TERM") in _CANNOT_MOVE:
        raise Failed(
            f"This terminal (TERM={os.environ['TERM']}) cannot show the dashboard;"
            " run `allies --help` for the commands that need none.",
            2,
        )


def has_terminal() -> bool:
    """Whether a person sits at a terminal, both to read and to type."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
