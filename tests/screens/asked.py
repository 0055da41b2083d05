"""Answering the questionnaire with keys, as a person would."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tui.content import questionnaire
from tui.domain.language.plain import as_mapping, as_texts
from tui.domain.language.words import KINDS, Form
from tui.domain.questionnaire.items import Item
from tui.domain.questionnaire.sheet import Sheet, new_sheet
from tui.domain.questionnaire.unfinished import Unfinished, draft_name

from .terminal import TODAY, Dashboard

EXAMPLES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "domain" / "worked_examples.json").read_text(encoding="utf-8")
)
REQUIRED = {"sign": "a shirt", "audience": "one"}
RUN = {**EXAMPLES["needs"][0]["answers"], **REQUIRED}
"""A whole set of answers: the first worked example."""

KNOWN = 26
"""As much of a question as is always on one line."""


def keys_for(sheet: Sheet, item: Item, answer: Any) -> list[str]:
    """The keys that give an answer to a question, without the one that goes on."""
    options = [option.id for option in item.options]
    match item.type:
        case "choice":
            chosen = as_mapping(answer) or {"choice": answer}
            name = chosen.get("name")
            named = ["enter", *typed(str(name))] if name else []
            return [str(options.index(str(chosen["choice"])) + 1), *named]
        case "scale":
            return [str(answer)]
        case "grid":
            marks = as_mapping(answer)
            return ["j" if marks.get(row.id) is None else str(marks[row.id]) for row in sheet.rows(item)]
        case "multi":
            return [str(options.index(one) + 1) for one in answer]
        case "people":
            return [key for person in answer for key in _person(item, person)]
        case "list":
            return [key for line in answer for key in [*typed(line), "enter"]]
        case "pair":
            return [*typed(answer["when"]), "enter", *typed(answer["then"])]
        case _:
            return typed(str(answer))


def _person(item: Item, person: Mapping[str, Any]) -> list[str]:
    """A name, then what was ticked; the last enter is on the empty name of the next person."""
    from tui.content import vocabulary

    keys = [*typed(person["name"]), "enter"]
    for field in ("relationship", "circle"):
        if field in item.person_fields:
            if field in person:
                keys.append(str(list(vocabulary()[field]).index(person[field]) + 1))
            keys.append("enter")
    keys += [str(KINDS.index(kind) + 1) for kind in as_texts(person.get("kinds", []))]
    return [*keys, "enter"]


def typed(text: str) -> list[str]:
    """The keys of a text."""
    names = {" ": "space", ".": "full_stop", ",": "comma", ":": "colon", "-": "minus", "'": "apostrophe"}
    return [names.get(character, character) for character in text]


def start_of(question: str) -> str:
    """How a question begins, as it stands on the screen."""
    return questionnaire().item(question).text[:KNOWN]


async def open_form(shown: Dashboard, form: Form, goal: str | None = None) -> None:
    """Open a form at its first question."""
    shown.app.assess(form, goal)
    await shown.sees(start_of(questionnaire().of_form(form)[0].id))


async def open_at(shown: Dashboard, form: Form, question: str, answers: Mapping[str, Any] = RUN) -> Sheet:
    """Open a form that was left at a question, with all before it answered."""
    sheet = new_sheet(questionnaire(), form)
    while (item := sheet.item) is not None and item.id != question:
        sheet = _answered(sheet, item, answers).next()
    shown.app.keep_draft(draft_name(form), {**Unfinished(sheet).draft()})
    shown.app.assess(form)
    await shown.sees("Going on where you left", start_of(question) if question else "review")
    shown.app.clear_notifications()
    return sheet


async def fill(
    shown: Dashboard, answers: Mapping[str, Any], form: Form = "full", *, slowly: bool = False
) -> Sheet:
    """Answer all questions up to the review, each as fast as it takes the keys, or key by key."""
    return await fill_from(shown, new_sheet(questionnaire(), form), answers, slowly=slowly)


async def fill_from(
    shown: Dashboard, sheet: Sheet, answers: Mapping[str, Any], *, slowly: bool = False
) -> Sheet:
    """Answer the questions from one on up to the review."""
    press = shown.press if slowly else shown.press_at_once
    while (item := sheet.item) is not None:
        await shown.sees(item.text[:KNOWN])
        answer = answers.get(item.id)
        keys = [] if answer is None else keys_for(sheet, item, answer)
        last = ["enter", "enter"] if item.type == "pair" and answer is None else ["enter"]
        await press(*keys, *last)
        sheet = _answered(sheet, item, answers).next()
    await shown.sees("review")
    return sheet


def _answered(sheet: Sheet, item: Item, answers: Mapping[str, Any]) -> Sheet:
    answer = answers.get(item.id)
    if answer is None and not item.default:
        return sheet.answered(item.id, [], TODAY) if item.type == "people" else sheet
    return sheet.answered(item.id, item.default if answer is None else answer, TODAY)


async def save(shown: Dashboard) -> None:
    """From the review to the result."""
    await shown.sees("That is all.")
    await shown.press("g", "enter")
    await shown.sees("WHAT WOULD HELP")
