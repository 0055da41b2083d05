"""How a command ends: one sentence on stderr for what went wrong, and an exit code."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TextIO

from tui.domain.language.text import clean_line

OK = 0
ERROR = 1
USAGE = 2
DISK = 5
INTERRUPTED = 130

_LONGEST = 1_000
_INTERRUPTED = "Interrupted."
_DISK_REFUSALS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


class Failed(Exception):
    """The command cannot do what was asked. Its text is one plain sentence."""

    def __init__(self, sentence: str, exit_code: int = ERROR) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def as_sentence(text: str) -> str:
    """One line without anything a terminal would obey, and of a length that can be read."""
    line = clean_line(text)
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def ended(act: Callable[[], int]) -> int:
    """Do it; gives its exit code, or tells what went wrong and gives the code of that."""
    if os.name == "nt":
        return _told("Allies runs on Linux, macOS and, on Windows, inside WSL.", ERROR)
    for stream in (sys.stdout, sys.stderr):
        _never_stumble(stream)
    try:
        code = act()
        if sys.stdout is not None:
            sys.stdout.flush()
    except KeyboardInterrupt:
        return _told(_INTERRUPTED, INTERRUPTED)
    except BrokenPipeError:
        _hush(sys.stdout)
        return 0
    except Exception as error:  # noqa: BLE001 - the last place: a person gets a sentence, not a traceback
        _hush_if_stuck(sys.stdout)
        return _told(*_judged(error))
    return code


def _judged(error: Exception) -> tuple[str, int]:
    """The sentence and the exit code of an error.

    The errors of the store carry their `exit_code` as `Failed` does, so they need not be imported to be told.
    """
    if "click" in sys.modules:
        from click import Abort, ClickException

        if isinstance(error, ClickException):
            return error.format_message(), error.exit_code
        if isinstance(error, Abort):
            return _INTERRUPTED, INTERRUPTED
    code = getattr(error, "exit_code", None)
    if isinstance(code, int):
        return str(error), code
    if isinstance(error, OSError):
        return _disk_sentence(error), DISK if error.errno in _DISK_REFUSALS else ERROR
    if "tui.domain.records.lookup" in sys.modules:
        from tui.domain.records.lookup import LookupFailed

        if isinstance(error, LookupFailed):
            return str(error), ERROR
    from tui.crash import where

    return f"Something went wrong inside Allies ({type(error).__name__} at {where(error)}).", ERROR


def _disk_sentence(error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    return f"{error.filename}: {reason}." if error.filename else f"{reason}."


def _told(sentence: str, code: int) -> int:
    if sys.stderr is not None:
        with suppress(OSError):
            print(as_sentence(sentence), file=sys.stderr, flush=True)
    return code


def _never_stumble(stream: TextIO | None) -> None:
    """Write what the terminal's encoding lacks as an escape instead of failing."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _hush_if_stuck(stream: TextIO | None) -> None:
    """Give up what a stream still holds if it can no longer be written."""
    try:
        if stream is not None:
            stream.flush()
    except (OSError, ValueError):
        _hush(stream)


def _hush(stream: TextIO | None) -> None:
    """Point a stream that cannot be written at nothing, so that the interpreter's own last flush is quiet."""
    if stream is None:
        return
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
