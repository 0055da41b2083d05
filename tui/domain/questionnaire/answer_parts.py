"""What several kinds of answer have in common: text, lengths, options, marks, and the sentences for each."""

from collections.abc import Mapping, Sequence

from tui.domain.language.plain import Plain, is_number
from tui.domain.language.text import clean_line, unseen

from .items import Item

_SHOWN = 40


class WrongAnswer(ValueError):
    """An answer does not fit its question. Its text is the sentence to show under the question."""


def visible(text: str) -> str:
    """The text, or nothing where a person could see none of it."""
    return "" if unseen(text) else text


def line_of(answer: Plain) -> str:
    """One clean line."""
    return visible(clean_line(text_of(answer)))


def text_of(answer: Plain) -> str:
    """The answer, which should be text."""
    if not isinstance(answer, str):
        raise WrongAnswer("This answer should be text.")
    return answer


def short(text: str, most: int) -> str:
    """The text, which should not be longer."""
    if len(text) > most:
        raise WrongAnswer(f"Please keep it to {most} characters; this has {len(text)}.")
    return text


def one_of(answer: Plain, allowed: Sequence[str]) -> str:
    """The id, which should be one of these."""
    if not isinstance(answer, str) or answer not in allowed:
        raise WrongAnswer(f"{quoted(answer)} is not one of {', '.join(allowed)}.")
    return answer


def option_of(item: Item, answer: Plain) -> str:
    """The id of an option; empty where none is chosen."""
    if answer in (None, ""):
        return ""
    return one_of(answer, [option.id for option in item.options])


def mark_of(item: Item, answer: Plain, sentence: str) -> int:
    """A mark on the scale of the question."""
    if not isinstance(answer, int) or not is_number(answer) or not 0 <= answer < len(item.scale):
        raise WrongAnswer(sentence.format(highest=len(item.scale) - 1))
    return answer


def entries_of(item: Item, answer: Plain, what: str) -> list[Plain]:
    """The entries of a list that should not be too long."""
    if isinstance(answer, str) or not isinstance(answer, (list, tuple)):
        raise WrongAnswer(f"Give a list of {what}.")
    if len(answer) > item.max_choices:
        raise WrongAnswer(f"At most {item.max_choices}; there are {len(answer)}.")
    return list(answer)


def quoted(value: Plain) -> str:
    """A value as a sentence may show it."""
    if isinstance(value, (Mapping, list, tuple)) or value is None:
        return "That"
    text = clean_line(str(value))
    return f'"{text[: _SHOWN - 1]}…"' if len(text) > _SHOWN else f'"{text}"'
