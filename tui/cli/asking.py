"""Asks one question of a form with plain prompts, so that any terminal and any screen reader will do."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import click

from tui.content import label, vocabulary
from tui.domain.language.plain import Plain, as_mapping, as_texts
from tui.domain.language.vocabulary import Word
from tui.domain.questionnaire.items import Item

BACK = "<"
CLEAR = "-"


class Back(Exception):
    """The person wants to go back to the question before."""


@dataclass(frozen=True, slots=True)
class Asking:
    """One question with its rows, the answer so far, how to say a line and how to keep half an answer."""

    item: Item
    rows: Sequence[Word]
    answer: Plain
    say: Callable[[str], None]
    keep: Callable[[Plain], None]

    def ask(self) -> Plain:
        """The answer given, or the one before where Enter was pressed. Raises `Back`."""
        self.say("")
        self.say(self.item.text)
        if self.item.help:
            self.say(self.item.help)
        return _ASKS[self.item.type](self)

    def line(self, prompt: str, before: Plain = None) -> Plain:
        """One line as typed; the answer before for Enter, None for a dash."""
        shown = f"{prompt} [{_in_words(before)}]" if before not in (None, "") else prompt
        text = str(click.prompt(shown, default="", show_default=False, prompt_suffix=": "))
        match text.strip():
            case "":
                return before
            case given if given == BACK:
                raise Back
            case given if given == CLEAR:
                return None
        return text

    def number(self, prompt: str, highest: int, before: Plain = None, lowest: int = 0) -> Plain:
        """A number in range; anything else is asked for again."""
        while True:
            given = self.line(f"{prompt} ({lowest}-{highest})", before)
            if not isinstance(given, str):
                return given
            if given.strip().isdecimal() and lowest <= int(given) <= highest:
                return int(given)
            self.say(f"Please type a number from {lowest} to {highest}.")

    def one_of(self, prompt: str, words: Mapping[str, str], before: Plain = None) -> Plain:
        """The id of one of several labels, by its number in the list that is shown."""
        ids = list(words)
        for n, text in enumerate(words.values(), 1):
            self.say(f"  {n}  {text}")
        at = ids.index(before) + 1 if isinstance(before, str) and before in ids else None
        given = self.number(prompt, len(ids), at, lowest=1)
        return ids[given - 1] if isinstance(given, int) else None

    def some_of(self, prompt: str, words: Mapping[str, str], before: Sequence[str]) -> list[str] | None:
        """The ids of some of several labels, by their numbers, in the order in which they were typed."""
        ids = list(words)
        for n, text in enumerate(words.values(), 1):
            self.say(f"  {n}  {text}")
        known = " ".join(str(ids.index(id_) + 1) for id_ in before)
        while True:
            given = self.line(f"{prompt}, numbers with spaces between", known)
            if given is None:
                return None
            typed = str(given).replace(",", " ").split()
            if all(number.isdecimal() and 1 <= int(number) <= len(ids) for number in typed):
                return [ids[int(number) - 1] for number in typed]
            self.say(f"Please type numbers from 1 to {len(ids)}.")


def _line(asking: Asking) -> Plain:
    return asking.line("Answer", asking.answer)


def _choice(asking: Asking) -> Plain:
    options = {option.id: option.label for option in asking.item.options}
    before = as_mapping(asking.answer).get("choice", asking.answer) or asking.item.default
    choice = asking.one_of("Number", options, before)
    if any(option.name and option.id == choice for option in asking.item.options):
        name = asking.line("Their name", as_mapping(asking.answer).get("name"))
        return {"choice": choice, "name": name}
    return choice


def _scale(asking: Asking) -> Plain:
    for n, word in enumerate(asking.item.scale):
        asking.say(f"  {n}  {word.label}")
    return asking.number("Number", len(asking.item.scale) - 1, asking.answer)


def _pair(asking: Asking) -> Plain:
    before = as_mapping(asking.answer)
    return {blank.id: asking.line(blank.label, before.get(blank.id)) for blank in asking.item.blanks}


def _grid(asking: Asking) -> Plain:
    highest = len(asking.item.scale) - 1
    asking.say(", ".join(f"{n} {word.label}" for n, word in enumerate(asking.item.scale)) + ".")
    marks = dict(as_mapping(asking.answer))
    at = 0
    while at < len(asking.rows):
        row = asking.rows[at]
        asking.say(f"{row.label}: {row.plain}")
        try:
            marks[row.id] = asking.number(row.label, highest, marks.get(row.id))
            asking.keep(marks)
            at += 1
        except Back:
            if at == 0:
                raise
            at -= 1
    return marks


def _people(asking: Asking) -> Plain:
    known = asking.answer if isinstance(asking.answer, (list, tuple)) else ()
    people: list[Plain] = []
    for n in range(asking.item.max_choices):
        before = as_mapping(known[n]) if n < len(known) else {}
        name = asking.line(f"Name {n + 1}, or Enter for no more", before.get("name"))
        if not name:
            break
        person: dict[str, Plain] = {"name": name}
        for field in ("relationship", "circle"):
            if field in asking.item.person_fields:
                words = {id_: word.label for id_, word in vocabulary()[field].items()}
                person[field] = asking.one_of(f"{field.capitalize()}, or Enter", words, before.get(field))
        kinds = {id_: word.label for id_, word in vocabulary()["kind"].items()}
        person["kinds"] = asking.some_of("Could give", kinds, as_texts(before.get("kinds")))
        people.append(person)
    return people


def _list(asking: Asking) -> Plain:
    known = as_texts(asking.answer)
    lines: list[Plain] = []
    for n in range(asking.item.max_choices):
        line = asking.line(f"Place {n + 1}, or Enter for no more", known[n] if n < len(known) else None)
        if not line:
            break
        lines.append(line)
    return lines


def _multi(asking: Asking) -> Plain:
    options = {option.id: option.label for option in asking.item.options}
    return asking.some_of("Your choice", options, as_texts(asking.answer))


_ASKS: Mapping[str, Callable[[Asking], Plain]] = {
    "line": _line,
    "text": _line,
    "date": _line,
    "choice": _choice,
    "scale": _scale,
    "pair": _pair,
    "grid": _grid,
    "people": _people,
    "list": _list,
    "multi": _multi,
}


def _in_words(answer: Plain) -> str:
    return " ".join(str(answer).split())


def step_line(number: int, count: int, title: str) -> str:
    """The line that opens a step."""
    return f"Step {number} of {count}: {title}"


def form_line(form: str) -> str:
    """The line that opens a form."""
    keys = f"Enter goes on, {BACK} goes back, {CLEAR} empties an answer, ctrl+c leaves and keeps all."
    return f"{label('form', form)}. {keys}"
