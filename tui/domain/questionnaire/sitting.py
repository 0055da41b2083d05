"""One sitting at a form: the sheet, what is half typed, what was refused, and where one came from."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from tui.domain.entry import first_taken, names_of, there_is_already
from tui.domain.language.plain import Plain, as_mapping

from .answer_parts import WrongAnswer
from .answers import checked
from .items import Item
from .sheet import REVIEW, Sheet
from .unfinished import Unfinished

if TYPE_CHECKING:
    from tui.domain.records.network import Network


class Sitting:
    """Changes with every key, unlike the sheet, which only ever makes the next one."""

    def __init__(self, begun_with: Sheet) -> None:
        self.sheet = begun_with
        self.refused: dict[str, str] = {}
        self.looking_over = False
        self._begun_with = begun_with
        self._half: dict[str, Plain] = {}
        self._urged: set[str] = set()
        self._set_aside: tuple[Sheet, dict[str, Plain]] | None = None

    def take_up(self, left: Unfinished) -> None:
        """Go on where a sheet of the same form and goal was left."""
        self.sheet, self._half = left.sheet, dict(as_mapping(left.typed))

    def raw(self, item: Item) -> Plain:
        """What stands in a question: the half-typed, the answer, or what is offered."""
        answer = self.sheet.answers.get(item.id)
        return self._half.get(item.id, item.default or None if answer is None else answer)

    def half_typed(self, raw: Plain) -> None:
        """This stands in the question now, and is no answer yet."""
        self._half[self.sheet.at] = raw

    def take(self, answer: Plain, raw: Plain, network: "Network | None", today: date) -> str:
        """Take an answer to the question; gives the sentence that says why it cannot be one."""
        if (item := self.sheet.item) is None:
            return ""
        try:
            kept = checked(item, answer, today)
            if item.id == "goal_title" and isinstance(kept, str):
                self._free(kept, network)
            self.sheet = self.sheet.answered(item.id, answer, today)
        except WrongAnswer as wrong:
            self._half[item.id] = raw
            return str(wrong)
        self._half.pop(item.id, None)
        self.refused.pop(item.id, None)
        return ""

    def _free(self, title: str, network: "Network | None") -> None:
        """Raise `WrongAnswer` where another goal has the title."""
        others = [goal for goal in network.goals.values() if goal.id != self.sheet.goal] if network else []
        if first_taken((title,), names_of(others)):
            raise WrongAnswer(there_is_already("goal", title))

    def errors(self, today: date) -> Mapping[str, str]:
        """What stands in the way of saving: by question, one sentence each."""
        return {**self.sheet.wrong(today), **self.refused}

    def urge(self) -> bool:
        """Whether something may be said that holds one up: once a question, not again."""
        said, at = self.sheet.at in self._urged, self.sheet.at
        self._urged.add(at)
        return not said

    @property
    def onward(self) -> Sheet:
        """At the next question; from one that was only looked over, at the review again."""
        return self.sheet.moved_to(REVIEW) if self.looking_over else self.sheet.next()

    @property
    def backward(self) -> Sheet:
        """At the question before, or at the review again."""
        return self.sheet.moved_to(REVIEW) if self.looking_over else self.sheet.previous()

    @property
    def at_first(self) -> bool:
        """Whether there is nothing to go back to."""
        return not self.looking_over and self.sheet.previous().at == self.sheet.at

    def move(self, sheet: Sheet) -> None:
        """Go on with this sheet; at the review nothing is looked over any more."""
        self.sheet = sheet
        if sheet.at == REVIEW:
            self.looking_over = False

    @property
    def touched(self) -> bool:
        """Whether there is anything to keep."""
        begun = self._begun_with
        typed = {id_: raw for id_, raw in self._half.items() if raw not in (None, "", [], {})}
        return bool(typed) or self.sheet.answers != begun.answers or self.sheet.at != begun.at

    def draft(self) -> dict[str, object]:
        """What to keep of it."""
        return dict(Unfinished(self.sheet, typed=dict(self._half)).draft())

    def start_over(self) -> bool:
        """Begin anew, or right after that bring the answers back; whether it was begun anew."""
        anew = self._set_aside is None or self.touched
        if anew or self._set_aside is None:
            self._set_aside = (self.sheet, self._half)
            self.sheet, self._half = self._begun_with, {}
        else:
            self.sheet, self._half = self._set_aside
            self._set_aside = None
        self.looking_over = False
        self.refused.clear()
        self._urged.clear()
        return anew
