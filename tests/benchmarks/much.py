"""Whether the largest store is right: opened, filtered, scrolled, edited and sorted with the keys."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.resting import RestingLoop
from tests.screens import terminal
from tests.screens.much import walk

from .sample import NOTES, PEOPLE, large
from .table import Row


def rows(folder: Path) -> Iterator[Row]:
    """One walk; what is not as it should be ends it with an `AssertionError`."""
    path = Path(shutil.copy(large(folder), folder / "walked.json"))
    terminal.PATIENCE = 60.0  # opening alone takes some seconds on a busy machine
    with asyncio.Runner(loop_factory=RestingLoop) as runner:
        runner.run(walk(path))
    yield Row(f"{PEOPLE:,} people, {NOTES:,} notes: steps of a walk that went wrong", [0.0], 0, "steps")
