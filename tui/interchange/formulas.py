"""Cells that a spreadsheet would take for formulas, made harmless with a leading apostrophe, and back."""

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_PHONE = re.compile(r"\+[0-9][0-9 ()/.]*")
_HARMLESS = re.compile(r"'+[=+\-@\t\r]")


def harmless(cell: str) -> str:
    """The cell as text for a spreadsheet.

    >>> harmless("=1+1"), harmless("Ana"), harmless("+49 160 111")
    ("'=1+1", 'Ana', '+49 160 111')
    """
    return f"'{cell}" if _FORMULA.match(cell) and not _PHONE.fullmatch(cell) else cell


def as_meant(cell: str) -> str:
    """The cell as it was before it was made harmless."""
    return cell[1:] if _HARMLESS.match(cell) else cell
