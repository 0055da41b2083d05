"""The keys of the questionnaire."""

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding(
        "enter,tab",
        "next",
        "Next",
        id="assessment.next",
        tooltip="To the next part or question; open ones can wait until the end",
        priority=True,
    ),
    Binding("enter", "open", "Go there", id="assessment.open", tooltip="Go to this question", priority=True),
    Binding("enter", "save", "Save", id="assessment.save", tooltip="Save all of it", priority=True),
    Binding("backspace", "back", "Back", id="assessment.back", tooltip="Back, nothing lost", priority=True),
    Binding(
        "left", "back", "Back", id="assessment.back", tooltip="Back, nothing lost", show=False, priority=True
    ),
    Binding(
        "shift+tab",
        "back_anywhere",
        "Back",
        id="assessment.back",
        tooltip="Back, nothing lost",
        priority=True,
    ),
    Binding(
        "escape",
        "leave",
        "Leave, all is kept",
        id="assessment.leave",
        tooltip="Leave; nothing is lost, it goes on at this question the next time",
        priority=True,
    ),
    Binding("question_mark,f1", "app.help", "Why", id="app.help", tooltip="Why this is asked, and all keys"),
    Binding(
        "ctrl+o", "finish", "Save", id="form.save", tooltip="Save from anywhere", show=False, priority=True
    ),
    Binding("f4", "edit", "Editor", id="form.editor", tooltip="Open this text in your editor", show=False),
    Binding(
        "f5",
        "start_over",
        "Start over",
        id="form.start-over",
        tooltip="Begin the form anew; once more brings the answers back",
        show=False,
    ),
]
"""Those that mean the same as elsewhere bear the same ids."""
