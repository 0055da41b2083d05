"""Placing people of an import, with a word where somebody cannot be placed yet."""

from typing import TYPE_CHECKING

from tui.domain.language.text import clean_line

from .forms import AnyApp, house_of

if TYPE_CHECKING:
    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.preview import Preview
    from tui.domain.language.vocabulary import Vocabulary


def place(app: AnyApp, preview: "Preview", chosen: "list[Row]", circle: str) -> bool:
    """Take those chosen into a circle; whether there is nothing to say of any of them."""
    asked = [row for row in chosen if row.maybe is not None]
    placed = preview.place(chosen, circle)
    if asked:
        house_of(app).notify(_who_is_it(asked))
    elif chosen and not placed:
        name = clean_line(chosen[0].contact.name)
        house_of(app).notify(f"{name} is here already, with all of this.")
    return not asked and bool(placed)


def _who_is_it(asked: "list[Row]") -> str:
    if len(asked) == 1 and asked[0].maybe is not None:
        return f"May be {clean_line(asked[0].maybe.name)}: enter compares the two."
    return f"{len(asked)} may be somebody you have: f shows them, enter compares, one by one."


async def relate(app: AnyApp, preview: "Preview", chosen: "list[Row]", words: "Vocabulary") -> bool:
    """Ask what those chosen are to the person; whether that was said."""
    from tui.dialogs.choose import Choice, ChooseDialog

    options = [Choice(word.id, " ", word.label, word.plain) for word in words["relationship"].values()]
    name = clean_line(chosen[0].contact.name)
    question = f"What is {name} to you?" if len(chosen) == 1 else f"What are these {len(chosen)} to you?"
    now = preview.relationship(chosen[0])
    if relationship := await app.push_screen_wait(ChooseDialog(question, options, now)):
        preview.relate(chosen, relationship)
    return bool(relationship)


def done(preview: "Preview", label: str) -> str:
    """What is said once people are taken in."""
    asked = preview.counts()["maybe"]
    stayed = f" {asked} who may be somebody you have stayed out." if asked else ""
    return f"{label[:1].upper()}{label[1:]}.{stayed} u takes it back."
