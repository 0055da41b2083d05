"""Comparing somebody of an import with who they are, or may be."""

from typing import TYPE_CHECKING

from .forms import AnyApp, network_of

if TYPE_CHECKING:
    from tui.dialogs.compare import CompareDialog
    from tui.domain.bringing.importing import Maybe, Row
    from tui.domain.bringing.preview import Preview


async def compared(app: AnyApp, preview: "Preview", row: "Row") -> bool:
    """Ask about a row, field by field; whether anything was said."""
    dialog = _changes(row) if row.maybe is None else _whether_same(app, preview, row, row.maybe)
    answer = await app.push_screen_wait(dialog)
    if answer is None:
        return False
    if row.maybe is None:
        preview.choose(row, answer.take)
    else:
        preview.answer(row, same=answer.same, fields=answer.take)
    return True


def _changes(row: "Row") -> "CompareDialog":
    from tui.dialogs.compare import CompareDialog

    from .sides import differing

    name = row.supporter.name if row.supporter is not None else row.contact.name
    return CompareDialog(name, row.why, ("here", "in the file"), differing(row.differences), "fields")


def _whether_same(app: AnyApp, preview: "Preview", row: "Row", maybe: "Maybe") -> "CompareDialog":
    from tui.dialogs.compare import CompareDialog

    from .sides import sides_here, sides_in_file

    there = row.contact
    here = network_of(app).supporters.get(maybe.who)
    if here is not None:
        names = (f"here: {here.name}", f"file: {there.name}")
        return CompareDialog("The same person?", maybe.why, names, sides_here(row, here), "who")
    first = preview.rows.get(int(maybe.who.removeprefix("#")))
    sides = sides_in_file(first.contact, there) if first is not None else []
    why = f"{maybe.why}; as one they keep what both say"
    return CompareDialog("The same person?", why, (maybe.name, there.name), sides, "who")
