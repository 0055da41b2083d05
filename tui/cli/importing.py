"""Import: address books read, what they would change shown, and taken in when that is accepted."""

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from tui.domain.language.words import Circle, Relationship

from .context import Session, pass_session
from .import_plan import acknowledged, plan_as_json, show

if TYPE_CHECKING:
    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.taking import Import
    from tui.domain.records.contact import Found


@click.command(
    "import",
    help="Take people in from address books: vCard files, folders of cards, CSV, or our own JSON. Shows what"
    " it would do and asks; nothing changes before. The same file again adds nothing; a newer one updates"
    " what it changed, never what you edited here. A backup is made before, and undo takes all of it back.",
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Only show what it would do.")
@click.option("--yes", is_flag=True, help="Do it without asking.")
@click.option(
    "--only",
    metavar="NAME",
    multiple=True,
    help="Take only those with this in their name.",
)
@click.option("--circle", type=click.Choice(get_args(Circle)), help="The circle of those who are new.")
@click.option(
    "--relationship", type=click.Choice(get_args(Relationship)), help="What those who are new are to you."
)
@click.option(
    "--maybe",
    type=click.Choice(["leave", "new", "same"]),
    default="leave",
    show_default=True,
    help="What to do with those who may be somebody you have.",
)
@click.option(
    "--map",
    "mapped",
    metavar="COLUMN=FIELD",
    multiple=True,
    help="What a column of a CSV file holds, by its header or number; may be given again.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def import_command(
    session: Session,
    /,
    *,
    paths: Sequence[Path],
    dry_run: bool,
    yes: bool,
    only: Sequence[str],
    circle: str | None,
    relationship: str | None,
    maybe: str,
    mapped: Sequence[str],
    as_json: bool,
) -> None:
    """Read, show, ask, take in."""
    from tui.domain.bringing.importing import planned
    from tui.domain.bringing.taking import Import, Placed

    if as_json and not (yes or dry_run):
        raise click.UsageError("With --json say --yes to take them in, or --dry-run to look only.")
    found = _found(session, paths, mapped)
    network = session.network
    answers = (
        {} if maybe == "leave" else _answers(planned(found.contacts, network), only, same=maybe == "same")
    )
    rows = planned(found.contacts, network, answers)
    where = Placed(circle or "", relationship or "")
    placed = {row.number: where for row in rows if _wanted(row, only)}
    if not as_json:
        show(session, found, rows, placed)
    if placed and not dry_run:
        if not yes and not _agreed(session, len(placed)):
            session.say("Nothing was changed.")
            return
        _take_in(session, Import(found.contacts, network, rows, answers, placed))
    if as_json:
        after = None if dry_run else session.network
        session.print_json(plan_as_json(found, rows, placed, after))
    elif not dry_run:
        session.say(acknowledged(rows, placed))


def _found(session: Session, paths: Sequence[Path], mapped: Sequence[str]) -> "Found":
    from tui.interchange.address_book import ColumnsUnknown, NotRead, read_books

    columns: dict[str, str] = {}
    for one in mapped:
        column, equals, field = one.rpartition("=")
        if not equals or not column:
            raise click.BadParameter(f'"{one}" is not COLUMN=FIELD.', param_hint="'--map'")
        columns[column] = field
    try:
        return read_books(paths, session.today(), columns)
    except ColumnsUnknown as error:
        session.fail(f"{error} Say it with --map, such as --map '{error.table.headers[0]}=name'.")
    except NotRead as error:
        session.fail(str(error))


def _answers(rows: "Sequence[Row]", only: Sequence[str], *, same: bool) -> dict[int, str]:
    """What is said of all who may be somebody. That two of them are the same is not said in passing."""
    from tui.domain.bringing.importing import ANOTHER

    maybe = {row.number: row.maybe.who for row in rows if row.maybe is not None and _named(row, only)}
    if not same:
        return dict.fromkeys(maybe, ANOTHER)
    claims = Counter(maybe.values())
    return {number: who for number, who in maybe.items() if claims[who] == 1}


def _wanted(row: "Row", only: Sequence[str]) -> bool:
    """Whether a row is taken: all that is new or changed, or those that are named."""
    if row.maybe is not None or row.state == "known":
        return False
    return _named(row, only) and (bool(only) or row.state != "deleted")


def _named(row: "Row", only: Sequence[str]) -> bool:
    """Whether somebody is among those who are named, if any are."""
    from tui.domain.language.text import fold

    names = fold(" ".join((row.contact.name, *row.contact.aliases)))
    return not only or any(fold(name) in names for name in only)


def _agreed(session: Session, count: int) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        session.fail("Say --yes to take them in, or --dry-run to look only.", 2)
    return click.confirm(f"Take {'this one' if count == 1 else f'these {count}'} in?", default=False)


def _take_in(session: Session, wanted: "Import") -> None:
    """Take all of it in, as one transaction, with a backup before."""
    from tui.domain.bringing.taking import take_in

    if not session.network.empty:
        session.store.backup()
    with session.store.transaction(wanted.label) as transaction:
        take_in(transaction, wanted)
