"""What the questionnaire says around its questions."""

from collections.abc import Mapping

from tui.content import label, questionnaire, vocabulary
from tui.domain.language.words import Form
from tui.domain.questionnaire.items import Item

TITLES: Mapping[Form, str] = {
    "full": "A GOAL AND WHAT IT NEEDS",
    "short": "A QUICK START",
    "again": "WHAT HAS CHANGED",
    "profile": "ABOUT YOU",
}
SAVES: Mapping[Form, str] = {
    "full": "Save the goal, and see what it needs",
    "short": "Save the goal, and see what it needs",
    "again": "Save, and see what the goal needs now",
    "profile": "Save",
}


def intro(form: Form) -> str:
    """What stands over the first question."""
    whole, words = questionnaire(), vocabulary()["form"][form]
    of_form = whole.intro if form == "full" else f"{label('form', form)}. {words.plain}"
    return f"{of_form} {whole.care_note}"


def review_heading(errors: Mapping[str, str]) -> str:
    """What stands over the answers when they are looked over."""
    match len(errors):
        case 0:
            return "That is all. Look it over, or save it."
        case 1:
            return "One answer is still in the way."
        case many:
            return f"{many} answers are still in the way."


ONLY_YOU = "Only you see this."


def explained(item: Item | None) -> tuple[str, str]:
    """Title and text of the help: why this is asked."""
    if item is None:
        return (
            "Looking it over",
            "Enter on a line goes to its question; from there enter comes back here.",
        )
    parts = [item.help, "Nobody sees it unless you show it." if item.help != ONLY_YOU else ""]
    parts.append("You may leave it open." if not item.required else "It is needed before saving.")
    return item.text, " ".join(part for part in parts if part)
