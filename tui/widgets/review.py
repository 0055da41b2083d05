"""The rows of the review: every answer in words, what is wrong first."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tui.domain.calendar.days import day_in_words, written_day
from tui.domain.language.listing import listed
from tui.domain.language.plain import Plain, as_mapping
from tui.domain.language.vocabulary import Vocabulary
from tui.domain.questionnaire.items import Item
from tui.domain.questionnaire.sheet import Sheet
from tui.domain.questionnaire.wording import in_words

from .person_row import said_of
from .review_rows import SAVE, Reviewed


def reviewed(
    sheet: Sheet, errors: Mapping[str, str], save: str, words: Vocabulary, today: date
) -> Sequence[Reviewed]:
    """The rows for a sheet: what is wrong, or else what saves it; what is left open; and all answers."""
    return list(_rows(sheet, errors, save, words, today))


def _rows(
    sheet: Sheet, errors: Mapping[str, str], save: str, words: Vocabulary, today: date
) -> Iterator[Reviewed]:
    texts = {item.id: item.text for item in sheet.items}
    for question, sentence in errors.items():
        yield Reviewed(question, texts.get(question, ""), wrong=sentence)
    if not errors:
        yield Reviewed(SAVE, save)
    for item in sheet.items:
        if item.id not in errors and (rows := sheet.left_open(item)):
            names = listed([row.label for row in rows])
            yield Reviewed(
                item.id, item.text, left_open=f"Left open: {names}. That is fine; enter goes there."
            )
    for item in sheet.items:
        if item.id not in errors:
            yield Reviewed(item.id, item.text, said(item, sheet.shown.get(item.id), words, today))


def said(item: Item, answer: Plain, words: Vocabulary, today: date) -> str:
    """An answer in words: a day with its weekday, people with what was said of them."""
    if item.type == "date" and isinstance(answer, str):
        return day_in_words(written_day(answer), today)
    if item.type == "people" and isinstance(answer, (list, tuple)):
        people = [as_mapping(person) for person in answer]
        return "; ".join(
            f"{person.get('name')} ({of})" if (of := said_of(person, words)) else f"{person.get('name')}"
            for person in people
        )
    return in_words(item, answer)
