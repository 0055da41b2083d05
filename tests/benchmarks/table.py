"""The table a run prints."""

import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

ROUNDS = 5
NEEDED = 4


@dataclass(frozen=True)
class Row:
    """One figure: its value in each round, the bound it is to stay under, and how it is written."""

    what: str
    values: Sequence[float]
    bound: float | None
    unit: str = "x"

    @property
    def met(self) -> bool:
        """Whether enough rounds stay within the bound."""
        return self.bound is None or sum(value <= self.bound for value in self.values) >= NEEDED

    def __str__(self) -> str:
        middle = statistics.median(self.values)
        spread = f"{min(self.values):.2f} - {max(self.values):.2f}"
        bound = "" if self.bound is None else f"{self.bound:g} {self.unit}"
        verdict = "" if self.bound is None else "met" if self.met else "NOT MET"
        return f"{self.what:58} {middle:9.2f} {self.unit:3} {spread:>17} {bound:>9}  {verdict}"


def heading() -> str:
    """The machine and the columns."""
    load = ", ".join(f"{value:.2f}" for value in os.getloadavg())
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, load {load}"
    return f"{machine}\n{'figure':58} {'median':>9}     {'spread':>17} {'bound':>9}"
