"""Taking up the draft of something that was deleted since."""

from typing import TYPE_CHECKING, Any, get_args

from tui.domain.language.text import clean_note

from . import exchanges, feedback, goals, supporters, verdicts
from .forms import AnyApp, house_of, let_go

if TYPE_CHECKING:
    from collections.abc import Mapping


def take_up(app: AnyApp, name: str) -> None:
    """Open the form of a draft though its record is gone: on saving it can be brought back.

    Where the draft does not say what it was about, what was typed is shown, to be copied, saved or let go of.
    """
    house = house_of(app)
    draft = house.load_draft(name)
    kept: Mapping[str, Any] = draft if isinstance(draft, dict) else {}
    if not _opened(app, name, kept.get("base")):
        fields = kept.get("fields")
        typed = fields.values() if isinstance(fields, dict) else (kept.get("text"),)
        text = "\n".join(clean_note(one) for one in typed if isinstance(one, str) and one)
        if text:
            _show(app, name, text)
        else:
            let_go(app, name)
            house.notify("What this was about is gone.")


def _show(app: AnyApp, name: str, text: str) -> None:
    from tui.dialogs.leftover import LeftoverDialog

    def closed(gone: bool | None) -> None:
        if gone:
            let_go(app, name)

    dialog = LeftoverDialog(name, "What you had typed", text, "what I had typed", drafts=house_of(app))
    app.push_screen(dialog, closed)


def _opened(app: AnyApp, name: str, base: object) -> bool:
    """Open the form of a draft on the version it began with; False where that cannot be read."""
    from pydantic import ValidationError

    from tui.content import vocabulary
    from tui.domain.language.words import Verdict
    from tui.domain.records.feedback import Feedback
    from tui.domain.records.goal import Goal
    from tui.domain.records.log import Exchange
    from tui.domain.records.network import RECORD_TYPES
    from tui.domain.records.supporter import Supporter

    table, _, rest = name.partition("-")
    task = rest.partition("-")[2]
    try:
        record = RECORD_TYPES[table].model_validate(base)
    except (KeyError, ValidationError):
        return False
    match record:
        case Feedback() if verdict := next((one for one in get_args(Verdict) if one == task), None):
            verdicts.rule(app, record, verdict, lambda: None)
        case Feedback() if not task:
            feedback.change(app, record)
        case Goal() if not task:
            goals.change(app, record, vocabulary())
        case Supporter() if not task:
            supporters.change(app, record, vocabulary())
        case Exchange() if not task:
            exchanges.change(app, record, vocabulary())
        case _:
            return False
    return True
