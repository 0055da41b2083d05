"""Keeping what was answered in the questionnaire: for good, or until one goes on."""

from typing import TYPE_CHECKING

from tui.domain.needs.assessment import Assessment, assess
from tui.domain.questionnaire.sheet import Sheet
from tui.domain.questionnaire.sitting import Sitting

if TYPE_CHECKING:
    from tui.page import House
    from tui.store import Transaction


async def saved(house: "House", sheet: Sheet) -> Assessment | None:
    """Save all that follows from a sheet in one transaction; None if that failed. Raises `WrongAnswers`."""
    made: list[Assessment] = []

    def change(transaction: "Transaction") -> None:
        result = assess(transaction.network, sheet, house.day, transaction.new_id)
        for record in result.records:
            transaction.put(record)
        made.append(result)

    return made[-1] if await house.transact("answer the questionnaire", change) else None


class Keeper:
    """Keeps unfinished answers as a draft; a disk that refuses is told of once."""

    def __init__(self, house: "House", name: str) -> None:
        self._house = house
        self._name = name
        self._told = False

    def keep(self, sitting: Sitting) -> None:
        """Keep what there is; nothing, if nothing was touched."""
        try:
            if sitting.touched:
                self._house.keep_draft(self._name, sitting.draft())
            else:
                self._house.drop_draft(self._name)
        except OSError as error:
            if not self._told:
                self._told = True
                reason = error.strerror or "the disk refuses"
                self._house.notify(f"Unfinished answers cannot be kept: {reason}.", severity="error")

    def drop(self) -> None:
        """The draft is no longer needed."""
        try:
            self._house.drop_draft(self._name)
        except OSError as error:
            self._house.notify(f"The draft stays: {error.strerror}.", severity="warning")
