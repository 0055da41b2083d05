"""The command line: the plain, scriptable and accessible road to everything the screens do.

Importing this brings in neither click nor the dashboard, so that each is loaded only where it is needed.
"""

import sys
from collections.abc import Sequence


def run() -> None:
    """Run one command, or open the dashboard, and leave with the exit code."""
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Do what the arguments say. What goes wrong is one sentence on stderr; gives the exit code."""
    from .ending import ended

    return ended(lambda: _act(arguments))


def _act(arguments: Sequence[str]) -> int:
    from .plain import dashboard_asked, has_terminal, open_dashboard

    if has_terminal() and (asked := dashboard_asked(arguments)) is not None:
        return open_dashboard(*asked)

    from .commands import obey

    return obey(arguments)
