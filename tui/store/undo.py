"""Which transaction to take back or bring back, and whether that can be done."""

from collections.abc import Callable, Iterable

from tui.domain.records.record import BOOKKEEPING

from .entry import Entry, Origin
from .errors import Refused
from .snapshot import Change
from .undecoded import Document


def next_to_undo(newest_first: Iterable[Entry], origin: Origin | None) -> Entry:
    """The newest plain transaction of an origin (None: any) that is not taken back. Raises `Refused`."""
    settled: dict[int, bool] = {}
    for entry in newest_first:
        _settle(settled, entry)
        if entry.plain and not entry.changes:
            raise Refused(f'"{entry.label}" cannot be taken back, nor what came before it step by step.')
        if entry.plain and origin in (None, entry.origin) and not settled.get(entry.seq):
            return entry
    raise Refused("There is nothing to undo.")


def next_to_redo(newest_first: Iterable[Entry], origin: Origin | None) -> Entry:
    """The undone transaction to bring back: the one undone last, if no own change came after.

    Its `undoes` names the transaction. Raises `Refused`.
    """
    brought_back: set[int] = set()
    for entry in newest_first:
        own = origin in (None, entry.origin)
        if entry.redoes is not None:
            brought_back.add(entry.redoes)
        elif entry.undoes in brought_back:
            brought_back.discard(entry.undoes)
        elif own and entry.plain:
            break
        elif own:
            return entry
    raise Refused("There is nothing to redo.")


def undone(newest_first: Iterable[Entry]) -> set[int]:
    """The numbers of all transactions that are taken back now."""
    settled: dict[int, bool] = {}
    for entry in newest_first:
        _settle(settled, entry)
    return {seq for seq, is_undone in settled.items() if is_undone}


def _settle(settled: dict[int, bool], entry: Entry) -> None:
    """Note whether a transaction is taken back; what came last decides, and entries come newest first."""
    if entry.undoes is not None:
        settled.setdefault(entry.undoes, True)
    elif entry.redoes is not None:
        settled.setdefault(entry.redoes, False)


def reversal(entry: Entry) -> list[Change]:
    """The changes that lead from after an entry to before it."""
    return [Change(table, id_, after, before) for table, id_, before, after in entry.changes]


def first_obstacle(
    changes: Iterable[Change], now_there: Callable[[str, str], Document | None]
) -> Change | None:
    """The first of `changes` whose record has not the content it starts from; None where all can be made."""
    for change in changes:
        if content(now_there(change.table, change.id)) != content(change.before):
            return change
    return None


def content(document: Document | None) -> Document | None:
    """What a person wrote in a document."""
    if document is None:
        return None
    return {name: value for name, value in document.items() if name not in BOOKKEEPING}
