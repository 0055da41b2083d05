"""All answers in words, with what is wrong, missing or left open first."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from .drawn import hanging
from .marked_rows import MarkedRows

SAVE = ""
_SIDE_BY_SIDE = 110
_QUESTION = 52
_LONGEST = 2_000


@dataclass(frozen=True)
class Reviewed:
    """One row: the question's id, or `SAVE`; its words, and its answer in words.

    `wrong` is the sentence for what is wrong with it, `left_open` the one for the rows without an answer.
    """

    question: str
    text: str
    said: str = ""
    wrong: str = ""
    left_open: str = ""


class ReviewRows(MarkedRows):
    """The answers under a cursor."""

    def __init__(self, rows: Sequence[Reviewed]) -> None:
        super().__init__()
        self._rows = tuple(rows)

    @property
    def count(self) -> int:
        return len(self._rows)

    @property
    def current(self) -> str:
        """The question under the cursor, or `SAVE`."""
        return self._rows[max(self.place, 0)].question

    def watch_place(self) -> None:
        super().watch_place()
        self.post_message(self.Changed())

    def go_to(self, question: str) -> None:
        """Put the cursor on a question; where some of it is left open, on the row that says so."""
        places = (place for place, row in enumerate(self._rows) if row.question == question)
        self.place = next(places, self.place)

    def parted(self, place: int) -> bool:
        row = self._rows[place]
        return row.question == SAVE or bool(row.wrong or row.left_open)

    def row(self, place: int, width: int) -> Sequence[Content]:
        row = self._rows[place]
        if row.question == SAVE:
            return [Content.styled(row.text, "$accent")]
        if row.wrong:
            return [
                *hanging(Content.styled("! ", "$error"), Content(row.text), width, 2),
                *hanging("", Content(row.wrong).stylize("$error"), width, 2),
            ]
        if row.left_open:
            return [
                *hanging(Content.styled("○ ", "$accent"), Content(row.text), width, 2),
                *hanging("", Content(row.left_open).stylize("$quiet"), width, 2),
            ]
        said = Content(row.said[:_LONGEST] or "left open")
        said = said if row.said else said.stylize("$quiet")
        question = Content(row.text).stylize("$quiet")
        if width >= _SIDE_BY_SIDE:
            answer = list(hanging("", said, width, _QUESTION))
            asked = list(hanging("", question, _QUESTION - 2, 0))
            height = max(len(answer), len(asked))
            left = [line.truncate(_QUESTION, pad=True) for line in asked]
            left += [Content(" " * _QUESTION)] * (height - len(left))
            right = [line[_QUESTION:] for line in answer] + [Content()] * (height - len(answer))
            return [Content.assemble(one, two) for one, two in zip(left, right, strict=True)]
        return [*hanging("", question, width, 0), *hanging("", said, width, 2)]
