"""From a line to what is understood of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from tui.domain.language.text import clean_line
from tui.domain.language.words import KINDS, Kind
from tui.domain.records.network import Network

from .day_spans import day_spans
from .directory import directory_of
from .goals import goal_named
from .mentions import mentions
from .parts import parts
from .reading import Reading
from .subjects import subjects
from .tokens import Token, tokens
from .typos import mended
from .understood import Understood
from .whole import together
from .words import LogWords


def understand(
    line: str,
    network: Network,
    words: LogWords,
    today: date,
    *,
    about: Sequence[str] = (),
    meant: Mapping[str, str] = MappingProxyType({}),
) -> Understood:
    """What a line says. Nobody is guessed: a name that several have is unclear, one nobody has is unknown.

    A line that names nobody is about the supporters with the ids in `about`; `meant` has the ids that were
    chosen for names that were unclear.
    """
    note = clean_line(line)
    read = mended(tokens(note, words.typed), words.slips)
    people = mentions(read, directory_of(network), words, meant)
    taken = {at for mention in people for at in range(mention.start, mention.end)}
    days = tuple(day_spans(read, taken, today))
    about = [id_ for id_ in about if id_ in network.supporters] if not people else ()
    reading = Reading(note, network, words, today, last=about[0] if len(about) == 1 else "")
    for part, subject in subjects(parts(read, people, days, words), words):
        reading.take(part, subject)
    named = goal_named(network, read, taken, words)
    return together(reading, people, tuple(about), _marked(read), named)


def _marked(read: Iterable[Token]) -> tuple[Kind, ...]:
    """The kinds marked in the line, such as +guidance; the beginning of one is enough."""
    marks = [token.word[1:] for token in read if token.is_mark]
    found = [
        kind
        for mark in marks
        for kind in KINDS
        if len(mark) > 2 and (kind.startswith(mark) or mark.startswith(kind))
    ]
    return tuple(dict.fromkeys(found))
