"""Several of a few answers, in any order or in the order in which they were chosen."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.domain.language.plain import Plain, as_texts
from tui.domain.questionnaire.items import Item

from .answer import RowsAnswer
from .digit_keys import clear_key, digit_keys
from .drawn import hanging
from .marked_rows import MarkedRows

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_BEFORE_LABEL = 5


class MultiRows(MarkedRows):
    """All answers in sight, the chosen ones ticked or numbered in words."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "choose",
            "Choose",
            id="multi.choose",
            tooltip="Choose this, or take it back",
            priority=True,
        ),
        *digit_keys(
            "pick(#)", "multi", "Answer #", "Choose answer #, or take it back", range(1, 10), priority=True
        ),
        clear_key("multi.clear", "Leave open", "Take all back"),
    ]

    def __init__(self, item: Item, chosen: Sequence[str]) -> None:
        super().__init__()
        self._item = item
        ids = [option.id for option in item.options]
        self.chosen = [id_ for id_ in chosen if id_ in ids]
        self._label = max(len(option.label) for option in item.options)
        self._plain = max(len(option.plain) for option in item.options)
        self._told = max(len(word) for word in _ORDINALS[: item.max_choices]) if item.ordered else 0
        self.full = False

    @property
    def count(self) -> int:
        return len(self._item.options)

    def row(self, place: int, width: int) -> Sequence[Content]:
        option = self._item.options[place]
        chosen = option.id in self.chosen
        head = Content.assemble(
            ("✓ " if chosen else "  ", "$accent"),
            (f"{place + 1}  ", "$accent"),
            Content(option.label).truncate(self._label, pad=True),
        )
        if self._told:
            told = _ORDINALS[self.chosen.index(option.id)] if chosen else ""
            head = Content.assemble(head, "  ", (told.ljust(self._told), "$accent"))
        plain = Content(option.plain).stylize("$quiet")
        if head.cell_length + 2 + self._plain <= width:
            return [Content.assemble(head, "  ", plain)]
        return [head]

    def beneath(self, width: int) -> Sequence[Content]:
        taken = _BEFORE_LABEL + self._label + (2 + self._told if self._told else 0)
        lines: list[Content] = []
        if taken + 2 + self._plain > width:
            plain = self._item.options[max(self.place, 0)].plain
            lines += hanging("", Content(plain).stylize("$quiet"), width, 0)
        if self.full:
            lines.append(Content(f"There is room for {self._item.max_choices}; take one back first."))
        return lines

    def action_choose(self) -> None:
        """Choose the answer under the cursor, or take it back."""
        id_ = self._item.options[max(self.place, 0)].id
        self.full = False
        if id_ in self.chosen:
            self.chosen.remove(id_)
        elif len(self.chosen) < self._item.max_choices:
            self.chosen.append(id_)
        else:
            self.full = True
        self.refresh(layout=True)
        self.post_message(self.Changed())

    def action_pick(self, digit: int) -> None:
        """Choose by the digit shown, or take it back."""
        if digit <= self.count:
            self.place = digit - 1
            self.action_choose()

    def action_clear(self) -> None:
        """Take all back."""
        self.chosen.clear()
        self.full = False
        self.refresh(layout=True)
        self.post_message(self.Changed())


class MultiAnswer(RowsAnswer[MultiRows]):
    """Some of the answers."""

    def __init__(self, item: Item, raw: Plain) -> None:
        super().__init__(MultiRows(item, as_texts(raw)))

    @property
    def raw(self) -> Plain:
        return list(self.rows.chosen) or None
