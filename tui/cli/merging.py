"""Who may be there twice: listed, made one of two, or kept apart for good."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from tui.domain.people.merging import SINGLE

from .context import Session, pass_session

if TYPE_CHECKING:
    from tui.domain.people.twins import Twins
    from tui.domain.records.supporter import Supporter


@click.command(
    "merge",
    help="Make one supporter of two who are the same person. The first counts, the second adds what it lacks;"
    " all that was logged of either stays. Without names: list who may be the same. Can be undone.",
)
@click.argument("names", metavar="[NAME OTHER]", nargs=-1)
@click.option(
    "--take",
    metavar="FIELD",
    type=click.Choice(SINGLE),
    multiple=True,
    help="Take this field from the second; may be given again.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def merge_command(session: Session, names: Sequence[str], take: Sequence[str], as_json: bool) -> None:
    """Merge two, or list the pairs."""
    if not names:
        _list(session, as_json=as_json)
        return
    if len(names) != 2:
        raise click.UsageError("Name the two who are the same person, or nobody to list who may be.")
    from tui.domain.people.merging import merge_records
    from tui.domain.records.supporter import Supporter

    one, other = _two(session, names)
    with session.store.transaction(f"merged {other.name} into {one.name}") as transaction:
        people = transaction.network.of(Supporter)
        first, second = people.get(one.id, one), people.get(other.id, other)
        changed = merge_records(transaction.network, first, second, dict.fromkeys(take, True))
        transaction.delete(second)
        saved = {id_: transaction.put(record) for id_, record in changed.items()}[first.id]
    if as_json:
        session.print_json({"id": saved.id, "revision": saved.revision})
    else:
        session.say(f"merged {saved.id}")


@click.command(
    "duplicates",
    help="List who may be there twice, and why. `supporter merge` makes one of two, `supporter not-same`"
    " remembers that they are two people.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def duplicates_command(session: Session, as_json: bool) -> None:
    """List the pairs."""
    _list(session, as_json=as_json)


@click.command(
    "not-same",
    help="Remember that two who resemble each other are two people. They are listed together no more.",
)
@click.argument("name")
@click.argument("other")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@pass_session
def not_same_command(session: Session, name: str, other: str, as_json: bool) -> None:
    """Remember it."""
    from tui.domain.people.twins import told_apart
    from tui.domain.records.supporter import Supporter

    first, second = _two(session, (name, other))
    with session.store.transaction(f"said that {first.name} is not {second.name}") as transaction:
        newest = transaction.network.of(Supporter).get(first.id, first)
        saved = transaction.put(told_apart(newest, second), newest)
    if as_json:
        session.print_json({"id": saved.id, "revision": saved.revision})
    else:
        session.say(f"edited {saved.id}")


def _two(session: Session, names: Sequence[str]) -> "tuple[Supporter, Supporter]":
    from tui.domain.language.text import clean_line
    from tui.domain.records.lookup import find

    one, other = (find(session.network.supporters, clean_line(name), "supporter") for name in names)
    if one.id == other.id:
        session.fail(f"{one.name} is the same supporter already.")
    return one, other


def _list(session: Session, *, as_json: bool) -> None:
    from tui.domain.language.listing import told_apart
    from tui.domain.people.twins import twins

    pairs = twins(session.network)
    if as_json:
        session.print_json([_pair(same) for same in pairs])
    elif not pairs:
        session.say("Nobody seems to be there twice.")
    for same in () if as_json else pairs:
        names = told_apart({one.id: one.name for one in (same.one, same.other)})
        session.say(f"{names[same.one.id]} and {names[same.other.id]}: {same.why}")


def _pair(same: "Twins") -> dict[str, object]:
    one, other = same.one, same.other
    names = {one.id: one.name, other.id: other.name}
    return {"one": one.id, "other": other.id, "names": names, "why": same.why, "sure": same.sure}
