"""What a question is answered with, by its type."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tui.domain.language.plain import Plain
from tui.domain.language.vocabulary import Vocabulary, Word
from tui.domain.questionnaire.items import Item
from tui.domain.questionnaire.naming import KnownNames

from .answer import AnswerInput
from .answer_grid import GridAnswer
from .answer_lines import ListAnswer, PairAnswer
from .answer_multi import MultiAnswer
from .answer_options import ChoiceAnswer, ScaleAnswer
from .answer_people import PeopleAnswer
from .answer_text import DayAnswer, LineAnswer, TextAnswer


@dataclass(frozen=True)
class Asked:
    """A question as it is asked now: its rows, what stands in it, and who is known already."""

    item: Item
    rows: Sequence[Word]
    raw: Plain
    words: Vocabulary
    known: KnownNames
    today: date


def answer_input(asked: Asked) -> AnswerInput:
    """The widget for the question."""
    item, raw = asked.item, asked.raw
    match item.type:
        case "line":
            return LineAnswer(raw)
        case "text":
            return TextAnswer(raw)
        case "date":
            return DayAnswer(raw, asked.today)
        case "choice":
            return ChoiceAnswer(item, raw, asked.known)
        case "scale":
            return ScaleAnswer(item, raw)
        case "grid":
            return GridAnswer(item, asked.rows, raw)
        case "pair":
            return PairAnswer(item, raw)
        case "list":
            return ListAnswer(item, raw)
        case "people":
            return PeopleAnswer(item, raw, asked.words, asked.known)
        case "multi":
            return MultiAnswer(item, raw)
