"""A long-lived writer of feedback: a line in, an answer out, in order."""

import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tui.domain.language.text import clean_note

from .context import Session, pass_session
from .ending import Failed, as_sentence

if TYPE_CHECKING:
    from tui.domain.records.feedback import Feedback
    from tui.domain.records.network import Network

_ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}
_ESCAPE = re.compile(r"\\[\s\S]?")


@click.command(
    help="Write feedback, one line each: `add TEXT`, `edit ID TEXT` or `delete ID`, with \\n, \\t and \\\\"
    " for a new line, a tab and a backslash. Each line is answered in order, by `added ID`, `edited ID`,"
    " `deleted ID` when it is safely stored, or by `error` and a sentence. Ends with its input."
)
@pass_session
def batch(session: Session) -> None:
    """Obey line after line until there are no more."""
    _ = session.store  # a store that cannot be opened ends it here, not line by line
    for line in _lines():
        try:
            answer = _obeyed(session, line)
        except _expected() as error:
            answer = f"error {error}"
        session.say(as_sentence(answer))


def _lines() -> Iterator[str]:
    """What comes on stdin, line by line as it comes."""
    if sys.stdin is not None:
        for line in sys.stdin.buffer:
            yield line.decode("utf-8", "surrogateescape").removesuffix("\n").removesuffix("\r")


def _expected() -> tuple[type[Exception], ...]:
    from tui.domain.records.lookup import LookupFailed
    from tui.store import StoreError

    return Failed, LookupFailed, StoreError


def _obeyed(session: Session, line: str) -> str:
    from tui.domain.records.feedback import Feedback

    from .records import writing

    verb, _, rest = line.partition(" ")
    match verb:
        case "add":
            text = _text(rest)
            [saved] = writing.add(session, Feedback, [lambda _network: {"text": text}])
            return f"added {saved.id}"
        case "edit":
            wanted, _, written = rest.partition(" ")
            text = _text(written)
            change = writing.Change(lambda network: _found(network, wanted), lambda *_: {"text": text})
            [saved] = writing.edit(session, Feedback, [change])
            return f"edited {saved.id}"
        case "delete":
            gone = writing.delete(session, Feedback, lambda network: _found(network, rest.strip()))
            return f"deleted {gone.id}"
        case _:
            raise Failed("A line is `add TEXT`, `edit ID TEXT` or `delete ID`.")


def _found(network: "Network", wanted: str) -> "Feedback":
    from tui.domain.records.lookup import find

    return find(network.feedback, wanted, "feedback")


def _text(written: str) -> str:
    """The text with its escapes read and its control characters gone."""

    def meant(found: re.Match[str]) -> str:
        try:
            return _ESCAPES[found[0]]
        except KeyError:
            raise Failed(f"{found[0]} stands for nothing; write \\\\ for a backslash.") from None

    plain = _ESCAPE.sub(meant, written)
    if any("\ud800" <= character <= "\udfff" for character in plain):
        raise Failed("The text is not UTF-8.")
    return clean_note(plain)
