"""The questionnaire: its items, their answer options and when each is asked (HL7 FHIR's terms)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from tui.domain.language.vocabulary import Word
from tui.domain.language.words import Band, Form, Kind

from .enable_when import Condition, EnableWhen

ItemType = Literal["line", "text", "choice", "scale", "date", "pair", "grid", "people", "list", "multi"]
ITEM_TYPES: tuple[ItemType, ...] = get_args(ItemType)


class AnswerOption(NamedTuple):
    """One answer to choose. With `name`, choosing it asks for somebody's name as well."""

    id: str
    label: str
    plain: str = ""
    name: bool = False


class Blank(NamedTuple):
    """One of the two lines of a pair, such as "When ..., then I will ..."."""

    id: str
    label: str
    max_length: int


class Item(NamedTuple):
    """One question.

    `error` is the sentence for an answer that does not fit. A grid has `rows`, of which only those are
    asked for which `row_when` holds; `rows_from` names the question whose choices are the rows instead.
    """

    id: str
    step: str
    forms: tuple[Form, ...]
    type: ItemType
    text: str
    help: str = ""
    error: str = ""
    required: bool = False
    default: str = ""
    enable_when: EnableWhen | None = None
    options: tuple[AnswerOption, ...] = ()
    scale: tuple[Word, ...] = ()
    rows: tuple[Word, ...] = ()
    rows_from: str = ""
    row_when: Condition | None = None
    blanks: tuple[Blank, ...] = ()
    person_fields: tuple[str, ...] = ()
    min_length: int = 0
    max_length: int = 0
    min_choices: int = 0
    max_choices: int = 0
    ordered: bool = False
    within_years: int = 0


class Step(NamedTuple):
    """A group of questions with a title."""

    id: str
    title: str


class Remark(NamedTuple):
    """A note shown under a question after certain answers. It is not a question."""

    id: str
    question: str
    when: Condition
    text: str


class Adjustment(NamedTuple):
    """A rule that moves needs a little, and the reason it gives."""

    id: str
    when: Condition
    add: Mapping[Kind, float]
    because: str


class Scoring(NamedTuple):
    """How answers become needs."""

    cap: float
    bands: Mapping[Band, float]
    by_choice: tuple[int, ...]
    adjustments: tuple[Adjustment, ...]


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """All forms of one questionnaire, as read from its data file."""

    id: str
    version: str
    title: str
    intro: str
    care_note: str
    steps: tuple[Step, ...]
    items: tuple[Item, ...]
    remarks: tuple[Remark, ...]
    scoring: Scoring
    advice: Mapping[str, str]

    def of_form(self, form: Form) -> tuple[Item, ...]:
        """The questions of one form, in order, shown or not."""
        return tuple(item for item in self.items if form in item.forms)

    def item(self, id_: str) -> Item:
        """The question with this id; `KeyError` where there is none."""
        for item in self.items:
            if item.id == id_:
                return item
        raise KeyError(id_)
