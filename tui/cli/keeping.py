"""Keeping the store: folding, backups, and bringing one back."""

import click

from .context import Session, pass_session


@click.command(help="Write everything into the one plain JSON file at once, and begin a fresh journal.")
@pass_session
def fold(session: Session) -> None:
    """Write the snapshot."""
    session.store.fold()
    session.say(f"folded {session.network.seq}")


@click.command(help="Keep a copy of everything as it is now.")
@pass_session
def backup(session: Session) -> None:
    """Make a backup."""
    session.say(f"backup {session.store.backup().name}")


@click.command(
    help="Make everything as it is in a backup; what is there now is kept. Without NAME: list what there is."
)
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="List as JSON.")
@pass_session
def restore(session: Session, name: str | None, as_json: bool) -> None:
    """Bring back a backup, or list them."""
    if name is None:
        _list(session, as_json)
        return
    from tui.store import StoreUnreadable, rescue

    try:
        problem: Exception | None = session.store.problem
    except StoreUnreadable as unreadable:
        problem = unreadable
    if problem is None:
        session.store.restore(name)
    elif not isinstance(problem, StoreUnreadable):
        raise problem
    else:
        session.close()
        rescue(session.store_path, name, session.today)
    session.say(f"restored {name}")


def _list(session: Session, as_json: bool) -> None:
    from tui.store.backups import made
    from tui.store.places import Places

    from .table import table

    backups = made(Places.of(session.store_path).backups)
    if as_json:
        session.print_json(
            [{"name": each.name, "at": f"{each.at:%Y-%m-%dT%H:%M:%SZ}", "seq": each.seq} for each in backups]
        )
    elif backups:
        rows = [(each.name, f"{each.at:%Y-%m-%d %H:%M:%S}", str(each.seq)) for each in backups]
        session.say(table(("name", "made (UTC)", "seq"), rows))
    else:
        session.say("There is no backup yet; `allies backup` makes one.")
