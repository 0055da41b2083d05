"""What somebody said, where a line tells it in their words: it may be worth keeping as feedback, too."""

import re
from dataclasses import dataclass

from .understood import Understood

_SAYS = (
    "said", "says", "thinks", "suggested", "suggests", "recommended", "recommends",
    "pointed out", "points out", "reckons", "advised", "advises",
)  # fmt: skip
"""Where a line begins with one of these, it is the writer who did: said to Ana that it is enough."""
_TOLD = re.compile(
    rf"(?<!\bi )(?<!\bwe )\b(?:told me|tells me|(?<!^)(?:{'|'.join(_SAYS)}))\b"
    r"(?: me\b| us\b)?[:,]?\s+(?:that\s+)?(?P<text>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = re.compile(r"\s\+\w+")
_A_SENTENCE = 3
"""So many words say enough to come back to."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The words, and who said them: by id, or by the name of somebody who is new."""

    text: str
    person: str
    name: str
    goal: str | None


def heard_in(understood: Understood) -> Heard | None:
    """What the one person in a line said; None where nobody did, or it is an answer or a plan.

    >>> from datetime import date
    >>> heard_in(Understood("coffee with Ana, she said you skip rest days", date(2026, 3, 18), people=("1",)))
    Heard(text='you skip rest days', person='1', name='', goal=None)
    """
    met = [id_ for id_ in understood.people if id_ not in understood.later]
    if (
        understood.answer
        or understood.follow_up
        or understood.unclear
        or len(met) + len(understood.unknown) != 1
    ):
        return None
    if (told := _TOLD.search(_MARKS.sub("", understood.note))) is None:
        return None
    text = told["text"].strip(" \"'“”.")
    if len(text.split()) < _A_SENTENCE:
        return None
    return Heard(text, "".join(met), "".join(understood.unknown), understood.goal)
