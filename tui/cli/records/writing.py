"""Saving what was said: one transaction, acknowledged when the store has it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import click

from tui.cli.context import Session
from tui.cli.ending import Failed
from tui.domain.entry import noun_of
from tui.domain.language.plain import Plain
from tui.domain.records.lookup import LookupFailed
from tui.domain.records.network import Network
from tui.domain.records.record import Record

from .meant import Invalid, Said, changed, clash, made


@dataclass(frozen=True)
class Change:
    """A change of one record: which, what to, and the revision it was thought out on."""

    find: Callable[[Network], Record]
    hear: Callable[[Record, Network], Said]
    revision: int | None = None


def add(session: Session, type_: type[Record], heard: Sequence[Callable[[Network], Said]]) -> list[Record]:
    """Save new records together; each may be told apart from, and refer to, the ones before it."""
    saved: list[Record] = []
    with session.store.transaction(f"add {noun_of(type_.table)}") as transaction:
        for hear in heard:
            with _numbered(len(saved), len(heard)):
                network = transaction.network
                saved.append(transaction.put(made(type_, hear(network), network, session.today())))
    return saved


def edit(session: Session, type_: type[Record], changes: Sequence[Change]) -> list[Record]:
    """Save the next versions of records together. One that is as it was is not saved again."""
    saved: list[Record] = []
    with session.store.transaction(f"edit {noun_of(type_.table)}") as transaction:
        for change in changes:
            with _numbered(len(saved), len(changes)):
                network = transaction.network
                before = change.find(network)
                saved.append(transaction.put(_next(before, change, network, session), base=before))
    return saved


def delete(session: Session, type_: type[Record], find: Callable[[Network], Record]) -> Record:
    """Take a record out of the network."""
    with session.store.transaction(f"delete {noun_of(type_.table)}") as transaction:
        record = find(transaction.network)
        transaction.delete(record)
    return record


def receipt(record: Record) -> dict[str, Plain]:
    """What `--json` says of a record that was saved."""
    return {"id": record.id, "revision": record.revision}


def acknowledge(
    session: Session, done: str, saved: Sequence[Record], *, as_json: bool, several: bool
) -> None:
    """Say what the store has acknowledged."""
    if as_json:
        receipts = [receipt(record) for record in saved]
        session.print_json(receipts if several else receipts[0])
        return
    for record in saved:
        session.say(f"{done} {record.id}")


@contextmanager
def as_usage() -> Iterator[None]:
    """A value that does not fit its option is a mistake in how the command was used."""
    try:
        yield
    except Invalid as invalid:
        raise click.UsageError(str(invalid)) from None


def _next(before: Record, change: Change, network: Network, session: Session) -> Record:
    record = changed(before, change.hear(before, network), network, session.today())
    if change.revision is not None and change.revision < before.revision:
        raise Failed(clash(record, before, change.revision))
    if change.revision is not None and change.revision > before.revision:
        raise Failed(
            f"This {noun_of(before.table)} is at revision {before.revision};"
            f" there is no {change.revision} yet."
        )
    return record


@contextmanager
def _numbered(before: int, several: int) -> Iterator[None]:
    """Say which record of a list it is that cannot be saved."""
    try:
        yield
    except (Failed, LookupFailed) as error:
        if several == 1:
            raise
        raise Failed(f"Record {before + 1}: {error}") from None
