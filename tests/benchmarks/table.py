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
    """One figure: its value in each round, the bound it is to stay under, and how it is written.

    `left_out` are the samples that waited too long for a core to say anything.
    """

    what: str
    values: Sequence[float]
    bound: float | None
    unit: str = "x"
    left_out: int = 0

    @property
    def rounds_met(self) -> int:
        """In how many rounds the value stays within the bound."""
        return 0 if self.bound is None else sum(value <= self.bound for value in self.values)

    @property
    def met(self) -> bool:
        """Whether that is enough of them."""
        return self.bound is None or self.rounds_met * ROUNDS >= NEEDED * len(self.values)

    def __str__(self) -> str:
        middle = statistics.median(self.values)
        spread = f"{min(self.values):.2f} - {max(self.values):.2f}"
        bound, verdict = "", ""
        if self.bound is not None:
            bound = f"{self.bound:g} {self.unit}"
            verdict = f"{'met' if self.met else 'NOT MET'} in {self.rounds_met} of {len(self.values)}"
        left_out = f"{self.left_out} left out" if self.left_out else ""
        line = f"{self.what:66} {middle:8.2f} {self.unit:3} {spread:>17} {bound:>8}  {verdict:14} {left_out}"
        return line.rstrip()


def heading() -> str:
    """The machine and the columns."""
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, {load()}"
    return f"{machine}\n{'figure':66} {'median':>8}     {'spread':>17} {'bound':>8}  rounds"


def load() -> str:
    """How busy the machine is."""
    return "load " + ", ".join(f"{value:.2f}" for value in os.getloadavg())
