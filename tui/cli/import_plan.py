"""What an import would do, and did: for a person to read, and whole as JSON."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .context import Session

if TYPE_CHECKING:
    from tui.domain.bringing.importing import Row
    from tui.domain.bringing.taking import Placed
    from tui.domain.records.contact import Found
    from tui.domain.records.network import Network

_SHOWN = 400
_ORDER = {"new": 0, "changed": 1, "maybe": 2, "deleted": 3, "known": 4}


def show(session: Session, found: "Found", rows: "Sequence[Row]", placed: "Mapping[int, Placed]") -> None:
    """Say what an import would do, row by row; who is known and unchanged is only counted."""
    counts = Counter(row.seen_as for row in rows)
    parts = [f"{counts[word]} {word}" for word in _ORDER if counts[word]]
    if found.left:
        parts.append(f"{len(found.left)} left")
    session.say(" · ".join(parts) or "Nobody is in it.")
    ordered = sorted(rows, key=lambda row: (_ORDER[row.seen_as], row.number))
    shown = [row for row in ordered if row.seen_as != "known"]
    for row in shown[:_SHOWN]:
        mark = "+" if row.number in placed else " "
        session.say(f"{mark} {row.seen_as:<8} {row.contact.name}{_about(row)}")
    if len(shown) > _SHOWN:
        session.say(f"  … and {len(shown) - _SHOWN} more")
    for where, why in found.left[:_SHOWN]:
        session.say(f"- left     {where}: {why}")
    not_kept = Counter(re.sub(r" \(\d+\)$", "", part) for row in rows for part in row.contact.left)
    if not_kept:
        parts = [f"{what} of {count}" for what, count in not_kept.most_common(12)]
        session.say(f"Not kept: {', '.join(parts)}.")


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
        gone = f", without {', '.join(one.gone)}" if one.gone else ""
        yield f"{one.field} {there}{gone}" if one.take else f"{one.field} stays, {one.why}"


def acknowledged(rows: "Sequence[Row]", placed: "Mapping[int, Placed]") -> str:
    """What an import did, in a line."""
    here = [row for row in rows if row.number in placed]
    added = sum(row.supporter is None for row in here)
    return f"imported {added} new, {len(here) - added} changed"


def plan_as_json(
    found: "Found", rows: "Sequence[Row]", placed: "Mapping[int, Placed]", after: "Network | None"
) -> dict[str, Any]:
    """The plan, whole; `after` is the network once it was carried out. The values are of several shapes."""
    ids = {} if after is None else dict(_ids(rows, placed, after))
    return {
        "done": bool(placed) and after is not None,
        "entries": [_entry(row, ids.get(row.number), taken=row.number in placed) for row in rows],
        "left": [{"where": where, "why": why} for where, why in found.left],
    }


def _ids(
    rows: "Sequence[Row]", placed: "Mapping[int, Placed]", after: "Network"
) -> Iterator[tuple[int, str | None]]:
    """Who each row that was taken is now: what an entry said is kept with the id of the supporter."""
    from tui.domain.bringing.remembered import Remembered

    remembered = Remembered(after)
    for row in rows:
        if row.number in placed and (source := remembered.said_by(row.said[0][0])) is not None:
            yield row.number, source.supporter


def _entry(row: "Row", id_: str | None, *, taken: bool) -> dict[str, Any]:
    from tui.domain.records.contact import FIELDS

    maybe, supporter = row.maybe, row.supporter
    return {
        "where": row.contact.where,
        "also": list(row.places[1:]),
        "state": row.state,
        "taken": taken,
        "not_taken": "" if taken else _why_not(row),
        **{field: _plain(getattr(row.contact, field)) for field in FIELDS},
        "supporter": supporter.id if supporter else id_,
        "why": row.why,
        "maybe": {"who": maybe.who, "name": maybe.name, "why": maybe.why} if maybe else None,
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


def _why_not(row: "Row") -> str:
    """Why a row is not taken, as a sentence."""
    if row.maybe is not None:
        said = f"They may be {row.maybe.name}: {row.maybe.why}."
        return f"{said} Say --maybe new or same, and of whom with --only."
    if row.state == "deleted":
        return "You deleted them here; name them with --only to bring them back."
    return "There is nothing new." if row.state == "known" else "They are not named with --only."


def _plain(value: str | tuple[str, ...]) -> str | list[str]:
    return list(value) if isinstance(value, tuple) else value
