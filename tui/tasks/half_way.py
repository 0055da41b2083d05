"""An import left half-way: what was decided is kept for the file, until people are taken in."""

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tui.domain.bringing.preview import Preview
    from tui.domain.language.plain import Plain
    from tui.page import House

DRAFT = "import"


def last_file(house: "House") -> str:
    """The file an import was left at; empty where there is none."""
    draft = house.load_draft(DRAFT)
    return str(draft.get("path", "")) if isinstance(draft, dict) else ""


def go_on(house: "House", file: str, preview: "Preview") -> bool:
    """Decide as it was decided before, if it was this file; whether anything was."""
    from tui.domain.bringing.half_way import take_up

    draft = house.load_draft(DRAFT)
    if not isinstance(draft, dict) or draft.get("path") != file:
        return False
    return take_up(preview, cast("Plain", draft.get("placed"))) > 0


def keep(house: "House", file: str, preview: "Preview") -> bool:
    """Keep what was decided of this file; whether there was anything."""
    from tui.domain.bringing.half_way import kept

    if placed := kept(preview):
        house.keep_draft(DRAFT, {"path": file, "placed": placed})
    elif last_file(house) == file:
        house.drop_draft(DRAFT)
    return bool(placed)
