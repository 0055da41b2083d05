"""Prints every figure as it is taken; ends with 1 where one is not met."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from . import following, importing, keys, much, searching, sizes, starting, writing
from .table import Row, heading, load

PARTS: dict[str, Callable[[Path], Iterator[Row]]] = {
    "start": starting.rows,
    "key": keys.rows,
    "search": searching.rows,
    "write": writing.rows,
    "follow": following.rows,
    "size": sizes.rows,
    "much": much.rows,
    "import": importing.rows,
}


def main() -> int:
    """Take all figures, or those of the parts named."""
    wanted = sys.argv[1:] or list(PARTS)
    if unknown := [name for name in wanted if name not in PARTS]:
        print(f"There is no part {unknown[0]!r}; the parts are {', '.join(PARTS)}.", file=sys.stderr)
        return 2
    print(heading())
    met = True
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for name in wanted:
            for row in PARTS[name](Path(folder)):
                print(row, flush=True)
                met = met and row.met
    print(f"At the end: {load()}.")
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
