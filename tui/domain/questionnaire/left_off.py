"""Questionnaires that were left half-way: which, about what, and how far they are."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.text import clean_line
from tui.domain.language.words import Form

if TYPE_CHECKING:
    from .items import Questionnaire

PREFIX = "assess-"
"""What the names of their drafts begin with."""

_TITLE = "goal_title"


@dataclass(frozen=True, slots=True)
class LeftOff:
    """A questionnaire that was left: `name` is that of its draft, `title` what its new goal is called."""

    name: str
    form: Form
    goal: str | None
    title: str
    place: int
    questions: int

    @property
    def where(self) -> str:
        """How far it is, in words.

        >>> LeftOff("assess-full", "full", None, "", 4, 17).where
        'question 5 of 17'
        """
        if self.place >= self.questions:
            return "all answered, not saved yet"
        return f"question {self.place + 1} of {self.questions}"


def left_off(questionnaire: "Questionnaire", name: str, draft: object) -> LeftOff | None:
    """What a draft says of itself; None where it is no draft of this questionnaire."""
    from .unfinished import resumed  # pages that start with the dashboard ask, and mostly nothing was left

    if (left := resumed(questionnaire, cast("Plain", draft))) is None:
        return None
    sheet = left.sheet
    order = [item.id for item in sheet.items]
    title = sheet.answers.get(_TITLE) or as_mapping(left.typed).get(_TITLE)
    return LeftOff(
        name,
        sheet.form,
        sheet.goal,
        clean_line(title) if isinstance(title, str) else "",
        order.index(sheet.at) if sheet.at in order else len(order),
        len(order),
    )


def all_left_off(questionnaire: "Questionnaire", drafts: Mapping[str, object]) -> Iterator[LeftOff]:
    """Those among the drafts, in the order of their names."""
    for name in sorted(drafts):
        if name.startswith(PREFIX) and (left := left_off(questionnaire, name, drafts[name])) is not None:
            yield left
