"""One person who comes to mind: a name, and what is known of them already."""

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.domain.language.plain import Plain, as_texts
from tui.domain.language.text import clean_line
from tui.domain.language.vocabulary import Vocabulary
from tui.domain.questionnaire.naming import KnownNames

from .name_line import NameLine
from .tick_input import TickInput

KNOWN = "is in your network already"
_FIELDS = {
    "relationship": ("relationship", "is a"),
    "circle": ("circle", "circle"),
    "kinds": ("kind", "could give"),
}


class PersonRow(Vertical):
    """A name; beneath it, while the person is being written down, what they are and could give."""

    DEFAULT_CSS = """
    PersonRow {
        height: auto;
        & .person--field { height: auto; display: none; }
        & .person--label { width: 14; padding: 0 2 0 0; text-align: right; color: $quiet; }
        & .person--said { height: auto; padding: 0 0 0 5; color: $quiet; display: none; }
        &.-named.-here .person--field { display: block; }
        &.-said .person--said { display: block; }
        &.-here .person--said { display: none; }
        & .person--field:focus-within .person--label { color: $accent; text-style: bold; }
    }
    """

    MULTIPLE: ClassVar[tuple[str, ...]] = ("kinds",)

    class Changed(Message):
        """Something else is said of the person."""

    def __init__(
        self,
        number: int,
        raw: Mapping[str, Plain],
        fields: Sequence[str],
        words: Vocabulary,
        *,
        known: KnownNames,
        begin_next: Callable[[str], bool],
    ) -> None:
        """`begin_next` takes a letter typed among the ticks: the name of the next one begins with it."""
        super().__init__()
        self._words = words
        self._known = known
        name = raw.get("name")
        self.name_line = NameLine(str(number), name if isinstance(name, str) else "", known)
        self._ticks: dict[str, TickInput] = {}
        for field in fields:
            if field in _FIELDS:
                of, _ = _FIELDS[field]
                given = raw.get(field)
                ticked = as_texts(given) or ((given,) if isinstance(given, str) else ())
                options = [(id_, word.label) for id_, word in words[of].items()]
                self._ticks[field] = TickInput(
                    options, ticked, single=field not in self.MULTIPLE, typed=begin_next
                )

    def compose(self) -> ComposeResult:
        """The name, what is asked about them, and in one line what was said."""
        yield self.name_line
        yield Static(classes="person--said", markup=False)
        for field, ticks in self._ticks.items():
            with Horizontal(classes="person--field"):
                yield Static(_FIELDS[field][1], classes="person--label", markup=False)
                yield ticks

    def on_mount(self) -> None:
        """Say what is known."""
        self._tell()

    @property
    def parts(self) -> Sequence[Widget]:
        """What takes the keys, in order."""
        return [self.name_line.input, *(self._ticks.values() if self.named else ())]

    @property
    def named(self) -> bool:
        """Whether there is a name."""
        return bool(clean_line(self.name_line.value))

    @property
    def raw(self) -> dict[str, Plain]:
        """What stands there."""
        person: dict[str, Plain] = {"name": self.name_line.value} if self.name_line.value else {}
        for field, ticks in self._ticks.items():
            if ticks.ticked:
                person[field] = list(ticks.ticked) if field in self.MULTIPLE else ticks.ticked[0]
        return person

    def put(self, person: Mapping[str, Plain]) -> None:
        """Put somebody else there."""
        name = person.get("name")
        self.name_line.input.value = name if isinstance(name, str) else ""
        for field, ticks in self._ticks.items():
            given = person.get(field)
            ticks.put(as_texts(given) or ((given,) if isinstance(given, str) else ()))

    def _tell(self) -> None:
        self.set_class(self.named, "-named")
        self.name_line.echo(KNOWN if self._known.knows(self.name_line.value) else "")
        said = said_of(self.raw, self._words)
        self.query_one(".person--said", Static).update(said)
        self.set_class(bool(said) and self.named, "-said")

    def on_descendant_focus(self) -> None:
        """Show all that is asked."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """One line is enough, unless the keys only went on to the next part."""
        self.set_class(self.has_focus_within, "-here")

    @on(Input.Changed)
    @on(TickInput.Changed)
    def _changed(self, event: Input.Changed | TickInput.Changed) -> None:
        event.stop()
        self._tell()
        self.post_message(self.Changed())


def said_of(person: Mapping[str, Plain], words: Vocabulary) -> str:
    """What is said of a person besides the name, in words."""
    parts = [
        words[_FIELDS[field][0]][id_].label
        for field in ("relationship", "circle")
        if isinstance(id_ := person.get(field), str) and id_ in words[_FIELDS[field][0]]
    ]
    if "circle" in person and parts:
        parts[-1] = f"{parts[-1]} circle"
    kinds = [words["kind"][kind].label for kind in as_texts(person.get("kinds")) if kind in words["kind"]]
    if kinds:
        parts.append(", ".join(label[:1].lower() + label[1:] for label in kinds))
    return " · ".join(parts)
