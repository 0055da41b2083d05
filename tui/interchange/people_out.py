"""People written as a file that other programs read."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from tui.domain.records.network import Network
from tui.domain.records.supporter import Supporter

Format = Literal["vcard", "csv"]


def format_of(file: Path) -> Format | None:
    """What a file is to hold, by the end of its name; None where that says nothing."""
    match file.suffix.lower():
        case ".vcf" | ".vcard":
            return "vcard"
        case ".csv":
            return "csv"
        case _:
            return None


def people_as(format_: Format, people: Sequence[Supporter], network: Network, *, notes: bool) -> bytes:
    """The people in a format; notes of those marked sensitive only with `notes`."""
    shown = people if notes else [one.changed_to(notes="") if one.sensitive else one for one in people]
    if format_ == "csv":
        from .csv_out import csv_of

        return csv_of(shown)
    from .vcard_out import vcards

    uids = {one.supporter: one.uid for one in network.sources.values() if one.supporter and one.uid}
    return vcards(shown, uids)
