"""The engine: what this process knows of the store, kept in step with the files under one lock."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from tui.clock import Today
from tui.domain.language.text import clean_line
from tui.domain.records.network import Network

from . import disk, history
from .codec import NotValid
from .commit import Position, append, fold_now
from .entry import Entry, Origin
from .errors import DiskRefused, Refused, StoreError, StoreUnreadable, refusals
from .guard import Guard
from .home import make_default_home
from .journal import parse
from .opening import Opened, OtherMachine, opened
from .places import Places
from .snapshot import Change
from .state import State

SMALL = 8_000_000
"""Bytes up to which a snapshot is folded whenever a process that wrote leaves."""


class Gone(StoreUnreadable):
    """The files are not where they were; they may come back."""


class Engine:
    """Reads, follows, writes and folds. Safe to use from several threads; one of them writes at a time."""

    def __init__(self, places: Places, origin: Origin, today: Today, now: Callable[[], datetime]) -> None:
        """Read the store. Raises `StoreUnreadable`, `DiskRefused`."""
        self.places = places
        self.origin: Origin = origin
        self.state = State({}, 0)
        self.problem: StoreError | None = None
        self.notices: tuple[str, ...] = ()
        self._today = today
        self._now = now
        self._guard = Guard(places.lock)
        self._position: Position | None = None
        self._wrote = False
        with self._guard.threads:
            self._take(self._opened())

    # Writing

    @contextmanager
    def writing(self) -> Iterator[datetime]:
        """Be the only writer, with all that others wrote taken in; gives the instant. Raises `StoreError`."""
        if not isinstance(self.problem, Gone):
            self._refuse_if_broken()
        self._make_home()
        with self._guard.held():
            self._catch_up(locked=True)
            self._refuse_if_broken()
            yield self._now()

    def entry(
        self,
        label: str,
        now: datetime,
        changes: Sequence[Change],
        *,
        undoes: int | None = None,
        redoes: int | None = None,
    ) -> Entry:
        """The next transaction, not yet written."""
        return Entry(
            seq=self.state.seq + 1,
            at=now,
            day=self._today(),
            origin=self.origin,
            label=clean_line(label),
            changes=tuple(changes),
            undoes=undoes,
            redoes=redoes,
        )

    def commit(self, entry: Entry, network: Network | None = None) -> None:
        """Make a transaction durable, then known. One that changes nothing is not written.

        Only while `writing`. `network` is what it leads to, where that is known already.
        Raises `DiskRefused`, and then nothing has changed.
        """
        if not entry.changes:
            return
        try:
            network = self.state.after(entry) if network is None else network
            line = entry.line()
        except (NotValid, TypeError) as error:
            raise Refused(
                f'"{entry.label}" cannot be kept: something in it is not valid any more.'
            ) from error
        if self._position is None:
            self._fold()
        position = self._position
        if position is None:
            raise Refused("There is no store to write to.")
        try:
            append(position, line)
        except DiskRefused:
            if not position.usable:
                self.problem = DiskRefused(
                    "The disk failed in the middle of a write; nothing more is saved until a restart."
                )
            raise
        self._wrote = True
        self.state.apply(entry, network)

    def newest_first(self) -> Iterator[Entry]:
        """Every transaction of journal and history, the newest first, read as they are asked for."""
        last = None
        with refusals("The history could not be read"):
            found = disk.read(self.places.journal)
            if found is not None:
                for entry in reversed(parse(found[0]).entries):
                    last = entry.seq
                    yield entry
            for entry in history.backwards(self.places.history):
                if last is None or entry.seq < last:
                    last = entry.seq
                    yield entry

    # Folding

    def fold(self) -> None:
        """Write the snapshot and begin a fresh journal. Raises `StoreError`."""
        question = self.problem if isinstance(self.problem, OtherMachine) else None
        if question is not None:
            self.problem = None
        try:
            with self.writing():
                self._fold()
        except StoreError:
            self.problem = question or self.problem
            raise

    def tidy(self) -> bool:
        """Fold if this process wrote and the snapshot is small or the journal long; whether it did."""
        with self._guard.threads:
            position = self._position
            if not self._wrote or position is None or self.problem is not None:
                return False
            size = position.snapshot.size if position.snapshot else 0
            if size > SMALL and position.offset <= size // 8:
                return False
            self.fold()
            return True

    def close(self) -> StoreError | None:
        """Tidy up and let go of the files; gives what kept the snapshot from being written."""
        refused: StoreError | None = None
        with self._guard.threads:
            try:
                self.tidy()
            except StoreError as error:
                refused = error
            if self._position is not None:
                self._position.release()
        return refused

    # Following

    def moved(self) -> bool:
        """Whether anybody has written since this process last looked: two looks at the file system."""
        with refusals("The store cannot be looked at"):
            journal, snapshot = disk.mark(self.places.journal), disk.mark(self.places.snapshot)
        if self._position is None or isinstance(self.problem, Gone):
            return journal is not None or snapshot is not None
        return journal != self._position.journal or snapshot != self._position.snapshot

    def refresh(self) -> bool:
        """Take in what others wrote; whether anything was new. Raises `StoreError`."""
        with self._guard.threads:
            before = self.state.network, self.problem
            self._catch_up(locked=False)
            return before != (self.state.network, self.problem)

    def _catch_up(self, *, locked: bool) -> None:
        """Come into step with the files. `locked`: nobody else is writing."""
        position = self._position
        if position is None:
            if self.moved():
                self._reopen()
            return
        with refusals("The store cannot be looked at"):
            journal, snapshot = disk.mark(self.places.journal), disk.mark(self.places.snapshot)
        if journal is None or snapshot is None:
            if not isinstance(self.problem, Gone):
                self.problem = Gone(
                    f"{self.places.snapshot} has gone since it was opened; nothing can be saved."
                )
            return
        gone = isinstance(self.problem, Gone)
        if not gone and position.at_the_end(journal, snapshot):
            return
        if gone or not position.same_journal(journal):
            if gone or not self._follow_fold(position):
                self._reopen()
        elif snapshot == position.snapshot:
            self._read_on(position, locked=locked)
        elif locked or not position.folding():
            self._reopen()

    def _read_on(self, position: Position, *, locked: bool) -> None:
        """Take in the lines after our place in the journal."""
        try:
            found = position.read_on()
            lines = None if found is None else parse(found)
            for entry in lines.entries if lines else ():
                self.state.apply(entry)
        except (NotValid, OSError):
            lines = None
        if lines is None:
            self._reopen()
            return
        position.offset += lines.size
        if locked and lines.end == "torn":
            with refusals("The end of the journal could not be mended"):
                disk.cut_back(self.places.journal, position.offset)
            position.look()

    def _follow_fold(self, position: Position) -> bool:
        """Go on with the journal that took the place of ours, if nothing is missing between them."""
        try:
            found = position.successor()
            missing = None if found is None else self._kept_up_to(found[0].seq)
            if found is None or missing is None:
                return False
            successor, lines = found
            for entry in [*missing, *lines.entries]:
                if entry.seq > self.state.seq:
                    self.state.apply(entry)
        except (NotValid, OSError):
            return False
        position.release()
        self._position = successor
        return True

    def _kept_up_to(self, last: int) -> list[Entry] | None:
        """The entries of the history between what we know and `last`, None where one is missing."""
        found: list[Entry] = []
        if last > self.state.seq:
            for entry in history.backwards(self.places.history):
                if entry.seq <= self.state.seq:
                    break
                if entry.seq <= last:
                    found.append(entry)
        found.reverse()
        wanted = list(range(self.state.seq + 1, last + 1))
        return found if [entry.seq for entry in found] == wanted else None

    def _opened(self) -> Opened:
        return opened(self.places, self._guard, self.origin, self._today(), self._now)

    def _reopen(self) -> None:
        try:
            found = self._opened()
        except StoreError as error:
            self.problem = error
            raise
        if found.problem is None and found.state.seq < self.state.seq:
            self._lose(f"{self.places.snapshot} was replaced by an older copy; restart Allies to look at it.")
        self._take(found)

    def _take(self, found: Opened) -> None:
        if self._position is not None:
            self._position.release()
        self.state, self._position = found.state, found.position
        self.problem, self.notices = found.problem, found.notices

    def _lose(self, sentence: str) -> None:
        self.problem = StoreUnreadable(sentence)
        raise self.problem

    def _refuse_if_broken(self) -> None:
        if self.problem is not None:
            raise self.problem

    def _fold(self) -> None:
        with refusals("The snapshot could not be written"):
            self._position = fold_now(self.places, self.state, self._position, self._now())
        self._wrote = False

    def _make_home(self) -> None:
        """Make the default folder where it is missing; no other."""
        if self.places.home.is_dir():
            return
        with refusals(f"The folder {self.places.home} could not be made"):
            make_default_home(self.places)
        if not self.places.home.is_dir():
            raise DiskRefused(f"There is no folder {self.places.home}.")
