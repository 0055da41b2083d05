"""Writing people as a file for an address book or a spreadsheet."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.domain.language.text import clean_line

from .forms import AnyApp, fill, house_of, network_of

if TYPE_CHECKING:
    from tui.dialogs.fields import Value
    from tui.domain.records.supporter import Supporter

USUAL = "~/people.vcf"


def export(app: AnyApp, people: "Sequence[Supporter]") -> None:
    """Ask where to write these people, and write them."""
    from tui.dialogs.supporter_forms import export_form

    async def write(values: "dict[str, Value]", _: Mapping[str, object] | None) -> bool:
        file = await asyncio.to_thread(
            _written, str(values["path"]), people, app, notes=values["notes"] is True
        )
        house_of(app).notify(f"{len(people)} written to {clean_line(str(file))}. Only you can read it.")
        return True

    fill(app, export_form(len(people)), {"path": USUAL}, write)


def _written(typed: str, people: "Sequence[Supporter]", app: AnyApp, *, notes: bool) -> Path:
    """Write the file that was named. Raises `NotAccepted` with the sentence for why not."""
    from tui.dialogs.fields import NotAccepted
    from tui.interchange.near import meant
    from tui.interchange.out_file import save_bytes
    from tui.interchange.people_out import format_of, people_as

    file = meant(typed, Path.home())
    if (format_ := format_of(file)) is None:
        raise NotAccepted("End it in .vcf for address books, or in .csv for spreadsheets.", "path")
    try:
        save_bytes(file, people_as(format_, people, network_of(app), notes=notes))
    except FileExistsError:
        raise NotAccepted("It is there already; name a file that is not.", "path") from None
    except OSError as error:
        raise NotAccepted(f"It cannot be written: {error.strerror}.", "path") from error
    return file
