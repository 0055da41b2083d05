"""Runs commands as a shell would, without the cost of a process."""

import io
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.cli import main

TODAY = "2026-03-18"
GROUPS = ["goal", "supporter", "feedback", "exchange", "progress", "ask", "offer", "follow-up", "decision"]
"""The commands that add, list, show, edit and delete."""


@dataclass(frozen=True)
class Ran:
    """What came of a command."""

    code: int
    out: str
    err: str

    @property
    def id(self) -> str:
        """The id in the one acknowledgement."""
        [(_, id_)] = [line.split() for line in self.out.splitlines()]
        return id_

    @property
    def json(self) -> Any:  # any JSON value
        """What was printed, read as JSON."""
        return json.loads(self.out)


class Allies:
    """The command, always on one store and one day."""

    def __init__(self, store: Path, today: str = TODAY) -> None:
        self.store = store
        self.today = today

    def __call__(self, *arguments: str, given: str | bytes = "") -> Ran:
        """Run it; `given` comes on stdin."""
        data = given.encode() if isinstance(given, str) else given
        with _streams(data) as (out, err):
            code = main(["--store", str(self.store), "--today", self.today, *arguments])
        return Ran(code, _text(out), _text(err))

    def ok(self, *arguments: str, given: str | bytes = "") -> Ran:
        """Run it where nothing may go wrong."""
        ran = self(*arguments, given=given)
        assert (ran.code, ran.err) == (0, ""), ran
        return ran

    def refused(self, *arguments: str, given: str | bytes = "", code: int = 1) -> str:
        """Run it where it has to be refused; gives the one sentence on stderr."""
        ran = self(*arguments, given=given)
        assert (ran.code, ran.out) == (code, ""), ran
        assert ran.err.count("\n") == 1, ran
        return ran.err.rstrip("\n")


@contextmanager
def _streams(data: bytes) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    kept = sys.stdin, sys.stdout, sys.stderr
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"), out, err
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()
