"""Answers in words."""

import pytest

from tui.content import questionnaire
from tui.domain.language.plain import Plain
from tui.domain.questionnaire.wording import in_words

QUESTIONS = questionnaire()


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("goal_title", "10 km in June", "10 km in June"),
        ("target_date", "2026-06-08", "2026-06-08"),
        ("stage", "moving", "On the way"),
        ("strain", 4, "it wears me down"),
        ("strain", 0, "light"),
        ("trailblazer", {"choice": "know", "name": "Dev"}, "Yes, and I know them: Dev"),
        ("trailblazer", {"choice": "not_yet"}, "Nobody yet"),
        ("plan", {"when": "it rains", "then": "I run inside"}, "When it rains, then I will I run inside"),
        (
            "importance",
            {"practical": 0, "guidance": 2},
            "Guidance and advice: would help a lot; Practical help: not needed",
        ),
        ("people", [{"name": "Ana", "circle": "inner"}, {"name": "Ben"}], "Ana, Ben"),
        ("like_minded", ["Tuesday runners", "the forum"], "Tuesday runners, the forum"),
        ("top3", ["belonging", "guidance"], "Company, Guidance and advice"),
    ],
)
def test_an_answer_is_said_with_labels(question: str, answer: Plain, words: str) -> None:
    assert in_words(QUESTIONS.item(question), answer) == words


@pytest.mark.parametrize("question", [item.id for item in QUESTIONS.items])
def test_no_answer_is_no_words(question: str) -> None:
    assert in_words(QUESTIONS.item(question), None) == ""
