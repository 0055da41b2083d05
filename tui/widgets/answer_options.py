"""One of several answers, each on its own row: choices by 1-5, scales by the number shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from tui.domain.language.plain import Plain, as_mapping
from tui.domain.questionnaire.items import Item
from tui.domain.questionnaire.naming import KnownNames

from .answer import RowsAnswer
from .digit_keys import clear_key, digit_keys
from .drawn import hanging
from .marked_rows import NOWHERE, MarkedRows
from .name_line import NameLine

_BEFORE_LABEL = 5


@dataclass(frozen=True)
class Offered:
    """An answer as it is shown: its digit, its label and a plain line."""

    digit: int
    label: str
    plain: str = ""


class OptionRows(MarkedRows):
    """All answers in sight; the cursor is the choice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *digit_keys("pick(#)", "options", "Answer #", "Choose answer #", priority=True),
        clear_key("options.clear", "Leave open", "Leave it open"),
    ]

    def __init__(self, options: Sequence[Offered], chosen: int = NOWHERE) -> None:
        super().__init__()
        self._options = tuple(options)
        self._label = max(len(option.label) for option in self._options)
        self._plain = max(len(option.plain) for option in self._options)
        self.set_reactive(OptionRows.place, chosen)

    @property
    def count(self) -> int:
        return len(self._options)

    def row(self, place: int, width: int) -> Sequence[Content]:
        option, chosen = self._options[place], place == self.place
        head = Content.assemble(
            ("● " if chosen else "  ", "$accent"), (f"{option.digit}  ", "$accent"), option.label
        )
        beside = _BEFORE_LABEL + self._label + 2
        if beside + self._plain <= width:
            plain = Content(option.plain).stylize("$quiet")
            return [Content.assemble(head.truncate(beside, pad=True), plain)]
        plain = Content(option.plain).stylize("$quiet")
        return [head, *(hanging("", plain, width, _BEFORE_LABEL) if option.plain else ())]

    def watch_place(self) -> None:
        super().watch_place()
        self.post_message(self.Changed())

    def action_pick(self, digit: int) -> None:
        """Choose by the digit shown."""
        for place, option in enumerate(self._options):
            if option.digit == digit:
                self.place = place

    def action_clear(self) -> None:
        """Choose none."""
        self.place = NOWHERE


class ScaleAnswer(RowsAnswer[OptionRows]):
    """A mark on a scale, chosen by its number."""

    TAKEN_AT_ONCE = True

    def __init__(self, item: Item, raw: Plain) -> None:
        options = [Offered(int(word.id), word.label, word.plain) for word in item.scale]
        marked = isinstance(raw, int) and 0 <= raw < len(options)
        super().__init__(OptionRows(options, raw if marked and isinstance(raw, int) else NOWHERE))

    @property
    def raw(self) -> Plain:
        return None if self.rows.place == NOWHERE else self.rows.place


class ChoiceAnswer(RowsAnswer[OptionRows]):
    """One of a few answers; some ask for somebody's name as well."""

    TAKEN_AT_ONCE = True

    DEFAULT_CSS = """
    ChoiceAnswer > NameLine { margin: 1 0 0 0; }
    """

    def __init__(self, item: Item, raw: Plain, known: KnownNames) -> None:
        chosen = as_mapping(raw).get("choice") if isinstance(raw, dict) else raw
        ids = [option.id for option in item.options]
        place = ids.index(chosen) if isinstance(chosen, str) and chosen in ids else NOWHERE
        options = [Offered(n, option.label, option.plain) for n, option in enumerate(item.options, 1)]
        super().__init__(OptionRows(options, place))
        self._item = item
        self._named = any(option.name for option in item.options)
        name = as_mapping(raw).get("name")
        self._who = NameLine("Their name", name if isinstance(name, str) else "", known)
        self._who.display = self._asks_name

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self._who

    @property
    def _chosen(self) -> str | None:
        return None if self.rows.place == NOWHERE else self._item.options[self.rows.place].id

    @property
    def _asks_name(self) -> bool:
        return self.rows.place != NOWHERE and self._item.options[self.rows.place].name

    @property
    def parts(self) -> Sequence[Widget]:
        return (*super().parts, self._who.input) if self._asks_name else super().parts

    @property
    def raw(self) -> Plain:
        name = self._who.value
        return {"choice": self._chosen, "name": name} if self._named and name else self._chosen

    @property
    def answer(self) -> Plain:
        return self.raw if self._asks_name else self._chosen

    def keep_up(self) -> None:
        self._who.display = self._asks_name
