"""Days as people write them."""

import re
from datetime import date

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def written_day(text: str) -> date:
    """The day written YYYY-MM-DD. Raises `ValueError` for anything else and for days that do not exist."""
    if not _WRITTEN.fullmatch(text):
        raise ValueError("not written YYYY-MM-DD")
    return date.fromisoformat(text)
