"""What address books said last: which of it the same entry said that is read now."""

from collections.abc import Iterable, Iterator, Sequence

from tui.domain.language.text import fold
from tui.domain.people.duplicates import apart
from tui.domain.records.contact import Contact
from tui.domain.records.network import Network
from tui.domain.records.source import Source

_FEW = 40
"""Entries of the same name and book that are all looked at; of more, those that share something."""


class Remembered:
    """The sources of a network, found again by id, or by name where the address book gives no ids."""

    def __init__(self, network: Network) -> None:
        self._with_id: dict[str, Source] = {}
        self._named: dict[tuple[str, str], list[Source]] = {}
        self._of: dict[str, list[Source]] = {}
        self._narrow: dict[tuple[str, str], dict[str, list[Source]]] = {}
        self._used: set[str] = set()
        for source in network.sources.values():
            if source.uid:
                self._with_id[source.uid] = source
            else:
                self._named.setdefault((source.book, fold(source.name)), []).append(source)
            self._of.setdefault(source.supporter or "", []).append(source)
        for supporter in network.supporters.values():
            for uid in supporter.sources:
                self._with_id.setdefault(uid, Source(supporter=supporter.id, uid=uid))

    def said_by(self, contact: Contact) -> Source | None:
        """What the same entry of the same address book said last."""
        if contact.uid:
            return self._with_id.get(contact.uid)
        best: tuple[int, Source] | None = None
        for source in self._like(contact):
            fits = _fits(contact, source)
            if fits is not None:
                fits -= source.id in self._used
                if best is None or fits > best[0]:
                    best = fits, source
        if best is None:
            return None
        self._used.add(best[1].id)
        return best[1]

    def said_of(self, who: str, contact: Contact) -> Source | None:
        """What an address book without ids last said of a supporter who now has another name there."""
        if contact.uid:
            return None
        said = [one for one in self._of.get(who, ()) if not one.uid and one.book == contact.book]
        return said[0] if len(said) == 1 else None

    def _like(self, contact: Contact) -> Iterable[Source]:
        """The sources of the same name and book that may be of the same entry."""
        key = contact.book, fold(contact.name)
        named = self._named.get(key, [])
        if len(named) <= _FEW:
            return named
        if key not in self._narrow:
            narrow = self._narrow.setdefault(key, {})
            for source in named:
                for mark in _marks(source.emails, source.phones, source.birthday):
                    narrow.setdefault(mark, []).append(source)
        marks = _marks(contact.emails, contact.phones, contact.birthday)
        return (source for mark in marks for source in self._narrow[key].get(mark, ())[:_FEW])


def _marks(emails: Sequence[str], phones: Sequence[str], birthday: str) -> Iterator[str]:
    """What tells two of the same name apart; empty text where there is nothing."""
    yield from (*map(fold, emails), *phones)
    if birthday:
        yield birthday[-5:]
    elif not (emails or phones):
        yield ""


def _fits(contact: Contact, source: Source) -> int | None:
    """How well a contact fits what an entry of its name said; None where that was somebody else."""
    ours = {*map(fold, contact.emails), *contact.phones}
    theirs = {*map(fold, source.emails), *source.phones}
    if apart(contact.birthday, source.birthday) or (ours and theirs and not ours & theirs):
        return None
    same_day = bool(contact.birthday) and contact.birthday == source.birthday
    whole = ours <= theirs and contact.birthday in ("", source.birthday)
    return 16 * whole + 8 * bool(ours & theirs) + 4 * same_day + 2 * (ours == theirs)
