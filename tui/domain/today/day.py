"""What was said by hand of a day's acts: ticked off, put off, more asked for; kept quietly for the day."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date
from typing import Literal, get_args

from tui.domain.language.words import KINDS

from .acts import LANES, MOST, Act

How = Literal["done", "put-off"]
"""What became of an act by hand."""

_PREFIX = "today"
_SHORT = 2_000


@dataclass(frozen=True)
class Day:
    """What was said of a day's acts: those ticked off or put off, and how many more were asked for."""

    marked: Mapping[str, tuple[Act, How]] = field(default_factory=dict)
    more: int = 0

    @property
    def places(self) -> int:
        """How many acts the day has."""
        return MOST + self.more

    def with_mark(self, act: Act, how: How) -> "Day":
        """With an act ticked off or put off; the same again takes it back."""
        marked = dict(self.marked)
        before = marked.pop(act.key, None)
        if before is None or before[1] != how:
            marked[act.key] = (act, how)
        return replace(self, marked=marked)

    def with_more(self) -> "Day":
        """With as many acts again."""
        return replace(self, more=self.more + MOST)

    def document(self) -> dict[str, object]:
        """The day as plain JSON values."""
        acts = [{**asdict(act), "how": how} for act, how in self.marked.values()]
        return {"acts": acts, "more": self.more}


def draft_name(today: date) -> str:
    """The name under which the day is kept."""
    return f"{_PREFIX}-{today}"


def is_past(name: str, today: date) -> bool:
    """Whether a draft is that of another day, and so no longer needed."""
    return name.startswith(f"{_PREFIX}-") and name != draft_name(today)


def read_day(draft: object) -> Day:
    """The day as it was kept. What is none of it, or was changed by hand into something else, is left out."""
    if not isinstance(draft, dict):
        return Day()
    acts, more = draft.get("acts"), draft.get("more")
    marked: dict[str, tuple[Act, How]] = {}
    for entry in acts if isinstance(acts, list) else ():
        if isinstance(entry, dict) and (read := _read(entry)) is not None:
            marked[read[0].key] = read
    return Day(marked, more if isinstance(more, int) and 0 <= more <= 99 else 0)


def _read(entry: dict[str, object]) -> tuple[Act, How] | None:
    values = {name: entry.get(name) for name in (one.name for one in fields(Act))}
    texts = [values[name] for name in ("says", "title", "because")]
    ids = [values[name] for name in ("person", "goal", "of")]
    how = next((how for how in get_args(How) if how == entry.get("how")), None)
    if (
        how is None
        or values["lane"] not in LANES
        or values["kind"] not in (None, *KINDS)
        or not isinstance(values["score"], (int, float))
        or not all(isinstance(text, str) and len(text) <= _SHORT for text in texts)
        or not all(id_ is None or (isinstance(id_, str) and id_.isdecimal()) for id_ in ids)
    ):
        return None
    return Act(**values), how  # type: ignore[arg-type]  # each was looked at above
