"""A large store is as right as a small one. `python -m tests.benchmarks much` does the same at full size."""

from pathlib import Path

from tests.benchmarks.sample import make

from .much import walk


async def test_a_thousand_supporters_and_four_thousand_notes_are_found_scrolled_edited_and_sorted(
    path: Path,
) -> None:
    make(path, people=1_000, notes=4_000, exchanges=500)
    await walk(path)
