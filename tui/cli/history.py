"""What was done, and taking it back."""

from typing import TYPE_CHECKING, Any

import click

from .context import Session, pass_session

if TYPE_CHECKING:
    from tui.store import Entry

_SHOWN = 20


@click.command(
    help="Take back the newest change, or the one numbered SEQ in `allies history`."
    " It is refused, with the reason, where something changed the same record since."
)
@click.argument("seq", type=click.IntRange(min=1), required=False)
@pass_session
def undo(session: Session, seq: int | None) -> None:
    """Take back a transaction."""
    entry = session.store.undo(seq)
    session.say(f"undone {entry.seq}: {entry.label}")


@click.command(help="Bring back what was undone last.")
@pass_session
def redo(session: Session) -> None:
    """Bring back a transaction."""
    entry = session.store.redo()
    session.say(f"redone {entry.seq}: {entry.label}")


@click.command(help=f"What was changed, the newest last: the newest {_SHOWN}, or with --json all of it.")
@click.option("--limit", type=click.IntRange(min=1), metavar="NUMBER", help="Only the newest so many.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with each record before and after.")
@pass_session
def history(session: Session, limit: int | None, as_json: bool) -> None:
    """List transactions."""
    from .table import table

    entries = session.store.history(limit or (None if as_json else _SHOWN))
    if as_json:
        session.print_json([_document(entry) for entry in entries])
    elif entries:
        head = ("seq", "day", "time (UTC)", "from", "records", "", "what")
        session.say(table(head, [_row(entry) for entry in entries]))
    else:
        session.say("Nothing has been changed yet.")


def _row(entry: "Entry") -> tuple[str, ...]:
    if entry.undoes is not None:
        mark = f"undoes {entry.undoes}"
    elif entry.redoes is not None:
        mark = f"redoes {entry.redoes}"
    else:
        mark = "undone" if entry.undone else ""
    return (
        str(entry.seq),
        f"{entry.day}",
        f"{entry.at:%H:%M:%S}",
        entry.origin,
        str(len(entry.changes)),
        mark,
        entry.label,
    )


def _document(entry: "Entry") -> dict[str, Any]:
    return {
        "seq": entry.seq,
        "at": entry.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "day": entry.day.isoformat(),
        "origin": entry.origin,
        "label": entry.label,
        "undoes": entry.undoes,
        "redoes": entry.redoes,
        "undone": entry.undone,
        "changes": [change._asdict() for change in entry.changes],
    }
