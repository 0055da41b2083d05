"""What every command is given: the store, the calendar, and how to speak."""

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tui.clock import Today
from tui.domain.language.text import clean_note

from .ending import ERROR, OK, Failed, as_sentence

if TYPE_CHECKING:
    from tui.domain.records.network import Network
    from tui.store import Store, StoreError

_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


class Session:
    """One run of the command line."""

    def __init__(self, store_path: Path, today: Today) -> None:
        self.store_path = store_path
        self.today = today
        self._store: Store | None = None

    @property
    def store(self) -> "Store":
        """The store, opened when first asked for. Raises `StoreError`."""
        if self._store is None:
            from tui.store import Store

            self._store = Store(self.store_path, origin="command", today=self.today)
        return self._store

    @property
    def network(self) -> "Network":
        """Everything the store holds."""
        return self.store.network

    def close(self) -> None:
        """Leave the store in order."""
        if self._store is not None:
            tell_of_closing(self._store.close())
            self._store = None

    def parting(self) -> int:
        """Tell on stderr, after all else, what the store has to say; gives the exit code.

        A store that is not the one it should be was shown, but the command ends as such a store does.
        """
        if self._store is None:
            return OK
        problem = self._store.problem
        for sentence in (*self._store.notices, *([str(problem)] if problem else ())):
            print(as_sentence(sentence), file=sys.stderr, flush=True)
        return problem.exit_code if problem is not None else OK

    def say(self, text: str = "") -> None:
        """Print a line, or several, without anything a terminal would obey."""
        print(clean_note(text), flush=True)

    def remark(self, sentence: str) -> None:
        """Say something beside the answer, on stderr: the command did what was asked all the same."""
        print(as_sentence(sentence), file=sys.stderr, flush=True)

    def print_json(self, value: object) -> None:
        """Print a JSON value; what a terminal would obey or hide is escaped, so nothing is lost."""
        print(as_json(value), flush=True)

    def fail(self, sentence: str, code: int = ERROR) -> NoReturn:
        """End the command with one sentence and an exit code."""
        raise Failed(sentence, code)


def tell_of_closing(refused: "StoreError | None") -> None:
    """Say that a snapshot could not be written on leaving, and that nothing is lost by it."""
    if refused is not None:
        sentence = f"{refused} Nothing is lost: it is all in the journal, and the next command tries again."
        print(as_sentence(sentence), file=sys.stderr, flush=True)


def as_json(value: object) -> str:
    """JSON in which control characters and hidden changes of direction are escaped."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    text = json.dumps(value, ensure_ascii=encoding != "utf8", allow_nan=False, indent=2)
    return _UNSEEN.sub(lambda found: json.dumps(found[0])[1:-1], text)


pass_session = click.make_pass_decorator(Session)
