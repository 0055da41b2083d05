"""Merge: two supporters who are the same person become one."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from tui.domain.people.merging import SINGLE

from .context import Session, pass_session

if TYPE_CHECKING:
    from tui.domain.people.duplicates import Same
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
    from tui.domain.language.text import clean_line
    from tui.domain.people.merging import merge_records
    from tui.domain.records.lookup import find
    from tui.domain.records.supporter import Supporter

    one, other = (find(session.network.supporters, clean_line(name), "supporter") for name in names)
    if one.id == other.id:
        session.fail(f"{one.name} is the same supporter already.")
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


def _list(session: Session, *, as_json: bool) -> None:
    from tui.domain.bringing.importing import known_of
    from tui.domain.language.listing import told_apart
    from tui.domain.people.duplicates import duplicates

    people = session.network.supporters
    pairs = duplicates([known_of(one) for one in people.values()])
    if as_json:
        session.print_json([_pair(same, people) for same in pairs])
    elif not pairs:
        session.say("Nobody seems to be there twice.")
    for same in () if as_json else pairs:
        names = told_apart({id_: people[id_].name for id_ in (same.one, same.other)})
        session.say(f"{names[same.one]} and {names[same.other]}: {same.why}")


def _pair(same: "Same", people: "Mapping[str, Supporter]") -> dict[str, object]:
    names = {id_: people[id_].name for id_ in (same.one, same.other)}
    return {"one": same.one, "other": same.other, "names": names, "why": same.why, "sure": same.sure}
