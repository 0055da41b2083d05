"""What may be said about each field of a class of record, read from the class itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Literal

from tui.domain.calendar.days import said_day, written_day
from tui.domain.language.text import clean_line, clean_note
from tui.domain.records.record import BOOKKEEPING, Record
from tui.domain.records.references import REFERENCES

Sort = Literal["line", "note", "day", "word", "number", "flag", "reference", "strengths", "changes"]

_LONGEST_LINE = 500


class Unfit(ValueError):
    """A text does not fit a field. Its text finishes the sentence "this ..."."""


@dataclass(frozen=True)
class Field:
    """One field: how it is called, and what it takes. `cleared` is its value when nothing is in it."""

    name: str
    sort: Sort
    many: bool
    choices: tuple[str, ...]
    required: bool
    cleared: Any  # a JSON value of the field's own type

    @property
    def option(self) -> str:
        """Its option on the command line."""
        return f"--{self.name.replace('_', '-')}"

    @property
    def target(self) -> str:
        """The table a reference points to."""
        return REFERENCES[self.name]

    def parsed(self, text: str, today: date) -> Any:
        """The JSON value a person means by `text`; references stay as said. Raises `Unfit`."""
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise Unfit("is not UTF-8 text")
        match self.sort:
            case "note":
                return clean_note(text)
            case "day":
                return self._day(text, today)
            case "word":
                return self._choice(clean_line(text))
            case "number":
                return self._number(text)
            case "strengths":
                return self._strength(clean_line(text))
            case "changes":
                return self._change(clean_note(text))
            case _:
                return clean_line(text)

    def cleaned(self, value: Any) -> Any:
        """A JSON value from a file with its text cleaned; other types stay for validation to judge."""
        if isinstance(value, list):
            return [self.cleaned(item) for item in value]
        if isinstance(value, dict):
            return {clean_line(str(name)): self.cleaned(item) for name, item in value.items()}
        if not isinstance(value, str):
            return value
        if self.sort == "day":
            try:
                written_day(value)
            except ValueError:
                raise Unfit(f'is "{value}", which is not a day written YYYY-MM-DD') from None
        return clean_note(value) if self.sort in ("note", "changes") else clean_line(value)

    @staticmethod
    def _day(text: str, today: date) -> str:
        try:
            return f"{said_day(clean_line(text), today)}"
        except ValueError:
            raise Unfit(
                f'takes a day such as 2026-03-18, today, yesterday, 12w or 6m; "{text}" is none'
            ) from None

    def _choice(self, text: str) -> str:
        if text not in self.choices:
            raise Unfit(f'takes {listed(self.choices)}, not "{text}"')
        return text

    def _number(self, text: str) -> int:
        written = text.strip()
        if self.choices and written not in self.choices:
            raise Unfit(f'takes {listed(self.choices)}, not "{text}"')
        if not written.removeprefix("-").isdecimal() or len(written) > 9:
            raise Unfit(f'takes a whole number, not "{text}"')
        return int(written)

    def _strength(self, text: str) -> tuple[str, int]:
        kind, _, strength = text.partition("=")
        if strength not in ("0", "1", "2", "3") or kind not in self.choices:
            raise Unfit(f'takes KIND=0-3 with one of {listed(self.choices)}, not "{text}"')
        return kind, int(strength)

    def _change(self, text: str) -> dict[str, str]:
        what, equals, rest = text.partition("=")
        if not equals or what.strip() not in self.choices:
            raise Unfit(
                f'takes WHAT=BEFORE -> AFTER, where WHAT is one of {listed(self.choices)}, not "{text}"'
            )
        before, arrow, after = rest.partition(" -> ")
        return {"what": what.strip(), "before": before if arrow else "", "after": after if arrow else rest}


@cache
def fields_of(type_: type[Record]) -> Mapping[str, Field]:
    """The fields a person may set, in the order of the class."""
    schema = type_.model_json_schema()
    required = schema.get("required", ())
    return {
        name: _field(name, described, schema.get("$defs", {}), name in required)
        for name, described in schema["properties"].items()
        if name not in BOOKKEEPING
    }


def listed(words: tuple[str, ...]) -> str:
    """a, b or c."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _field(name: str, described: dict[str, Any], definitions: dict[str, Any], required: bool) -> Field:
    core = next((each for each in described.get("anyOf", ()) if each != {"type": "null"}), described)
    many = core["type"] in ("array", "object")
    one = core["items"] if core["type"] == "array" else core
    if "$ref" in one:
        sort: Sort = "changes"
        choices = definitions[one["$ref"].rpartition("/")[2]]["properties"]["what"]["enum"]
    elif "propertyNames" in one:
        sort, choices = "strengths", one["propertyNames"]["enum"]
    else:
        sort, choices = _sort(name, one), one.get("enum", ())
    cleared = described.get("default", [] if many else None)
    return Field(name, sort, many, tuple(map(str, choices)), required, cleared)


def _sort(name: str, described: dict[str, Any]) -> Sort:
    if described["type"] == "integer":
        return "number"
    if described["type"] == "boolean":
        return "flag"
    if "enum" in described:
        return "word"
    if described.get("format") == "date":
        return "day"
    if name in REFERENCES:
        return "reference"
    return "note" if described.get("maxLength", 0) > _LONGEST_LINE else "line"
