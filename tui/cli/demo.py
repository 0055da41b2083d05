"""The demo: a made-up network to look around in, gone when it is left."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from .context import Session, pass_session
from .plain import needs_terminal, open_dashboard

_STORE = "network.json"
_MARK = "demo"


@click.command(
    help="Open the dashboard on a made-up network: a year of three goals and the people behind them. It is a"
    " throw-away copy, so change what you like; your own network is not touched."
)
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it to a file that is not there yet, to keep.",
)
@pass_session
def demo(session: Session, to: Path | None) -> None:
    """Show the demo, or keep it."""
    if to is not None:
        _keep(session, to)
        return
    needs_terminal()
    session.say("This is a demo on a throw-away copy; it is gone when you leave.")
    with TemporaryDirectory(prefix="allies-demo-", ignore_cleanup_errors=True) as folder:
        store = Path(folder) / _STORE
        _write(session, store)
        code = open_dashboard(store, session.today, _MARK)
    click.get_current_context().exit(code)


def _keep(session: Session, path: Path) -> None:
    if _there(path):
        session.fail(f"{path} is there already; name a file that is not.")
    _write(session, path)
    session.say(f"written {path}")


def _write(session: Session, path: Path) -> None:
    from tui.demo import write_demo
    from tui.domain.language.tables import DataError

    try:
        write_demo(path, session.today())
    except DataError:
        session.fail(f"The demo cannot be moved to {session.today()}.")


def _there(path: Path) -> bool:
    """Whether a store, or what is left of one, is at the path."""
    from tui.store.places import Places

    places = Places.of(path)
    return path.is_symlink() or any(
        place.exists() for place in (places.snapshot, places.journal, places.folder)
    )
