"""What is said of an error nobody expected: what kind it is and where, and nothing that anybody wrote."""

import sys
from pathlib import Path

from tui import __version__

_OURS = Path(__file__).parent
_MOST = 4


def where(error: BaseException) -> str:
    """The places in our code it came through, the innermost first; those of others if ours had no part."""
    frames = []
    trace = error.__traceback__
    while trace is not None:
        frames.append((Path(trace.tb_frame.f_code.co_filename), trace.tb_lineno))
        trace = trace.tb_next
    ours = [frame for frame in frames if _OURS in frame[0].parents] or frames
    return " < ".join(f"{path.name}:{line}" for path, line in ours[: -_MOST - 1 : -1])


def report(error: BaseException | None) -> str:
    """What to tell whoever sat before the dashboard when it fell; the last line is to be passed on."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    what = "" if error is None else f", {type(error).__name__} at {where(error)}"
    return (
        "Something went wrong inside Allies, and it had to close. What you saved is safe;"
        " what you were typing comes back when you open its form again.\n"
        "To report it, pass on this line, which holds nothing of yours:\n"
        f"Allies {__version__}, Python {python}{what}"
    )
