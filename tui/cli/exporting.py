"""Export: supporters written as address books read them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .context import Session, pass_session
from .lazy import Entry, LazyGroup

if TYPE_CHECKING:
    from tui.domain.records.supporter import Supporter
    from tui.interchange.people_out import Format


def _command(name: "Format", summary: str) -> click.Command:
    @pass_session
    def run(session: Session, /, match: str | None, notes: bool, out: Path | None, replace: bool) -> None:
        from tui.interchange.people_out import people_as

        supporters = _chosen(session, match)
        if not supporters:
            session.fail("There is no supporter that fits." if match else "There is no supporter yet.")
        data = people_as(name, supporters, session.network, notes=notes)
        if out is None:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)
            return
        _save(session, out, data, replace=replace)
        session.say(f"written {out}")

    return click.Command(
        name,
        callback=run,
        help=f"{summary} Without --out it is printed.",
        params=[
            click.Option(["--match"], metavar="FILTER", help="Only those that fit, as in `supporter list`."),
            click.Option(["--notes"], is_flag=True, help="Also the notes of those you marked sensitive."),
            click.Option(
                ["--out"], metavar="FILE", type=click.Path(path_type=Path), help="The file to write."
            ),
            click.Option(["--replace"], is_flag=True, help="Write over the file if it is there."),
        ],
    )


def _chosen(session: Session, match: str | None) -> "list[Supporter]":
    from tui.domain.language.text import clean_line
    from tui.domain.people.directory import matching

    network = session.network
    if match is None:
        return list(network.supporters.values())
    return list(matching(network, clean_line(match), session.today()))


def _save(session: Session, out: Path, data: bytes, *, replace: bool) -> None:
    from tui.interchange.out_file import save_bytes

    try:
        save_bytes(out, data, replace=replace)
    except FileExistsError:
        session.fail(f"{out} is there already; name a file that is not, or say --replace.")


export = LazyGroup(
    "export",
    {
        "vcard": Entry(
            lambda: _command("vcard", "Supporters as vCard 3.0, which every address book reads."),
            "As vCard.",
        ),
        "csv": Entry(
            lambda: _command("csv", "Supporters as CSV, for spreadsheets and address books."), "As CSV."
        ),
    },
    summary="Write supporters for an address book or a spreadsheet. What you write is yours alone to read.",
)
