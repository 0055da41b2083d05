"""How long a filter takes to find notes, next to sqlite's full-text search, without any screen."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from itertools import islice
from pathlib import Path

from tui.domain.feedback.pile import FeedbackPile
from tui.domain.feedback.terms import TERMS, searched_text
from tui.domain.language.matching import Match, read_match
from tui.domain.people.directory import Directory
from tui.domain.records.network import Network
from tui.store import Store

from .pairs import timed
from .sample import DAY, NOTES, PEOPLE, large
from .table import ROUNDS, Row

SCREENFUL = 60
ASKED = "uphill 77"


def rows(folder: Path) -> Iterator[Row]:
    """The newest that fit, and all that fit; then the same of the supporters."""
    store = Store(large(folder))
    network = store.network
    pile, directory = FeedbackPile(network, DAY), Directory(network, DAY)
    first = partial(_first, pile, read_match("uphill", TERMS))
    yield _row(f"filter {NOTES:,} notes: the first screenful, never searched before", first, times=1)
    everything = partial(_all, pile, read_match(ASKED, TERMS))
    yield _row("  all that fit, never searched before", everything, times=1)
    yield _row("  the first screenful, searched before", first)
    yield _row("  all that fit, searched before", everything)
    yield _row("  all of a word that is nowhere", partial(_all, pile, read_match("zzz", TERMS)))
    with closing(_full_text(pile, network)) as database:
        yield _row("  sqlite FTS5: the newest 60", partial(_search, database, f"LIMIT {SCREENFUL}"))
        yield _row("  sqlite FTS5: all that fit", partial(_search, database, ""))
    directory.get_ready("name")
    people = partial(directory.arranged, read_match("mara 01", ()), "name", "circle")
    yield _row(f"filter {PEOPLE:,} people, best fit first", people)
    store.close()


def _row(what: str, run: Callable[[], object], times: int = ROUNDS) -> Row:
    return Row(what, [timed(run)[0] * 1000 for _ in range(times)], None, "ms")


def _first(pile: FeedbackPile, match: Match) -> object:
    return list(islice((note for note in pile.fitting(match) if note is not None), SCREENFUL))


def _all(pile: FeedbackPile, match: Match) -> object:
    return [note for note in pile.fitting(match) if note is not None]


def _full_text(pile: FeedbackPile, network: Network) -> sqlite3.Connection:
    """The same texts, the newest first, in pieces of three letters, so that parts of words are found too."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE note USING fts5 (text, tokenize = 'trigram')")
    texts = ((place, searched_text(note, network)) for place, note in enumerate(pile.notes))
    database.executemany("INSERT INTO note (rowid, text) VALUES (?, ?)", texts)
    return database


def _search(database: sqlite3.Connection, limit: str) -> object:
    # A piece of fewer than three letters is not in the index, so "77" is looked for in what "uphill" finds.
    asked = "SELECT rowid FROM note WHERE note MATCH 'uphill' AND text LIKE '%77%' ORDER BY rowid"
    return database.execute(f"{asked} {limit}").fetchall()
