"""How long an address book of 8,000 cards takes: read and compared, taken in, compared again, taken back."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TypeVar

from tests.domain.people import directory
from tui.domain.bringing.importing import planned
from tui.domain.bringing.taking import Import, Placed, take_in
from tui.interchange.address_book import read_books
from tui.store import Store

from .table import Row

T = TypeVar("T")

DAY = date(2026, 3, 18)
CARDS = 8_000
PHOTO = "PHOTO;ENCODING=b;TYPE=JPEG:" + "\r\n ".join(["A" * 74] * 30)
PREVIEW, ACCEPT = 5.0, 20.0
_ROUNDS = 3


def rows(folder: Path) -> Iterator[Row]:
    """The four figures, each three times."""
    book = folder / "contacts.vcf"
    book.write_text("".join(_cards()))
    taken: dict[str, list[float]] = {"preview": [], "accept": [], "again": [], "undo": []}
    added = 0
    for number in range(_ROUNDS):
        with closing(Store(folder / f"import-{number}.json")) as store:
            added = max(added, _round(store, book, taken))
    yield Row(f"import, {CARDS:,} cards: preview", taken["preview"], PREVIEW, "s")
    yield Row("  accepted, in one transaction", taken["accept"], ACCEPT, "s")
    yield Row("  preview of the same file again", taken["again"], PREVIEW, "s")
    yield Row("  records a second import would write", [added], 0, "")
    yield Row("  taken back in one step", taken["undo"], None, "s")


def _round(store: Store, book: Path, taken: dict[str, list[float]]) -> int:
    """One import from file to undo; how many records a second one would write."""
    found = read_books([book], DAY)

    def preview() -> Import:
        contacts = read_books([book], DAY).contacts
        lines = planned(contacts, store.network)
        placed = {row.number: Placed("outer") for row in lines if row.state in ("new", "changed")}
        return Import(contacts, store.network, lines, {}, placed)

    def accept(wanted: Import) -> None:
        with store.transaction(wanted.label) as transaction:
            take_in(transaction, wanted)

    wanted = _timed(preview, taken["preview"])
    _timed(lambda: accept(wanted), taken["accept"])
    again = _timed(preview, taken["again"])
    before = len(store.network.supporters)
    if before != len(wanted.placed) or len(found.contacts) != CARDS:
        raise AssertionError(f"{before} of {len(wanted.placed)} came in")
    _timed(store.undo, taken["undo"])
    if store.network.supporters:
        raise AssertionError("not all was taken back")
    return len(again.placed)


def _timed(act: Callable[[], T], into: list[float]) -> T:
    began = perf_counter()
    came = act()
    into.append(perf_counter() - began)
    return came


def _cards() -> Iterator[str]:
    """Half of them people, the other half others: with the names of their families turned round."""
    for number, one in enumerate([*directory(Random(7), CARDS // 2)[: CARDS // 2]] * 2):
        first, family = one.names[0].split()
        other = number >= CARDS // 2
        lines = [f"FN:{first} {family[::-1].title() if other else family}", f"UID:card-{number}", PHOTO]
        lines += [f"NOTE:Met at the club\\, number {number}"]
        lines += [f"EMAIL;TYPE=INTERNET:{'o.' * other}{email}" for email in one.emails]
        lines += [f"TEL;TYPE=CELL:{phone.replace('+49', '+41') if other else phone}" for phone in one.phones]
        lines += [f"BDAY:{one.birthday}"] if one.birthday else []
        yield "\r\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])
