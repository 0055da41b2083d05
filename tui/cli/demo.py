"""The demo: a made-up network to look around in, gone when it is left."""

from pathlib import Path
from tempfile import TemporaryDirectory

import click

from .context import Session, pass_session
from .plain import needs_terminal, open_dashboard

_STORE = "network.json"


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
    if to is None:
        needs_terminal()
    from tui.demo import write_demo

    if to is not None:
        if _there(to):
            session.fail(f"{to} is there already; name a file that is not.")
        write_demo(to, session.today())
        session.say(f"written {to}")
        return
    session.say("This is a demo on a throw-away copy; it is gone when you leave.")
    with TemporaryDirectory(prefix="allies-demo-", ignore_cleanup_errors=True) as folder:
        store = Path(folder) / _STORE
        write_demo(store, session.today())
        code = open_dashboard(store, session.today)
    click.get_current_context().exit(code)


def _there(path: Path) -> bool:
    """Whether a store, or what is left of one, is at the path."""
    from tui.store.places import Places

    places = Places.of(path)
    return path.is_symlink() or any(
        place.exists() for place in (places.snapshot, places.journal, places.folder)
    )
