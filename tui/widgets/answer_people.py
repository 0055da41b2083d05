"""Who comes to mind: up to a few people, each with a name and what they could give."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widget import Widget

from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.vocabulary import Vocabulary
from tui.domain.questionnaire.items import Item
from tui.domain.questionnaire.naming import KnownNames

from .answer import AnswerInput
from .person_row import PersonRow


class PeopleAnswer(AnswerInput):
    """A row for each person; the next one appears when the one before has a name.

    Several names on a line, with commas between them, become as many people; a name typed while a person's
    words are ticked is the next person's.
    """

    def __init__(self, item: Item, raw: Plain, words: Vocabulary, known: KnownNames) -> None:
        super().__init__()
        given = list(raw) if isinstance(raw, (list, tuple)) else []
        self._known = known
        self._rows = [
            PersonRow(
                n + 1,
                as_mapping(given[n]) if n < len(given) else {},
                item.person_fields,
                words,
                known=known,
                begin_next=self._begin_next,
            )
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
        return self._people()

    def _people(self) -> list[Plain]:
        """Everybody named, each by themselves."""
        named = [row.raw for row in self._rows if row.named]
        return [{**raw, "name": name} for raw in named for name in self._known.each(str(raw["name"]))]

    def forward(self) -> bool:
        """To the next part; from an empty name to the next question."""
        here = next((row for row in self._rows if row.name_line.input.has_focus), None)
        if here is not None and not here.named:
            return False
        people = self._people()
        if len(people) > len(self._rows):
            return False  # which is where it is said that these are too many
        if here is not None and len(people) > sum(row.named for row in self._rows):
            self._put(people)
        return super().forward()

    def _put(self, people: Sequence[Plain]) -> None:
        """Give each of these people a row."""
        for place, row in enumerate(self._rows):
            row.put(as_mapping(people[place]) if place < len(people) else {})
        self.keep_up()

    def _begin_next(self, letter: str) -> bool:
        """Begin the name of the next person with a letter; False where there is no room for another."""
        lines = [row.name_line.input for row in self._rows if row.display]
        line = next((line for line in lines if line is self.screen.focused), None)  # typed faster than that
        if line is None and letter.isalpha():
            line = next((line for line in lines if not line.value), None)
        if line is None:
            return False
        self.screen.set_focus(line)
        line.insert_text_at_cursor(letter)
        return True

    @on(PersonRow.Changed)
    def _person_changed(self, event: PersonRow.Changed) -> None:
        self.pass_on(event)
