"""Import: address books read, what they would change shown, and taken in when that is accepted."""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from tui.domain.language.words import Circle, Relationship

from .context import Session, pass_session

if TYPE_CHECKING:
    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.taking import Placed
    from tui.domain.records.contact import Found

_SHOWN = 400
_ORDER = {"new": 0, "changed": 1, "maybe": 2, "deleted": 3, "known": 4}


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
    from tui.domain.bringing.importing import ANOTHER, planned
    from tui.domain.bringing.taking import Placed

    found = _found(session, paths, mapped)
    answers: dict[int, str] = {}
    if maybe != "leave":
        for row in planned(found.contacts, session.network):
            if row.maybe is not None:
                answers[row.number] = row.maybe.who if maybe == "same" else ANOTHER
    network = session.network
    rows = planned(found.contacts, network, answers)
    where = Placed(circle or "", relationship or "")
    placed = {row.number: where for row in rows if _wanted(row, only)}
    if not as_json:
        _show(session, found, rows, placed)
    if placed and not dry_run:
        if not (yes or as_json) and not _agreed(session, len(placed)):
            session.say("Nothing was changed.")
            return
        if as_json and not yes:
            raise click.UsageError("With --json say --yes to take them in, or --dry-run to look only.")
        _take_in(session, found, rows, answers, placed)
    if as_json:
        session.print_json(_as_json(found, rows, placed, done=bool(placed) and not dry_run))
    elif not dry_run:
        session.say(_acknowledged(rows, placed))


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


def _wanted(row: "Row", only: Sequence[str]) -> bool:
    """Whether a row is taken: all that is new or changed, or those that are named."""
    from tui.domain.language.text import fold

    if row.maybe is not None or row.state == "known":
        return False
    if not only:
        return row.state != "deleted"
    names = fold(" ".join((row.contact.name, *row.contact.aliases)))
    return any(fold(name) in names for name in only)


def _agreed(session: Session, count: int) -> bool:
    if sys.stdin is None or not sys.stdin.isatty():
        session.fail("Say --yes to take them in, or --dry-run to look only.", 2)
    return click.confirm(f"Take {'this one' if count == 1 else f'these {count}'} in?", default=False)


def _take_in(
    session: Session,
    found: "Found",
    rows: "Sequence[Row]",
    answers: Mapping[int, str],
    placed: "Mapping[int, Placed]",
) -> None:
    from tui.domain.bringing.taking import Import, take_in

    wanted = Import(found.contacts, session.network, rows, answers, placed)
    if not session.network.empty:
        session.store.backup()
    with session.store.transaction(wanted.label) as transaction:
        take_in(transaction, wanted)


def _show(session: Session, found: "Found", rows: "Sequence[Row]", placed: "Mapping[int, Placed]") -> None:
    counts = Counter(_word(row) for row in rows)
    parts = [f"{counts[word]} {word}" for word in _ORDER if counts[word]]
    if found.left:
        parts.append(f"{len(found.left)} left")
    session.say(" · ".join(parts) or "Nobody is in it.")
    ordered = sorted(rows, key=lambda row: (_ORDER[_word(row)], row.number))
    shown = [row for row in ordered if _word(row) != "known"]
    for row in shown[:_SHOWN]:
        mark = "+" if row.number in placed else " "
        session.say(f"{mark} {_word(row):<8} {row.contact.name}{_about(row)}")
    if len(shown) > _SHOWN:
        session.say(f"  … and {len(shown) - _SHOWN} more")
    for where, why in found.left[:_SHOWN]:
        session.say(f"- left     {where}: {why}")
    not_kept = Counter(re.sub(r" \(\d+\)$", "", part) for row in rows for part in row.contact.left)
    if not_kept:
        parts = [f"{what} of {count}" for what, count in not_kept.most_common(12)]
        session.say(f"Not kept: {', '.join(parts)}.")


def _word(row: "Row") -> str:
    return "maybe" if row.maybe is not None else row.state


def _about(row: "Row") -> str:
    """What there is to say of a row beside the name."""
    if row.maybe is not None:
        return f" may be {row.maybe.name}: {row.maybe.why}"
    if row.state == "deleted":
        return f": {row.why}; name them with --only to bring them back"
    if row.supporter is not None:
        return f" → {row.supporter.name} ({row.why}): {'; '.join(_changes(row))}"
    reach = next(iter((*row.contact.emails, *row.contact.phones, row.contact.organisation)), "")
    return f"  {reach}" if reach else ""


def _changes(row: "Row") -> Iterator[str]:
    for one in row.differences:
        there = ", ".join(one.there) if isinstance(one.there, tuple) else one.there.split("\n")[0]
        yield f"{one.field} {there}" if one.take else f"{one.field} stays, {one.why}"


def _acknowledged(rows: "Sequence[Row]", placed: "Mapping[int, Placed]") -> str:
    here = [row for row in rows if row.number in placed]
    added = sum(row.supporter is None for row in here)
    return f"imported {added} new, {len(here) - added} changed"


def _as_json(
    found: "Found", rows: "Sequence[Row]", placed: "Mapping[int, Placed]", *, done: bool
) -> dict[str, Any]:
    """The plan, whole; the values are plain JSON of several shapes."""
    from tui.domain.records.contact import FIELDS

    return {
        "done": done,
        "entries": [
            {
                "where": row.contact.where,
                "state": row.state,
                "taken": row.number in placed,
                **{field: _plain(getattr(row.contact, field)) for field in FIELDS},
                "supporter": row.supporter.id if row.supporter else None,
                "why": row.why,
                "maybe": {"who": row.maybe.who, "name": row.maybe.name, "why": row.maybe.why}
                if row.maybe
                else None,
                "changes": [
                    {
                        "field": one.field,
                        "here": _plain(one.here),
                        "there": _plain(one.there),
                        "take": one.take,
                        "why": one.why,
                    }
                    for one in row.differences
                ],
                "not_kept": list(row.contact.left),
            }
            for row in rows
        ],
        "left": [{"where": where, "why": why} for where, why in found.left],
    }


def _plain(value: str | tuple[str, ...]) -> str | list[str]:
    return list(value) if isinstance(value, tuple) else value
