"""The app as it saves: in one transaction, with conflicts asked about, drafts kept, and steps taken back."""

import asyncio
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Literal

from textual import on, work
from textual.message import Message

from .differences import differences
from .following import FollowingApp

if TYPE_CHECKING:
    from tui.domain.records.record import Record
    from tui.store import Conflict, Entry, StoreError, Transaction


class SavingApp(FollowingApp, inherit_bindings=False):
    """An app through which pages and forms write."""

    class Stepped(Message):
        """A change was taken back or done again, or could not be."""

        def __init__(self, sentence: str, done: bool) -> None:
            super().__init__()
            self.sentence = sentence
            self.done = done

    async def save(
        self,
        *records: "Record",
        label: str,
        base: "Record | None" = None,
        tidy: "Callable[[Record], Record] | None" = None,
    ) -> bool:
        """Save records in one transaction; whether that is done. Called from an async worker."""
        from tui.store import Conflict, Deleted

        wanted, put = list(records), _put_all
        while True:
            try:
                await self._transaction(label, partial(put, records=tuple(wanted), base=base))
            except Conflict as conflict:
                side = await self._ask_about(conflict)
                if side is None:
                    return False
                settled, base = conflict.settled(mine=side == "mine"), conflict.theirs
                if side == "theirs":
                    base = await self._keep_in_history(conflict, label)
                    settled = settled.changed_to(revision=base.revision)
                if tidy is not None:
                    settled = tidy(settled)
                wanted = [settled if record.id == settled.id else record for record in wanted]
            except Deleted as deleted:
                if put is _put_all_anew or not await self._may_bring_back(base):
                    if base is None or put is _put_all_anew:
                        self._tell(deleted)
                    return False
                put = _put_all_anew
            except _store_errors() as error:
                self._tell(error)
                return False
            else:
                return True

    async def _may_bring_back(self, gone: "Record | None") -> bool:
        """Ask whether what a form is about, and was deleted meanwhile, is to be brought back."""
        from tui.dialogs.gone import GoneDialog
        from tui.domain.records.references import called

        if gone is None:
            return False
        answer = await self.push_screen_wait(GoneDialog(called(gone)))
        return answer is True

    async def _keep_in_history(self, conflict: "Conflict[Record]", label: str) -> "Record":
        """Save the version that gives way first, so that the history holds it; gives it as saved."""
        kept: list[Record] = []

        def put(transaction: "Transaction") -> None:
            kept.append(transaction.put(conflict.settled(mine=True), base=conflict.theirs))

        await self._transaction(f"{label}; the other side was kept", put)
        return kept[-1]

    async def transact(self, label: str, change: "Callable[[Transaction], None]") -> bool:
        """Do several things in one transaction; whether that is done."""
        try:
            await self._transaction(label, change)
        except _store_errors() as error:
            self._tell(error)
            return False
        return True

    async def _transaction(self, label: str, change: "Callable[[Transaction], None]") -> None:
        from tui.store import StoreError

        store = await self.store_there()
        if store.read_only is not None:
            raise StoreError(store.read_only)

        def run() -> None:
            with store.transaction(label) as transaction:
                change(transaction)

        await asyncio.to_thread(run)
        self._wake.set()

    def _tell(self, error: Exception) -> None:
        self.notify(str(error), severity="error", timeout=10)

    async def _ask_about(self, conflict: "Conflict[Record]") -> Literal["mine", "theirs"] | None:
        from tui.dialogs.conflict import ConflictDialog

        network = self.network or (await self.store_there()).network
        return await self.push_screen_wait(ConflictDialog(differences(conflict, network, self.day)))

    async def draft_names(self) -> Sequence[str]:
        """The names of all drafts; none where the disk does not give them."""
        store = await self.store_there()
        try:
            return await asyncio.to_thread(store.drafts.names)
        except OSError:
            return ()

    def load_draft(self, name: str) -> object:
        """The draft of that name, or None; it is small, and keys are waiting for its form."""
        draft: object = self._store.drafts.load(name) if self._store is not None else None
        return draft

    def keep_draft(self, name: str, draft: dict[str, object]) -> None:
        """Keep a half-typed form, now; it is small, and the program may be about to end."""
        if self._store is not None:
            self._store.drafts.save(name, draft)

    def drop_draft(self, name: str) -> None:
        """The draft is no longer needed."""
        if self._store is not None:
            self._store.drafts.drop(name)

    def action_undo(self) -> None:
        """Take back the last change."""
        self._step("undo", "Took back")

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._step("redo", "Did again")

    @work(thread=True, group="steps")
    def _step(self, way: Literal["undo", "redo"], words: str) -> None:
        from tui.store import StoreError

        if (store := self._store) is None:
            return
        try:
            entry: Entry = store.undo() if way == "undo" else store.redo()
        except StoreError as error:
            self.post_message(self.Stepped(str(error), done=False))
        else:
            self._wake.set()
            self.post_message(self.Stepped(f"{words}: {entry.label}", done=True))

    @on(Stepped)
    def _tell_of_step(self, event: Stepped) -> None:
        """Say what was taken back or done again, in the place of what was said before."""
        self.clear_notifications()
        self.notify(event.sentence, severity="information" if event.done else "warning")


def _put_all(transaction: "Transaction", records: tuple["Record", ...], base: "Record | None") -> None:
    for record in records:
        transaction.put(record, base if base is not None and base.id == record.id else None)


def _put_all_anew(transaction: "Transaction", records: tuple["Record", ...], base: "Record | None") -> None:
    """The same, where what the change started from is gone."""
    for record in records:
        if base is not None and base.id == record.id:
            transaction.bring_back(record)
        else:
            transaction.put(record)


def _store_errors() -> type["StoreError"]:
    from tui.store import StoreError

    return StoreError
