"""The round trips and the spoilt files at full length, for some minutes: python -m tests.interchange.long"""

import os
import sys

AT_LENGTH = ("tests/interchange/test_round_trips.py", "tests/interchange/test_any_bytes.py")


def main() -> None:
    """Give the place to pytest, with the long run asked for."""
    os.environ["ALLIES_LONG_RUN"] = "1"
    os.execv(sys.executable, [sys.executable, "-m", "pytest", "-q", *AT_LENGTH])


if __name__ == "__main__":
    main()
