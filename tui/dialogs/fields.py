"""Forms as data: what is asked for, how it stands in its field, and how it is read back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tui.domain.calendar.birthday import birthday_in_words, said_birthday
from tui.domain.calendar.days import coming_day, day_in_full, day_in_words, said_day
from tui.domain.language.text import clean_line, clean_note, fold

FieldType = Literal[
    "line",
    "note",
    "lines",
    "choice",
    "many",
    "name",
    "names",
    "strengths",
    "date",
    "birthday",
    "number",
    "flag",
]
Value = str | int | bool | date | tuple[str, ...] | Mapping[str, int] | None
Raw = str | bool
"""What stands in a field: the text typed, the value of the option chosen, or whether it is on."""

LONGEST_LINE = 500
LONGEST_NOTE = 200_000

_NOTHING: Mapping[str, Value] = {
    **dict.fromkeys(("line", "note", "birthday"), ""),
    **dict.fromkeys(("lines", "many", "names"), ()),
    "strengths": {},
}
"""What an empty field means, where that is not None."""


class FieldError(ValueError):
    """What was typed cannot be used. Its text is the sentence under the field."""


class NotAccepted(ValueError):
    """A rule is against what a form says. Its text is a sentence, `field` the field it is about, if any."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True)
class Field:
    """One thing a form asks for.

    `options` are values and labels: of a choice, or of the names that may be given; `what` says what goes
    by those names. `marks` are the words of the strengths 0, 1, ... that each option may have. `past` says
    that a weekday means the last one and that a day to come is refused.
    """

    name: str
    label: str
    type: FieldType = "line"
    required: bool = False
    help: str = ""
    options: tuple[tuple[str, str], ...] = ()
    what: str = "name"
    marks: tuple[str, ...] = ()
    past: bool = False
    low: int = 0
    high: int = 1_000_000

    def shown(self, value: Value) -> Raw:
        """A value as it stands in the field."""
        match value:
            case bool():
                return value
            case None:
                return False if self.type == "flag" else ""
            case date():
                return day_in_full(value)
            case tuple() if self.type == "names":
                labels = dict(self.options)
                return ", ".join(labels[one] for one in value if one in labels)
            case tuple():
                return (" " if self.type == "many" else "\n").join(value)
            case Mapping():
                return " ".join(f"{name}={strength}" for name, strength in value.items())
            case str() if self.type == "birthday":
                return birthday_in_words(value)
            case _ if self.type == "name":
                return dict(self.options).get(str(value), "")
            case _:
                return str(value)

    def read(self, raw: Raw, today: date) -> Value:
        """The value of what stands in the field. Raises `FieldError`."""
        if isinstance(raw, bool):
            return raw
        text = clean_note(raw).strip() if self.type in ("note", "lines") else clean_line(raw)
        if not text:
            if self.required:
                raise FieldError("This one is needed.")
            return _NOTHING.get(self.type)
        match self.type:
            case "line":
                return _no_longer_than(LONGEST_LINE, text)
            case "note":
                return _no_longer_than(LONGEST_NOTE, text)
            case "lines":
                lines = (clean_line(line) for line in text.split("\n"))
                return tuple(_no_longer_than(LONGEST_LINE, line) for line in lines if line)
            case "choice":
                return text
            case "many":
                return tuple(text.split())
            case "names":
                return tuple(dict.fromkeys(self._each_named(text)))
            case "strengths":
                return {
                    name: int(strength) for name, _, strength in (one.partition("=") for one in text.split())
                }
            case "name":
                return self._named(text)
            case "number":
                return self._number(text)
            case "birthday":
                return self._birthday(text, today)
            case _:
                return self._day(text, today)

    def echo(self, raw: Raw, today: date) -> str:
        """What is understood of what was typed, where that is not plain to see."""
        if self.type == "date" and isinstance(raw, str) and raw.strip():
            try:
                return day_in_words(self._said(raw, today), today)
            except ValueError:
                return ""
        return ""

    def _said(self, text: str, today: date) -> date:
        return said_day(text, today, past=True) if self.past else coming_day(text, today)

    def _day(self, text: str, today: date) -> date:
        try:
            day = self._said(text, today)
        except ValueError as error:
            raise FieldError(str(error)) from None
        if self.past and day > today:
            raise FieldError(f"{day_in_words(day, today)} is still to come.")
        return day

    def _birthday(self, text: str, today: date) -> str:
        try:
            return said_birthday(text, today)
        except ValueError as error:
            raise FieldError(str(error)) from None

    def _number(self, text: str) -> int:
        if not (text.isascii() and text.isdigit() and self.low <= int(text[:9]) <= self.high):
            raise FieldError(f"Write a whole number from {self.low} to {self.high}.")
        return int(text)

    def _each_named(self, text: str) -> Iterator[str]:
        """The values of names with commas between them; a name that holds commas itself is known whole."""
        whole = {fold(label): value for value, label in self.options}
        parts = [part.strip() for part in text.split(",")]
        while parts:
            for count in range(len(parts), 0, -1):
                if (value := whole.get(fold(", ".join(parts[:count])))) is not None:
                    break
            else:
                count, value = 1, self._named(parts[0]) if parts[0] else ""
            if value:
                yield value
            del parts[:count]

    def _named(self, text: str) -> str:
        wanted = fold(text)
        folded = [(value, label, fold(label)) for value, label in self.options]
        fits: list[tuple[str, str]] = []
        for near in (str.__eq__, str.startswith, str.__contains__):
            fits = [(value, label) for value, label, name in folded if near(name, wanted)]
            if len(fits) == 1:
                return fits[0][0]
            if fits:
                break
        if fits:
            names = ", ".join(label for _, label in fits[:4])
            raise FieldError(f"That could be {names}{' and more' if len(fits) > 4 else ''}. Say more.")
        raise FieldError(f'There is no {self.what} "{text}".')


@dataclass(frozen=True)
class Form:
    """A form: its name (of its draft), its title and its fields.

    `base` is the record it was opened on, as plain JSON; it is kept with the draft, so that a change made
    elsewhere meanwhile is noticed however late the form is saved. `above` is what is good to know before
    one answers: words for what each is, and the text.
    """

    name: str
    title: str
    fields: tuple[Field, ...]
    base: Mapping[str, object] | None = None
    above: tuple[tuple[str, str], ...] = ()

    def read(self, raw: Mapping[str, Raw], today: date) -> tuple[dict[str, Value], dict[str, str]]:
        """The values of all fields, and the sentence for each that cannot be used."""
        values: dict[str, Value] = {}
        errors: dict[str, str] = {}
        for field in self.fields:
            try:
                values[field.name] = field.read(raw[field.name], today)
            except FieldError as error:
                errors[field.name] = str(error)
        return values, errors


def _no_longer_than(longest: int, text: str) -> str:
    if len(text) > longest:
        raise FieldError(f"This has {len(text):,} characters; there is room for {longest:,}.")
    return text
