"""A field of a form as it stands on the screen: its label, what is typed in, and what is said of it."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.suggester import SuggestFromList
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from tui.domain.language.text import clean_line
from tui.widgets.choice_input import ChoiceInput, FlagInput, ManyInput
from tui.widgets.line_input import LineInput
from tui.widgets.note_input import NoteInput
from tui.widgets.strengths_input import StrengthsInput
from tui.widgets.suggest_next import SuggestNext

from .fields import Field, Raw

TYPED_OVER = frozenset({"date", "birthday", "number", "name"})
"""The types of which one says another rather than change a part."""


class FieldRow(Vertical):
    """A field with its label; beside it what was understood, beneath it what is wrong."""

    DEFAULT_CSS = """
    FieldRow {
        height: auto;
        & > Horizontal { height: auto; }
        & .field--label { width: 14; padding: 0 1 0 0; color: $quiet; }
        & .field--input { width: 1fr; }
        & .field--echo { width: auto; max-width: 18; padding: 0 0 0 1; color: $quiet; }
        & .field--note { margin: 0 0 0 14; height: auto; color: $quiet; display: none; }
        & .field--note.-shown { display: block; }
        &.-wrong .field--note { color: $error; }
        &.-here .field--label { color: $accent; text-style: bold; }
    }
    """

    def __init__(self, field: Field, raw: Raw) -> None:
        super().__init__(id=f"field-{field.name}")
        self.field = field
        self._raw = raw

    def compose(self) -> ComposeResult:
        """The label, the input and the line beneath."""
        label = f"{self.field.label}*" if self.field.required else self.field.label
        with Horizontal():
            yield Static(label, classes="field--label", markup=False)
            yield self._input()
            yield Static(classes="field--echo", markup=False)
        yield Static(classes="field--note", markup=False)

    def on_descendant_focus(self) -> None:
        """Mark the field the keys go to."""
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        """The keys go elsewhere."""
        self.remove_class("-here")

    def _input(self) -> Widget:
        field, raw = self.field, self._raw
        made: Widget
        match field.type:
            case "note" | "lines":
                made = NoteInput(str(raw))
            case "choice":
                made = ChoiceInput(field.options, str(raw))
            case "many":
                made = ManyInput(field.options, str(raw))
            case "strengths":
                made = StrengthsInput(field.options, field.marks, str(raw))
            case "flag":
                made = FlagInput(bool(raw))
            case _:
                made = LineInput(str(raw), placeholder=field.help, typed_over=field.type in TYPED_OVER)
                names = [clean_line(label) for _, label in field.options]
                if field.type == "name":
                    made.suggester = SuggestFromList(names, case_sensitive=False)
                elif field.type == "names":
                    made.suggester = SuggestNext(names)
        made.add_class("field--input")
        return made

    @property
    def input(self) -> Widget:
        """What is typed in."""
        return self.query_one(".field--input")

    @property
    def raw(self) -> Raw:
        """What stands in the field."""
        match self.input:
            case FlagInput() as flag:
                return flag.value == "yes"
            case StrengthsInput() as strengths:
                return strengths.value
            case ChoiceInput() as choice:
                return choice.value
            case TextArea() as area:
                return area.text
            case Input() as line:
                return line.value
            case _:
                return ""

    def put(self, raw: Raw) -> None:
        """Put something into the field."""
        match self.input:
            case FlagInput() as flag:
                flag.action_set(bool(raw))
            case StrengthsInput() as strengths:
                strengths.value = str(raw)
            case ChoiceInput() as choice:
                choice.value = str(raw)
            case TextArea() as area:
                area.load_text(str(raw))
            case Input() as line:
                line.value = str(raw)

    def say(self, understood: str, wrong: str = "") -> None:
        """Show what was understood, or what is wrong."""
        self.query_one(".field--echo", Static).update(understood)
        note = self.query_one(".field--note", Static)
        note.update(wrong)
        note.set_class(bool(wrong), "-shown")
        self.set_class(bool(wrong), "-wrong")


def row_of(widget: Widget) -> FieldRow | None:
    """The field that a widget is part of."""
    return next((node for node in widget.ancestors if isinstance(node, FieldRow)), None)
