"""Makes the questionnaire out of its data file, and says plainly what is wrong with the file."""

from collections.abc import Mapping, Sequence
from typing import cast, get_args

from tui.domain.language.tables import Table
from tui.domain.language.vocabulary import Vocabulary, Word
from tui.domain.language.words import KINDS, Band, Form

from .enable_when import OPERATORS, Condition, EnableWhen
from .items import (
    ITEM_TYPES,
    Adjustment,
    AnswerOption,
    Blank,
    Item,
    Questionnaire,
    Remark,
    Scoring,
    Step,
)

SCHEMA = 1
ADVICE = ("ask", "find", "place", "mentor", "say", "covered", "unneeded")
PERSON_FIELDS = ("name", "relationship", "circle", "kinds")


def parse_questionnaire(data: Mapping[str, object], vocabulary: Vocabulary) -> Questionnaire:
    """The questionnaire from its data file and the words it refers to. Raises `DataError`."""
    top = Table(data, "questionnaire")
    if (schema := top.take("schema", int)) != SCHEMA:
        raise top.error(f"it is written to schema {schema}; this program reads {SCHEMA}.")
    steps = tuple(_step(table) for table in top.take_tables("step"))
    items: list[Item] = []
    for table in top.take_tables("question"):
        items.append(_item(table, steps, items, vocabulary))
    questionnaire = Questionnaire(
        id=top.take("id", str),
        version=top.take("version", str),
        title=top.take("title", str),
        intro=top.take("intro", str),
        care_note=top.take("care_note", str),
        steps=steps,
        items=tuple(items),
        remarks=tuple(_remark(table, items) for table in top.take_tables("note")),
        scoring=_scoring(top.take_table("scoring"), items),
        advice=_advice(top.take_table("advice")),
    )
    top.done()
    return questionnaire


def _step(table: Table) -> Step:
    step = Step(table.take("id", str), table.take("title", str))
    table.done()
    return step


def _item(table: Table, steps: tuple[Step, ...], earlier: list[Item], vocabulary: Vocabulary) -> Item:
    id_ = table.take("id", str)
    table.where = f'question "{id_}"'
    if any(item.id == id_ for item in earlier):
        raise table.error("there is another question with this id before it.")
    forms = cast("tuple[Form, ...]", table.take_list("forms", str))  # checked on the next line
    if not forms or not set(forms) <= set(get_args(Form)):
        raise table.error(f'"forms" are one or more of {", ".join(get_args(Form))}.')
    before = [item for item in earlier if set(forms) <= set(item.forms)]
    type_ = ITEM_TYPES[ITEM_TYPES.index(table.take_one_of("type", ITEM_TYPES))]
    rows_from = ""
    rows: tuple[Word, ...] = ()
    if type_ == "grid":
        source = table.take_one_of("rows", ["kind", *(item.id for item in before if item.type == "multi")])
        rows = tuple(vocabulary["kind"].values())
        rows_from = "" if source == "kind" else source
    item = Item(
        id=id_,
        step=table.take_one_of("step", [step.id for step in steps]),
        forms=forms,
        type=type_,
        text=table.take("text", str),
        help=table.take("help", str, ""),
        error=table.take("error", str, ""),
        required=table.take("required", bool, False),
        default=table.take("default", str, ""),
        enable_when=_enable_when(table.take_table("show_if"), before) if table.has("show_if") else None,
        options=_options(table, vocabulary) if type_ in {"choice", "multi"} else (),
        scale=_words(table, table.take("scale", str), vocabulary) if type_ in {"scale", "grid"} else (),
        rows=rows,
        rows_from=rows_from,
        row_when=_condition(table.take_table("row_if"), before) if table.has("row_if") else None,
        blanks=tuple(_blank(entry) for entry in table.take_tables("fields")) if type_ == "pair" else (),
        person_fields=_person_fields(table) if type_ == "people" else (),
        min_length=table.take("min_len", int, 0),
        max_length=table.take("max_len", int, 0),
        min_choices=table.take("min_choices", int, 0),
        max_choices=table.take("max_choices", int, 0),
        ordered=table.take("ordered", bool, False),
        within_years=table.take("within_years", int, 0),
    )
    table.done()
    _check_item(table, item)
    return item


def _check_item(table: Table, item: Item) -> None:
    if item.type in {"line", "text", "people", "list"} and item.max_length < max(1, item.min_length):
        raise table.error('"max_len" is missing or too small.')
    if item.type in {"people", "list", "multi"} and item.max_choices < max(1, item.min_choices):
        raise table.error('"max_choices" is missing or too small.')
    if any(option.name for option in item.options) and not item.max_length:
        raise table.error('an option that asks for a name needs "max_len".')
    if item.default and item.default not in {option.id for option in item.options}:
        raise table.error(f'the default "{item.default}" is not one of the options.')


def _options(table: Table, vocabulary: Vocabulary) -> tuple[AnswerOption, ...]:
    if table.has("options", str):
        words = _words(table, table.take("options", str), vocabulary)
        return tuple(AnswerOption(word.id, word.label, word.plain) for word in words)
    options = []
    for entry in table.take_tables("options"):
        options.append(
            AnswerOption(
                entry.take("id", str), entry.take("label", str), name=entry.take("name", bool, False)
            )
        )
        entry.done()
    if len({option.id for option in options}) < len(options):
        raise table.error("two options have the same id.")
    return tuple(options)


def _words(table: Table, name: str, vocabulary: Vocabulary) -> tuple[Word, ...]:
    if name not in vocabulary:
        raise table.error(f'there is no class of words "{name}" in the vocabulary.')
    return tuple(vocabulary[name].values())


def _blank(table: Table) -> Blank:
    blank = Blank(table.take("id", str), table.take("label", str), table.take("max_len", int))
    table.done()
    return blank


def _person_fields(table: Table) -> tuple[str, ...]:
    fields = table.take_list("fields", str)
    if "name" not in fields or not set(fields) <= set(PERSON_FIELDS):
        raise table.error(f'"fields" are some of {", ".join(PERSON_FIELDS)}, and name is among them.')
    return fields


def _enable_when(table: Table, before: Sequence[Item]) -> EnableWhen:
    behaviour = "all" if table.has("all") else "any"
    conditions = tuple(_condition(entry, before) for entry in table.take_tables(behaviour))
    table.done()
    return EnableWhen("all" if behaviour == "all" else "any", conditions)


def _condition(table: Table, before: Sequence[Item]) -> Condition:
    question, _, row = table.take("q", str).partition(".")
    asked = next((item for item in before if item.id == question), None)
    if asked is None:
        raise table.error(f'"{question}" is not an earlier question of the same form.')
    if row and row not in {word.id for word in asked.rows}:
        raise table.error(f'"{question}" has no row "{row}".')
    operator = OPERATORS[OPERATORS.index(table.take_one_of("op", OPERATORS))]
    value: int | str | tuple[str, ...]
    if operator == "in":
        value = table.take_list("value", str)
    elif operator in {"eq", "ne"}:
        value = table.take("value", str)
    else:
        value = table.take("value", int)
    named = value if isinstance(value, tuple) else (value,)
    if asked.options and isinstance(named[0], str):
        for option in named:
            if option not in {known.id for known in asked.options}:
                raise table.error(f'"{question}" has no option "{option}".')
    condition = Condition(question, operator, value, row, table.take("negate", bool, False))
    table.done()
    return condition


def _remark(table: Table, items: Sequence[Item]) -> Remark:
    question = table.take_one_of("question", [item.id for item in items])
    remark = Remark(
        table.take("id", str),
        question,
        _condition(table.take_table("when"), items),
        table.take("text", str),
    )
    table.done()
    return remark


def _scoring(table: Table, items: Sequence[Item]) -> Scoring:
    bands = table.take_table("bands")
    edges: dict[Band, float] = {"open": bands.take("open", float), "thin": bands.take("thin", float)}
    bands.done()
    scoring = Scoring(
        cap=table.take("adjust_cap", float),
        bands=edges,
        by_choice=table.take_list("short_form", int),
        adjustments=tuple(_adjustment(entry, items) for entry in table.take_tables("adjust")),
    )
    table.done()
    return scoring


def _adjustment(table: Table, items: Sequence[Item]) -> Adjustment:
    added = table.take_table("add")
    adjustment = Adjustment(
        id=table.take("id", str),
        when=_condition(table.take_table("when"), items),
        add={kind: added.take(kind, float) for kind in KINDS if added.has(kind)},
        because=table.take("because", str),
    )
    added.done()
    table.done()
    return adjustment


def _advice(table: Table) -> Mapping[str, str]:
    advice = {name: table.take(name, str) for name in ADVICE}
    table.done()
    return advice
