"""The questionnaire that ships with the program, and what is said of one that is wrong."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from typing import Any

import pytest

from tui.content import questionnaire, vocabulary
from tui.domain.language.tables import DataError
from tui.domain.questionnaire.reader import parse_questionnaire
from tui.paths import content_folder

QUESTIONS = questionnaire()


def test_the_ids_of_questions_never_change() -> None:
    ids = {
        form: " ".join(item.id for item in QUESTIONS.of_form(form)) for form in ("full", "short", "profile")
    }
    assert ids == {
        "full": "goal_title why ownership sign target_date stage control strain plan importance coverage"
        " people trailblazer like_minded audience praise cadence change_sign",
        "short": "goal_title stage top3 top3_cover one_person next_step",
        "profile": "offers help_style",
    }


def test_every_question_says_how_to_answer_it_and_every_rule_gives_a_reason() -> None:
    for item in QUESTIONS.items:
        assert "?" in item.text
        assert item.help
        assert item.error or item.type not in {"date", "people"}
        assert item.error or not item.min_length
    assert all(rule.because and rule.add for rule in QUESTIONS.scoring.adjustments)
    assert len(QUESTIONS.scoring.adjustments) == 8


def test_reading_the_content_brings_in_no_pydantic() -> None:
    script = (
        "import sys; from tui import content; content.questionnaire(); content.tips(); content.vocabulary()\n"
        "import tui.domain.needs.needs_profile\n"
        "print([name for name in ('pydantic', 'dateutil', 'tinydb') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "[]\n"


def spoiled(spoil: Callable[[Any], None]) -> str:
    """What is said of the shipped file after something in it was spoiled."""
    path = content_folder() / "questionnaires" / "needs.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    spoil(data)
    with pytest.raises(DataError) as error:
        parse_questionnaire(data, vocabulary())
    return str(error.value)


def question(data: Any, id_: str) -> Any:
    return next(entry for entry in data["question"] if entry["id"] == id_)


def test_another_schema_is_named() -> None:
    assert spoiled(lambda data: data.update(schema=2)) == (
        "questionnaire: it is written to schema 2; this program reads 1."
    )


@pytest.mark.parametrize(
    ("id_", "change", "sentence"),
    [
        ("why", {"id": "goal_title"}, "there is another question with this id before it."),
        ("why", {"text": 3}, '"text" should be a text.'),
        ("why", {"required": 1}, '"required" should be true or false.'),
        ("why", {"colour": "red"}, 'nobody knows what "colour" means here.'),
        (
            "why",
            {"type": "poem"},
            '"type" cannot be "poem"; it is one of line, text, choice, scale, date, pair,'
            " grid, people, list, multi.",
        ),
        (
            "why",
            {"step": "later"},
            '"step" cannot be "later"; it is one of goal, stand, needs, people, together.',
        ),
        ("why", {"forms": []}, '"forms" are one or more of full, short, again, profile.'),
        ("why", {"max_len": 0}, '"max_len" is missing or too small.'),
        ("people", {"max_choices": 0}, '"max_choices" is missing or too small.'),
        (
            "people",
            {"fields": ["circle"]},
            '"fields" are some of name, relationship, circle, kinds, and name is among them.',
        ),
        ("trailblazer", {"max_len": 0}, 'an option that asks for a name needs "max_len".'),
        ("ownership", {"default": "yours"}, 'the default "yours" is not one of the options.'),
        ("ownership", {"options": "colour"}, 'there is no class of words "colour" in the vocabulary.'),
        (
            "top3_cover",
            {"rows": "stage"},
            '"rows" cannot be "stage"; it is one of kind, top3.',
        ),
    ],
)
def test_a_question_that_is_wrong_is_named(id_: str, change: dict[str, Any], sentence: str) -> None:
    said = spoiled(lambda data: question(data, id_).update(change))
    assert said.startswith('question "')
    assert said.endswith(f": {sentence}")


@pytest.mark.parametrize(
    ("condition", "sentence"),
    [
        (
            {"q": "cadence", "op": "eq", "value": "weekly"},
            '"cadence" is not an earlier question of the same form.',
        ),
        ({"q": "top3", "op": "count_ge", "value": 1}, '"top3" is not an earlier question of the same form.'),
        ({"q": "importance.money", "op": "ge", "value": 1}, '"importance" has no row "money".'),
        ({"q": "audience", "op": "eq", "value": "all"}, '"audience" has no option "all".'),
        ({"q": "importance", "op": "any_ge", "value": "1"}, '"value" should be a whole number.'),
    ],
)
def test_a_condition_that_cannot_be_met_is_named(condition: dict[str, Any], sentence: str) -> None:
    said = spoiled(lambda data: question(data, "praise").update(show_if={"all": [condition]}))
    assert said == f'question "praise", show_if, all 1: {sentence}'


def test_a_rule_about_an_unknown_kind_and_missing_advice_are_named() -> None:
    assert 'nobody knows what "money" means' in spoiled(
        lambda data: data["scoring"]["adjust"][0]["add"].update(money=0.5)
    )
    assert '"find" should be a text' in spoiled(lambda data: data["advice"].pop("find"))


def test_options_with_the_same_id_are_refused() -> None:
    assert "two options have the same id" in spoiled(
        lambda data: question(data, "trailblazer")["options"].append({"id": "know", "label": "Again"})
    )
