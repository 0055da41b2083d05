"""Records to save, and files to look at."""

import json
from pathlib import Path
from typing import Any

from tui.domain.records.feedback import Feedback
from tui.domain.records.goal import Goal
from tui.store import Store

from .conftest import DAY


def note(text: str = "shorter stride uphill", **fields: Any) -> Feedback:
    """A piece of feedback; the fields are of any type because validation looks at them."""
    return Feedback.model_validate({"text": text, "date": DAY, **fields})


def add(store: Store, *texts: str) -> list[Feedback]:
    """Save one note after another, each in a transaction of its own."""
    added = []
    for text in texts:
        with store.transaction("added feedback") as transaction:
            added.append(transaction.put(note(text)))
    return added


def goals(store: Store, *titles: str) -> None:
    """Save goals together."""
    store.save(*(Goal(title=title) for title in titles), label="added goals")


def texts(store: Store) -> list[str]:
    """The texts of all feedback, in order of ids."""
    shelf = store.network.feedback
    return [shelf[id_].text for id_ in sorted(shelf)]


def on_disk(path: Path) -> Any:
    """The snapshot as plain JSON of any shape."""
    return json.loads(path.read_bytes())
