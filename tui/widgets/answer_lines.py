"""Answers of several lines to type in: the two halves of a plan, and a short list."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.widget import Widget

from tui.domain.language.plain import Plain, as_mapping, as_texts
from tui.domain.questionnaire.items import Item

from .answer import AnswerInput
from .labelled_line import LabelledLine


class PairAnswer(AnswerInput):
    """Two lines that belong together, such as "When ..., then I will ..."."""

    def __init__(self, item: Item, raw: Plain) -> None:
        super().__init__()
        given = as_mapping(raw)
        widest = max(len(blank.label) for blank in item.blanks)
        self._lines = {
            blank.id: LabelledLine(blank.label.rjust(widest), _text(given.get(blank.id)))
            for blank in item.blanks
        }

    def compose(self) -> ComposeResult:
        yield from self._lines.values()

    @property
    def parts(self) -> Sequence[Widget]:
        return [line.input for line in self._lines.values()]

    @property
    def raw(self) -> Plain:
        return {id_: line.value for id_, line in self._lines.items() if line.value} or None


class ListAnswer(AnswerInput):
    """A few lines; the next one appears when the one before has something in it."""

    def __init__(self, item: Item, raw: Plain) -> None:
        super().__init__()
        given = as_texts(raw)
        self._lines = [
            LabelledLine(str(n + 1), given[n] if n < len(given) else "") for n in range(item.max_choices)
        ]
        self.keep_up()

    def compose(self) -> ComposeResult:
        yield from self._lines

    def keep_up(self) -> None:
        for before, line in zip([None, *self._lines], self._lines, strict=False):
            line.display = before is None or bool(before.value.strip()) or bool(line.value.strip())

    @property
    def parts(self) -> Sequence[Widget]:
        return [line.input for line in self._lines if line.display]

    @property
    def raw(self) -> Plain:
        return [line.value for line in self._lines if line.value.strip()] or None

    @property
    def answer(self) -> Plain:
        return self.raw or []

    def forward(self) -> bool:
        """To the next line, shown at once for those who type fast; from an empty one to the next question."""
        self.keep_up()
        here = next((line for line in self._lines if line.input.has_focus), None)
        return here is not None and bool(here.value.strip()) and super().forward()


def _text(value: Plain) -> str:
    return value if isinstance(value, str) else ""
