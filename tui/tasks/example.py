"""The demo, seen from the dashboard: a program of its own on a throw-away copy, and back again."""

import subprocess
import sys
from datetime import date
from typing import Any

from textual.app import App, SuspendNotSupported


def see_example(app: App[Any], today: date) -> None:
    """Leave the terminal to the demo until it is left. Nothing of it touches the store that is open here."""
    try:
        with app.suspend():
            ended = subprocess.run([sys.executable, "-m", "tui", "--today", f"{today}", "demo"], check=False)  # noqa: S603
    except (OSError, SuspendNotSupported):
        app.notify("It cannot be shown from here. Quit, and try `allies demo`.", severity="warning")
        return
    if ended.returncode:
        app.notify("The demo ended with an error; your own network is as it was.", severity="warning")
