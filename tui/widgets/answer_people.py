"""Who comes to mind: up to a few people, each with a name and what they could give."""

from collections.abc import Collection, Sequence

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.vocabulary import Vocabulary
from tui.domain.questionnaire.items import Item

from .answer import AnswerInput
from .person_row import PersonRow


class PeopleAnswer(AnswerInput):
    """A row for each person; the next one appears when the one before has a name."""

    def __init__(self, item: Item, raw: Plain, words: Vocabulary, names: Collection[str]) -> None:
        super().__init__()
        given = list(raw) if isinstance(raw, (list, tuple)) else []
        self._rows = [
            PersonRow(n + 1, as_mapping(given[n]) if n < len(given) else {}, item.person_fields, words, names)
            for n in range(item.max_choices)
        ]
        self.keep_up()

    def compose(self) -> ComposeResult:
        yield from self._rows

    def keep_up(self) -> None:
        for before, row in zip([None, *self._rows], self._rows, strict=False):
            row.display = before is None or before.named or row.named

    @property
    def parts(self) -> Sequence[Widget]:
        return [part for row in self._rows if row.display for part in row.parts]

    @property
    def raw(self) -> Plain:
        people: list[Plain] = [row.raw for row in self._rows if row.raw]
        return people or None

    @property
    def answer(self) -> Plain:
        return [row.raw for row in self._rows if row.named]

    def forward(self) -> bool:
        """To the next part; from an empty name to the next question."""
        here = next((row for row in self._rows if row.name_line.input.has_focus), None)
        return (here is None or here.named) and super().forward()

    @on(PersonRow.Changed)
    def _person_changed(self, event: PersonRow.Changed) -> None:
        self.pass_on(event)
