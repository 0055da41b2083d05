"""The round trips at full length, for some minutes: python -m tests.interchange.long"""

import os
import sys

ROUND_TRIPS = "tests/interchange/test_round_trips.py"


def main() -> None:
    """Give the place to pytest, with the long run asked for."""
    os.environ["ALLIES_LONG_RUN"] = "1"
    os.execv(sys.executable, [sys.executable, "-m", "pytest", "-q", ROUND_TRIPS])


if __name__ == "__main__":
    main()
