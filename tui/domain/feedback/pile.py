"""All feedback in the order of its queue, counted and quickly found, kept up from network to network."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from tui.domain.language.matching import Match
from tui.domain.records.feedback import Feedback
from tui.domain.records.network import Network

from .queue import Counts, place
from .terms import named, terms, written
from .verdicts import to_sort, untold

_MANY = 500
"""So many changes at once are worth sorting anew."""

_BLOCK = 256
"""So many notes are looked through at once for words that none of them may hold."""


class FeedbackPile:
    """The feedback of a network on one day. What did not change since the one before is taken from there."""

    def __init__(self, network: Network, today: date, before: "FeedbackPile | None" = None) -> None:
        self.network = network
        self.today = today
        self._written: dict[str, str] = {}  # text alone: nothing in it that the garbage collector looks at
        self._named: dict[tuple[str | None, str | None], str] = {}
        self._blocks: dict[int, str] = {}
        changed = (
            network.feedback.changed_since(before.network.feedback)
            if before is not None and before.today == today
            else None
        )
        if before is None or changed is None or len(changed) > _MANY:
            self._order = sorted(network.feedback.values(), key=self._place)
            self._counted: Counter[str | int] = Counter()
            self._count(self._order, 1)
        else:
            self._order = before._order.copy()
            self._counted = before._counted.copy()
            self._written = before._written.copy()
            for id_ in changed:
                self._written.pop(id_, None)
            self._take_out(before.network.feedback[id_] for id_ in changed if id_ in before.network.feedback)
            self._put_in(network.feedback[id_] for id_ in changed if id_ in network.feedback)

    @property
    def notes(self) -> Sequence[Feedback]:
        """What asks for a verdict first, the newest first."""
        return self._order

    @property
    def counts(self) -> Counts:
        """How many notes stand where."""
        return Counts(**{name: self._counted[name] for name in Counts.__dataclass_fields__})

    @property
    def to_tell(self) -> int:
        """How many notes somebody could be told about."""
        return self._counted["to tell"]

    @property
    def spans_years(self) -> bool:
        """Whether some are of another year than this."""
        return self._counted[self.today.year] < len(self._order)

    def fits(self, note: Feedback, match: Match) -> bool:
        """Whether a note has every term and every word that is asked for."""
        if match.terms and not match.takes_terms(terms(note, self.network, self.today)):
            return False
        if not match.words:
            return True
        text, names = self._text(note), self._names(note)
        return all(word in text or word in names for word in match.words)

    def fitting(self, match: Match, among: "Sequence[Feedback] | None" = None) -> Iterator[Feedback | None]:
        """All notes that fit, or those among some, in their order; between them None, to pause at."""
        notes = self._order if among is None else among
        for start in range(0, len(notes), _BLOCK):
            if among is not None or all(word in self._block(start) for word in match.words):
                yield from (note for note in notes[start : start + _BLOCK] if self.fits(note, match))
            yield None

    def where(self, id_: str, among: "Sequence[Feedback]") -> int | None:
        """The place of the note with an id among some of these in their order; None where it is not there."""
        if (note := self.network.feedback.get(id_)) is None:
            return None
        place = bisect_left(among, self._place(note), key=self._place)
        return place if place < len(among) and among[place].id == id_ else None

    def _block(self, start: int) -> str:
        """All that is searched of the notes from this place on."""
        if (block := self._blocks.get(start)) is None:
            notes = self._order[start : start + _BLOCK]
            block = "\n".join(f"{self._text(note)}\n{self._names(note)}" for note in notes)
            self._blocks[start] = block
        return block

    def _text(self, note: Feedback) -> str:
        if (text := self._written.get(note.id)) is None:
            text = self._written[note.id] = written(note)
        return text

    def _names(self, note: Feedback) -> str:
        pair = (note.supporter, note.goal)
        if (names := self._named.get(pair)) is None:
            names = self._named[pair] = named(note, self.network)
        return names

    def _place(self, note: Feedback) -> tuple[int, int, int]:
        return place(note, self.today)

    def _take_out(self, notes: Iterable[Feedback]) -> None:
        gone = list(notes)
        self._count(gone, -1)
        for note in gone:
            del self._order[bisect_left(self._order, self._place(note), key=self._place)]

    def _put_in(self, notes: Iterable[Feedback]) -> None:
        new = list(notes)
        self._count(new, 1)
        for note in new:
            self._order.insert(bisect_left(self._order, self._place(note), key=self._place), note)

    def _count(self, notes: Iterable[Feedback], step: int) -> None:
        for note in notes:
            self._counted["to_sort" if to_sort(note, self.today) else note.state] += step
            self._counted[note.date.year] += step
            if untold(note):
                self._counted["to tell"] += step
